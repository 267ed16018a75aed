/** Every list: its numbers are those of the portfolio, its order is total, its pages join, its filters and scopes hold. */

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askList, openLens } from '#app/lists/ask.ts'
import type { Lens } from '#app/lists/cut.ts'
import { findings } from '#app/lists/findings.ts'
import { health } from '#app/lists/health.ts'
import { itemsOf, pageOf } from '#app/lists/list.ts'
import { packages } from '#app/lists/packages.ts'
import { parts } from '#app/lists/parts.ts'
import { products } from '#app/lists/products.ts'
import { lists, triedFilters, type AnyList } from '#app/lists/registry.ts'
import { searchTexts } from '#app/lists/search-texts.ts'
import { search } from '#app/lists/search.ts'
import { partsAsked, partsOfAdvisory, partsOfProduct, usesOfParts } from '#app/lists/where-used.ts'
import { saveViews } from '#app/save-views.ts'
import type { Assessment } from '#domain/assessment/assessment.ts'
import { isWithin, type Scope } from '#domain/access.ts'
import { criticalityOf, criticalityOfPackages } from '#domain/criticality.ts'
import { severities } from '#domain/finding.ts'
import { orders, type ListPage } from '#domain/lists.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { Store } from '#store/store.ts'
import { listPortfolio, plainSample, pool, sampleUnits, type PlainPortfolio } from '#test/list-portfolio.ts'
import { describeOnEveryEngine, openFresh, type Place } from './stores.ts'

const scopesTried: readonly Scope[] = [
  'all',
  new Set(['harbor', 'quays']),
  new Set(['quays']),
  new Set(['lighthouse']),
  new Set(['quays', 'lighthouse']),
  new Set<string>(),
]

