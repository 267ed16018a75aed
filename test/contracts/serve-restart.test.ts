/** PostgreSQL goes away under load and comes back: the server says so meanwhile, recovers by itself, and loses nothing. */

import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { listEvidence, loadEvidenceBytes } from '#store/evidence.ts'
import { openStore } from '#store/store.ts'
import { isPostgresAtHand, startPostgres } from '#test/postgres.ts'
import { startCommand } from '#test/running.ts'
import { packageLock, scratchFolder } from '#test/sample-folder.ts'

it('recovers when PostgreSQL is restarted under load', { timeout: 300_000 }, async (context) => {
  if (!isPostgresAtHand()) return context.skip()
  const postgres = await startPostgres()
  if (postgres === undefined) throw new Error('PostgreSQL is not installed')
  const home = scratchFolder()
  const environment = { DATABASE_URL: await postgres.createDatabase() }
  const server = await startCommand(['serve', '--home', home, '--port', '0'], environment)
  const acknowledged: string[] = []
  const documents = new Map<string, string>()
  const refused: Refusal[] = []
  const ending = new AbortController()
  let number = 0
  const send = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const product = `p-${(number += 1)}`
      const body = packageLock(number)
      const url = `${server.address}/api/v1/documents?product=${product}&path=package-lock.json&create=true`
      const began = Date.now()
      const answer = await fetch(url, { method: 'POST', body })
      if (answer.status === 202) {
        acknowledged.push(((await answer.json()) as { token: string }).token)
        documents.set(product, body)
      } else refused.push(await refusalOf(answer, began))
    }
  }
  const read = async (): Promise<void> => {
    for (; !ending.signal.aborted; await wait(20))
      for (const path of ['/api/v1/jobs', '/api/v1/saved-views', '/report']) {
        const began = Date.now()
        const answer = await fetch(server.address + path)
        // Nothing was assessed yet, so there is no report.
        if (answer.status !== 200 && !(path === '/report' && answer.status === 404))
          refused.push(await refusalOf(answer, began))
        else await answer.arrayBuffer()
      }
  }
  const working = [send(), send(), read()]
  const untilMore = async (): Promise<void> => {
    const wanted = acknowledged.length + 2
    for (const deadline = Date.now() + 30_000; acknowledged.length < wanted && Date.now() < deadline;) await wait(20)
  }
  for (let round = 0; round < 3; round += 1) {
    await untilMore()
    await postgres.restart(round * 500)
  }
  await untilMore()
  ending.abort()
  await Promise.all(working)
  expect(refused.length).toBeGreaterThan(0)
  for (const { milliseconds, ...answer } of refused) {
    expect(answer).toEqual({
      status: 503,
      type: 'application/problem+json',
      code: 'store-unavailable',
      retryAfter: '2',
      // Where the database is concerns nobody who asks.
      tellsAddress: false,
    })
    expect(milliseconds).toBeLessThan(15_000)
  }
  expect(acknowledged.length).toBeGreaterThan(3)
  expect(await (await fetch(`${server.address}/readyz`)).json()).toEqual({ status: 'ready' })

  const open = new Set(acknowledged)
  for (const deadline = Date.now() + 90_000; open.size > 0 && Date.now() < deadline; await wait(200))
    for (const token of open) {
      const answer = await fetch(`${server.address}/api/v1/uploads/${token}`)
      if (((await answer.json()) as { state: string }).state === 'analyzed') open.delete(token)
    }
  const stuck: string[] = []
  for (const token of open) {
    const answer = await fetch(`${server.address}/api/v1/uploads/${token}`)
    stuck.push(await answer.text())
  }
  if (stuck.length > 0) stuck.push(await (await fetch(`${server.address}/api/v1/jobs`)).text())
  // Whoever reads a failure wants to know where it stopped.
  expect(stuck).toEqual([])
  expect(await server.stop()).toBe(0)

  const store = await openStore({ databaseUrl: environment.DATABASE_URL })
  const kept = new Set<string>()
  for (const { id } of await listEvidence(store, { kinds: ['lockfile'] }))
    kept.add(new TextDecoder().decode(await loadEvidenceBytes(store, id)))
  expect([...documents].filter(([, body]) => !kept.has(body)).map(([product]) => product)).toEqual([])
  const revisions = await store.db.selectFrom('revision').select('product').execute()
  const ofAcknowledged = revisions.map(({ product }) => product).filter((product) => documents.has(product))
  expect(ofAcknowledged.toSorted()).toEqual([...documents.keys()].toSorted())
  await store.close()
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
})

type Refusal = {
  readonly status: number
  readonly type: string
  readonly code: string | undefined
  readonly retryAfter: string | null
  readonly tellsAddress: boolean
  readonly milliseconds: number
}

async function refusalOf(answer: Response, began: number): Promise<Refusal> {
  const text = await answer.text()
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  return {
    status: answer.status,
    type,
    code: type.endsWith('json') ? (JSON.parse(text) as { code?: string }).code : text.slice(0, 200),
    retryAfter: answer.headers.get('retry-after'),
    tellsAddress: /127\.0\.0\.1|postgres|headwater:/i.test(text.replaceAll('urn:headwater:', '')),
    milliseconds: Date.now() - began,
  }
}
