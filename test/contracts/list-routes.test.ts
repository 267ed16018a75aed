/** Routes of lists and pages: what they answer has the shape they promise, obeys rights, and comes as a file too. */

import { strFromU8, unzipSync } from 'fflate'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { findingItem } from '#api/findings.ts'
import type { healthItem } from '#api/health.ts'
import type { licensedPart } from '#api/licenses.ts'
import type { packageItem, useItem } from '#api/packages.ts'
import type { productItem, productPart } from '#api/products.ts'
import { accessSettings } from '#app/access/request.ts'
import { csvCell } from '#app/lists/export.ts'
import type { FindingItem } from '#app/lists/findings.ts'
import type { HealthItem } from '#app/lists/health.ts'
import type { PackageItem } from '#app/lists/packages.ts'
import type { PartItem } from '#app/lists/parts.ts'
import type { ProductItem } from '#app/lists/products.ts'
import type { ProductPart, UseItem } from '#app/lists/where-used.ts'
import { saveViews } from '#app/save-views.ts'
import { loopbackActor, type Scope } from '#domain/access.ts'
import { severities } from '#domain/finding.ts'
import type { Route } from '#server/route.ts'
import { routes } from '#server/routes.generated.ts'
import { saveAssessment } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { loadWords } from '#text/load-words.ts'
import { listPortfolio, plainSample } from '#test/list-portfolio.ts'
import { describeOnEveryEngine, openFresh, type Place } from './stores.ts'

const words = await loadWords('en')
const now = '2026-11-22T09:00:00.000Z'
const byPath = new Map(
  (routes as readonly (readonly Route[])[])
    .flat()
    .filter(({ method }) => method === 'GET')
    .map((route) => [route.path, route]),
)

type Asked = { readonly params?: object; readonly query?: object; readonly scope?: Scope }

async function ask(store: Store, path: string, { params = {}, query = {}, scope = 'all' }: Asked = {}) {
  const route = byPath.get(path)
  if (route === undefined) throw new Error(`no route ${path}`)
  const answer = await route.handle(
    { params, query, body: undefined, file: null },
    {
      store,
      home: '',
      clock: () => now,
      actor: loopbackActor,
      scope,
      words,
      language: 'en',
      access: accessSettings({}, { isLoopbackOnly: true, offline: true }),
      request: { id: 'r-1', method: 'GET', path, ip: '127.0.0.1', header: () => undefined },
    },
  )
  return { route, answer, body: answer.body as never }
}

const listPaths = ['products', 'packages', 'findings', 'licenses', 'health'].map((name) => `/api/v1/${name}`)

const pages: readonly (readonly [path: string, asked: Asked])[] = [
  ...listPaths.map((path) => [path, {}] as const),
  ['/api/v1/products/:product', { params: { product: 'p-Berth Planner-0' } }],
  ['/api/v1/packages/*', { params: { '*': 'pkg:npm/lodash' } }],
  ['/api/v1/packages', { query: { product: 'p-Berth Planner-0' } }],
  ['/api/v1/where-used', { query: { package: 'pkg:npm/express', below: '2.0.0' } }],
  ['/api/v1/findings/:finding', { params: { finding: 'ALIAS-1' } }],
  ['/api/v1/findings/:finding/affected', { params: { finding: 'EXAMPLE-2026-1' } }],
  ['/api/v1/license-summary', {}],
  ['/api/v1/health-quadrant', {}],
  ['/api/v1/health/*', { params: { '*': 'pkg:npm/lodash' } }],
  ['/api/v1/value', {}],
  ['/api/v1/contribution', {}],
  ['/api/v1/agility', {}],
  ['/api/v1/alternatives', {}],
  ['/api/v1/maturity', {}],
  ['/api/v1/overview', {}],
  ['/api/v1/search', { query: { q: 'lod' } }],
  ['/api/v1/reports', {}],
]