describeOnEveryEngine('lists', (place) => {
  it('tell after each assessment what a count from nothing tells, for every scope', { timeout: 300_000 }, async () => {
    const store = await openFresh(place)
    let round = 0
    await fc.assert(
      fc.asyncProperty(plainPortfolios(), async (plain) => {
        const { portfolio, assessment } = listPortfolio(plain)
        await saveViews(store, { portfolio, assessment }, `assessment-${(round += 1)}`)
        for (const scope of scopesTried) expectCounted(await openLens(store, scope), plain, portfolio, scope)
        const whole = await openLens(store, 'all')
        expectAgreement(whole, assessment)
        await expectUses(whole, plain)
        // Rows that did not change keep what they are searched by.
        expect(whole.views.searchTexts).toEqual(searchTexts(whole.views.tables, undefined))
      }),
      { numRuns: 25 },
    )
  })

  it('are total and stable in every order, and their pages join', { timeout: 300_000 }, async () => {
    const store = await filled(place)
    for (const scope of scopesTried) {
      const lens = await openLens(store, scope)
      for (const list of lists)
        for (const sort of Object.keys(list.sorts))
          for (const order of orders)
            for (const limit of [1, 3, 500]) {
              const whole = [...itemsOf(list, { sort, order, filters: {} }, lens)]
              expectSorted(list, sort, order, whole)
              const { joined, totals } = joinPages(list, sort, order, limit, lens)
              expect(joined, `${list.id} by ${sort} ${order}`).toEqual(whole)
              expect(new Set(totals)).toEqual(new Set([`${whole.length} exact`]))
            }
    }
  })

  it('continue behind the last row seen also when rows came and went between pages', async () => {
    const store = await filled(place)
    const query = { sort: 'name', order: 'ascending', limit: 2, filters: {} } as const
    const first = pageOf(products, { ...query, after: null }, await openLens(store, 'all'))
    expect(first.items.map(({ name }) => name)).toEqual(['Anchor Board', 'Berth Planner'])
    const without = plainSample.products.filter(({ name }) => name !== 'Berth Planner')
    const changed = {
      ...plainSample,
      products: [...without, { ...(plainSample.products[0] as PlainPortfolio['products'][0]), name: 'Zebra' }],
    }
    await saveViews(store, listPortfolio(changed), 'later')
    const second = pageOf(products, { ...query, after: first.next }, await openLens(store, 'all'))
    expect(second.items.map(({ name }) => name)).toEqual(['Crane Telemetry', 'Lamp Room'])
  })

  it('narrow to what each filter says', async () => {
    const store = await filled(place)
    for (const scope of scopesTried) {
      const lens = await openLens(store, scope)
      for (const list of lists) {
        const [sort = ''] = Object.keys(list.sorts)
        const whole = [...itemsOf(list, { sort, order: 'ascending', filters: {} }, lens)]
        for (const filters of triedFilters(list, lens)) {
          const [name, value] = Object.entries(filters)[0] ?? []
          if (name === undefined) continue
          const says = meaning[list.id]?.[name]
          if (says === undefined) throw new Error(`no meaning of ${list.id} ${name}`)
          const found = [...itemsOf(list, { sort, order: 'ascending', filters }, lens)]
          const wanted = whole.filter((item) => says(item as never, value as never, lens))
          expect(found, `${list.id} ${name}=${String(value)}`).toEqual(wanted)
        }
      }
    }
  })

  it('show two readers of different units different rows and numbers', async () => {
    const store = await filled(place)
    const [harbor, lighthouse, whole] = await Promise.all([
      openLens(store, new Set(['harbor', 'quays'])),
      openLens(store, new Set(['lighthouse'])),
      openLens(store, 'all'),
    ])
    const told = (lens: Lens) => {
      const query = { sort: 'products', order: 'descending', filters: {} } as const
      return {
        products: [...itemsOf(products, { ...query, sort: 'name' }, lens)].map(({ name }) => name).sort(),
        lodash: [...itemsOf(packages, query, lens)].find(({ name }) => name === 'lodash')?.products,
        formula: [...itemsOf(packages, query, lens)].some(({ name }) => name === '=cmd'),
        findings: [...itemsOf(findings, query, lens)].reduce((sum, one) => sum + one.products, 0),
        parts: [...itemsOf(parts, query, lens)].length,
      }
    }
    expect(told(harbor)).toMatchObject({
      products: ['Berth Planner', 'Crane Telemetry', 'Sail Loft', 'Store Shed'],
      lodash: 2,
      formula: true,
    })
    expect(told(lighthouse)).toMatchObject({ products: ['Anchor Board', 'Lamp Room'], lodash: 1, formula: false })
    expect(told(whole)).toMatchObject({ lodash: 3 })
    expect(told(whole).findings).toBeGreaterThan(told(harbor).findings + told(lighthouse).findings)
  })

  it('refuse sorts, orders, filters and keys that they do not offer', async () => {
    const store = await filled(place)
    const lens = await openLens(store, 'all')
    for (const raw of [
      { sort: 'toString' },
      { sort: 'score' },
      { order: 'up' },
      { origin: 'stolen' },
      { constructor: 'x' },
      { withoutLicense: 'perhaps' },
      { after: 'nonsense' },
      { limit: 0 },
      { limit: 501 },
      { format: 'pdf' },
    ])
      expect(() => askList(products, raw, lens), JSON.stringify(raw)).toThrow(
        expect.objectContaining({ problem: expect.objectContaining({ code: 'usage' }) }),
      )
  })

  it('answer which products contain a package below a version, by which path and whose', async () => {
    const store = await filled(place)
    const asked = { package: 'pkg:npm/express', below: '1.10.0', version: undefined }
    const all = await openLens(store, 'all')
    const { parts: below, unordered } = partsAsked(all, asked)
    expect(unordered).toBe(0)
    const answer = await usesOfParts(all, below, { after: null, limit: 50 })
    expect(
      answer.items.map(({ name, versions, depth, path }) => [name, versions, depth, path.map((step) => step.name)]),
    ).toEqual([
      ['Berth Planner', ['1.2.0'], 2, ['lodash', 'express']],
      ['Crane Telemetry', ['1.2.0'], 2, ['lodash', 'express']],
    ])
    const quays = await openLens(store, new Set(['quays']))
    const cut = await usesOfParts(quays, partsAsked(quays, asked).parts, { after: null, limit: 50 })
    expect(cut.items.map(({ name, unit }) => [name, unit?.id])).toEqual([['Crane Telemetry', 'quays']])
    expect(cut.total).toEqual({ count: 1, kind: 'exact' })
    const lighthouse = await openLens(store, new Set(['lighthouse']))
    // 1.10.0 is not below itself, and that is the only one there.
    expect(partsAsked(lighthouse, asked).parts).toEqual([])
    const first = await usesOfParts(all, below, { after: null, limit: 1 })
    const second = await usesOfParts(all, below, { after: first.next, limit: 1 })
    expect([...first.items, ...second.items]).toEqual(answer.items)
    expect(second.next).toBeNull()
  })

  it('keep what a reader may not see from questions about it', async () => {
    const store = await filled(place)
    const quays = await openLens(store, new Set(['quays']))
    const hidden = expect.objectContaining({ problem: expect.objectContaining({ code: 'nothing-found' }) })
    expect(() => partsAsked(quays, { package: 'pkg:npm/minimist', below: undefined, version: undefined })).toThrow(
      hidden,
    )
    expect(() => partsOfAdvisory(quays, 'NO-SUCH')).toThrow(hidden)
    await expect(partsOfProduct(quays, 'p-Lamp Room-2')).rejects.toThrow(hidden)
    const own = await partsOfProduct(quays, 'p-Crane Telemetry-1')
    expect(own.map(({ name, version, via }) => [name, version, via])).toEqual([
      ['lodash', '1.10.0', null],
      ['=cmd', '1.2.0', null],
      ['express', '1.2.0', 0],
    ])
  })

  it('find by the beginnings of words, and only what is in sight', async () => {
    const store = await filled(place)
    const names = async (scope: Scope, question: string) =>
      search(await openLens(store, scope), question, 8).flatMap(({ hits }) =>
        hits.map(({ kind, name }) => `${kind} ${name}`),
      )
    expect(await names('all', 'berth')).toEqual(['product Berth Planner'])
    expect(await names('all', 'PLAN ber')).toEqual(['product Berth Planner'])
    expect(await names('all', 'erth')).toEqual([])
    expect(await names(new Set(['lighthouse']), 'berth')).toEqual([])
    expect(await names('all', 'alias-1')).toEqual(['finding EXAMPLE-2026-1'])
    expect(await names('all', 'lodash')).toContain('package lodash')
    expect(await names('all', '   ')).toEqual([])
  })
})

