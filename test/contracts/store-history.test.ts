import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { EvidenceId } from '#domain/evidence.ts'
import { issueCodes, type IssueCode } from '#domain/issue.ts'
import { nothingStated, type Organization, type Product } from '#domain/organization.ts'
import { directnesses, type DocumentPart, partKinds, type ReadDocument, scopes } from '#domain/part.ts'
import type { PackageSize } from '#domain/portfolio.ts'
import { loadDocuments, loadUnread } from '#store/documents.ts'
import { saveEvidence } from '#store/evidence.ts'
import {
  addProduct,
  findProduct,
  loadOrganization,
  loadProductUnits,
  loadUnits,
  saveOrganization,
} from '#store/organization.ts'
import { erasePerson, nameOf, pseudonymFor } from '#store/people.ts'
import { saveDocument } from '#store/product-documents.ts'
import { listRevisions, type NewRevision, saveRevision } from '#store/revisions.ts'
import { loadSizes, saveSizes } from '#store/sizes.ts'
import type { Store } from '#store/store.ts'
import { describeOnEveryEngine, open, openFresh } from './stores.ts'

const january = '2026-01-15T00:00:00.000Z'
const june = '2026-06-15T00:00:00.000Z'
const november = '2026-11-22T00:00:00.000Z'
const always = { asOf: '2026-12-31', knownAt: '2026-12-31T00:00:00.000Z' }

