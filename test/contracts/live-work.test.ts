/** What stays when an organization is assessed again, and what is served of an assessment made in the background. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, expect, it } from 'vitest'
import { assess } from '#app/assess.ts'
import { silent } from '#app/progress.ts'
import { runNextJob, type JobWatch } from '#app/run-jobs.ts'
import { loopbackActor, type Actor } from '#domain/access.ts'
import { createServer } from '#server/server.ts'
import { loadDocuments } from '#store/documents.ts'
import { loadOrganization } from '#store/organization.ts'
import { loadAudit } from '#store/audit.ts'
import type { Store } from '#store/store.ts'
import { packageLock, scratchFolder } from '#test/sample-folder.ts'
import { describeOnEveryEngine, openFresh, type Place } from './stores.ts'

const day = '2026-11-26'
const folders = [scratchFolder(), scratchFolder()] as const
const [home, folder] = folders
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })))
const headers = { host: 'localhost' }

const bugs: unknown[] = []
const watch: JobWatch = {
  onTaken: () => undefined,
  onEnded: () => undefined,
  onBug: (_id, error) => void bugs.push(error),
  progress: silent,
}

/** Each look at the clock is a second later, as in life. */
function ticking(): () => string {
  let seconds = 0
  return () => new Date(Date.parse(`${day}T08:00:00.000Z`) + (seconds += 1) * 1000).toISOString()
}

async function scene(place: Place, actor: Actor = loopbackActor) {
  const store = await openFresh(place)
  const clock = ticking()
  const server = await createServer({
    store,
    home,
    clock,
    language: 'en',
    isLoopback: true,
    resolveActor: async () => actor,
  })
  const work = async (atLeast = 100): Promise<void> => {
    while (await runNextJob({ store, home, clock, language: 'en' }, atLeast, watch));
    if (bugs.length > 0) throw bugs.shift()
  }
  const assessFolder = (): Promise<unknown> =>
    assess(
      store,
      { paths: [folder], asOf: day, clones: [], home, isOffline: true, mostAsked: 0, isMeasuring: false },
      clock,
      silent,
    )
  return { store, server, work, assessFolder, clock }
}

function declare(products: readonly string[], units: readonly string[] = ['north', 'south']): void {
  mkdirSync(join(folder, 'quay'), { recursive: true })
  writeFileSync(join(folder, 'quay', 'package-lock.json'), packageLock(1))
  writeFileSync(
    join(folder, 'organization.yaml'),
    [
      'format: 1',
      'id: harbor',
      'name: Harbor',
      'units:',
      ...units.map((id) => `  - { id: ${id}, name: ${id} }`),
      'products:',
      ...products.map((line) => `  - ${line}`),
      '',
    ].join('\n'),
  )
}

const quay = '{ id: quay, name: Quay, origin: made, unit: north, paths: [quay] }'

async function handIn(server: FastifyInstance, query: string, body = packageLock(3)): Promise<string> {
  const answer = await server.inject({
    method: 'POST',
    url: `/api/v1/documents?${query}`,
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  })
  expect([query, answer.statusCode]).toEqual([query, 202])
  return answer.json<{ token: string }>().token
}

async function products(store: Store): Promise<unknown> {
  const organization = await loadOrganization(store, { asOf: day, knownAt: '9999' })
  return organization?.products.map(({ id, unit, origin }) => `${id} ${unit} ${origin}`)
}

async function documents(store: Store, product: string): Promise<unknown> {
  const found = await loadDocuments(store, { asOf: day, knownAt: '9999', products: [product] })
  return found.map(({ path, document }) => `${path} ${document.parts.length}`)
}