describe('the property itself', () => {
  it('would notice a unit that is left out', () => {
    const { portfolio } = listPortfolio(plainSample)
    const counted = countFromNothing(plainSample, portfolio, new Set(['harbor']))
    expect(counted.products).not.toEqual(
      countFromNothing(plainSample, portfolio, new Set(['harbor', 'quays'])).products,
    )
  })
})

async function filled(place: Place): Promise<Store> {
  const store = await openFresh(place)
  await saveViews(store, listPortfolio(plainSample), 'sample')
  return store
}

function plainPortfolios(): fc.Arbitrary<PlainPortfolio> {
  const entry = fc.record({ part: fc.nat(pool.length - 1), from: fc.integer({ min: -1, max: 5 }), scope: fc.nat(3) })
  const product = fc.record({
    name: fc.constantFrom('Anchor', 'Barge', 'Canal', 'Dock', 'Éstuary', 'zander'),
    unit: fc.constantFrom(...sampleUnits.map(({ id }) => id), null),
    criticality: fc.constantFrom('low' as const, 'medium' as const, 'high' as const, 'mission' as const, null),
    // An entry comes through an earlier one or from the product.
    entries: fc
      .array(entry, { maxLength: 6 })
      .map((entries) => entries.map((one, at) => ({ ...one, from: one.from < at ? one.from : -1 }))),
  })
  const finding = fc.record({
    part: fc.nat(pool.length - 1),
    number: fc.nat(6),
    severity: fc.constantFrom(...severities),
    score: fc.option(fc.nat(10)),
  })
  const distinct = (one: PlainPortfolio['findings'][0]): string => `${one.part} ${one.number}`
  return fc.record({
    products: fc.array(product, { minLength: 1, maxLength: 7 }),
    findings: fc.uniqueArray(finding, { maxLength: 12, selector: distinct }),
    undecided: fc.uniqueArray(fc.nat(pool.length - 1)),
  })
}

type Counted = {
  readonly products: readonly string[]
  readonly parts: Readonly<Record<string, number>>
  readonly packages: Readonly<Record<string, unknown>>
  readonly findings: readonly string[]
}