describeOnEveryEngine('what was read', (place) => {
  it('is given back as it was read, whatever stands in it', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'any')
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(foreignText, anyDocument), { maxLength: 3 }), async (read) => {
        const product = `product-${(run += 1)}`
        const documents = read.map(([path, document]) => ({ path, evidence, document }))
        await saveRevision(store, { ...revisionOf(product), documents })
        const loaded = await loadDocuments(store, { ...always, products: [product] })
        expect(loaded).toEqual(documents.map((document) => ({ ...document, product })))
      }),
      { numRuns: 40 },
    )
  })

  it('keeps how each document states a part that several of them share', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'two')
    const purl = 'pkg:npm/%40scope/name@1.0.0'
    const stated = [
      part({ purl, name: '@scope/name' }),
      part({ purl, name: 'name', version: null }),
      part({ purl, name: '@scope/name' }),
    ]
    for (const [index, one] of stated.entries()) {
      const document = documentOf([one])
      await saveRevision(store, { ...revisionOf(`product-${index}`), documents: [{ path: 'x', evidence, document }] })
    }
    expect((await loadDocuments(store, always)).map(({ document }) => document.parts[0])).toEqual(stated)
    expect(await store.db.selectFrom('part').select('purl').execute()).toEqual([{ purl }])
  })

  it('takes names that are longer than an index can hold', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'long')
    const long = Array.from({ length: 6_000 }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
    ).join('')
    const document = documentOf([
      part({ name: long, purl: `pkg:npm/${long}a@1` }),
      part({ name: long, purl: `pkg:npm/${long}b@1` }),
      part({ name: long, purl: null }),
    ])
    await saveRevision(store, { ...revisionOf(`product-${long}`), documents: [{ path: long, evidence, document }] })
    const [loaded] = await loadDocuments(store, { ...always, products: [`product-${long}`] })
    expect(loaded?.document).toEqual(document)
    expect((await store.db.selectFrom('part').select('id').execute()).length).toBe(3)
  })

  it('makes no new revision when nothing changed, and one when it changed back', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'lock')
    const before = {
      ...revisionOf('ferry'),
      documents: [{ path: 'a.lock', evidence, document: documentOf([part({ name: 'a' })]) }],
    }
    const after = {
      ...before,
      recordedAt: june,
      documents: [{ path: 'a.lock', evidence, document: documentOf([part({ name: 'b' })]) }],
    }
    const first = await saveRevision(store, before)
    expect(await saveRevision(store, { ...before, recordedAt: june, label: 'again' })).toBe(first)
    const second = await saveRevision(store, after)
    const third = await saveRevision(store, { ...before, recordedAt: november })
    expect(new Set([first, second, third]).size).toBe(3)
    expect(await listRevisions(store, always)).toMatchObject([{ id: third, product: 'ferry', recordedAt: november }])
  })

  it('answers for the day it is asked about and with what was known at the time', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'history')
    const save = (name: string, validFrom: string, recordedAt: string) =>
      saveRevision(store, {
        ...revisionOf('ferry'),
        validFrom,
        recordedAt,
        documents: [{ path: name, evidence, document: documentOf([part({ name })]) }],
      })
    await save('spring', '2026-01-15', january)
    await save('summer', '2026-06-15', june)
    // Recorded last, about the days before the summer.
    await save('spring-corrected', '2026-01-15', november)
    await save('april', '2026-04-01', november)
    const at = async (asOf: string, knownAt: string) =>
      (await loadDocuments(store, { asOf, knownAt })).map(({ path }) => path)
    expect(await at('2026-01-14', november)).toEqual([])
    expect(await at('2026-12-31', '2026-01-14T00:00:00.000Z')).toEqual([])
    expect(await at('2026-03-01', january)).toEqual(['spring'])
    expect(await at('2026-03-01', june)).toEqual(['spring'])
    expect(await at('2026-03-01', november)).toEqual(['spring-corrected'])
    expect(await at('2026-05-01', june)).toEqual(['spring'])
    expect(await at('2026-05-01', november)).toEqual(['april'])
    expect(await at('2026-07-01', january)).toEqual(['spring'])
    expect(await at('2026-07-01', november)).toEqual(['summer'])
  })

  it('keeps both of two documents that came in at once, whose writers had clocks that differ', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'both')
    for (const [path, recordedAt] of [
      ['a', november],
      ['b', june],
    ] as const)
      await saveDocument(store, {
        ...revisionOf('ferry'),
        recordedAt,
        document: { path, evidence, document: documentOf([part({ name: path })]) },
      })
    expect((await loadDocuments(store, always)).map(({ path }) => path)).toEqual(['a', 'b'])
  })

  it('has no revision for a day after the last one ended', async () => {
    const store = await openFresh(place)
    await saveRevision(store, { ...revisionOf('old-ferry'), validTo: '2026-09-01' })
    expect((await listRevisions(store, { ...always, asOf: '2026-08-31' })).map(({ validTo }) => validTo)).toEqual([
      '2026-09-01',
    ])
    expect(await listRevisions(store, { ...always, asOf: '2026-09-01' })).toEqual([])
  })

  it('gives the products asked for, in one order, with what could not be read', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'several')
    for (const product of ['tide', 'Quay', 'ferry']) {
      const documents = [1, 2].map((number) => ({ path: `${product}/${number}`, evidence, document: documentOf([]) }))
      const unread = [{ path: `${product}/broken.lock`, code: 'not-json' as const }]
      await saveRevision(store, { ...revisionOf(product), documents, unread })
    }
    const paths = async (products?: string[]) =>
      (await loadDocuments(store, products === undefined ? always : { ...always, products })).map(({ path }) => path)
    expect(await paths()).toEqual(['Quay/1', 'Quay/2', 'ferry/1', 'ferry/2', 'tide/1', 'tide/2'])
    expect(await paths(['tide', 'ferry', 'unknown'])).toEqual(['ferry/1', 'ferry/2', 'tide/1', 'tide/2'])
    expect(await paths([])).toEqual([])
    expect(await loadUnread(store, { ...always, products: ['tide'] })).toEqual([
      { path: 'tide/broken.lock', code: 'not-json' },
    ])
    expect((await loadUnread(store, always)).map(({ path }) => path)).toEqual([
      'Quay/broken.lock',
      'ferry/broken.lock',
      'tide/broken.lock',
    ])
  })

  it('takes large documents', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'large')
    const parts = Array.from({ length: 20_000 }, (_, index) =>
      part({ name: `part-${index % 15_000}`, ref: `entry ${index}`, purl: `pkg:npm/part-${index % 15_000}@1.0.0` }),
    )
    const edges = Array.from({ length: 25_000 }, (_, index) => [(index % 20_000) - 1, (index * 7) % 20_000] as const)
    const document = { ...documentOf(parts), edges }
    await saveRevision(store, { ...revisionOf('ferry'), documents: [{ path: 'large', evidence, document }] })
    const [loaded] = await loadDocuments(store, always)
    expect(loaded?.document).toEqual(document)
  })

  it('is saved by several writers at once without a part of it twice or lost', async () => {
    const options = await place.fresh()
    const writers = [await open(options), await open(options), await open(options)]
    const evidence = await keep(writers[0] as Store, 'shared')
    const parts = Array.from({ length: 400 }, (_, index) =>
      part({ name: `p${index}`, purl: `pkg:npm/p${index}@1.0.0` }),
    )
    const orders = [parts, parts.toReversed(), [...parts.slice(200), ...parts.slice(0, 200)]]
    const ids = await Promise.all(
      writers.flatMap((writer, index) => [
        saveRevision(writer, {
          ...revisionOf(`own-${index}`),
          documents: [{ path: 'x', evidence, document: documentOf(orders[index] ?? []) }],
        }),
        saveRevision(writer, {
          ...revisionOf('common'),
          documents: [{ path: 'x', evidence, document: documentOf(parts) }],
        }),
      ]),
    )
    // Each its own product's, and all the same one of the common product.
    expect(new Set(ids).size).toBe(4)
    const loaded = await loadDocuments(writers[0] as Store, always)
    expect(loaded.map(({ product, document }) => [product, document.parts])).toEqual([
      ['common', parts],
      ...orders.map((order, index) => [`own-${index}`, order]),
    ])
    expect((await (writers[0] as Store).db.selectFrom('part').select('id').execute()).length).toBe(400)
  })

  it('is not kept when its original is unknown', async () => {
    const store = await openFresh(place)
    const documents = [{ path: 'x', evidence: 'f'.repeat(64), document: documentOf([]) }]
    await expect(saveRevision(store, { ...revisionOf('ferry'), documents })).rejects.toMatchObject({
      problem: { code: 'evidence-missing' },
    })
    expect(await listRevisions(store, always)).toEqual([])
  })
})