describeOnEveryEngine(
  'a product that was made when a document was handed in',
  (place) => {
    it('stays with its documents when organization.yaml is assessed again, and joins the one that names it', async () => {
      declare([quay])
      const { store, server, work, assessFolder } = await scene(place)
      await assessFolder()
      await handIn(server, 'product=The%20Mole&create=true&unit=south&origin=bought&path=sent/package-lock.json')
      await work()
      await assessFolder()
      expect(await products(store)).toEqual(['quay north made', 'the-mole south bought'])
      expect(await documents(store, 'the-mole')).toEqual(['sent/package-lock.json 7'])

      // A unit that is no more is taken from it; nobody below the whole organization sees it by accident.
      declare([quay], ['north'])
      await assessFolder()
      expect(await products(store)).toEqual(['quay north made', 'the-mole null bought'])

      // Named by the file it is as the file has it, and what was handed in stays beside what lies in the folder.
      declare([quay, '{ id: the-mole, name: Mole, origin: made, unit: north, paths: [quay/mole] }'], ['north'])
      await assessFolder()
      expect(await products(store)).toEqual(['quay north made', 'the-mole north made'])
      expect(await documents(store, 'the-mole')).toEqual(['sent/package-lock.json 7'])

      // And no longer named it is gone, as every product of the file.
      declare([quay], ['north'])
      await assessFolder()
      expect(await products(store)).toEqual(['quay north made'])
    })

    it('is not the only one that keeps what was handed in; a file of the folder takes the place of its own path', async () => {
      declare([quay])
      const { store, server, work, assessFolder } = await scene(place)
      await assessFolder()
      await handIn(server, 'product=quay&path=vendor/package-lock.json')
      await handIn(server, 'product=quay&path=quay/package-lock.json')
      await work()
      expect(await documents(store, 'quay')).toEqual(['vendor/package-lock.json 7', 'quay/package-lock.json 7'])
      await assessFolder()
      expect(await documents(store, 'quay')).toEqual(['quay/package-lock.json 5', 'vendor/package-lock.json 7'])
    })

    it('tells what is known of it before the whole is assessed again', async () => {
      declare([quay])
      const { store, server, work, assessFolder } = await scene(place)
      await assessFolder()
      const ask = async (id: string) =>
        (await server.inject({ url: `/api/v1/products/${id}/documents`, headers })).json<{
          product: unknown
          documents: { path: string; state: string; code: string | null }[]
          found: { parts: { name: string }[]; findings: unknown[] } | null
        }>()
      expect(await ask('mole')).toMatchObject({ status: 404, code: 'product-unknown' })
      await handIn(server, 'product=mole&create=true&unit=north&path=sent/package-lock.json')
      await handIn(server, 'product=mole&path=letter.txt', 'good morning')
      expect(await ask('mole')).toMatchObject({
        product: { id: 'mole', name: 'mole', unit: { id: 'north' }, isHandedIn: true, mayRemove: true },
        documents: [
          { path: 'letter.txt', state: 'received' },
          { path: 'sent/package-lock.json', state: 'received' },
        ],
        found: null,
      })
      await work()
      const known = await ask('mole')
      expect(known.documents.map(({ path, state, code }) => [path, state, code])).toEqual([
        ['letter.txt', 'failed', 'unknown-format'],
        ['sent/package-lock.json', 'analyzed', null],
      ])
      expect(known.found?.parts).toHaveLength(7)
      expect(known.found?.findings).toEqual([])
      expect((await server.inject({ url: '/api/v1/products/mole', headers })).statusCode).toBe(404)
      expect(await ask('quay')).toMatchObject({ product: { isHandedIn: false }, documents: [], found: null })
      // The newest of each path alone; removed and made again under its name, it begins anew.
      await handIn(server, 'product=mole&path=sent/package-lock.json', packageLock(1))
      await work()
      expect((await ask('mole')).found?.parts).toHaveLength(5)
      expect((await ask('mole')).documents).toHaveLength(2)
      await server.inject({ method: 'DELETE', url: '/api/v1/products/mole', headers })
      await handIn(server, 'product=mole&create=true&path=other/package-lock.json', packageLock(2))
      expect((await ask('mole')).documents.map(({ path }) => path)).toEqual(['other/package-lock.json'])
      expect(await products(store)).toEqual(['quay north made', 'mole null made'])
    })

    it('can be removed, which is logged; one that organization.yaml names cannot', async () => {
      declare([quay])
      const { store, server, work, assessFolder } = await scene(place)
      await assessFolder()
      await handIn(server, 'product=mole&create=true&path=sent/package-lock.json')
      await work()
      const remove = (id: string) => server.inject({ method: 'DELETE', url: `/api/v1/products/${id}`, headers })
      expect((await remove('quay')).json()).toMatchObject({ status: 400, code: 'usage' })
      expect((await remove('mole')).statusCode).toBe(200)
      expect((await remove('mole')).statusCode).toBe(404)
      await assessFolder()
      expect(await products(store)).toEqual(['quay north made'])
      const [entry] = await loadAudit(store, { scope: 'all', before: null, limit: 1 })
      expect(entry).toMatchObject({ act: 'product-remove', subject: 'mole', result: 'done' })
      // Made again under the name it starts empty.
      await handIn(server, 'product=mole&create=true&path=other/package-lock.json', packageLock(2))
      await work()
      expect(await documents(store, 'mole')).toEqual(['other/package-lock.json 6'])
      // Also with the very document it had before.
      await handIn(server, 'product=mole&create=true&path=sent/package-lock.json')
      await work()
      expect(await documents(store, 'mole')).toEqual(['other/package-lock.json 6', 'sent/package-lock.json 7'])
    })

    it('that is removed before its document was read tells whoever waits for it', async () => {
      declare([quay])
      const { server, work, assessFolder } = await scene(place)
      await assessFolder()
      const token = await handIn(server, 'product=mole&create=true&path=package-lock.json')
      await server.inject({ method: 'DELETE', url: '/api/v1/products/mole', headers })
      await work()
      const answer = await server.inject({ url: `/api/v1/uploads/${token}`, headers })
      expect(answer.json()).toMatchObject({ state: 'failed', code: 'product-unknown' })
    })
  },
  ['C'],
)

