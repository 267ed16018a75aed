/** What every request passes through: rights, shapes, problems, headers, tags. On a real server without a socket. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assess } from '#app/assess.ts'
import { silent } from '#app/progress.ts'
import type { Actor } from '#domain/access.ts'
import { createServer, type ResolveActor } from '#server/server.ts'
import { openStore, type Store } from '#store/store.ts'
import { packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'

const folder = scratchFolder()
const home = scratchFolder()
let store: Store
const now = '2026-11-26T00:00:00.000Z'
const clock = (): string => now

beforeAll(async () => {
  writeFiles(folder, { 'package-lock.json': packageLock() })
  store = await openStore({ home })
  const options = {
    paths: [folder],
    home,
    isOffline: true,
    isMeasuring: false,
    asOf: undefined,
    mostAsked: 0,
    clones: [],
  }
  await assess(store, options, clock, silent)
})
afterAll(async () => {
  await store.close()
  for (const path of [folder, home]) rmSync(path, { recursive: true, force: true })
})

async function serverWith(
  more: { resolveActor?: ResolveActor; isLoopback?: boolean; portal?: string } = {},
): Promise<FastifyInstance> {
  return createServer({ store, home, clock, language: 'en', isLoopback: true, ...more })
}

const nobody: Actor = { kind: 'person', id: 'p-1', grants: [] }
const reader: Actor = { kind: 'person', id: 'p-2', grants: [{ role: 'viewer', unit: null }] }
const figure = '/api/v1/figures/inventory/packages'
const own = { host: 'localhost' }

describe('the door', () => {
  it('answers whoever sits at the machine, and tags the answer', async () => {
    const server = await serverWith()
    const first = await server.inject({ url: figure, headers: own })
    expect(first.statusCode).toBe(200)
    expect(first.json()).toMatchObject({ figure: 'inventory/packages', value: 4 })
    expect(first.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    const again = await server.inject({ url: figure, headers: { ...own, 'if-none-match': String(first.headers.etag) } })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    const other = await server.inject({ url: figure, headers: { ...own, 'if-none-match': '"other"' } })
    expect(other.statusCode).toBe(200)
  })

  it('asks who is there, and refuses whose rights reach nothing', async () => {
    for (const [actor, status, code] of [
      [null, 401, 'not-signed-in'],
      [nobody, 403, 'not-permitted'],
      [reader, 200, undefined],
    ] as const) {
      const server = await serverWith({ resolveActor: async () => actor })
      const answer = await server.inject({ url: figure, headers: own })
      expect(answer.statusCode).toBe(status)
      if (code !== undefined) {
        expect(answer.headers['content-type']).toContain('application/problem+json')
        expect(answer.json()).toMatchObject({ status, code, type: `urn:headwater:problem:${code}` })
      }
    }
  })

  it('lets nobody in without accounts on an address that others reach', async () => {
    const server = await serverWith({ isLoopback: false })
    expect((await server.inject({ url: figure, headers: { host: 'headwater.example' } })).statusCode).toBe(401)
    expect((await server.inject({ url: '/metrics' })).statusCode).toBe(401)
    expect((await server.inject({ url: '/report' })).statusCode).toBe(401)
    expect((await server.inject({ url: '/healthz' })).statusCode).toBe(200)
  })

  it('refuses another name on loopback, and changes that a page elsewhere asks for', async () => {
    const server = await serverWith()
    expect((await server.inject({ url: figure, headers: { host: 'evil.example' } })).statusCode).toBe(421)
    const change = { method: 'POST', url: '/api/v1/documents?product=x' } as const
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const answer = await server.inject({ ...change, headers: { ...own, ...headers } })
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ code: 'foreign-origin' })
    }
  })

  it('says in problems what is wrong, where, in the language of who asks', async () => {
    const server = await serverWith()
    const missing = await server.inject({ url: '/api/v1/figures/no/such', headers: own })
    expect(missing.statusCode).toBe(404)
    expect(missing.json()).toMatchObject({ code: 'figure-missing' })
    const nowhere = await server.inject({ url: '/api/v1/nowhere', headers: { ...own, 'accept-language': 'de-AT' } })
    expect(nowhere.statusCode).toBe(404)
    expect(nowhere.json()).toMatchObject({ code: 'not-found', title: 'Unter dieser Adresse gibt es nichts.' })
  })

  it('tells nothing of a bug but its id', async () => {
    const broken = new Proxy(store, {
      get: (target, key) => {
        if (key === 'db') throw new TypeError('secret detail of the inside')
        return Reflect.get(target, key) as unknown
      },
    })
    const server = await createServer({ store: broken, home, clock, language: 'en', isLoopback: true })
    const answer = await server.inject({ url: figure, headers: own })
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toMatchObject({ code: 'internal' })
    expect(answer.body).toMatch(/[0-9a-f]{8}-[0-9a-f-]{27}/)
    expect(answer.body).not.toContain('secret')
    expect((await server.inject({ url: '/readyz', headers: own })).json()).toEqual({ status: 'store-unavailable' })
  })

  it('runs no script that stands in a page, and loads nothing from elsewhere', async () => {
    const portal = scratchFolder()
    writeFiles(portal, { 'index.html': '<!doctype html><div id=root>', 'assets/index-abc.js': 'export {}' })
    const server = await serverWith({ portal })
    for (const url of ['/', '/inventory', '/products/harbor?sort=name']) {
      const page = await server.inject({ url, headers: { ...own, accept: 'text/html' } })
      expect(page.statusCode).toBe(200)
      expect(page.body).toContain('id=root')
      const policy = String(page.headers['content-security-policy'])
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("default-src 'none'")
    }
    const script = await server.inject({ url: '/assets/index-abc.js', headers: own })
    expect(script.headers['cache-control']).toContain('immutable')
    expect((await server.inject({ url: '/assets/missing.js', headers: own })).statusCode).toBe(404)
    expect((await server.inject({ url: '/../headwater.db', headers: own })).statusCode).toBe(404)
    rmSync(portal, { recursive: true })
  })

  it('is ready when the store is, and shows its figures', async () => {
    const server = await serverWith()
    expect((await server.inject({ url: '/readyz', headers: own })).json()).toEqual({ status: 'ready' })
    const metrics = await server.inject({ url: '/metrics', headers: own })
    expect(metrics.body).toContain('headwater_request_seconds_count{method="GET",route="/readyz",status="200"} 1')
  })

  it('describes itself, as a file and as a page in three languages', async () => {
    const server = await serverWith({ portal: join(home, 'none') })
    const description = await server.inject({ url: '/api/openapi.json', headers: own })
    expect(description.json()).toMatchObject({ openapi: '3.1.0' })
    for (const [language, word] of [
      ['en', 'Interface for programs'],
      ['de', 'Schnittstelle für Programme'],
      ['ja', 'プログラム向けインターフェース'],
    ] as const) {
      const page = await server.inject({ url: '/api/reference', headers: { ...own, 'accept-language': language } })
      expect(page.body).toContain(word)
      expect(page.body).not.toContain('<script')
      for (const path of Object.keys(description.json<{ paths: object }>().paths)) expect(page.body).toContain(path)
    }
  })
})