describeOnEveryEngine('the organization', (place) => {
  it('is loaded as it was declared, for a day and as known at a time', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'organization.yaml')
    const small = organization([])
    const grown = organization([product('ferry'), product('tide\0gauge')])
    expect(await loadOrganization(store, always)).toBeUndefined()
    await saveOrganization(store, small, { validFrom: '2026-01-15', recordedAt: january, evidence: null })
    await saveOrganization(store, grown, { validFrom: '2026-06-15', recordedAt: november, evidence })
    const load = (asOf: string, knownAt: string) => loadOrganization(store, { asOf, knownAt })
    expect(await load('2026-07-01', november)).toEqual(grown)
    expect(await load('2026-07-01', june)).toEqual(small)
    expect(await load('2026-03-01', november)).toEqual(small)
    expect(await load('2026-01-01', november)).toBeUndefined()
    const rows = await store.db
      .selectFrom('organization_product')
      .select(['product', 'criticality'])
      .orderBy('position')
      .execute()
    expect(rows).toEqual([
      { product: 'ferry', criticality: 'high' },
      { product: 'tide\0gauge', criticality: 'high' },
    ])
  })

  it('gets no new revision when it did not change', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'organization.yaml')
    const declared = { validFrom: '2026-01-15', recordedAt: january, evidence }
    await saveOrganization(store, organization([]), declared)
    await saveOrganization(store, organization([]), { ...declared, validFrom: '2026-06-15', recordedAt: june })
    expect((await store.db.selectFrom('organization_revision').select('id').execute()).length).toBe(1)
    await saveOrganization(store, organization([product('ferry')]), { ...declared, recordedAt: june })
    expect((await store.db.selectFrom('organization_revision').select('id').execute()).length).toBe(2)
  })
})