describeOnEveryEngine(
  'reports',
  (place) => {
    it('are of the newest assessment, also of one made in the background, without a copy on disk', async () => {
      declare([quay])
      const { store, server, work, assessFolder, clock } = await scene(place)
      // As with a worker beside them.
      const shown = async (url: string, from = server): Promise<LightMyRequestResponse> => {
        const asking = from.inject({ url, headers })
        for (;;) {
          const answer = await Promise.race([asking, wait(20)])
          await work(0)
          if (answer !== undefined) return answer.statusCode === 202 ? shown(url, from) : answer
        }
      }
      // Another process on the same data.
      const other = await createServer({ store, home: `${home}/none`, clock, language: 'en', isLoopback: true })
      expect((await server.inject({ url: '/report', headers })).statusCode).toBe(404)
      await assessFolder()
      const before = await shown('/report')
      expect(before.statusCode).toBe(200)
      expect(before.headers['content-security-policy']).toContain("default-src 'none'")
      expect(before.body).not.toContain('winch-of-the-mole')
      const bom = {
        bomFormat: 'CycloneDX',
        specVersion: '1.5',
        version: 1,
        components: [{ type: 'library', name: 'winch-of-the-mole', version: '1.0.0' }],
      }
      await handIn(server, 'product=The%20Mole&create=true&path=bom.json', JSON.stringify(bom))
      await server.inject({ method: 'POST', url: '/api/v1/assessments', headers })
      await work(0)
      expect((await shown('/report')).body).toContain('winch-of-the-mole')
      expect((await shown('/report', other)).body).toContain('winch-of-the-mole')

      const { items } = (await server.inject({ url: '/api/v1/reports', headers })).json<{ items: { id: string }[] }>()
      expect(items).toHaveLength(2)
      const older = await shown(`/api/v1/reports/${items[1]?.id}`)
      expect(older.statusCode).toBe(200)
      expect(older.body).not.toContain('winch-of-the-mole')
      const ask = (query: string) => shown(`/api/v1/reports/latest?${query}`)
      const japanese = await ask('kind=executive&language=ja&format=html')
      expect(japanese.body).toContain('<html lang="ja"')
      const markdown = await ask('format=markdown&download=true')
      expect(markdown.headers['content-type']).toContain('text/markdown')
      expect(markdown.headers['content-disposition']).toBe(`attachment; filename="headwater-full-${day}.md"`)
      expect(markdown.body).toMatch(/^# /)
      const json = (await ask('format=json')).json<{ schemaVersion: number; inventory: { issues: unknown } }>()
      expect(json).toMatchObject({ schemaVersion: 1, inventory: { issues: null } })
      expect((await server.inject({ url: '/api/v1/reports/none', headers })).statusCode).toBe(404)
      expect((await ask('format=pdf')).statusCode).toBe(400)
    })

    it('and chains are refused to who may read a part of the organization', async () => {
      declare([quay])
      const north: Actor = { kind: 'person', id: 'p-1', grants: [{ role: 'viewer', unit: 'north' }] }
      const { server, assessFolder } = await scene(place, north)
      await assessFolder()
      for (const url of ['/report', '/api/v1/reports/latest', '/figures/inventory/packages']) {
        const answer = await server.inject({ url, headers })
        expect([url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([url, 403, 'beyond-rights'])
      }
    })
  },
  ['C'],
)
