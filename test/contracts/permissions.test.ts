/**
 * Rights, over every registered route × every role × within and beyond a unit, by status and by what the answer holds. What
 * the test needs to know of a route stands in `test/route-samples`.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { createKey } from '#app/access/keys.ts'
import { permissions, permissionsOf, roles, type Permission, type Role } from '#domain/access.ts'
import type { Route } from '#server/route.ts'
import { openStore, type Store } from '#store/store.ts'
import { accessServer, routes } from '#test/access-server.ts'
import { BrowserSession } from '#test/browser-session.ts'
import type { RouteSample, RouteSamples } from '#test/route-sample.ts'
import { goodPassword, samplePerson, sampleUnits } from '#test/sample-access.ts'
import { scratchFolder } from '#test/sample-folder.ts'

const folder = join(import.meta.dirname, '..', 'route-samples')
const samples: RouteSamples = Object.assign(
  {},
  ...(await Promise.all(
    readdirSync(folder).map(async (file) => ((await import(join(folder, file))) as { samples: RouteSamples }).samples),
  )),
)

const idOf = ({ method, path }: Route): string => `${method} ${path}`
const sampleOf = (route: Route): RouteSample => samples[idOf(route)] ?? {}
const isUnsafe = ({ method }: Route): boolean => method !== 'GET'
const permissionOf = ({ permission }: Route): Permission | null =>
  permission === 'public' || permission === 'session' ? null : permission

let store: Store
let server: FastifyInstance
const sessions = new Map<string, BrowserSession>()

beforeAll(async () => {
  store = await openStore({ home: join(scratchFolder(), 'home') })
  await sampleUnits(store)
  await samplePerson(store, 'keeper@harbor.example', [{ role: 'admin', unit: null }])
  for (const { prepare } of new Map(Object.values(samples).map((sample) => [sample.prepare, sample])).values())
    await prepare?.(store)
  server = await accessServer({ store })
  let ip = 0
  for (const role of roles)
    for (const unit of ['quay', 'dock', null]) {
      const login = `${role}-${unit}@people.example`
      await samplePerson(store, login, [{ role, unit }])
      const browser = new BrowserSession(server)
      browser.ip = `192.0.2.${++ip}`
      expect((await browser.ask('POST', '/api/v1/session', { login, password: goodPassword })).status).toBe(200)
      sessions.set(`${role} ${unit}`, browser)
    }
})
afterAll(async () => {
  await server.close()
  await store.close()
})

/** As somebody with the role; unsafe routes are asked with what changes nothing that another case needs. */
async function ask(route: Route, role: Role, unit: string | null, chosen?: string, sample = sampleOf(route)) {
  const browser = sessions.get(`${role} ${unit}`)
  if (browser === undefined) throw new Error(`nobody is ${role} of ${unit}`)
  const { url = route.path, body, headers } = sample
  return browser.ask(route.method, url, body, { ...headers, ...(chosen && { 'x-headwater-unit': chosen }) })
}

describe('every route', () => {
  it('asks for a right, or is one of the few that are for everybody', () => {
    const open = routes.filter(({ permission }) => permission === 'public').map(idOf)
    expect(open.toSorted()).toEqual([
      'DELETE /api/v1/session',
      'GET /api/v1/session',
      'GET /api/v1/session/openid/callback',
      'GET /api/version',
      'POST /api/v1/session',
      'POST /api/v1/session/link',
      'POST /api/v1/session/openid',
      'POST /api/v1/session/passkey',
      'POST /api/v1/session/passkey/options',
      'POST /api/v1/session/password',
      'POST /api/v1/session/setup',
    ])
    const known = new Set<string>([...permissions, 'public', 'session'])
    expect(routes.filter(({ permission }) => !known.has(permission))).toEqual([])
  })

  it('that changes something asks for more than reading', () => {
    expect(routes.filter((route) => isUnsafe(route) && route.permission === 'read').map(idOf)).toEqual([])
  })

  it('that lists or tells something says what of it belongs to which unit', () => {
    const silent = routes.filter((route) => {
      const { markers, tells, isSameForAll, isForWholeOnly } = sampleOf(route)
      const says = [markers, tells, isSameForAll, isForWholeOnly].some((one) => one !== undefined)
      return !isUnsafe(route) && permissionOf(route) !== null && !says
    })
    expect(silent.map(idOf), 'write test/route-samples/<noun>.ts').toEqual([])
  })

  it('has samples that belong to it', () => {
    const ids = new Set(routes.map(idOf))
    expect(Object.keys(samples).filter((id) => !ids.has(id))).toEqual([])
  })

  it.each(routes.filter(({ permission }) => permission !== 'public').map((route) => [idOf(route), route] as const))(
    'lets nobody in without sign-in: %s',
    async (_id, route) => {
      const { url = route.path, body, headers } = sampleOf(route)
      const { status } = await new BrowserSession(server).ask(route.method, url, body, headers)
      expect(status).toBe(401)
    },
  )
})

const unsafe = routes.filter(isUnsafe)

