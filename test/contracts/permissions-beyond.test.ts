/**
 * Rights, beyond what `permissions.test.ts` asks: changes of what belongs to another unit or another person, files, keys, and
 * the addresses that are not in the registry. Over every route and every role; a refusal counts only when nothing changed.
 */

import { createHash } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createKey } from '#app/access/keys.ts'
import { assess } from '#app/assess.ts'
import { subscribe } from '#app/notifications.ts'
import { silent } from '#app/progress.ts'
import { keepView } from '#app/saved-views.ts'
import { loopbackActor, permissionsOf, roles, type Actor, type Permission, type Role } from '#domain/access.ts'
import { createServer } from '#server/server.ts'
import type { Route } from '#server/route.ts'
import { openStore, type Store } from '#store/store.ts'
import { tableShapes } from '#store/table-shapes.ts'
import { accessServer, routes } from '#test/access-server.ts'
import { BrowserSession } from '#test/browser-session.ts'
import type { RouteSample, RouteSamples } from '#test/route-sample.ts'
import { goodPassword, samplePerson, sampleUnits } from '#test/sample-access.ts'
import { packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'
import { prepareLists } from '#test/sample-lists.ts'

const folder = join(import.meta.dirname, '..', 'route-samples')
const samples: RouteSamples = Object.assign(
  {},
  ...(await Promise.all(
    readdirSync(folder).map(async (file) => ((await import(join(folder, file))) as { samples: RouteSamples }).samples),
  )),
)

const idOf = ({ method, path }: Route): string => `${method} ${path}`
const sampleOf = (route: Route): RouteSample => samples[idOf(route)] ?? {}
const changing = routes.filter(({ method }) => method !== 'GET')
const guardedBy = ({ permission }: Route): Permission | null =>
  permission === 'public' || permission === 'session' ? null : permission
const changingWithRight = changing.filter((route) => guardedBy(route) !== null)

async function freshStore(): Promise<Store> {
  const home = join(scratchFolder(), 'home')
  const store = await openStore({ home })
  onTestFinished(async () => {
    await store.close()
    rmSync(home, { recursive: true, force: true })
  })
  await sampleUnits(store)
  // Somebody who administers the whole has to be left.
  await samplePerson(store, 'head@harbor.example', [{ role: 'admin', unit: null }], undefined, null)
  return store
}

type Asked = {
  readonly method?: Route['method'] | 'HEAD'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: object
}

/** A server that takes whoever asks for the actor. */
async function asking(store: Store, portal?: string) {
  let current: Actor | null = null
  const server = await createServer({
    store,
    home: '/nonexistent',
    clock: () => new Date().toISOString(),
    language: 'en',
    isLoopback: true,
    ...(portal && { portal }),
    resolveActor: async () => current,
  })
  onTestFinished(() => server.close())
  const ask = (actor: Actor | null, { method = 'GET', headers = {}, ...rest }: Asked) => {
    current = actor
    return server.inject({ method, headers: { host: 'localhost', ...headers }, ...rest })
  }
  return { server, ask }
}

const personWith = (role: Role, unit: string | null): Actor => ({
  kind: 'person',
  id: `p-${role}-${unit}`,
  grants: [{ role, unit }],
})

/** What only tells that somebody asked: keys that were used, pauses after failures, refusals in the log. */
const uses = new Set(['api_key', 'sign_in_throttle', 'audit_entry', 'audit_head'])

/** The hash of each table, so that a difference names the table. */
async function contentOf({ db, engine }: Store): Promise<Readonly<Record<string, string>>> {
  const tables: Record<string, string> = {}
  for (const { name } of await tableShapes(db, engine)) {
    if (uses.has(name)) continue
    const rows = await db
      .selectFrom(name as never)
      .selectAll()
      .execute()
    const texts = rows.map((row) =>
      JSON.stringify(row, (_key, value: unknown) => (value instanceof Uint8Array ? [...value] : value)),
    )
    tables[name] = createHash('sha256').update(texts.toSorted().join('\n')).digest('hex')
  }
  return tables
}

describe('a change of what belongs to another unit', () => {
  it('has a sample for every route that changes something', () => {
    const silent = changingWithRight.filter((route) => sampleOf(route).foreign === undefined)
    expect(silent.map(idOf), 'write `foreign` in test/route-samples/<noun>.ts').toEqual([])
  })

  it.each(changingWithRight.map((route) => [idOf(route), route] as const))(
    '%s is refused by every role of the unit, and by keys of it, and changes nothing',
    { timeout: 60_000 },
    async (_id, route) => {
      const store = await freshStore()
      const { prepare, foreign = {}, url: ownUrl } = sampleOf(route)
      await prepare?.(store)
      const url = typeof foreign.url === 'function' ? await foreign.url(store) : (foreign.url ?? ownUrl ?? route.path)
      const permission = guardedBy(route) ?? 'read'
      const asked: Asked = {
        method: route.method,
        url,
        ...(foreign.headers && { headers: foreign.headers }),
        ...(foreign.body === undefined ? {} : { payload: foreign.body as object }),
      }
      const { ask } = await asking(store)
      const served = await accessServer({ store })
      onTestFinished(() => served.close())
      const keyOf = async (units: readonly string[] | null, allowed: readonly Permission[]) => {
        const wanted = { label: 'test', permissions: allowed, units, days: 1 }
        return (await createKey(store, loopbackActor, wanted, new Date().toISOString())).secret
      }
      const able = roles.filter((role) => permissionsOf[role].includes(permission))
      const keys = [
        await keyOf(['quay'], permissionsOf.admin),
        await keyOf(
          null,
          permissionsOf.admin.filter((one) => one !== permission),
        ),
      ]
      const before = await contentOf(store)
      const refused = new Map<string, number>()
      /** What is refused within an answer counts as refused. */
      const statusOf = ({ statusCode, body }: { readonly statusCode: number; readonly body: string }): number =>
        statusCode < 300 && foreign.saysRefused !== undefined && body.includes(foreign.saysRefused) ? 403 : statusCode
      for (const role of able) refused.set(role, statusOf(await ask(personWith(role, 'quay'), asked)))
      for (const [at, key] of keys.entries()) {
        const answer = await served.inject({ ...asked, headers: { ...asked.headers, 'x-api-key': key } })
        refused.set(`key ${at}`, statusOf(answer))
      }
      expect([...refused].filter(([, status]) => ![403, 404].includes(status))).toEqual([])
      expect(await contentOf(store)).toEqual(before)

      // The same request is good for who has the right: what was refused was the unit and nothing else.
      const done = await ask(loopbackActor, asked)
      expect(done.statusCode, done.body).toBeLessThan(300)
      expect(await contentOf(store)).not.toEqual(before)
    },
  )
})

describe('what a person keeps', () => {
  const own = routes.filter(({ permission }) => permission === 'session')

  it('is shown to nobody else and changed by nobody else, whatever their role', { timeout: 60_000 }, async () => {
    const store = await freshStore()
    const now = new Date().toISOString()
    const person = await samplePerson(store, 'keeper@harbor.example', [{ role: 'analyst', unit: null }])
    const actor: Actor = { kind: 'person', id: person, grants: [{ role: 'analyst', unit: null }] }
    const view = { name: 'keepers-own-view', page: 'vulnerabilities', search: '', isShared: false } as const
    const viewId = await keepView(store, { actor, now }, view)
    const address = 'https://keepers-own-hook.example/'
    const hook = await subscribe(store, person, { kind: 'finding', channel: 'webhook', unit: null, address }, now)
    const key = { label: 'keepers-own-key', permissions: ['read'], units: null, days: 1 } as const
    const made = await createKey(store, actor, key, now)
    const told = ['keepers-own-view', 'keepers-own-hook', 'keepers-own-key']
    const { ask } = await asking(store)
    const shown = async (by: Actor): Promise<readonly string[]> => {
      const texts: string[] = []
      for (const { method, path } of own) if (method === 'GET') texts.push((await ask(by, { url: path })).body)
      return told.filter((text) => texts.join('\n').includes(text))
    }
    expect(await shown(actor)).toEqual(told)

    const changes: readonly [method: 'POST' | 'PUT' | 'DELETE', url: string, body?: object][] = [
      ['PUT', `/api/v1/saved-views/${viewId}`, { ...view, name: 'changed' }],
      ['DELETE', `/api/v1/saved-views/${viewId}`],
      ['POST', `/api/v1/subscriptions/${hook.id}/test`],
      ['DELETE', `/api/v1/subscriptions/${hook.id}`],
      ['DELETE', `/api/v1/keys/${made.key.id}`],
    ]
    const before = await contentOf(store)
    const keysBefore = await store.db.selectFrom('api_key').selectAll().execute()
    for (const role of roles.filter((one) => one !== 'admin'))
      for (const unit of ['quay', null]) {
        const other = personWith(role, unit)
        expect([role, unit, await shown(other)]).toEqual([role, unit, []])
        for (const [method, url, body] of changes) {
          const answer = await ask(other, { method, url, ...(body && { payload: body }) })
          expect([url, role, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([url, role, true])
        }
      }
    expect(await contentOf(store)).toEqual(before)
    expect(await store.db.selectFrom('api_key').selectAll().execute()).toEqual(keysBefore)
  })
})

const exporting = routes.filter(
  ({ method, shape }) => method === 'GET' && JSON.stringify(shape.query ?? {}).includes('xlsx'),
)

describe('files', () => {
  it('are offered by the lists, and each has its markers', () => {
    expect(exporting.length).toBeGreaterThan(3)
    expect(exporting.filter((route) => sampleOf(route).markers === undefined).map(idOf)).toEqual([])
  })

  it.each(
    exporting.flatMap((route) => (['csv', 'xlsx'] as const).map((format) => [idOf(route), format, route] as const)),
  )('%s as %s holds what each unit may see, and no more', { timeout: 60_000 }, async (_id, format, route) => {
    const store = await freshStore()
    const { prepare, url = route.path, markers = {} } = sampleOf(route)
    await prepare?.(store)
    const { quay = [], dock = [], whole: rest = [] } = markers
    const all = [...quay, ...dock, ...rest]
    const { ask } = await asking(store)
    const shown = async (role: Role, unit: string | null) => {
      const address = `${url}${url.includes('?') ? '&' : '?'}format=${format}`
      const answer = await ask(personWith(role, unit), { url: address })
      expect(answer.statusCode, answer.body).toBe(200)
      const text =
        format === 'csv'
          ? answer.body
          : strFromU8(unzipSync(answer.rawPayload)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
      return all.filter((marker) => text.includes(marker))
    }
    for (const role of roles) {
      expect(await shown(role, 'quay'), `${role} of quay`).toEqual(quay)
      expect(await shown(role, 'dock'), `${role} of dock`).toEqual(dock)
      expect(await shown(role, null), `${role} of the whole`).toEqual(all)
    }
  })
})

/** Addresses that the registry of routes does not have, and what of them is told to whom. */
const apart: Readonly<Record<string, 'everybody' | Permission>> = {
  'GET /healthz': 'everybody',
  'GET /readyz': 'everybody',
  'GET /api/openapi.json': 'everybody',
  'GET /api/reference': 'everybody',
  'GET /metrics': 'administer',
  'GET /figures/*': 'read',
  'GET /report': 'read',
  'GET /': 'read',
}

describe('addresses apart from the registry', () => {
  let store: Store
  const home = scratchFolder()
  beforeAll(async () => {
    const repository = join(home, 'repository')
    writeFiles(repository, { 'package-lock.json': packageLock() })
    store = await openStore({ home: join(home, 'home') })
    const options = { paths: [repository], home, isOffline: true, isMeasuring: false, asOf: undefined, mostAsked: 0 }
    await assess(store, { ...options, clones: [] }, () => new Date().toISOString(), silent)
    await sampleUnits(store)
  })
  afterAll(async () => {
    await store.close()
    rmSync(home, { recursive: true, force: true })
  })

  const urlOf = (id: string): string => id.replace('GET ', '').replace('*', 'inventory/packages')

  it('are these and no others', async () => {
    const { server } = await asking(store, join(home, 'none'))
    const registered = new Set(routes.map(({ method, path }) => `${method} ${path}`))
    const found: string[] = []
    const open: string[] = []
    for (const line of server.printRoutes().split('\n')) {
      const match = /^(.*?)[├└]── (\S*) ?(?:\((.*)\))?/.exec(line)
      if (match === null) continue
      const [, indent = '', segment = '', methods = ''] = match
      const depth = indent.length / 4
      open.length = depth
      open.push(segment)
      const path = open.join('')
      for (const method of methods.split(', ')) if (method !== '' && method !== 'HEAD') found.push(`${method} ${path}`)
    }
    expect(found.length).toBeGreaterThan(80)
    const beyond = [...new Set(found)].filter((id) => !registered.has(id))
    expect(beyond.toSorted()).toEqual(Object.keys(apart).toSorted())
  })

  it.each(Object.entries(apart))('%s is for %s', async (id, right) => {
    const { ask } = await asking(store, join(home, 'none'))
    const statusOf = async (actor: Actor | null, method: 'GET' | 'HEAD' = 'GET') => {
      const { statusCode } = await ask(actor, { method, url: urlOf(id) })
      // A report that is not there yet is being made: who may read it is let in.
      return statusCode === 202 ? 200 : statusCode
    }
    expect(await statusOf(null)).toBe(right === 'everybody' ? 200 : 401)
    expect(await statusOf(null, 'HEAD')).toBe(right === 'everybody' ? 200 : 401)
    for (const role of roles)
      for (const unit of ['quay', null]) {
        const isAllowed = right === 'everybody' || permissionsOf[role].includes(right)
        // Of what tells of the whole, no part is told alone; the figures of the server itself belong to no unit.
        const isReached = isAllowed && (right !== 'read' || unit === null)
        expect([role, unit, await statusOf(personWith(role, unit))]).toEqual([role, unit, isReached ? 200 : 403])
      }
  })
})

describe('asking for the head of an answer alone', () => {
  const heads = routes.filter(
    (route) => route.method === 'GET' && guardedBy(route) !== null && sampleOf(route).isEndless !== true,
  )

  it('tells nothing that the answer would not tell', { timeout: 60_000 }, async () => {
    const store = await freshStore()
    await prepareLists(store)
    const server = await accessServer({ store })
    onTestFinished(() => server.close())
    for (const route of heads) {
      const { url = route.path } = sampleOf(route)
      const answer = await server.inject({ method: 'HEAD', url, headers: { host: 'headwater.example' } })
      expect([url, answer.statusCode]).toEqual([url, 401])
    }
    await samplePerson(store, 'quay@harbor.example', [{ role: 'viewer', unit: 'quay' }])
    const browser = new BrowserSession(server)
    await browser.ask('POST', '/api/v1/session', { login: 'quay@harbor.example', password: goodPassword })
    const cookie = `__Host-headwater-session=${browser.sessionCookie}`
    const headers = { host: 'headwater.example', cookie }
    for (const route of heads) {
      const { url = route.path } = sampleOf(route)
      const [head, get] = [
        await server.inject({ method: 'HEAD', url, headers }),
        await server.inject({ method: 'GET', url, headers }),
      ]
      expect([url, head.statusCode, head.body]).toEqual([url, get.statusCode, ''])
    }
  })
})
