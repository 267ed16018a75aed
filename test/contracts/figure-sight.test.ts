/** What figures are about, over every figure that an assessment of the example keeps, and what a reader of one unit sees. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainForPage, type Explained } from '#app/explain.ts'
import { familyAbout } from '#app/lists/figure-families.ts'
import { openLens } from '#app/lists/ask.ts'
import { isProductSeen } from '#app/lists/areas.ts'
import { scopeOf, type Scope } from '#domain/access.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { ProblemError } from '#domain/problem.ts'
import { recordedUseOf, useInProductFigureId, usesFigureId } from '#domain/recorded-uses.ts'
import { listFigures } from '#store/assessments.ts'
import { documentsOf } from '#store/product-documents.ts'
import { openStore, type Store } from '#store/store.ts'
import { headwater } from '#test/headwater.ts'
import { scratchFolder } from '#test/sample-folder.ts'
import { createHistories } from '#tools/example/create-histories.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
const unit = 'citizen-services'
let home = ''
let store: Store
let scope: Scope
let figures: readonly NamedFigure[] = []

beforeAll(async () => {
  home = scratchFolder()
  createHistories(join(home, 'histories'))
  const clones = ['--clones', join(home, 'histories')]
  expect(headwater(['assess', example, ...clones, '--home', home, '--offline']).code).toBe(0)
  store = await openStore({ home })
  figures = await listFigures(store, '')
  const { views } = await openLens(store, 'all')
  scope = scopeOf({ grants: [{ role: 'viewer', unit }] }, 'read', { units: views.head.units })
})
afterAll(async () => {
  await store.close()
  rmSync(home, { recursive: true, force: true })
})

const now = new Date().toISOString()

/** @returns the code of the problem where it does not open */
async function opened(id: string): Promise<Explained | string> {
  try {
    return await explainForPage(store, scope, id, now)
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
    throw error
  }
}

function* linksOf(chain: Explained): Generator<Explained> {
  yield chain
  for (const input of chain.inputs) yield* linksOf(input)
}

describe('the families of figures', () => {
  it('name every figure that an assessment keeps', () => {
    const strangers = new Set(
      figures.filter(({ id }) => familyAbout(id) === undefined).map(({ id }) => id.split('/', 2).join('/')),
    )
    expect([...strangers], 'name them in src/app/lists/figure-families.ts').toEqual([])
  })

  it('tell of the whole where there is no subject, and of no inherited name', () => {
    for (const id of ['value/usage-replacement', 'value/usage-effort/condition:leaning-on-one', 'agility/drift/direct'])
      expect(familyAbout(id), id).toEqual({ kind: 'organization' })
    for (const id of ['', 'value', 'constructor/x', 'value/constructor', 'no/such'])
      expect(familyAbout(id), id).toBeUndefined()
  })
})

describe('a reader of one unit', () => {
  it('opens figures of their products, units and parts, and those of no other', { timeout: 300_000 }, async () => {
    const lens = await openLens(store, scope)
    const byKind = new Map<string, { opens: number; closed: number }>()
    const wrong: string[] = []
    for (const { id } of figures) {
      const about = familyAbout(id)
      if (about === undefined) continue
      const result = await opened(id)
      const tally = byKind.get(about.kind) ?? { opens: 0, closed: 0 }
      byKind.set(about.kind, tally)
      if (typeof result === 'string') tally.closed += 1
      else tally.opens += 1
      if (about.kind === 'product' && isProductSeen(lens, about.id) !== (typeof result !== 'string')) wrong.push(id)
      if (about.kind === 'unit' && (about.id === unit) !== (typeof result !== 'string')) wrong.push(id)
      if (about.kind === 'organization' && result !== 'beyond-rights') wrong.push(id)
      if (typeof result === 'string' && !['beyond-rights', 'figure-missing'].includes(result)) wrong.push(id)
    }
    expect(wrong).toEqual([])
    for (const kind of ['product', 'unit', 'package', 'part', 'finding', 'subject']) {
      expect(byKind.get(kind)?.opens, kind).toBeGreaterThan(0)
      expect(byKind.get(kind)?.closed, kind).toBeGreaterThan(0)
    }
    expect(byKind.get('everybody')?.closed).toBe(0)
    for (const kind of ['organization', 'world']) expect(byKind.get(kind)?.opens, kind).toBe(0)
  })

  it(
    'is shown originals of their products alone, under the paths of their products',
    { timeout: 300_000 },
    async () => {
      const lens = await openLens(store, scope)
      let seen = 0
      for (const { id } of figures) {
        const result = await opened(id)
        if (typeof result === 'string') continue
        for (const link of linksOf(result))
          for (const { sha256, source } of link.evidence) {
            const owners = await documentsOf(store, sha256)
            if (owners.length === 0) continue
            seen += 1
            const own = owners.filter(({ product }) => isProductSeen(lens, product)).map(({ path }) => path)
            expect(own, `${id}: ${link.figure}`).toContain(source)
          }
      }
      expect(seen).toBeGreaterThan(20)
    },
  )

  it('is told of inputs that are not shown, and nothing of them', async () => {
    const stage = await explainForPage(store, scope, `maturity/stage/unit:${unit}`, now)
    const links = [...linksOf(stage)]
    expect(links.reduce((sum, { withheldInputs }) => sum + withheldInputs, 0)).toBeGreaterThan(0)
    expect(links.filter(({ figure }) => figure.startsWith('maturity/record/'))).toEqual([])
  })

  it('counts and opens the uses in their products alone', { timeout: 300_000 }, async () => {
    const lens = await openLens(store, scope)
    let shared = 0
    for (const part of lens.views.tables.part) {
      if (part?.purl == null) continue
      const id = usesFigureId(part.purl)
      const whole = await explainForPage(store, 'all', id, now)
      const usedIn = whole.inputs.flatMap(({ figure }) => recordedUseOf(figure)?.product ?? [])
      const own = usedIn.filter((product) => isProductSeen(lens, product))
      const seen = await explainForPage(store, scope, id, now)
      expect(seen, id).toMatchObject({ value: own.length, moreInputs: 0, withheldInputs: 0 })
      expect(
        seen.inputs.map(({ figure }) => recordedUseOf(figure)?.product),
        id,
      ).toEqual(own)
      if (own.length > 0 && own.length < usedIn.length) shared += 1
      const elsewhere = usedIn.find((product) => !own.includes(product))
      if (elsewhere !== undefined)
        expect(await opened(useInProductFigureId(elsewhere, part.purl))).toMatch(/beyond-rights|figure-missing/)
    }
    expect(shared).toBeGreaterThan(0)
  })

  it('opens nothing that counts uses over all products', async () => {
    for (const { id } of figures.filter((one) => /^(?:health\/criticality|advice\/(?:use|fact|option))\//.test(one.id)))
      expect(await opened(id), id).toBe('beyond-rights')
  })
})