describe('a page elsewhere', () => {
  it.each(unsafe.map((route) => [idOf(route), route] as const))('cannot make a browser send %s', async (_id, route) => {
    const ada = sessions.get('admin null')
    if (ada === undefined) throw new Error('nobody administers the whole')
    const { url = route.path, body, headers } = sampleOf(route)
    const send = (more: Readonly<Record<string, string>>) => ada.ask(route.method, url, body, { ...headers, ...more })
    const token = ada.csrfToken ?? ''
    for (const wrong of ['', 'page', `${token.slice(1)}0`])
      expect((await send({ 'x-headwater-csrf': wrong })).json, wrong).toMatchObject({ code: 'request-forged' })
    for (const elsewhere of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect((await send(elsewhere)).status, JSON.stringify(elsewhere)).toBe(403)
    // Without a session, where the route is for everybody: no page elsewhere can add the header.
    const nobody = await new BrowserSession(server).ask(route.method, url, body, { ...headers, 'x-headwater-csrf': '' })
    expect(nobody.json).toMatchObject({ code: 'request-forged' })
  })
})

const guarded = routes.filter((route) => permissionOf(route) !== null)
const cases = guarded.flatMap((route) => roles.map((role) => [idOf(route), role, route] as const))

describe('roles', () => {
  it.each(cases.filter(([, role, route]) => !permissionsOf[role].includes(permissionOf(route) ?? 'read')))(
    '%s refuses %s',
    async (_id, role, route) => {
      for (const unit of ['quay', null]) expect((await ask(route, role, unit)).status).toBe(403)
    },
  )

  it.each(
    cases.filter(
      ([, role, route]) =>
        permissionsOf[role].includes(permissionOf(route) ?? 'read') &&
        // A refusal of what changes something is tested above; doing it is for the tests of the area.
        !isUnsafe(route) &&
        sampleOf(route).isEndless !== true,
    ),
  )('%s lets %s in', async (_id, role, route) => {
    expect([401, 403]).not.toContain((await ask(route, role, null)).status)
    const within = (await ask(route, role, 'quay')).status
    if (sampleOf(route).isForWholeOnly === undefined) expect([401, 403]).not.toContain(within)
    else expect(within).toBe(403)
  })
})

/** Every address that is asked, with what it holds for whom. */
const asked = guarded.flatMap((route) =>
  [sampleOf(route), ...(sampleOf(route).also ?? [])].map(
    (sample, index) => [index === 0 ? idOf(route) : `${route.method} ${sample.url}`, route, sample] as const,
  ),
)
const marked = asked.filter(([, , { markers }]) => markers !== undefined)

describe('values', () => {
  const rolesFor = (route: Route): readonly Role[] =>
    roles.filter((role) => permissionsOf[role].includes(permissionOf(route) ?? 'read'))

  it.each(marked)('%s shows each unit its own alone', async (_id, route, sample) => {
    const { quay = [], dock = [], whole = [] } = sample.markers ?? {}
    const every = [...quay, ...dock, ...whole]
    for (const role of rolesFor(route)) {
      const shown = async (unit: string | null) => {
        const { text } = await ask(route, role, unit, undefined, sample)
        return every.filter((marker) => text.includes(marker))
      }
      expect(await shown('quay'), `${role} of quay`).toEqual(quay)
      expect(await shown('dock'), `${role} of dock`).toEqual(dock)
      expect(await shown(null), `${role} of the whole`).toEqual(every)
    }
  })

  it.each(marked.filter(([, route]) => permissionOf(route) === 'read'))(
    '%s shows who chose a unit that unit alone, and never one beyond their rights',
    async (_id, route, sample) => {
      const { quay = [], dock = [], whole = [] } = sample.markers ?? {}
      const shown = async (unit: string | null, chosen: string) => {
        const { text } = await ask(route, 'viewer', unit, chosen, sample)
        return [...quay, ...dock, ...whole].filter((marker) => text.includes(marker))
      }
      expect(await shown(null, 'quay')).toEqual(quay)
      expect(await shown('quay', 'quay')).toEqual(quay)
      expect(await shown('quay', 'dock')).toEqual([])
      expect(await shown('quay', 'no-such-unit')).toEqual([])
      expect(await shown('quay', '%E0%A4%A')).toEqual([])
    },
  )

  it.each(asked.filter(([, , { tells }]) => tells !== undefined))(
    '%s tells each unit its own numbers',
    async (_id, route, sample) => {
      const { quay, dock, whole } = sample.tells ?? { quay: {}, dock: {}, whole: {} }
      for (const role of rolesFor(route))
        for (const [unit, told] of [['quay', quay] as const, ['dock', dock] as const, [null, whole] as const])
          expect(
            (await ask(route, role, unit, undefined, sample)).json,
            `${role} of ${unit ?? 'the whole'}`,
          ).toMatchObject(told)
    },
  )

  it.each(marked)('%s obeys the limits of a key', async (_id, route, sample) => {
    const actor = { kind: 'loopback', id: 'test', grants: [{ role: 'admin', unit: null }] } as const
    const needed = permissionOf(route) ?? 'read'
    const { quay = [], dock = [], whole = [] } = sample.markers ?? {}
    const asKey = async (allowed: readonly Permission[], units: readonly string[] | null) => {
      const wanted = { label: 'test', permissions: allowed, units, days: 1 }
      const { secret } = await createKey(store, actor, wanted, new Date().toISOString())
      return new BrowserSession(server).ask(route.method, sample.url ?? route.path, undefined, {
        'x-api-key': secret,
      })
    }
    const others = permissions.filter((permission) => permission !== needed)
    expect((await asKey(others, null)).status).toBe(403)
    const { text } = await asKey([needed], ['quay'])
    expect([...quay, ...dock, ...whole].filter((marker) => text.includes(marker))).toEqual(quay)
  })
})
