/** PostgreSQL goes away under load and comes back: the server says so meanwhile, recovers by itself, and loses nothing. */

import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { isPostgresAtHand, startPostgres } from '#test/postgres.ts'
import { startCommand } from '#test/running.ts'
import { packageLock, scratchFolder } from '#test/sample-folder.ts'

it('recovers when PostgreSQL is restarted under load', { timeout: 180_000 }, async (context) => {
  if (!isPostgresAtHand()) return context.skip()
  const postgres = await startPostgres()
  if (postgres === undefined) throw new Error('PostgreSQL is not installed')
  const home = scratchFolder()
  const environment = { DATABASE_URL: await postgres.createDatabase() }
  const server = await startCommand(['serve', '--home', home, '--port', '0'], environment)
  const acknowledged: string[] = []
  const refused = new Set<number>()
  const ending = new AbortController()
  const sending = (async () => {
    for (let number = 0; !ending.signal.aborted; number += 1) {
      const url = `${server.address}/api/v1/documents?product=p-${number}&path=package-lock.json&create=true`
      const answer = await fetch(url, { method: 'POST', body: packageLock(number) })
      if (answer.status === 202) acknowledged.push(((await answer.json()) as { token: string }).token)
      else refused.add(answer.status)
    }
  })()
  for (let round = 0; round < 3; round += 1) {
    await wait(400)
    await postgres.restart()
  }
  await wait(400)
  ending.abort()
  await sending
  expect([...refused].filter((status) => status !== 503)).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(3)
  expect(await (await fetch(`${server.address}/readyz`)).json()).toEqual({ status: 'ready' })

  const open = new Set(acknowledged)
  for (const deadline = Date.now() + 90_000; open.size > 0 && Date.now() < deadline; await wait(200))
    for (const token of open) {
      const answer = await fetch(`${server.address}/api/v1/uploads/${token}`)
      if (((await answer.json()) as { state: string }).state === 'analyzed') open.delete(token)
    }
  expect([...open]).toEqual([])
  expect(await server.stop()).toBe(0)
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
})