describeOnEveryEngine('routes of lists and pages', (place) => {
  it('answer in the shape they promise, for who sees all and for who sees a unit', async () => {
    const store = await filled(place)
    for (const [path, asked] of pages)
      for (const scope of ['all', new Set(['harbor', 'quays'])] as const) {
        const { route, body } = await ask(store, path, { ...asked, scope })
        const wire: unknown = JSON.parse(JSON.stringify(body))
        const problems = [...Value.Errors(route.shape.response, wire)].map((error) => JSON.stringify(error))
        expect(problems, path).toEqual([])
        if (route.shape.query !== undefined) expect(Value.Check(route.shape.query, asked.query ?? {}), path).toBe(true)
      }
  })

  it('say nothing about other units', async () => {
    const store = await filled(place)
    const scope = new Set(['quays'])
    for (const [path, asked] of pages) {
      const told = await ask(store, path, { ...asked, scope }).then(
        ({ body }) => JSON.stringify(body),
        (error: { problem?: { code: string } }) => JSON.stringify(error.problem?.code),
      )
      for (const foreign of ['Lamp Room', 'Berth Planner', 'Old Ledger', 'minimist'])
        expect(told.includes(foreign) && !JSON.stringify(asked).includes(foreign), `${path} tells of ${foreign}`).toBe(
          false,
        )
    }
  })

  it('show a unit its own numbers on the first page, and withhold what cannot be cut', async () => {
    const store = await filled(place)
    const whole = (await ask(store, '/api/v1/overview')).body as Record<string, never>
    const unit = (await ask(store, '/api/v1/overview', { scope: new Set(['harbor', 'quays']) })).body
    expect(whole).toMatchObject({
      products: 7,
      isFirst: false,
      cards: {
        packages: { value: 6, before: { asOf: '2026-10-22', value: 6 } },
        urgent: { before: { value: expect.any(Number) } },
        // What nobody kept then is unknown, not nothing.
        given: { before: { value: null, why: 'not-collected' } },
      },
    })
    expect(unit).toMatchObject({
      products: 4,
      isFirst: false,
      cards: {
        packages: { value: 5, id: null, before: null },
        urgent: { before: null },
        value: { id: 'value/usage-replacement/unit:harbor', before: null },
        given: { value: null, why: 'withheld', before: null },
      },
      bySeverity: severities.map((severity) => ({ severity, before: null })),
    })
    const two = (await ask(store, '/api/v1/overview', { scope: new Set(['quays', 'lighthouse']) })).body
    expect(two).toMatchObject({ cards: { value: { value: null, why: 'withheld' } } })
    const contribution = (await ask(store, '/api/v1/contribution', { scope: new Set(['quays']) })).body
    expect(contribution).toMatchObject({ why: 'withheld', withheld: expect.arrayContaining(['give', 'repositories']) })
    expect((await ask(store, '/api/v1/contribution')).body).toMatchObject({ why: null, withheld: [] })
  })

  it('count in each card exactly the rows of the list that it opens', async () => {
    const store = await filled(place)
    for (const scope of ['all', new Set(['harbor', 'quays']), new Set(['lighthouse'])] as const) {
      const { body } = await ask(store, '/api/v1/overview', { scope })
      const { cards, bySeverity, toDo } = body as Record<string, unknown>
      type Card = { value: number; opens: { list: string; filters: Record<string, string> } }
      const { packages, urgent } = cards as Record<string, Card>
      for (const card of [packages, urgent, ...(bySeverity as Card[]), ...(toDo as Card[])]) {
        if (card === undefined) throw new Error('a card is missing')
        const filters = Object.entries(card.opens.filters).map(([name, value]) => [
          name,
          value === 'true' || value === 'false' ? value === 'true' : value,
        ])
        const query = Object.fromEntries(filters) as object
        const { body: page } = await ask(store, `/api/v1/${card.opens.list}`, { query, scope })
        expect((page as { total: { count: number } }).total.count, JSON.stringify(card.opens)).toBe(card.value)
      }
    }
  })

  it('refuse what is not offered, by shape and by themselves', async () => {
    const store = await filled(place)
    for (const path of listPaths) {
      const shape = byPath.get(path)?.shape.query as TSchema
      for (const query of [{ sort: 'color' }, { nonsense: 'x' }, { limit: 0 }, { order: 'up' }]) {
        expect(Value.Check(shape, query), `${path} ${JSON.stringify(query)}`).toBe(false)
        await expect(ask(store, path, { query })).rejects.toMatchObject({ problem: { code: 'usage' } })
      }
    }
  })

  it('come as CSV and as a workbook, with all rows, nothing that runs, and rights', async () => {
    const store = await filled(place)
    const scope = new Set(['quays'])
    for (const path of [...listPaths, '/api/v1/where-used']) {
      const query = path.endsWith('where-used') ? { package: 'pkg:npm/%3Dcmd' } : {}
      const csv = await fileOf(await ask(store, path, { query: { ...query, format: 'csv' }, scope }))
      const sheet = sheetOf(await fileOf(await ask(store, path, { query: { ...query, format: 'xlsx' }, scope })))
      const { body } = await ask(store, path, { query, scope })
      const page = path.endsWith('where-used') ? (body as { products: object }).products : body
      const rows = (page as { total: { count: number } }).total.count
      const text = strFromU8(csv)
      expect(text.trimEnd().split('\r\n').length - 1, path).toBe(rows)
      expect(text).not.toMatch(/(?:^|,|\n)"?[=+@-]c/)
      expect(sheet.match(/<row>/g)?.length, path).toBe(rows + 1)
      expect(sheet).not.toContain('<f>')
      expect(text).not.toContain('Lamp Room')
      expect(sheet).not.toContain('Lamp Room')
    }
    const names = strFromU8(await fileOf(await ask(store, '/api/v1/packages', { query: { format: 'csv' } })))
    expect(names).toContain(`"'=cmd"`)
  })

  it('name the assessments there are, and suppose nothing about products out of sight', async () => {
    const store = await filled(place)
    const { body } = await ask(store, '/api/v1/reports')
    expect((body as { items: { asOf: string }[] }).items.map(({ asOf }) => asOf)).toEqual(['2026-11-22', '2026-10-22'])
    const hidden = ask(store, '/api/v1/value/what-if', {
      query: { assume: ['A3-labor-rate=2'], product: 'p-Lamp Room-2' },
      scope: new Set(['quays']),
    })
    await expect(hidden).rejects.toMatchObject({ problem: { code: 'nothing-found' } })
  })
})

describe('shapes', () => {
  it('are those of the program', () => {
    expectTypeOf<Fixed<Static<typeof productItem>>>().toEqualTypeOf<Fixed<ProductItem>>()
    expectTypeOf<Fixed<Static<typeof productPart>>>().toEqualTypeOf<Fixed<ProductPart>>()
    expectTypeOf<Fixed<Static<typeof packageItem>>>().toEqualTypeOf<Fixed<PackageItem>>()
    expectTypeOf<Fixed<Static<typeof useItem>>>().toEqualTypeOf<Fixed<UseItem>>()
    expectTypeOf<Fixed<Static<typeof findingItem>>>().toEqualTypeOf<Fixed<FindingItem>>()
    expectTypeOf<Fixed<Static<typeof licensedPart>>>().toEqualTypeOf<Fixed<PartItem>>()
    expectTypeOf<Fixed<Static<typeof healthItem>>>().toEqualTypeOf<Fixed<HealthItem>>()
    expect(severities.length).toBe(6)
  })

  it('guard cells of CSV that a spreadsheet would run', () => {
    expect(['=1+1', '+1', '-1', '@SUM', '\tx', ' =1', '\uff1d1'].map(csvCell)).toEqual([
      `"'=1+1"`,
      `"'+1"`,
      `"'-1"`,
      `"'@SUM"`,
      `"'\tx"`,
      `"' =1"`,
      `"'\uff1d1"`,
    ])
    expect([-1, true, null, 'a-b', 'a,b', 'say "x"'].map(csvCell)).toEqual([
      '-1',
      'true',
      '',
      'a-b',
      '"a,b"',
      '"say ""x"""',
    ])
  })
})

/** Without the difference of lists that may be changed and those that may not. */
type Fixed<T> = T extends readonly (infer Item)[]
  ? readonly Fixed<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Fixed<T[Key]> }
    : T

async function filled(place: Place): Promise<Store> {
  const store = await openFresh(place)
  const { portfolio, assessment } = listPortfolio(plainSample)
  const times = { asOf: '2026-11-22', knownAt: now, recordedAt: now }
  const earlier = { asOf: '2026-10-22', knownAt: '2026-10-22T09:00:00.000Z', recordedAt: '2026-10-22T09:00:00.000Z' }
  const { inventory, vulnerabilities } = assessment
  const figures = [inventory.packages, ...vulnerabilities.bySeverity.map(({ count }) => count)]
  await saveAssessment(store, { ...earlier, assessment: { ...assessment, asOf: earlier.asOf }, figures })
  const id = await saveAssessment(store, { ...times, assessment, figures: [] })
  await saveViews(store, { portfolio, assessment }, id)
  return store
}

async function fileOf({ answer }: Awaited<ReturnType<typeof ask>>): Promise<Uint8Array> {
  expect(answer.headers?.['content-disposition']).toContain('attachment')
  const chunks: Buffer[] = []
  for await (const chunk of answer.body as AsyncIterable<Buffer | string>) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function sheetOf(file: Uint8Array): string {
  const entries = unzipSync(file)
  expect(Object.keys(entries).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ])
  return strFromU8(entries['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
}
