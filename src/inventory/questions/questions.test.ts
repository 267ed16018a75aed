import { array, assert, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Portfolio } from '#domain/portfolio.ts'
import { compareDeclared } from './compare-declared.ts'
import { mostDependedOn } from './most-depended-on.ts'
import { samplePortfolio } from './portfolio.sample.ts'
import { whereUsed } from './where-used.ts'
import { withoutPart } from './without-part.ts'

const a = 'pkg:npm/a@1.0.0'
const b = 'pkg:npm/b@1.0.0'
const c = 'pkg:npm/c@1.0.0'
const d = 'pkg:npm/d@2.0.0'

const suite = 'pkg:generic/suite@7.0'

/** The portal contains the bought suite, whose own SBOM brings in `d`; the shop uses `d` in another version, twice. */
const portfolio = samplePortfolio(
  [
    { id: 'portal', unit: 'web' },
    { id: 'shop', unit: 'web' },
    { id: 'suite', origin: 'bought' },
  ],
  [
    { product: 'portal', lines: [`root > ${a}`, `${a} > ${suite}`] },
    { product: 'shop', lines: [`root > ${b}`, `${b} > ${c}`, `${c} > pkg:npm/d@1.0.0`, `root > pkg:npm/d@1.0.0`] },
    { product: 'suite', subject: suite, lines: [`root > ${c}`, `${c} > ${d}`] },
  ],
)

function named(of: Portfolio, parts: readonly number[]): string[] {
  return parts.map((part) => of.parts[part]?.name ?? '')
}

describe('where a package is used', () => {
  it('names products, versions and the shortest way, also across the border of a bought product [row 7]', () => {
    const { products } = whereUsed(portfolio, 'pkg:npm/d')
    expect(products.map(({ product, versions, occurrences }) => [product, versions, occurrences])).toEqual([
      [0, ['2.0.0'], 0],
      [1, ['1.0.0'], 1],
      [2, ['2.0.0'], 1],
    ])
    const way = (index: number): string[] => named(portfolio, products[index]?.path.map(({ part }) => part) ?? [])
    expect(way(0)).toEqual(['a', 'suite', 'c', 'd'])
    expect(products[0]?.through).toEqual([2])
    expect(way(1)).toEqual(['d'])
    expect(way(2)).toEqual(['c', 'd'])
  })

  it('can ask for some versions only', () => {
    const { products } = whereUsed(portfolio, 'pkg:npm/d', ({ version }) => version === '1.0.0')
    expect(products.map(({ product }) => product)).toEqual([1])
  })

  it('lists a product whose documents do not tell the way, with an empty way', () => {
    const flat = samplePortfolio([{ id: 'flat' }], [{ product: 'flat', lines: [a, b] }])
    expect(whereUsed(flat, 'pkg:npm/b').products).toEqual([
      { product: 0, versions: ['1.0.0'], occurrences: 1, path: [], through: [] },
    ])
    expect(whereUsed(flat, 'pkg:npm/nothing').products).toEqual([])
  })

  it('ends when products contain one another, and gathers versions from all of them', () => {
    const circle = samplePortfolio(
      [{ id: 'x' }, { id: 'y' }, { id: 'z' }],
      [
        { product: 'x', subject: 'x@1', lines: ['root > y@1', 'root > z@1'] },
        { product: 'y', subject: 'y@1', lines: ['root > x@1', `root > ${d}`] },
        { product: 'z', subject: 'z@1', lines: ['root > x@1', `root > ${a}`, `${a} > pkg:npm/d@3.0.0`] },
      ],
    )
    const { products } = whereUsed(circle, 'pkg:npm/d')
    expect(products.map(({ versions }) => versions)).toEqual([
      ['2.0.0', '3.0.0'],
      ['2.0.0', '3.0.0'],
      ['2.0.0', '3.0.0'],
    ])
    expect(products[0]?.path.map(({ part }) => circle.parts[part]?.name)).toEqual(['y', 'd'])
  })
})