describeOnEveryEngine('products that come one by one', (place) => {
  const orElse = (): Organization => organization([])
  const days = ['2026-01-15', '2026-06-15', '2026-11-22']
  const clocks = [january, june, november]
  const change = fc.record({
    isAddition: fc.boolean(),
    validFrom: fc.constantFrom(...days),
    recordedAt: fc.constantFrom(...clocks),
    id: fc.constantFrom('ferry', 'tide', 'quay', 'mole', 'pier', 'buoy'),
  })

  it('stand in the organization as if each had declared it whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const store = await openFresh(place)
        const written: { validFrom: string; recordedAt: string; whole: Organization }[] = []
        const currentOf = (asOf: string, knownAt: string) =>
          written
            .filter(({ validFrom, recordedAt }) => validFrom <= asOf && recordedAt <= knownAt)
            .reduce<(typeof written)[number] | undefined>(
              (last, one) => (last === undefined || one.validFrom >= last.validFrom ? one : last),
              undefined,
            )?.whole
        for (const { isAddition, id, ...times } of changes) {
          const before = currentOf(times.validFrom, always.knownAt)
          if (isAddition) {
            const isThere = before?.products.some((known) => known.id === id) === true
            const outcome = await addProduct(store, product(id), { ...times, orElse })
            expect(outcome).toBe(isThere ? 'there' : 'added')
            const whole = before ?? organization([])
            if (!isThere) written.push({ ...times, whole: { ...whole, products: [...whole.products, product(id)] } })
          } else {
            const whole = organization([product(id)])
            await saveOrganization(store, whole, { ...times, evidence: null })
            if (JSON.stringify(before) !== JSON.stringify(whole)) written.push({ ...times, whole })
          }
        }
        for (const asOf of days)
          for (const knownAt of clocks) {
            const times = { asOf, knownAt }
            const expected = currentOf(asOf, knownAt)
            expect(await loadOrganization(store, times)).toEqual(expected)
            expect(await loadUnits(store, times)).toEqual(expected?.units ?? [])
            const units = (expected?.products ?? []).map(({ id, unit }) => [id, unit] as const)
            expect([...(await loadProductUnits(store, times))]).toEqual(units)
            for (const [id, unit] of units) expect(await findProduct(store, times, id)).toEqual({ id, unit })
          }
        const seen = await sql<{ product_id: string }>`select product_id from view_products`.execute(store.db)
        const newest = currentOf(always.asOf, always.knownAt)?.products.map(({ id }) => id) ?? []
        expect(seen.rows.map(({ product_id }) => product_id).toSorted()).toEqual(newest.toSorted())
      }),
      { numRuns: 15 },
    )
  })

  it('take little place, however many come', async () => {
    const store = await openFresh(place)
    const ids = Array.from({ length: 450 }, (_, index) => `product-${index}`)
    const times = { validFrom: '2026-06-15', recordedAt: june }
    for (const id of ids) expect(await addProduct(store, product(id), { ...times, orElse })).toBe('added')
    expect((await loadOrganization(store, always))?.products.map(({ id }) => id)).toEqual(ids)
    // Two or three wholes, and otherwise each by itself: not 450 times 225.
    const rows = await store.db.selectFrom('organization_product').select('product').execute()
    expect(rows.length).toBeLessThan(1_500)
  })

  it('need a unit that there is', async () => {
    const store = await openFresh(place)
    const lost = { ...product('ferry'), unit: 'nowhere' }
    expect(await addProduct(store, lost, { validFrom: '2026-06-15', recordedAt: june, orElse })).toBe('unit-unknown')
    expect(await loadOrganization(store, always)).toBeUndefined()
  })

  it('are all there when several come at once', async () => {
    const options = await place.fresh()
    const writers = [await open(options), await open(options), await open(options)]
    const ids = Array.from({ length: 30 }, (_, index) => `product-${index}`)
    await Promise.all(
      ids.map((id, index) => {
        // The first to ask is not the first to write.
        const recordedAt = new Date(Date.parse(june) - index).toISOString()
        return addProduct(writers[index % 3] as Store, product(id), { validFrom: '2026-06-15', recordedAt, orElse })
      }),
    )
    const known = (await loadOrganization(writers[0] as Store, always))?.products.map(({ id }) => id)
    expect(known?.toSorted()).toEqual(ids.toSorted())
  })
})

