/** What was acknowledged is there, whenever the process that wrote it is killed. `HEADWATER_KILLS` sets how often. */

import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { listEvidence, loadEvidenceBytes } from '#store/evidence.ts'
import { openStore } from '#store/store.ts'
import { describeOnEveryEngine } from './stores.ts'

const kills = Number(process.env['HEADWATER_KILLS'] ?? 20)

describeOnEveryEngine(
  'a killed writer',
  (place) => {
    it(`loses nothing that was acknowledged, ${kills} times`, { timeout: 60_000 + kills * 10_000 }, async () => {
      const options = await place.fresh()
      const acknowledged = new Set<string>()
      for (let run = 0; run < kills; run += 1) {
        for (const id of await writeUntilKilled(JSON.stringify(options), run)) acknowledged.add(id)
        const store = await openStore(options)
        const kept = await listEvidence(store)
        expect([...acknowledged].filter((id) => !kept.some((evidence) => evidence.id === id))).toEqual([])
        // Also what nobody was told about is there whole or not at all.
        for (const { id } of kept.slice(-60)) expect((await loadEvidenceBytes(store, id)).length).toBeGreaterThan(0)
        await store.close()
      }
      const store = await openStore(options)
      for (const id of acknowledged) await loadEvidenceBytes(store, id)
      await store.close()
      expect(acknowledged.size).toBeGreaterThan(kills)
    })
  },
  ['C'],
)

/** Writes small and large originals without end and prints each id once the store has taken it. */
const writer = `
  const { openStore } = await import('#store/store.ts')
  const { saveEvidence } = await import('#store/evidence.ts')
  const { randomBytes } = await import('node:crypto')
  const store = await openStore(JSON.parse(process.argv[1]))
  const at = '2026-11-22T00:00:00.000Z'
  for (;;) {
    const items = Array.from({ length: 1 + Math.floor(Math.random() * 20) }, (_, index) => {
      const bytes = randomBytes(index === 0 && Math.random() < 0.2 ? 2500000 : 1 + Math.floor(Math.random() * 5000))
      return { kind: 'lockfile', name: 'x', bytes, retrievedAt: at, recordedAt: at }
    })
    const saved = await saveEvidence(store, items)
    process.stdout.write(saved.map(({ id }) => id + '\\n').join(''))
  }`

/** @returns the ids that were acknowledged before the process was killed, some time after it began to write */
async function writeUntilKilled(options: string, run: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', writer, options], {
    cwd: dirname(dirname(import.meta.dirname)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const ids: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    // Spread over the work between two acknowledgements: a different delay each time.
    if (ids.length === 0) setTimeout(() => child.kill('SIGKILL'), (run * 37) % 400)
    if (line.length === 64) ids.push(line)
  }
  await ended
  return ids
}
