import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawWatershed } from './watershed.ts'
import { gatherStreams, mostStreams, type WatershedPackage } from './watershed-streams.ts'

const words = {
  otherEcosystems: 'others',
  morePackages: (count: number) => `${count} more`,
  moreProducts: (count: number) => `${count} more`,
}
const productNames = Array.from({ length: 60 }, (_, index) => `Product ${index}`)

const packages = fc.array(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 40 }),
    ecosystem: fc.constantFrom('npm', 'PyPI', 'Maven', 'Go', 'crates.io', 'RubyGems', 'Packagist', 'not stated'),
    state: fc.constantFrom('act', 'watch', 'plain', 'unknown'),
    rank: fc.nat(100),
    products: fc.uniqueArray(fc.nat(59), { maxLength: 60 }),
  }),
  { maxLength: 120 },
) as fc.Arbitrary<WatershedPackage[]>

describe('the watershed', () => {
  it('has at most forty streams and leaves no use out', () => {
    fc.assert(
      fc.property(packages, (list) => {
        const { sources, parts, products, inflow, outflow } = gatherStreams(list, productNames, words)
        const uses = list.reduce((sum, one) => sum + one.products.length, 0)
        expect(inflow.length + outflow.length).toBeLessThanOrEqual(mostStreams)
        for (const column of [sources, parts, products, inflow, outflow])
          expect(column.reduce((sum: number, { weight }) => sum + weight, 0)).toBe(uses)
        for (const { terms, weight } of [...inflow, ...outflow])
          expect(terms.reduce((sum, { count }) => sum + count, 0)).toBe(weight)
      }),
      { numRuns: 200 },
    )
  })

  it('names what needs a look before what is merely shared', () => {
    const shared = Array.from({ length: 30 }, (_, index): WatershedPackage => ({
      name: `shared-${index}`,
      ecosystem: 'npm',
      state: 'plain',
      rank: Infinity,
      products: [0, 1, 2, 3],
    }))
    const grave: WatershedPackage = { name: 'grave', ecosystem: 'Maven', state: 'act', rank: 0, products: [3] }
    const { parts } = gatherStreams([...shared, grave], productNames, words)
    expect(parts.filter(({ state }) => state === 'act').map(({ label }) => label)).toEqual(['grave'])
    expect(parts.some(({ label }) => label.endsWith(' more'))).toBe(true)
  })

  it('draws well-formed, escaped and equal bytes', () => {
    fc.assert(
      fc.property(packages, (list) => {
        const watershed = gatherStreams(list, productNames, words)
        const { svg } = drawWatershed('w', 'Name <&>', watershed, 'wide')
        expect(svg).toBe(drawWatershed('w', 'Name <&>', watershed, 'wide').svg)
        expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/)
        expect(svg.replaceAll(/<[a-z][^<>]*>|<\/[a-z]+>/g, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 60 },
    )
  })
})
