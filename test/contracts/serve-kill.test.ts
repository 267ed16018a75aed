/**
 * kill -9 of the server and of a worker while documents come in: what was acknowledged is analyzed in the end, once.
 * `HEADWATER_KILLS` sets how often.
 */

import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { listEvidence, loadEvidenceBytes } from '#store/evidence.ts'
import { countJobs } from '#store/queue.ts'
import { openStore } from '#store/store.ts'
import { startCommand, type Running } from '#test/running.ts'
import { packageLock, scratchFolder } from '#test/sample-folder.ts'
import { describeOnEveryEngine } from './stores.ts'

const kills = Number(process.env['HEADWATER_KILLS'] ?? 6)
const home = scratchFolder()
afterAll(() => rmSync(home, { recursive: true, force: true }))

describeOnEveryEngine(
  'kill -9 of server and worker',
  (place) => {
    it(
      `${kills} times: no acknowledged document is lost, none is recorded twice`,
      { timeout: 180_000 + kills * 10_000 },
      async () => {
        const options = await place.fresh()
        const where = 'home' in options ? options.home : home
        const environment: Record<string, string> = 'home' in options ? {} : { DATABASE_URL: options.databaseUrl }
        const serve = () => startCommand(['serve', '--home', where, '--port', '0', '--workers', '0'], environment)
        const work = () => startCommand(['worker', '--home', where, '--jobs', '2'], environment)
        let server = await serve()
        let worker = await work()
        const acknowledged = new Map<string, string>()
        for (let round = 0; round < kills; round += 1) {
          const sending = sendMany(server, round, acknowledged)
          await wait(50 + ((round * 97) % 500))
          const isServer = round % 2 === 0
          await (isServer ? server : worker).kill()
          if (isServer) server = await serve()
          else worker = await work()
          await sending
        }
        expect(acknowledged.size).toBeGreaterThan(kills)

        const states = await untilDone(server, acknowledged.keys())
        expect([...states].filter(([, state]) => state !== 'analyzed')).toEqual([])
        expect(await worker.stop()).toBe(0)
        expect(await server.stop()).toBe(0)
        const store = await openStore(options)
        for (const { id } of await listEvidence(store, { kinds: ['lockfile'] })) await loadEvidenceBytes(store, id)
        expect((await countJobs(store)).filter(({ state }) => state === 'dead')).toEqual([])
        // Asked of the table: a list of jobs ends after a thousand.
        const ingested = await store.db
          .selectFrom('job')
          .select('id')
          .where('kind', '=', 'ingest-document')
          .where('state', '=', 'done')
          .execute()
        expect(ingested.length).toBeGreaterThanOrEqual(acknowledged.size)
        const products = new Set(acknowledged.values())
        const revisions = await store.db.selectFrom('revision').select('product').execute()
        // One revision a document: products get a single one each.
        expect(revisions.filter(({ product }) => products.has(product))).toHaveLength(products.size)
        await store.close()
      },
    )
  },
  ['C'],
)

/** Hands documents in until the server is gone. */
async function sendMany(server: Running, round: number, acknowledged: Map<string, string>): Promise<void> {
  for (let number = 0; number < 12; number += 1) {
    const product = `product-${round}-${number}`
    const url = `${server.address}/api/v1/documents?product=${product}&path=package-lock.json&create=true`
    try {
      const answer = await fetch(url, { method: 'POST', body: packageLock(50 + round * 20 + number) })
      if (answer.status === 202) acknowledged.set(((await answer.json()) as { token: string }).token, product)
    } catch {
      return
    }
  }
}

async function untilDone(server: Running, tokens: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const states = new Map<string, string>()
  const open = new Set(tokens)
  const deadline = Date.now() + 120_000
  while (open.size > 0 && Date.now() < deadline) {
    for (const token of open) {
      const answer = await fetch(`${server.address}/api/v1/uploads/${token}`)
      const { state } = (await answer.json()) as { state: string }
      states.set(token, state)
      if (state === 'analyzed' || state === 'failed') open.delete(token)
    }
    await wait(200)
  }
  return states
}
