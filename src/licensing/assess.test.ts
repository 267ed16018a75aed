import { describe, expect, it } from 'vitest'
import { nothingStated } from '#domain/organization.ts'
import type { LicenseStatement, PartKind } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream } from '#domain/upstream.ts'
import { assessLicenses, licenseFigures, termsOfParts } from './assess.ts'
import { sampleTables } from './tables.sample.ts'

type Use = {
  readonly products: readonly number[]
  readonly kind?: PartKind
  readonly licenses: readonly LicenseStatement[]
}

const declared = (text: string, expression?: string): LicenseStatement =>
  expression === undefined ? { basis: 'declared', text } : { basis: 'declared', text, expression }
const spdx = (expression: string): LicenseStatement => declared(expression, expression)

/** One document per product; part N is called `part-N`. */
function portfolioOf(uses: readonly Use[]): Portfolio {
  const rows = uses.flatMap(({ products }, part) => products.map((product) => ({ part, product })))
  const names = ['portal', 'shop', 'empty']
  return {
    asOf: '2026-11-22',
    knownAt: '2026-11-22T00:00:00.000Z',
    organization: {
      id: 'sample',
      name: 'Sample',
      units: [],
      products: names.map((id) => ({
        id,
        name: id,
        origin: 'made',
        unit: null,
        criticality: null,
        audience: null,
        supplier: null,
        paths: [],
        owner: null,
      })),
      suppliers: [],
      people: [],
      domains: [],
      laborRate: {
        yearlyWage: 60_000,
        currency: 'EUR',
        loadFactor: 1.4,
        source: 'sample',
        asOf: '2026-01-01',
        basis: 'default',
      },
      stated: nothingStated,
      isDeclared: true,
    },
    parts: uses.map(({ kind = 'software', licenses }, part) => ({
      purl: `pkg:npm/part-${part}@1.0.0`,
      package: `pkg:npm/part-${part}`,
      ecosystem: 'npm',
      kind,
      name: `part-${part}`,
      version: '1.0.0',
      licenses,
    })),
    documents: names.map((name, product) => ({
      path: `${name}.json`,
      evidence: `evidence-${product}`,
      reader: 'sample',
      format: 'sample',
      specVersion: null,
      product,
      counts: { found: 0, taken: 0, refused: 0, edges: 0, services: 0 },
      refused: [],
      issues: [],
    })),
    occurrences: {
      count: rows.length,
      part: Int32Array.from(rows, ({ part }) => part),
      document: Int32Array.from(rows, ({ product }) => product),
      scope: new Uint8Array(rows.length),
      directness: new Uint8Array(rows.length),
      depth: new Uint8Array(rows.length),
      at: rows.map(({ part }) => `/components/${part}`),
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
    projectLinks: [],
    sizes: [],
    organizationFile: null,
    upstream: nothingUpstream,
    evidence: new Map(),
    unread: [],
  }
}

const mixed = portfolioOf([
  { products: [0, 1], licenses: [spdx('MIT')] },
  { products: [0], licenses: [spdx('GPL-2.0-only OR MIT')] },
  { products: [1], licenses: [declared('Apache 2')] },
  { products: [0, 1], licenses: [] },
  { products: [0], licenses: [declared('ask the author')] },
  { products: [1], licenses: [spdx('BUSL-1.1')] },
  { products: [1], licenses: [spdx('AGPL-3.0-only')] },
  { products: [0], licenses: [spdx('NOASSERTION')] },
])

describe('the licenses of a portfolio', () => {
  const assessment = assessLicenses(mixed, sampleTables)

  it('counts parts by openness, with unknown beside and not among the open ones', () => {
    const counts = assessment.byOpenness.map(({ openness, count }) => [
      openness,
      count.figure.known && count.figure.value,
    ])
    expect(counts).toEqual([
      ['open', 4],
      ['source-available', 1],
      ['use-restricted', 0],
      ['closed', 0],
      ['unknown', 3],
    ])
    expect(assessment.byOpenness[0]?.count.coverage).toEqual({ known: 5, of: 8, unit: 'parts' })
    expect(assessment.stated.coverage).toEqual({ known: 6, of: 8, unit: 'parts' })
  })

  it('counts every part once by reciprocity', () => {
    const total = assessment.byReciprocity.reduce(
      (sum, { count }) => sum + (count.figure.known ? count.figure.value : 0),
      0,
    )
    expect(total).toBe(8)
  })

  it('counts guesses apart and names their rules', () => {
    expect(assessment.guessed.figure).toMatchObject({ known: true, value: 1 })
    expect(assessment.guesses).toEqual([{ rule: 'alias', parts: 1 }])
    expect(assessment.licenses.find(({ license }) => license === 'Apache-2.0')).toEqual({
      license: 'Apache-2.0',
      parts: 1,
      guessed: 1,
    })
  })

  it('lists parts without a license, unreadable ones and limited ones', () => {
    expect(assessment.withoutLicense.map(({ name, products }) => [name, products])).toEqual([
      ['part-3', 2],
      ['part-7', 1],
    ])
    expect(assessment.unclear.map(({ name, text }) => [name, text])).toEqual([['part-4', 'ask the author']])
    expect(assessment.restricted.map(({ name, openness }) => [name, openness])).toEqual([
      ['part-5', 'source-available'],
    ])
  })

  it('rolls up per product', () => {
    const [portal, shop, empty] = assessment.products
    expect(portal).toMatchObject({ parts: 5, withoutLicense: 2, byOpenness: { open: 2, unknown: 3 } })
    expect(shop).toMatchObject({ parts: 5, guessed: 1, network: 1, byOpenness: { open: 3, 'source-available': 1 } })
    expect(empty).toMatchObject({ parts: 0 })
  })

  it('gives every figure an id once, and terms of limited parts a way back to the bytes', () => {
    const figures = licenseFigures(mixed, assessment, termsOfParts(mixed, sampleTables))
    const ids = figures.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(figures.find(({ id }) => id === 'licenses/statement/pkg:npm/part-5@1.0.0')?.figure).toMatchObject({
      value: 'BUSL-1.1',
      from: [{ kind: 'observed', evidence: 'evidence-1', at: '/components/5' }],
    })
    expect(figures.find(({ id }) => id === 'licenses/terms/pkg:npm/part-2@1.0.0')?.figure).toMatchObject({
      value: 'Apache-2.0',
      from: [{ kind: 'computed', method: 'licenses/guess/alias' }],
    })
  })

  it('knows nothing where nothing is stated, and says so instead of zero', () => {
    const silent = assessLicenses(portfolioOf([{ products: [0], licenses: [] }]), sampleTables)
    expect(silent.byOpenness[0]?.count.figure).toMatchObject({ known: false, why: 'not-collected' })
    expect(silent.byOpenness.at(-1)?.count.figure).toMatchObject({ known: true, value: 1 })
  })
})

describe('statements about one part', () => {
  const termsOf = (licenses: readonly LicenseStatement[], kind: PartKind = 'software') =>
    termsOfParts(portfolioOf([{ products: [0], kind, licenses }]), sampleTables)[0]

  it('keeps declared, concluded and found apart; the concluded one counts, and a difference is told', () => {
    const terms = termsOf([
      spdx('MIT'),
      { basis: 'concluded', text: 'GPL-2.0-only', expression: 'GPL-2.0-only' },
      { basis: 'found', text: 'BSD-3-Clause', expression: 'BSD-3-Clause' },
    ])
    expect(terms).toMatchObject({
      declared: ['MIT'],
      concluded: ['GPL-2.0-only'],
      found: ['BSD-3-Clause'],
      isDisputed: true,
      reciprocity: 'strong',
    })
  })

  it('does not call two dialects of the same license a difference', () => {
    const terms = termsOf([spdx('GPL-2.0'), { basis: 'concluded', text: 'GPL-2.0-only', expression: 'GPL-2.0-only' }])
    expect(terms?.isDisputed).toBe(false)
  })

  it('judges the portions of a model by what they are; the least open one counts for the whole', () => {
    const terms = termsOf(
      [
        { basis: 'declared', text: 'Apache-2.0', expression: 'Apache-2.0', portion: 'code' },
        { basis: 'declared', text: 'Llama 3 Community License', portion: 'weights' },
      ],
      'model',
    )
    expect(terms?.openness).toBe('use-restricted')
    expect(terms?.portions.map(({ portion, openness, certainty }) => [portion, openness, certainty])).toEqual([
      ['code', 'open', 'stated'],
      ['weights', 'use-restricted', 'guessed'],
    ])
  })

  it('holds several statements all at once', () => {
    expect(termsOf([spdx('MIT'), spdx('GPL-2.0-only')])?.reciprocity).toBe('strong')
    expect(termsOf([spdx('MIT'), declared('ask the author')])).toMatchObject({
      openness: 'unknown',
      certainty: 'unclear',
    })
  })

  it('reads the name of a reference as a guess', () => {
    expect(termsOf([spdx('LicenseRef-BSD')])?.portions[0]).toMatchObject({
      expression: 'BSD-3-Clause',
      certainty: 'guessed',
      guessedBy: 'reference-name',
    })
  })
})
