import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Organization } from '#domain/organization.ts'
import { directnesses, scopes, type DocumentPart, type ReadDocument } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { assessInventory, inventoryFigures } from './assess.ts'
import { mostSharedPackages, productsOfParts, row, shortestPath } from './graph.ts'
import { buildPortfolio, type MergeDocument } from './merge.ts'

function part(name: string, version: string | null, more: Partial<DocumentPart> = {}): DocumentPart {
  return {
    ref: `${name}@${version}`,
    at: `/packages/${name}`,
    kind: 'software',
    purl: `pkg:npm/${name}${version === null ? '' : `@${version}`}`,
    name,
    version,
    scope: 'runtime',
    directness: 'unknown',
    licenses: [],
    hashes: [],
    ...more,
  }
}

function document(parts: readonly DocumentPart[], edges: readonly (readonly [number, number])[] = []): ReadDocument {
  const counts = { found: parts.length, taken: parts.length, refused: 0, edges: edges.length, services: 0 }
  return { format: 'f', specVersion: null, reader: 'r', subject: null, counts, parts, edges, refused: [], issues: [] }
}

function portfolioOf(documents: readonly MergeDocument[], products = 3): Portfolio {
  const organization = {
    products: Array.from({ length: products }, (_, id) => ({ id: String(id) })),
  } as unknown as Organization
  return buildPortfolio({
    asOf: '2026-01-01',
    knownAt: '2026-01-01T00:00:00.000Z',
    organization,
    documents,
    sizes: [],
    evidence: new Map(),
    unread: [],
  })
}

it('keeps what publishers said against a version, as the first document by path has it', () => {
  const of = (path: string, deprecation?: string): MergeDocument => ({
    path,
    evidence: path,
    product: 0,
    document: document([part('web', '1.0.0', deprecation === undefined ? {} : { deprecation })]),
  })
  const { parts } = portfolioOf([of('c', 'later'), of('b', 'leave it'), of('a')])
  expect(parts.map(({ deprecation }) => deprecation)).toEqual([
    { note: 'leave it', evidence: 'b', at: '/packages/web' },
  ])
})

const lockfile = document(
  [
    part('app', '1.0.0'),
    part('web', '2.0.0'),
    part('log', '3.0.0'),
    part('test', '1.0.0', { scope: 'development' }),
    part('alone', '1.0.0'),
  ],
  [
    [-1, 0],
    [-1, 3],
    [0, 1],
    [1, 2],
    [3, 2],
    [2, 1],
  ],
)
const manifest = document([part('app', '1.0.0', { directness: 'direct' })])
const other = document([
  part('log', '3.1.0', { directness: 'direct' }),
  part('log', '3.0.0', { directness: 'direct' }),
  part('sensor', '7', { purl: null, kind: 'hardware' }),
])
const portfolio = portfolioOf([
  { path: 'b/package-lock.json', evidence: 'e1', product: 0, document: lockfile },
  { path: 'a/package.json', evidence: 'e2', product: 0, document: manifest },
  { path: 'c/other', evidence: 'e3', product: 1, document: other },
])

function named(index: number): string {
  const found = portfolio.parts[portfolio.occurrences.part[index] ?? -1]
  return `${found?.name}@${found?.version}`
}