describe('a package that disappears', () => {
  it('takes with it what only it brings in, and nothing that comes another way', () => {
    const one = samplePortfolio(
      [{ id: 'p' }, { id: 'q' }],
      [
        { product: 'p', lines: [`root > ${a}`, `${a} > ${b}`, `${b} > ${c}`, `root > ${d}`, `${d} > ${c}`, 'e@1'] },
        { product: 'q', lines: [`root > ${b}`] },
      ],
    )
    const gone = withoutPart(one, 'pkg:npm/a')
    expect(gone.affected).toEqual([0])
    expect(gone.products.map(({ product, gone: parts, undecided }) => [product, named(one, parts), undecided])).toEqual(
      [[0, ['b'], 1]],
    )
    // b stays in q.
    expect(gone.goneEverywhere).toEqual([])
    expect(named(one, withoutPart(one, 'pkg:npm/d').goneEverywhere)).toEqual([])
  })

  it('affects products that contain it through a bought one', () => {
    expect(withoutPart(portfolio, 'pkg:npm/c').affected).toEqual([0, 1, 2])
    expect(named(portfolio, withoutPart(portfolio, 'pkg:npm/c').goneEverywhere)).toEqual(['d'])
  })

  it('agrees with removing it by hand, on any graph', () => {
    const node = integer({ min: 0, max: 7 })
    assert(
      property(array(tuple(integer({ min: -1, max: 7 }), node), { maxLength: 25 }), node, (edges, target) => {
        const name = (index: number): string => (index < 0 ? 'root' : `pkg:npm/n${index}@1.0.0`)
        const lines = [...edges.map(([from, to]) => `${name(from)} > ${name(to)}`), name(target)]
        const one = samplePortfolio([{ id: 'p' }], [{ product: 'p', lines }])
        const { products } = withoutPart(one, `pkg:npm/n${target}`)
        const reach = (avoid: number | null): Set<number> => {
          const reached = new Set<number>()
          const visit = (at: number): void => {
            for (const [from, to] of edges) {
              if (from !== at || from === to || to === avoid || reached.has(to)) continue
              reached.add(to)
              visit(to)
            }
          }
          visit(-1)
          return reached
        }
        const [all, rest] = [reach(null), reach(target)]
        const expected = [...all].filter((at) => at !== target && !rest.has(at)).map((at) => `n${at}`)
        expect(named(one, products[0]?.gone ?? []).sort()).toEqual(expected.sort())
      }),
    )
  })
})

describe('what is depended on most', () => {
  it('counts products, packages that ask for it, and products that ask for it themselves', () => {
    const [first, second] = mostDependedOn(portfolio)
    expect(first).toEqual({ package: 'pkg:npm/c', name: 'c', products: 2, dependents: 1, directProducts: 1 })
    expect(second).toEqual({ package: 'pkg:npm/d', name: 'd', products: 2, dependents: 1, directProducts: 1 })
  })
})

describe('declared against found', () => {
  it('gives the factor of each unit and what stands on one side only [row 58]', () => {
    const { units, unknownProducts } = compareDeclared(
      portfolio,
      [
        { product: 'portal', package: 'a' },
        { product: 'Shop', package: 'pkg:npm/b@9.9.9' },
        { product: 'shop', package: 'left-pad' },
        { product: 'elsewhere', package: 'a' },
      ],
      'list',
    )
    expect(unknownProducts).toEqual([{ product: 'elsewhere', package: 'a' }])
    const web = units.find(({ unit }) => unit === 'web')
    expect(web).toMatchObject({ products: ['portal', 'shop'], both: 2, onlyDeclared: ['left-pad'] })
    expect(web?.onlyFound).toEqual(['pkg:generic/suite', 'pkg:npm/c', 'pkg:npm/d'])
    expect(web?.factor.figure).toMatchObject({ known: true, value: 5 / 3 })
    expect(web?.foundDirect.figure).toMatchObject({ known: true, value: 3 })
  })

  it('does not take silence for a declaration of nothing', () => {
    const { units } = compareDeclared(portfolio, [], 'list')
    expect(units.map(({ factor, declared }) => [factor.figure.known, declared.figure.known])).toEqual([
      [false, false],
      [false, false],
    ])
  })
})