describeOnEveryEngine('people', (place) => {
  it('have one pseudonym each, whoever asks, that tells nothing', async () => {
    const options = await place.fresh()
    const stores = [await open(options), await open(options)]
    const store = stores[0] as Store
    const asked = { name: 'Ada Harbor', email: 'ada@city.example' }
    const ids = await Promise.all([0, 1, 0, 1].map((index) => pseudonymFor(stores[index] as Store, asked)))
    expect(new Set(ids).size).toBe(1)
    expect(await pseudonymFor(store, { name: ' Ada Harbor', email: 'Ada@City.example ' })).toBe(ids[0])
    expect(await pseudonymFor(store, { name: 'Ada Harbor', email: null })).not.toBe(ids[0])
    expect(ids[0]).not.toMatch(/ada|city/i)
    expect(await nameOf(store, ids[0] ?? '')).toEqual(asked)
  })

  it('are erased by one row, and nothing leads back to them', async () => {
    const store = await openFresh(place)
    const person = await pseudonymFor(store, { name: 'Ada Harbor', email: 'ada@city.example' })
    const other = await pseudonymFor(store, { name: 'Ben Quay', email: null })
    expect(await erasePerson(store, person)).toBe(true)
    expect(await erasePerson(store, person)).toBe(false)
    expect(await nameOf(store, person)).toBeUndefined()
    expect(await nameOf(store, other)).toEqual({ name: 'Ben Quay', email: null })
    expect(await pseudonymFor(store, { name: 'Ada Harbor', email: 'ada@city.example' })).not.toBe(person)
  })
})

describeOnEveryEngine('sizes', (place) => {
  it('are the last of each package, version and source, for a day and as known at a time', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'sizes')
    const old = size('pkg:npm/a', { version: '1.0.0', measuredOn: '2026-01-10', evidence })
    const grown = { ...old, measuredOn: '2026-06-10', deduplicated: 2_000, raw: 3_000 }
    const unversioned = size('pkg:npm/a', { evidence, measuredOn: '2026-01-10' })
    const published = size('pkg:npm/a', {
      version: '1.0.0',
      source: 'published',
      isData: true,
      evidence,
      measuredOn: '2026-01-10',
    })
    await saveSizes(store, [old, unversioned, published], { recordedAt: january })
    await saveSizes(store, [grown, unversioned, published], { recordedAt: june })
    await saveSizes(store, [grown, grown], { recordedAt: november })
    expect((await store.db.selectFrom('package_size').select('id').execute()).length).toBe(4)
    const load = (asOf: string, knownAt: string) => loadSizes(store, { asOf, knownAt })
    expect(await load('2026-12-31', november)).toEqual([unversioned, grown, published])
    expect(await load('2026-12-31', january)).toEqual([unversioned, old, published])
    expect(await load('2026-05-31', november)).toEqual([unversioned, old, published])
    expect(await load('2025-12-31', november)).toEqual([])
  })

  it('come back by the thousand, in the order of their packages', async () => {
    const store = await openFresh(place)
    const evidence = await keep(store, 'many sizes')
    const sizes = Array.from({ length: 5_000 }, (_, index) =>
      size(`pkg:npm/p${String(index).padStart(5, '0')}`, { evidence }),
    )
    await saveSizes(store, sizes.toReversed(), { recordedAt: january })
    await saveSizes(store, sizes, { recordedAt: june })
    expect(await loadSizes(store, always)).toEqual(sizes)
    expect((await store.db.selectFrom('package_size').select('id').execute()).length).toBe(5_000)
  })
})

/** Any UTF-16 text: control characters, U+0000 and halves of pairs stand in real files. */
const foreignText = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
)
const maybeText = fc.option(foreignText)
const issueCode = fc.constantFrom(...(Object.keys(issueCodes) as IssueCode[]))
const count = fc.nat()