/** Straight from the plain rows, in the simplest way. */
function countFromNothing(plain: PlainPortfolio, portfolio: Portfolio, scope: Scope): Counted {
  const seen = plain.products
    .map((product, index) => ({ ...product, index }))
    .filter(({ unit }) => isWithin(scope, unit))
  const using = (accepts: (part: number) => boolean): number =>
    seen.filter(({ entries }) => entries.some(({ part }) => accepts(part))).length
  const purls = pool.flatMap(({ purl }, part) => (using((other) => other === part) === 0 ? [] : [{ purl, part }]))
  const keys = [...new Set(purls.flatMap(({ part }) => pool[part]?.package ?? []))]
  const criticality = new Map(criticalityOfPackages(portfolio).map((one) => [one.package, one.uses]))
  const productOf = (index: number) => seen.some((product) => product.index === index)
  return {
    products: seen.map(({ name, index }) => `p-${name}-${index}`).sort(),
    parts: Object.fromEntries(purls.map(({ purl, part }) => [purl, using((other) => other === part)])),
    packages: Object.fromEntries(
      keys.map((key) => {
        const versions = purls.filter(({ part }) => pool[part]?.package === key)
        const known = plain.findings.filter(({ part }) => versions.some((version) => version.part === part))
        return [
          key,
          {
            products: using((part) => pool[part]?.package === key),
            versions: versions.length,
            findings: known.length === 0 && versions.some(({ part }) => isUndecided(plain, part)) ? null : known.length,
            severity: severities.find((severity) => known.some((one) => one.severity === severity)) ?? null,
            criticality: criticalityOf(
              (criticality.get(key) ?? []).filter(({ product }) => productOf(product)),
            ).toFixed(9),
          },
        ]
      }),
    ),
    findings: plain.findings
      .filter(({ part }) => using((other) => other === part) > 0)
      .map(({ part, number }) => `EXAMPLE-2026-${number} ${pool[part]?.purl} ${using((other) => other === part)}`)
      .sort(),
  }
}

function isUndecided({ undecided = [] }: PlainPortfolio, part: number): boolean {
  return undecided.includes(part)
}

function expectCounted(lens: Lens, plain: PlainPortfolio, portfolio: Portfolio, scope: Scope): void {
  const byName = { sort: 'name', order: 'ascending', filters: {} } as const
  const told: Counted = {
    products: [...itemsOf(products, byName, lens)].map(({ id }) => id).sort(),
    parts: Object.fromEntries([...itemsOf(parts, byName, lens)].map((part) => [part.purl, part.products])),
    packages: Object.fromEntries(
      [...itemsOf(packages, byName, lens)].map((one) => [
        one.key,
        {
          products: one.products,
          versions: one.versions,
          findings: one.findings,
          severity: one.severity,
          criticality: one.criticality.toFixed(9),
        },
      ]),
    ),
    findings: [...itemsOf(findings, byName, lens)].map((one) => `${one.id} ${one.purl} ${one.products}`).sort(),
  }
  expect(told).toEqual(countFromNothing(plain, portfolio, scope))
  for (const item of itemsOf(products, byName, lens)) {
    const product = plain.products[portfolio.organization.products.findIndex(({ id }) => id === item.id)]
    const used = new Set(product?.entries.map(({ part }) => part))
    const lookedUp = [...used].filter((part) => !isUndecided(plain, part)).length
    expect(item.parts).toBe(used.size === 0 ? null : used.size)
    expect(item.lookedUp).toMatchObject({ known: lookedUp, of: used.size })
    const isFound = plain.findings.some(({ part }) => used.has(part))
    if (lookedUp === 0 && !isFound) expect(item.findings).toBeNull()
    else
      for (const severity of severities)
        expect(item.findings?.[severity]).toBe(
          plain.findings.filter((one) => one.severity === severity && used.has(one.part)).length,
        )
  }
}

/** What the assessment says of the organization as a whole. */
function expectAgreement(lens: Lens, { health: told, inventory, value }: Assessment): void {
  const byName = { sort: 'name', order: 'ascending', filters: {} } as const
  const number = (figure: { readonly known: boolean; readonly value?: unknown }) => (figure.known ? figure.value : null)
  const rows = [...itemsOf(health, byName, lens)]
  const line = (subject: string, count: number, criticality: number): string =>
    `${subject} ${count} ${criticality.toFixed(9)}`
  expect(rows.map((row) => line(row.subject, row.products, row.criticality)).sort()).toEqual(
    told.subjects.map((one) => line(one.subject, one.products, Number(number(one.criticality.figure) ?? 0))).sort(),
  )
  const all = [...itemsOf(packages, byName, lens)]
  expect(all.length).toBe(number(inventory.packages.figure))
  expect([...itemsOf(parts, byName, lens)].length).toBe(number(inventory.versions.figure))
  expect(all.flatMap((one) => one.value ?? []).length).toBe(value.packages.length)
}

