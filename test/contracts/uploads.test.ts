/** Documents that are handed in: kept before they are acknowledged, read, recorded, analyzed; once, for whom it may concern. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { importAdvisories } from '#app/import-advisories.ts'
import { requestDue } from '#app/job-requests.ts'
import { silent } from '#app/progress.ts'
import { runNextJob, type JobWatch } from '#app/run-jobs.ts'
import { loopbackActor, type Actor } from '#domain/access.ts'
import { createServer } from '#server/server.ts'
import { listEvidence, loadEvidenceBytes } from '#store/evidence.ts'
import { loadLatestAssessment } from '#store/assessments.ts'
import { loadDocuments } from '#store/documents.ts'
import { loadOrganization, saveOrganization } from '#store/organization.ts'
import { listJobs } from '#store/queue.ts'
import type { Store } from '#store/store.ts'
import { defaultOrganization } from '#sources/organization-file.ts'
import { defaultLaborRate } from '#value/assumptions.ts'
import { lodashAdvisory, packageLock, scratchFolder } from '#test/sample-folder.ts'
import { describeOnEveryEngine, openFresh, type Place } from './stores.ts'

const day = '2026-11-26'
const now = `${day}T00:00:00.000Z`
const clock = (): string => now
const times = { asOf: day, knownAt: now }
const home = scratchFolder()
afterAll(() => rmSync(home, { recursive: true, force: true }))

const bugs: unknown[] = []
const watch: JobWatch = {
  onTaken: () => undefined,
  onEnded: () => undefined,
  onBug: (_id, error) => void bugs.push(error),
  progress: silent,
}

type Scene = { readonly store: Store; readonly server: FastifyInstance; readonly work: () => Promise<void> }

async function scene(place: Place, actor: Actor = loopbackActor): Promise<Scene> {
  const store = await openFresh(place)
  const product = (id: string, unit: string) => {
    const rest = { criticality: null, audience: null, supplier: null, paths: [], owner: null }
    return { id, name: `The ${id}`, origin: 'made' as const, unit, ...rest }
  }
  const organization = {
    ...defaultOrganization([product('quay', 'north'), product('pier', 'south')], defaultLaborRate()),
    units: ['north', 'south'].map((id) => ({ id, name: id, parent: null })),
  }
  await saveOrganization(store, organization, { validFrom: day, recordedAt: now, evidence: null })
  const server = await createServer({
    store,
    home,
    clock,
    language: 'en',
    isLoopback: true,
    resolveActor: async () => actor,
  })
  const work = async (): Promise<void> => {
    while (await runNextJob({ store, home, clock, language: 'en' }, 100, watch));
    if (bugs.length > 0) throw bugs.shift()
  }
  return { store, server, work }
}

const headers = { host: 'localhost' }
const lock = packageLock()

function handIn(server: FastifyInstance, body: string, query = 'product=quay&path=package-lock.json', more = {}) {
  return server.inject({
    method: 'POST',
    url: `/api/v1/documents?${query}`,
    headers: { ...headers, 'content-type': 'application/json', ...more },
    body,
  })
}

async function status(server: FastifyInstance, token: string): Promise<Record<string, unknown>> {
  return (await server.inject({ url: `/api/v1/uploads/${token}`, headers })).json()
}

describeOnEveryEngine(
  'a document that is handed in',
  (place) => {
    it('is kept when it is acknowledged, then read, recorded and analyzed', async () => {
      const { store, server, work } = await scene(place)
      const advisories = join(home, 'advisories', 'npm')
      mkdirSync(advisories, { recursive: true })
      writeFileSync(join(advisories, 'EXAMPLE-2026-1.json'), lodashAdvisory)
      await importAdvisories(store, home, join(home, 'advisories'), now, silent)

      const answer = await handIn(server, lock)
      expect(answer.statusCode).toBe(202)
      const { token } = answer.json<{ token: string }>()
      expect(answer.headers.location).toBe(`/api/v1/uploads/${token}`)
      const [kept] = await listEvidence(store, { kinds: ['lockfile'] })
      expect(new TextDecoder().decode(await loadEvidenceBytes(store, kept?.id ?? ''))).toBe(lock)
      expect(await status(server, token)).toMatchObject({ state: 'received', document: null, found: null })

      await work()
      expect(await status(server, token)).toMatchObject({
        state: 'analyzed',
        product: 'quay',
        code: null,
        document: { reader: 'package-lock', counts: { found: 4, taken: 4, refused: 0 }, issues: [] },
        found: { packages: { value: 4 }, findings: { value: 1, why: null } },
      })
      const documents = await loadDocuments(store, { ...times, products: ['quay'] })
      expect(documents.map(({ path, document }) => [path, document.parts.length])).toEqual([['package-lock.json', 4]])
    })

    it('says what it cannot tell instead of telling zero', async () => {
      const { server, work } = await scene(place)
      const { token } = (await handIn(server, lock)).json<{ token: string }>()
      await work()
      expect(await status(server, token)).toMatchObject({
        found: { findings: { value: null, why: 'not-collected' }, undecided: 4 },
      })
    })

    it('is one upload however often it is sent, and a new one when it changed or came back', async () => {
      const { server, work, store } = await scene(place)
      const token = async (body: string, more = {}): Promise<[number, string]> => {
        const answer = await handIn(server, body, undefined, more)
        return [answer.statusCode, answer.json<{ token: string }>().token]
      }
      const [first, original] = await token(lock, { 'idempotency-key': 'build-1' })
      expect(first).toBe(202)
      expect(await token(lock, { 'idempotency-key': 'build-1' })).toEqual([200, original])
      expect(await token(lock)).toEqual([200, original])
      const other = await handIn(server, packageLock(3), undefined, { 'idempotency-key': 'build-1' })
      expect(other.statusCode).toBe(400)
      const [, changed] = await token(packageLock(3))
      expect(changed).not.toBe(original)
      await work()
      const [again, back] = await token(lock)
      expect([again, back === original]).toEqual([202, false])
      await work()
      const documents = await loadDocuments(store, { ...times, products: ['quay'] })
      expect(documents.map(({ document }) => document.parts.length)).toEqual([4])
    })

    it('is taken once when it is sent twice at the same time', async () => {
      const { server, work, store } = await scene(place)
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => handIn(server, lock, undefined, { 'idempotency-key': 'same' })),
      )
      expect(new Set(answers.map((answer) => answer.json<{ token: string }>().token)).size).toBe(1)
      await work()
      const ingested = (await listJobs(store, { endedSince: '2000' })).filter(({ kind }) => kind === 'ingest-document')
      expect(ingested).toHaveLength(1)
    })

    it('stands beside the other documents of its product and replaces its own earlier form', async () => {
      const { server, work, store } = await scene(place)
      for (const [path, body] of [
        ['a/package-lock.json', packageLock(1)],
        ['b/package-lock.json', packageLock(2)],
        ['a/package-lock.json', packageLock(5)],
      ] as const) {
        await handIn(server, body, `product=quay&path=${encodeURIComponent(path)}`)
        await work()
      }
      const documents = await loadDocuments(store, { ...times, products: ['quay'] })
      expect(documents.map(({ path, document }) => [path, document.parts.length])).toEqual([
        ['b/package-lock.json', 6],
        ['a/package-lock.json', 9],
      ])
    })

    it('that no reader recognizes is kept, and the upload says so', async () => {
      const { server, work, store } = await scene(place)
      const { token } = (await handIn(server, 'good morning', 'product=quay&path=letter')).json<{ token: string }>()
      await work()
      expect(await status(server, token)).toMatchObject({ state: 'failed', code: 'unknown-format', document: null })
      expect(await listEvidence(store, { kinds: ['sbom'] })).toHaveLength(1)
    })

    it('needs a product that exists or is to be created, and a unit that the rights reach', async () => {
      const north: Actor = { kind: 'key', id: 'key-1', grants: [{ role: 'contributor', unit: 'north' }] }
      const { server, work, store } = await scene(place, north)
      expect((await handIn(server, lock)).statusCode).toBe(202)
      const codes: [string, number, string][] = [
        ['product=pier', 403, 'not-permitted'],
        ['product=mole', 404, 'product-unknown'],
        // Its id is that of another unit's product.
        ['product=PIER&create=true&unit=north', 403, 'not-permitted'],
        ['product=mole&create=true', 403, 'not-permitted'],
        ['product=mole&create=true&unit=south', 403, 'not-permitted'],
        ['path=x', 400, 'usage'],
      ]
      for (const [query, statusCode, code] of codes) {
        const answer = await handIn(server, lock, query)
        expect([query, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([query, statusCode, code])
      }
      const created = await handIn(server, lock, 'product=The%20Mole&create=true&unit=north')
      expect(created.statusCode).toBe(202)
      expect(created.json()).toMatchObject({ product: 'the-mole' })
      await work()
      const organization = await loadOrganization(store, times)
      expect(organization?.products.find(({ id }) => id === 'the-mole')).toMatchObject({
        name: 'The Mole',
        unit: 'north',
      })
    })

    it('is shown to nobody whose rights do not reach its product', async () => {
      const { store, server } = await scene(place)
      const { token } = (await handIn(server, lock)).json<{ token: string }>()
      const south: Actor = { kind: 'key', id: 'key-2', grants: [{ role: 'contributor', unit: 'south' }] }
      const other = await createServer({
        store,
        home,
        clock,
        language: 'en',
        isLoopback: true,
        resolveActor: async () => south,
      })
      expect((await other.inject({ url: `/api/v1/uploads/${token}`, headers })).statusCode).toBe(404)
      expect((await other.inject({ url: '/api/v1/jobs', headers })).json()).toEqual({ items: [] })
      const mine = (await server.inject({ url: '/api/v1/jobs', headers })).json<{ items: unknown[] }>()
      expect(mine.items).toMatchObject([{ kind: 'ingest-document', subject: 'quay', state: 'waiting' }])
    })

    it('can be sent as a form', async () => {
      const { server, work } = await scene(place)
      const { body, type } = form({ product: 'quay', version: '2.0.0' }, { name: 'package-lock.json', content: lock })
      const answer = await server.inject({
        method: 'POST',
        url: '/api/v1/documents',
        headers: { ...headers, 'content-type': type },
        body,
      })
      expect(answer.statusCode).toBe(202)
      await work()
      const { token } = answer.json<{ token: string }>()
      expect(await status(server, token)).toMatchObject({
        state: 'analyzed',
        version: '2.0.0',
        path: 'package-lock.json',
      })
    })

    it('makes the whole organization be assessed again, after what is more urgent', async () => {
      const { server, work, store } = await scene(place)
      expect((await server.inject({ method: 'POST', url: '/api/v1/assessments', headers })).statusCode).toBe(202)
      await handIn(server, lock)
      await work()
      expect(await loadLatestAssessment(store)).toBeUndefined()
      expect(await runNextJob({ store, home, clock, language: 'en' }, 0, watch)).toBe(true)
      expect(bugs).toEqual([])
      const latest = await loadLatestAssessment(store)
      expect(latest?.assessment.inventory.packages.figure).toMatchObject({ known: true, value: 4 })
      // And again when a day has gone by, once.
      expect(await requestDue(store, `${day}T23:00:00.000Z`)).toBeNull()
      const due = await requestDue(store, '2026-11-27T01:00:00.000Z')
      expect(due).not.toBeNull()
      expect(await requestDue(store, '2026-11-27T02:00:00.000Z')).toBe(due)
    })
  },
  ['C'],
)

describeOnEveryEngine(
  'the addresses of Dependency-Track',
  (place) => {
    const sbom = JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      version: 1,
      components: [{ type: 'library', name: 'plank', version: '1.0.0', purl: 'pkg:npm/plank@1.0.0' }],
    })
    const put = (server: FastifyInstance, body: object) =>
      server.inject({ method: 'PUT', url: '/api/v1/bom', headers: { ...headers, 'x-api-key': 'k' }, body })

    it('take a document in base64 and tell when it is done', async () => {
      const { server, work } = await scene(place)
      const bom = Buffer.from(sbom).toString('base64')
      const answer = await put(server, { projectName: 'Crane', projectVersion: '1.2', autoCreate: true, bom })
      expect(answer.statusCode).toBe(200)
      const { token } = answer.json<{ token: string }>()
      const processing = async (path: string): Promise<unknown> =>
        (await server.inject({ url: `/api/v1/${path}/token/${token}`, headers })).json()
      expect(await processing('bom')).toEqual({ processing: true })
      await work()
      expect(await processing('bom')).toEqual({ processing: false })
      expect(await processing('event')).toEqual({ processing: false })
      expect(await status(server, token)).toMatchObject({ product: 'crane', version: '1.2', state: 'analyzed' })
      expect((await put(server, { project: 'crane', bom })).statusCode).toBe(200)
      expect((await put(server, { projectName: 'Crane', projectVersion: '1.2', bom })).statusCode).toBe(200)
    })

    it('take a form', async () => {
      const { server, work } = await scene(place)
      const { body, type } = form(
        { autoCreate: 'true', projectName: 'Winch', projectVersion: '3' },
        { name: 'bom.json', content: sbom, field: 'bom' },
      )
      const answer = await server.inject({
        method: 'POST',
        url: '/api/v1/bom',
        headers: { ...headers, 'content-type': type },
        body,
      })
      expect(answer.statusCode).toBe(200)
      await work()
      const { token } = answer.json<{ token: string }>()
      expect(await status(server, token)).toMatchObject({ product: 'winch', version: '3', state: 'analyzed' })
    })

    it('refuse as they do there: no project, nothing sent', async () => {
      const { server } = await scene(place)
      const bom = Buffer.from(sbom).toString('base64')
      expect((await put(server, { projectName: 'Nobody', projectVersion: '1', bom })).statusCode).toBe(404)
      expect((await put(server, { project: 'quay' })).statusCode).toBe(400)
      expect((await put(server, { bom })).statusCode).toBe(400)
      expect((await server.inject({ url: '/api/version', headers })).json()).toMatchObject({
        version: expect.stringMatching(/^4\./) as string,
        application: 'Headwater',
      })
    })
  },
  ['C'],
)

function form(fields: Record<string, string>, file: { name: string; content: string; field?: string }) {
  const boundary = 'harbor-boundary'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const disposition = `form-data; name="${file.field ?? 'file'}"; filename="${file.name}"`
  const body = `${parts.join('')}--${boundary}\r\ncontent-disposition: ${disposition}\r\ncontent-type: application/octet-stream\r\n\r\n${file.content}\r\n--${boundary}--\r\n`
  return { body, type: `multipart/form-data; boundary=${boundary}` }
}

describe('nothing of it', () => {
  it('is a bug', () => expect(bugs).toEqual([]))
})