describe('a portfolio', () => {
  it('holds each part once and each entry as an occurrence, documents by path', () => {
    expect(portfolio.documents.map(({ path }) => path)).toEqual(['a/package.json', 'b/package-lock.json', 'c/other'])
    expect(portfolio.parts.map(({ name, version }) => `${name}@${version}`)).toEqual([
      'app@1.0.0',
      'web@2.0.0',
      'log@3.0.0',
      'test@1.0.0',
      'alone@1.0.0',
      'log@3.1.0',
      'sensor@7',
    ])
    expect(portfolio.occurrences.count).toBe(9)
    expect([...portfolio.occurrences.document]).toEqual([0, 1, 1, 1, 1, 1, 2, 2, 2])
    expect(portfolio.parts[0]).toMatchObject({ purl: 'pkg:npm/app@1.0.0', package: 'pkg:npm/app', ecosystem: 'npm' })
    expect(portfolio.parts[6]).toMatchObject({ purl: null, package: null, ecosystem: null, kind: 'hardware' })
  })

  it('knows the depth by the shortest way, and 0 where there is none', () => {
    expect([...portfolio.occurrences.depth]).toEqual([1, 1, 2, 2, 1, 0, 1, 1, 0])
    const codes = [...portfolio.occurrences.directness].map((code) => directnesses[code])
    expect(codes).toEqual([
      'direct',
      'direct',
      'transitive',
      'transitive',
      'direct',
      'unknown',
      'direct',
      'direct',
      'unknown',
    ])
    expect([...portfolio.occurrences.scope].map((code) => scopes[code])[4]).toBe('development')
  })

  it('shifts edges to occurrences and keeps the product at -1', () => {
    expect([...portfolio.edges.from]).toEqual([-1, -1, 1, 2, 4, 3])
    expect([...portfolio.edges.to]).toEqual([1, 4, 2, 3, 3, 2])
    expect([...portfolio.edges.document]).toEqual([1, 1, 1, 1, 1, 1])
  })

  it('tells versions apart that a package URL leaves out, and takes the more exact one', () => {
    const purl = 'pkg:npm/app'
    const rpm = 'pkg:rpm/redhat/bash@4.2.46-35.el7'
    const { parts } = portfolioOf([
      {
        path: 'a',
        evidence: 'e',
        product: 0,
        document: document([part('app', '1', { purl }), part('app', '2', { purl }), part('app', null, { purl })]),
      },
      {
        path: 'b',
        evidence: 'e',
        product: 0,
        document: document([part('bash', '4.2.46', { purl: rpm }), part('bash', '4.2.46-35.el7', { purl: rpm })]),
      },
    ])
    expect(parts.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'app 1',
      'app 2',
      'app null',
      'bash 4.2.46-35.el7',
    ])
  })

  it('joins the licenses that documents state for one part', () => {
    const mit = { basis: 'declared', text: 'MIT', expression: 'MIT' } as const
    const found = { basis: 'found', text: 'ISC', expression: 'ISC' } as const
    const { parts } = portfolioOf([
      { path: 'a', evidence: 'e', product: 0, document: document([part('app', '1', { licenses: [mit] })]) },
      {
        path: 'b',
        evidence: 'e',
        product: 1,
        document: document([part('app', '1', { licenses: [{ ...mit }, found] })]),
      },
    ])
    expect(parts[0]?.licenses).toEqual([mit, found])
  })

  it('is the same whatever the order of the documents', () => {
    const documents: readonly MergeDocument[] = ['x', 'y', 'z', 'w'].map((path, product) => {
      return { path, evidence: path, product: product % 3, document: product % 2 === 0 ? lockfile : other }
    })
    const expected = portfolioOf(documents)
    fc.assert(
      fc.property(fc.shuffledSubarray([...documents], { minLength: 4 }), (shuffled) => {
        expect(portfolioOf(shuffled)).toEqual(expected)
      }),
    )
  })
})

describe('who uses what', () => {
  it('counts a part once for a product that lists it in two documents [row 60]', () => {
    const rows = productsOfParts(portfolio)
    expect(portfolio.parts.map((_, index) => [...row(rows, index)])).toEqual([[0], [0], [0, 1], [0], [0], [1], [1]])
  })

  it('shows the most shared packages first', () => {
    expect(mostSharedPackages(portfolio, 2)).toEqual([
      { package: 'pkg:npm/log', name: 'log', products: 2, occurrences: 3, versions: 2 },
      { package: 'pkg:npm/app', name: 'app', products: 1, occurrences: 2, versions: 1 },
    ])
  })

  it('finds a shortest way from the product to a part', () => {
    expect(shortestPath(portfolio, 2).map(named)).toEqual(['app@1.0.0', 'web@2.0.0'])
    expect(shortestPath(portfolio, 3).map(named)).toEqual(['test@1.0.0', 'log@3.0.0'])
    expect(shortestPath(portfolio, 1)).toEqual([1])
    expect(shortestPath(portfolio, 5)).toEqual([])
    expect(shortestPath(portfolio, 99)).toEqual([])
  })

  it('finds ways that are ways, as long as the depth, in any graph', () => {
    const edge = fc.tuple(fc.integer({ min: -1, max: 9 }), fc.integer({ min: 0, max: 9 }))
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 30 }), (edges) => {
        const parts = Array.from({ length: 10 }, (_, index) => part(`p${index}`, '1'))
        const built = portfolioOf([
          { path: 'a', evidence: 'e', product: 0, document: manifest },
          { path: 'b', evidence: 'e', product: 0, document: document(parts, edges) },
        ])
        for (let at = 1; at < built.occurrences.count; at += 1) {
          const path = shortestPath(built, at)
          expect(path).toHaveLength(built.occurrences.depth[at] ?? 0)
          if (path.length === 0) continue
          const steps = path.map((to, index) => [index === 0 ? -1 : (path[index - 1] ?? 0) - 1, to - 1])
          expect(steps.every(([from, to]) => edges.some(([a, b]) => a === from && b === to))).toBe(true)
        }
      }),
    )
  })
})