/** Each part that a product lists, by a way that the product lists too, no longer than the shortest one. */
async function expectUses(
  lens: Lens,
  { products: plain, findings: found, undecided = [] }: PlainPortfolio,
): Promise<void> {
  for (const [index, { name, entries }] of plain.entries()) {
    const id = `p-${name}-${index}`
    const depths = new Map<number, number>()
    const steps: number[] = []
    for (const { part, from } of entries) {
      const depth = from < 0 ? 1 : (steps[from] ?? 0) + 1
      steps.push(depth)
      depths.set(part, Math.min(depths.get(part) ?? depth, depth))
    }
    const told = await partsOfProduct(lens, id)
    for (const { purl, findings: counted } of told) {
      const number = pool.findIndex((one) => one.purl === purl)
      const known = found.filter(({ part }) => part === number).length
      expect(counted).toBe(known === 0 && undecided.includes(number) ? null : known)
    }
    expect(new Map(told.map(({ purl, depth }) => [purl, depth]))).toEqual(
      new Map([...depths].map(([part, depth]) => [pool[part]?.purl, depth])),
    )
    const listed = new Set(
      entries.map(({ part, from }) => `${from < 0 ? 'product' : nameOf(entries[from]?.part)} ${nameOf(part)}`),
    )
    for (const [part, depth] of depths) {
      const { parts: asked } = partsAsked(lens, {
        package: pool[part]?.purl ?? '',
        below: undefined,
        version: undefined,
      })
      const use = (await usesOfParts(lens, asked, { after: null, limit: null })).items.find(
        ({ product }) => product === id,
      )
      expect(use?.path.length).toBeGreaterThan(0)
      expect(use?.path.length).toBeLessThanOrEqual(depth)
      const way = ['product', ...(use?.path ?? []).map((step) => `${step.name}@${step.version}`)]
      expect(way.at(-1)).toBe(nameOf(part))
      for (const [at, step] of way.slice(1).entries()) expect(listed).toContain(`${way[at]} ${step}`)
    }
  }
}

function nameOf(part: number | undefined): string {
  const { name, version } = pool[part ?? -1] ?? {}
  return `${name}@${version}`
}

function joinPages(list: AnyList, sort: string, order: (typeof orders)[number], limit: number, lens: Lens) {
  const joined: object[] = []
  const totals: string[] = []
  for (let after: string | null = null; ;) {
    const page: ListPage<object> = pageOf(list, { sort, order, after, limit, filters: {} }, lens)
    joined.push(...page.items)
    expect(joined.length, 'pages that never end').toBeLessThanOrEqual(page.total.count)
    totals.push(`${page.total.count} ${page.total.kind}`)
    if (page.next === null) return { joined, totals }
    expect(page.items.length).toBe(limit)
    after = page.next
  }
}

/** By the names that the order promises, where an item shows what it is sorted by. */
function expectSorted(list: AnyList, sort: string, order: string, whole: readonly object[]): void {
  const field = shown[`${list.id} ${sort}`]
  if (field === undefined) return
  const keys = whole.map((item) => field(item as never))
  const known = keys.filter((key) => key !== null)
  expect(keys.slice(0, known.length), `${list.id} ${sort}: unknown last`).toEqual(known)
  for (const [at, key] of known.entries()) {
    const next = known[at + 1]
    if (next === undefined) continue
    if (order === 'ascending') expect(key <= next, `${list.id} ${sort} ${order}`).toBe(true)
    else expect(key >= next, `${list.id} ${sort} ${order}`).toBe(true)
  }
}

type Row = Readonly<Record<string, unknown>>
type Key = string | number | null

