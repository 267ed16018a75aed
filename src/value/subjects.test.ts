import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SubjectValue } from '#domain/assessment/value.ts'
import type { MoneyBand } from '#domain/money.ts'
import { assessValue, valueFigures } from './assess.ts'
import { samplePortfolio, withOrganization, type SampleUse } from './portfolio.sample.ts'

const uses: readonly SampleUse[] = [
  { purl: 'pkg:npm/shared@1', product: 'portal', lines: 10_000 },
  { purl: 'pkg:npm/shared@2', product: 'shop' },
  { purl: 'pkg:npm/only-portal@1', product: 'portal', lines: 2_000 },
  { purl: 'pkg:npm/only-shop@1', product: 'shop', lines: 3_000, scope: 'development' },
  { purl: 'pkg:npm/unsized@1', product: 'shop' },
  { purl: 'pkg:npm/embedded@1', product: 'bought-suite', lines: 400 },
]

/** A city with two offices; the portal belongs to one of them, the shop to a desk below it, the suite to the other. */
function inUnits(some: readonly SampleUse[]) {
  const portfolio = samplePortfolio(some)
  const unitOf: Readonly<Record<string, string>> = { portal: 'office', shop: 'desk', 'bought-suite': 'harbor' }
  return withOrganization(portfolio, {
    units: [
      { id: 'city', name: 'City', parent: null },
      { id: 'office', name: 'Office', parent: 'city' },
      { id: 'desk', name: 'Desk', parent: 'office' },
      { id: 'harbor', name: 'Harbor', parent: 'city' },
      { id: 'empty', name: 'Empty', parent: 'city' },
    ],
    products: portfolio.organization.products.map((product) => ({ ...product, unit: unitOf[product.id] ?? null })),
  })
}

const central = (subjects: readonly SubjectValue[], id: string) =>
  subjects.find(({ subject }) => subject === id)?.money?.central

describe('sub-totals', () => {
  const portfolio = inUnits(uses)
  const { byProduct, byUnit, packages, money } = assessValue(portfolio)
  const valueOf = (name: string) => packages.find((one) => one.name === name)?.money.central ?? Number.NaN

  it('count each package once for a product, with its coverage', () => {
    expect(byProduct.map(({ subject, coverage }) => [subject, coverage.known, coverage.of])).toEqual([
      ['portal', 2, 2],
      ['shop', 2, 3],
      ['bought-suite', 1, 1],
    ])
    expect(central(byProduct, 'portal')).toBeCloseTo(valueOf('shared') + valueOf('only-portal'), 6)
    expect(central(byProduct, 'shop')).toBeCloseTo(valueOf('shared') + valueOf('only-shop'), 6)
  })

  it('count each package once for a unit with its sub-units', () => {
    expect(byUnit.map(({ subject }) => subject)).toEqual(['city', 'office', 'desk', 'harbor'])
    expect(central(byUnit, 'desk')).toBe(central(byProduct, 'shop'))
    expect(central(byUnit, 'office')).toBeCloseTo(valueOf('shared') + valueOf('only-portal') + valueOf('only-shop'), 6)
    expect(central(byUnit, 'city')).toBeCloseTo(money.figure.known ? money.figure.value.central : Number.NaN, 6)
  })

  it('are unknown, not nothing, where no size is known', () => {
    const { byProduct: unsized } = assessValue(inUnits([{ purl: 'pkg:npm/unsized@1', product: 'shop' }]))
    expect(unsized.find(({ subject }) => subject === 'shop')).toMatchObject({
      money: null,
      personMonths: null,
      coverage: { known: 0, of: 1 },
    })
  })

  it('tell what is worth under a condition', () => {
    const conditions = [
      { id: 'leaning-on-one', packages: new Set(['pkg:npm/shared', 'pkg:npm/unsized', 'pkg:npm/elsewhere']) },
      { id: 'unsupported', packages: new Set<string>() },
    ]
    const { atRisk } = assessValue(portfolio, { conditions })
    expect(central(atRisk, 'leaning-on-one')).toBeCloseTo(valueOf('shared'), 6)
    expect(atRisk[0]?.coverage).toEqual({ known: 1, of: 2, unit: 'packages' })
    expect(atRisk[1]).toMatchObject({ money: { central: 0 }, coverage: { known: 0, of: 0 } })
    const ids = valueFigures(portfolio, assessValue(portfolio, { conditions }), { conditions }).map(({ id }) => id)
    expect(ids).toContain('value/usage-replacement/condition:leaning-on-one')
    expect(ids).toContain('value/usage-effort/unit:office')
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('bring in the package that a platform’s build counts under', () => {
    const builds = ['pkg:npm/%40esbuild/linux-x64@1', 'pkg:npm/%40esbuild/darwin-arm64@1'].map((purl): SampleUse => ({
      purl,
      product: 'portal',
      lines: 700,
    }))
    const conditions = [{ id: 'mine', packages: new Set(['pkg:npm/%40esbuild/linux-x64']) }]
    expect(assessValue(samplePortfolio(builds), { conditions }).atRisk[0]?.coverage).toMatchObject({ known: 1, of: 1 })
  })

  it('name in their chain exactly the packages they add up', () => {
    const figure = valueFigures(portfolio, assessValue(portfolio)).find(
      ({ id }) => id === 'value/usage-replacement/product:shop',
    )?.figure
    const [source] = figure?.from ?? []
    expect(source?.kind === 'computed' && source.inputs).toEqual(
      ['only-shop', 'shared', 'unsized'].map((name) => `value/replacement/pkg:npm/${name}`),
    )
    expect(figure?.known && (figure.value as MoneyBand).central).toBeCloseTo(central(byProduct, 'shop') ?? 0, 6)
  })

  it('are the sums of the packages in them, whatever is used where', () => {
    const some = fc.array(
      fc.record({
        purl: fc.integer({ min: 0, max: 12 }).map((number) => `pkg:npm/part-${number}@1`),
        product: fc.constantFrom('portal', 'shop', 'bought-suite'),
        lines: fc.option(fc.integer({ min: 0, max: 50_000 }), { nil: undefined }),
      }),
      { maxLength: 30 },
    ) as fc.Arbitrary<SampleUse[]>
    fc.assert(
      fc.property(some, (list) => {
        const value = assessValue(inUnits(list))
        for (const { subject, money: found } of value.byProduct) {
          const inside = new Set(
            list.filter(({ product }) => product === subject).map(({ purl }) => purl?.slice(0, -2)),
          )
          const sum = value.packages
            .filter((one) => inside.has(one.package))
            .reduce((total, one) => total + one.money.high, 0)
          if (found !== null) expect(Math.abs(found.high - sum)).toBeLessThanOrEqual(1e-9 * (1 + sum))
        }
      }),
    )
  })
})