const anyPart: fc.Arbitrary<DocumentPart> = fc.record(
  {
    ref: foreignText,
    at: foreignText,
    kind: fc.constantFrom(...partKinds),
    purl: fc.oneof(maybeText, fc.constantFrom('pkg:npm/a@1', 'pkg:npm/b@2')),
    name: fc.oneof(foreignText, fc.constantFrom('a', 'b')),
    version: maybeText,
    scope: fc.constantFrom(...scopes),
    directness: fc.constantFrom(...directnesses),
    licenses: fc.array(
      fc.record(
        {
          basis: fc.constantFrom('declared', 'concluded', 'found'),
          text: foreignText,
          expression: foreignText,
          portion: foreignText,
        },
        { requiredKeys: ['basis', 'text'], noNullPrototype: true },
      ),
      { maxLength: 2 },
    ),
    hashes: fc.array(fc.record({ algorithm: foreignText, value: foreignText }, { noNullPrototype: true }), {
      maxLength: 2,
    }),
    supplier: foreignText,
    sourceUrl: foreignText,
    deprecation: foreignText,
  },
  {
    requiredKeys: ['ref', 'at', 'kind', 'purl', 'name', 'version', 'scope', 'directness', 'licenses', 'hashes'],
    noNullPrototype: true,
  },
)

const anyDocument: fc.Arbitrary<ReadDocument> = fc.record(
  {
    format: foreignText,
    specVersion: maybeText,
    reader: foreignText,
    subject: fc.option(
      fc.record({ name: foreignText, version: maybeText, purl: maybeText }, { noNullPrototype: true }),
    ),
    counts: fc.record(
      { found: count, taken: count, refused: count, edges: count, services: count },
      { noNullPrototype: true },
    ),
    parts: fc.array(anyPart, { maxLength: 20 }),
    edges: fc.array(fc.tuple(fc.integer({ min: -1, max: 100 }), fc.nat({ max: 100 })), { maxLength: 30 }),
    refused: fc.array(fc.record({ where: foreignText, code: issueCode }, { noNullPrototype: true }), { maxLength: 2 }),
    issues: fc.array(
      fc.record(
        { where: foreignText, code: issueCode, detail: foreignText },
        { requiredKeys: ['where', 'code'], noNullPrototype: true },
      ),
      { maxLength: 2 },
    ),
  },
  { noNullPrototype: true },
)

async function keep(store: Store, content: string): Promise<EvidenceId> {
  const bytes = new TextEncoder().encode(content)
  const [evidence] = await saveEvidence(store, [
    { kind: 'lockfile', name: content, bytes, retrievedAt: january, recordedAt: january },
  ])
  return evidence?.id ?? ''
}

function revisionOf(product: string): NewRevision {
  return { product, label: 'main', validFrom: '2026-01-15', recordedAt: january, documents: [], unread: [] }
}

function part(stated: Partial<DocumentPart>): DocumentPart {
  const fixed = { ref: 'r', at: '/packages/0', kind: 'software', purl: null, name: 'a', version: '1.0.0' } as const
  return { ...fixed, scope: 'runtime', directness: 'direct', licenses: [], hashes: [], ...stated }
}

function documentOf(parts: readonly DocumentPart[]): ReadDocument {
  const counts = { found: parts.length, taken: parts.length, refused: 0, edges: 0, services: 0 }
  return {
    format: 'package-lock.json',
    specVersion: '3',
    reader: 'package-lock',
    subject: null,
    counts,
    parts,
    edges: [],
    refused: [],
    issues: [],
  }
}

function product(id: string): Product {
  const owned = { unit: 'port', criticality: 'high', audience: 'public', supplier: null, owner: null } as const
  return { id, name: id, origin: 'made', ...owned, paths: [id] }
}

function organization(products: readonly Product[]): Organization {
  return {
    id: 'harbor-city',
    name: 'Harbor City',
    units: [{ id: 'port', name: 'Port', parent: null }],
    products,
    suppliers: [{ id: 'tidal', name: 'Tidal Ltd', contract: null }],
    people: [],
    domains: ['city.example'],
    laborRate: {
      yearlyWage: 60_000,
      currency: 'EUR',
      loadFactor: 1.7,
      source: 'pay table',
      asOf: '2026-01-01',
      basis: 'organization',
    },
    stated: nothingStated,
    isDeclared: true,
  }
}

function size(name: string, stated: Partial<PackageSize>): PackageSize {
  const counted = {
    version: null,
    deduplicated: 1_000,
    raw: 1_500,
    source: 'measured-installed',
    isData: false,
  } as const
  return { package: name, ...counted, evidence: '', at: 'line 2', measuredOn: '2026-01-15', ...stated }
}