const shown: Readonly<Record<string, (item: Row) => Key>> = {
  'products name': ({ name }) => String(name).toLowerCase(),
  'products parts': ({ parts: count }) => count as Key,
  'products packages': ({ packages: count }) => count as Key,
  'products without-license': ({ withoutLicense }) => withoutLicense as Key,
  'packages criticality': ({ criticality }) => Number(criticality),
  'packages health': ({ health }) => health as Key,
  'packages products': ({ products: count }) => Number(count),
  'packages versions': ({ versions }) => Number(versions),
  'packages findings': ({ findings: count }) => count as Key,
  'packages value': ({ value }) => (value as { central: number } | null)?.central ?? null,
  'packages ecosystem': ({ ecosystem }) => ecosystem as Key,
  'parts products': ({ products: count }) => Number(count),
  'parts license': ({ license }) => license as Key,
  'findings score': ({ score }) => score as Key,
  'findings products': ({ products: count }) => Number(count),
  'findings rank': ({ severity }) => severities.indexOf(severity as never),
  'findings published': ({ published }) => published as Key,
  'health health': ({ health }) => health as Key,
  'health criticality': ({ criticality }) => Number(criticality),
  'health products': ({ products: count }) => Number(count),
}

type Says = (item: Row, value: never, lens: Lens) => boolean
const isText =
  (...texts: readonly unknown[]) =>
  (value: string) =>
    texts.join(' ').toLowerCase().includes(value)

/** What each filter means, told by what an item shows. */
const meaning: Readonly<Record<string, Readonly<Record<string, Says>>>> = {
  products: {
    q: ({ name, id }, value) => isText(name, id)(value),
    unit: ({ unit }, value) => (unit as { id: string } | null)?.id === value,
    criticality: ({ criticality }, value) => (criticality ?? 'undeclared') === value,
    origin: ({ origin }, value) => origin === value,
    audience: ({ audience }, value) => audience === value,
    severity: ({ findings: counts }, value) => ((counts as Record<string, number> | null)?.[value] ?? 0) > 0,
    withoutLicense: ({ withoutLicense: count }, value) => count !== null && Number(count) > 0 === value,
    hasDocuments: ({ documents }, value) => Number(documents) > 0 === value,
  },
  packages: {
    q: ({ name, key }, value) => isText(name, key)(value),
    ecosystem: ({ ecosystem }, value) => ecosystem === value,
    kind: ({ kind }, value) => kind === value,
    level: ({ level }, value) => (level ?? 'unknown') === value,
    criticality: ({ criticalityLevel }, value) => criticalityLevel === value,
    state: ({ state }, value) => (state ?? 'unknown') === value,
    warning: ({ warnings }, value) => (warnings as readonly string[]).includes(value),
    severity: ({ severity }, value) =>
      severity !== null && severities.indexOf(severity as never) <= severities.indexOf(value),
    openness: ({ openness }, value) => openness === value,
    isValued: ({ value: worth }, value) => (worth !== null) === value,
  },
  parts: {
    q: ({ name, purl }, value) => isText(name, purl)(value),
    ecosystem: ({ ecosystem }, value) => ecosystem === value,
    license: ({ license }, value) => license === value,
    openness: ({ openness }, value) => openness === value,
    reciprocity: ({ reciprocity }, value) => (reciprocity ?? 'unknown') === value,
    certainty: ({ certainty }, value) => certainty === value,
    duty: ({ duties }, value) => (duties as readonly string[]).includes(value),
    isNetwork: ({ network }, value) => network === value,
    isDisputed: ({ isDisputed }, value) => isDisputed === value,
    // A row of the list does not say it; what was assessed does.
    isUndecided: ({ purl, name, version }, value, { views }) =>
      views.tables.part.some(
        (one) => one?.isUndecided === true && one.purl === purl && one.name === name && one.version === version,
      ) === value,
  },
  findings: {
    q: ({ id, aliases, summary, name }, value) => isText(id, aliases, summary, name)(value),
    severity: ({ severity }, value) => severity === value,
    isUrgent: ({ severity }, value) => (severity === 'critical' || severity === 'high') === value,
    ecosystem: ({ ecosystem }, value) => ecosystem === value,
    package: ({ package: of }, value) => of === value,
    part: ({ part }, value) => part === value,
    isFixed: ({ fixed }, value) => (fixed as readonly string[]).length > 0 === value,
    // Nobody stated anything in these tests; statements are tried in `finding-statuses.test.ts`.
    status: ({ status }, value) => value === 'open' || value === status,
  },
  health: {
    q: ({ subject }, value) => isText(subject)(value),
    level: ({ level }, value) => level === value,
    criticality: ({ criticalityLevel }, value) => criticalityLevel === value,
    state: ({ state }, value) => (state ?? 'unknown') === value,
    warning: ({ warnings }, value) => (warnings as readonly string[]).includes(value),
    hasFunding: ({ hasFunding }, value) => hasFunding === value,
  },
}
