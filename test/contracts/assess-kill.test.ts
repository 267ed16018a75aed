/** kill -9 during `assess`: the next run works, and what was acknowledged is there. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadEvidenceBytes, listEvidence } from '#store/evidence.ts'
import { openStore } from '#store/store.ts'
import { headwater, headwaterKilled } from '#test/headwater.ts'
import { goModule, packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'

const kills = Number(process.env['HEADWATER_KILLS'] ?? 50)

let folder = ''
let home = ''
beforeAll(() => {
  folder = scratchFolder()
  home = scratchFolder()
})
afterAll(() => {
  for (const path of [folder, home]) rmSync(path, { recursive: true, force: true })
})

describe('kill -9 during assess', () => {
  it(`${kills} times: nothing acknowledged is lost and the next run works`, { timeout: 600_000 }, async () => {
    const args = ['assess', folder, '--home', home, '--offline']
    writeFiles(folder, { 'site/package-lock.json': packageLock(2_000), 'berths/go.mod': goModule })
    // The shorter of two, each from nothing: a machine that was busy once must not put all kills after the end.
    const usual = Math.min(
      ...['first', 'second'].map((name) => {
        const started = performance.now()
        expect(headwater([...args, '--home', join(folder, '.headwater', name)]).code).toBe(0)
        return performance.now() - started
      }),
    )
    let interrupted = 0
    for (let round = 0; round < kills; round += 1) {
      // Another lockfile each time, so that every run has something to keep; the kill falls anywhere in the run.
      writeFiles(folder, { 'site/package-lock.json': packageLock(2_000 + round) })
      const { wasKilled, code, stderr } = await headwaterKilled(args, usual * (0.2 + (0.9 * round) / kills))
      if (wasKilled) interrupted += 1
      else expect(`${code} ${stderr}`).toMatch(/^0 /)
    }
    expect(interrupted).toBeGreaterThan(kills / 4)
    const last = headwater([...args, '--json'])
    expect(last.code).toBe(0)
    expect(JSON.parse(last.stdout)).toMatchObject({ inventory: { packages: { value: 2_000 + kills - 1 + 6 } } })
    const store = await openStore({ home })
    for (const { id } of await listEvidence(store)) await loadEvidenceBytes(store, id)
    await store.close()
  })
})