describe('the assessment of an inventory', () => {
  const assessed = assessInventory(portfolio)
  const value = (id: string) =>
    inventoryFigures(portfolio, assessInventory(portfolio)).find((figure) => figure.id === id)?.figure

  it('counts packages, versions, occurrences, products and depth', () => {
    const values = [assessed.packages, assessed.versions, assessed.occurrences, assessed.maxDepth, assessed.products]
    expect(values.map(({ figure }) => (figure.known ? figure.value : figure.why))).toEqual([6, 7, 9, 2, 2])
  })

  it('calls a package direct when any product asks for it', () => {
    const values = [assessed.direct, assessed.transitive, assessed.unknownDirectness]
    expect(values.map(({ figure }) => (figure.known ? figure.value : figure.why))).toEqual([3, 1, 2])
    expect(assessed.byEcosystem).toEqual([
      { ecosystem: 'npm', packages: 5, versions: 6, direct: 3, transitive: 1, unknownDirectness: 1, occurrences: 8 },
      {
        ecosystem: 'unknown',
        packages: 1,
        versions: 1,
        direct: 0,
        transitive: 0,
        unknownDirectness: 1,
        occurrences: 1,
      },
    ])
    expect(assessed.byDepth).toEqual([2, 4, 1])
    expect(assessed.byKind).toEqual([
      { kind: 'software', versions: 6 },
      { kind: 'hardware', versions: 1 },
    ])
  })

  it('leads from each figure to the documents and their evidence', () => {
    expect(value('inventory/packages')).toMatchObject({
      from: [
        {
          kind: 'computed',
          method: 'count-packages',
          inputs: [
            'inventory/document/0/a/package.json',
            'inventory/document/0/b/package-lock.json',
            'inventory/document/1/c/other',
          ],
        },
      ],
    })
    expect(value('inventory/document/1/c/other')).toEqual({
      known: true,
      value: 3,
      from: [{ kind: 'observed', evidence: 'e3' }],
    })
  })

  it('tells documents apart that two products handed in under one name', () => {
    const both = portfolioOf([
      { path: 'bom.json', evidence: 'e1', product: 0, document: manifest },
      { path: 'bom.json', evidence: 'e2', product: 1, document: other },
    ])
    const figures = inventoryFigures(both, assessInventory(both)).filter(({ id }) => id.endsWith('/bom.json'))
    expect(figures.map(({ id, figure }) => [id, figure.from])).toEqual([
      ['inventory/document/0/bom.json', [{ kind: 'observed', evidence: 'e1' }]],
      ['inventory/document/1/bom.json', [{ kind: 'observed', evidence: 'e2' }]],
    ])
  })

  it('counts what was lost, and not what was left out on purpose', () => {
    const broken = { ...lockfile, issues: [{ code: 'truncated' as const, where: '' }] }
    const lossy = {
      ...portfolioOf([
        { path: 'a', evidence: 'e', product: 0, document: broken },
        { path: 'b', evidence: 'e', product: 0, document: other },
      ]),
      unread: [
        { path: 'c', code: 'unreadable' as const },
        { path: 'd', code: 'covered-by-lockfile' as const },
      ],
    }
    expect(assessInventory(lossy).coverage).toEqual({ known: 1, of: 3, unit: 'documents' })
    expect(assessInventory(lossy).reading).toEqual({ documents: 2, found: 8, taken: 8, refused: 0, unreadFiles: 1 })
  })

  it('says of an empty portfolio that there is no depth, and of one without edges that it is not known', () => {
    const empty = assessInventory(portfolioOf([]))
    expect(empty.maxDepth.figure).toMatchObject({ known: false, why: 'not-applicable' })
    expect(empty.packages.figure).toMatchObject({ known: true, value: 0 })
    const flat = assessInventory(
      portfolioOf([{ path: 'a', evidence: 'e', product: 0, document: document([part('a', '1')]) }]),
    )
    expect(flat.maxDepth.figure).toMatchObject({ known: false, why: 'not-collected' })
  })
})
