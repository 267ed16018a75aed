import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NamedFigure } from '#domain/figure.ts'
import { assessValue, valueFigures } from './assess.ts'
import { samplePortfolio } from './portfolio.sample.ts'
import type { SampleUse } from './portfolio.sample.ts'

const lodash: SampleUse = { purl: 'pkg:npm/lodash@4.17.21', product: 'portal', lines: 10_000 }

describe('the value of what is used', () => {
  it('prices one package by the three published models and the three rates', () => {
    const { money, personMonths, packages } = assessValue(samplePortfolio([{ ...lodash, rawLines: 32_000 }]))
    expect(personMonths.figure).toMatchObject({ known: true })
    expect(packages).toHaveLength(1)
    expect(packages[0]?.personMonths.low).toBeCloseTo(26.9284, 4)
    expect(packages[0]?.personMonths.central).toBeCloseTo(36.9868, 4)
    expect(packages[0]?.personMonths.high).toBeCloseTo(145.5088, 4)
    expect(packages[0]?.money.low).toBeCloseTo((26.9284 / 12) * 132_930, -2)
    expect(packages[0]?.money.central).toBeCloseTo((36.9868 / 12) * 132_930 * 1.4, -2)
    expect(packages[0]?.money.high).toBeCloseTo((145.5088 / 12) * 132_930 * 2.4, -2)
    expect(money.coverage).toEqual({ known: 1, of: 1, unit: 'packages' })
  })

  it('is unknown, not zero, when no size is known', () => {
    const { money, personMonths, oneProgram, missing } = assessValue(
      samplePortfolio([
        { purl: 'pkg:npm/a@1', product: 'portal' },
        { purl: 'pkg:pypi/b@1', product: 'portal' },
        { purl: 'pkg:npm/c@1', product: 'portal' },
      ]),
    )
    expect(money.figure).toMatchObject({ known: false, why: 'not-collected' })
    expect(personMonths.figure.known).toBe(false)
    expect(oneProgram.figure.known).toBe(false)
    expect(money.coverage).toEqual({ known: 0, of: 3, unit: 'packages' })
    expect(missing).toEqual([
      { ecosystem: 'npm', packages: 2 },
      { ecosystem: 'PyPI', packages: 1 },
    ])
  })

  it('is a known nothing for an organization that uses nothing', () => {
    expect(assessValue(samplePortfolio([])).money.figure).toMatchObject({ known: true, value: { central: 0 } })
  })

  it('counts a part without a package URL as one whose size is unknown', () => {
    const { money, missing } = assessValue(samplePortfolio([lodash, { name: 'zlib', product: 'portal' }]))
    expect(money.coverage).toEqual({ known: 1, of: 2, unit: 'packages' })
    expect(missing).toEqual([{ ecosystem: 'unknown', packages: 1 }])
  })

  it('counts several versions of a package once, at the largest', () => {
    const one = assessValue(samplePortfolio([lodash]))
    const two = assessValue(
      samplePortfolio([lodash, { purl: 'pkg:npm/lodash@3.10.1', product: 'portal', lines: 7000 }]),
    )
    expect(two.money.figure).toEqual(one.money.figure)
  })

  it('leaves packages for development out of the low band and shows them apart', () => {
    const { byScope, packages } = assessValue(
      samplePortfolio([
        lodash,
        { purl: 'pkg:npm/vitest@5.0.0', product: 'portal', lines: 10_000, scope: 'development' },
      ]),
    )
    expect(byScope.map(({ scope, packages: count }) => [scope, count])).toEqual([
      ['runtime', 1],
      ['development', 1],
    ])
    const vitest = packages.find(({ name }) => name === 'vitest')
    expect(vitest?.personMonths.low).toBe(0)
    expect(vitest?.personMonths.central).toBeCloseTo(36.9868, 4)
  })

  it('counts as runtime what nothing tells the scope of', () => {
    const { packages } = assessValue(samplePortfolio([{ ...lodash, scope: 'unknown' }]))
    expect(packages[0]?.personMonths.low).toBeCloseTo(26.9284, 4)
    expect(packages[0]?.scope).toBe('unknown')
  })

  it('takes a quarter of a large package that only comes through others, in the low band', () => {
    const large: SampleUse = { purl: 'pkg:npm/large@1', product: 'portal', lines: 100_000, directness: 'transitive' }
    const low = (uses: SampleUse[]) => assessValue(samplePortfolio(uses)).packages[0]?.personMonths.low
    expect(low([large])).toBeCloseTo(302.1421 / 4, 4)
    expect(low([{ ...large, directness: 'unknown' }])).toBeCloseTo(302.1421, 4)
    expect(low([large, { ...large, product: 'shop', directness: 'direct' }])).toBeCloseTo(302.1421, 4)
    expect(low([{ ...large, lines: 10_000 }])).toBeCloseTo(26.9284, 4)
  })

  it('lists what only bought products contain, and adds it to the high band alone', () => {
    const own = assessValue(samplePortfolio([lodash]))
    const bought: SampleUse = { purl: 'pkg:npm/embedded@1', product: 'bought-suite', lines: 100_000 }
    const both = assessValue(samplePortfolio([lodash, bought]))
    if (!own.money.figure.known || !both.money.figure.known) throw new Error('both are known')
    expect(both.money.figure.value.low).toBe(own.money.figure.value.low)
    expect(both.money.figure.value.central).toBe(own.money.figure.value.central)
    expect(both.money.figure.value.high).toBeGreaterThan(own.money.figure.value.high)
    expect(both.inBoughtOnly.packages).toBe(1)
    const listed = both.inBoughtOnly.money.figure
    expect(listed.known && listed.value.low).toBe(0)
    expect(listed.known && listed.value.central).toBeCloseTo((465.3153 / 12) * 132_930 * 1.4, -2)
    const own2 = assessValue(samplePortfolio([lodash, bought, { ...bought, product: 'shop' }]))
    expect(own2.inBoughtOnly.packages).toBe(0)
  })

  it('leaves out types, data and other platforms, and says how many', () => {
    const uses = [
      'pkg:npm/%40types/lodash@4.0.0',
      'pkg:npm/mime-db@1.54.0',
      'pkg:npm/%40esbuild/linux-x64@0.25.0',
      'pkg:npm/%40esbuild/darwin-arm64@0.25.0',
      'pkg:npm/%40esbuild/win32-x64@0.25.0',
      'pkg:npm/lodash.merge@4.6.2',
    ].map((purl): SampleUse => ({ purl, product: 'portal', lines: 500 }))
    const { leftOut, packages, money } = assessValue(samplePortfolio([lodash, ...uses]))
    expect(leftOut?.map(({ rule, packages: count }) => [rule, count])).toEqual([
      ['data-package', 1],
      ['types-only', 1],
      ['platform-variant', 2],
      ['same-code', 1],
    ])
    expect(packages.map(({ name }) => name).toSorted()).toEqual(['darwin-arm64', 'lodash'])
    expect(money.coverage).toEqual({ known: 2, of: 2, unit: 'packages' })
  })

  it('values a method of lodash by itself where lodash as a whole is not used', () => {
    const uses: SampleUse[] = [{ purl: 'pkg:npm/lodash.merge@4.6.2', product: 'portal', lines: 500 }]
    expect(assessValue(samplePortfolio(uses)).packages.map(({ name }) => name)).toEqual(['lodash.merge'])
  })

  it('prefers a counted size to an estimated one, even when the estimate is larger', () => {
    const { packages } = assessValue(
      samplePortfolio([
        { ...lodash, lines: 20_000, sizeSource: 'estimated-size' },
        { ...lodash, purl: 'pkg:npm/lodash@4.17.20', lines: 9_000, sizeSource: 'measured-installed' },
      ]),
    )
    expect(packages[0]).toMatchObject({ deduplicated: 9_000, sizeSource: 'measured-installed' })
  })

  it('explains every figure down to evidence and assumptions', () => {
    const portfolio = samplePortfolio([
      lodash,
      { purl: 'pkg:npm/unsized@1', product: 'shop' },
      { purl: 'pkg:npm/tested@1', product: 'shop', lines: 900, scope: 'development' },
      { purl: 'pkg:npm/deep@1', product: 'shop', lines: 90_000, directness: 'transitive' },
      { purl: 'pkg:npm/embedded@1', product: 'bought-suite', lines: 500 },
    ])
    const figures = new Map(valueFigures(portfolio, assessValue(portfolio)).map((named) => [named.id, named]))
    const leaves = new Set<string>()
    const walk = (id: string): void => {
      const named: NamedFigure | undefined = figures.get(id)
      if (named === undefined) throw new Error(`no figure ${id}`)
      for (const source of named.figure.from)
        if (source.kind === 'computed') source.inputs.forEach(walk)
        else if (source.kind === 'observed') leaves.add(`${source.evidence}${source.at ?? ''}`)
        else if (source.kind === 'assumed') leaves.add(source.assumption)
    }
    for (const id of ['value/usage-replacement', 'value/usage-effort', 'value/one-program', 'value/annual-rebuild'])
      walk(id)
    expect([...leaves].filter((leaf) => /^A\d-/.test(leaf))).toHaveLength(10)
    expect(leaves).toContain('sizes/0')
    expect(figures.get('value/replacement/pkg:npm/unsized')?.figure).toMatchObject({
      known: false,
      why: 'not-collected',
    })
    const money = figures.get('value/replacement/pkg:npm/lodash')?.figure.from[0]
    expect(money?.kind === 'computed' && money.inputs[0]).toBe('value/size/pkg:npm/lodash')
  })

  it('gives the yearly share of the stock, and the maintenance avoided, each on its own', () => {
    const portfolio = samplePortfolio([lodash])
    const assessment = assessValue(portfolio)
    const valueOf = (id: string) => {
      const figure = valueFigures(portfolio, assessment).find((named) => named.id === id)?.figure
      return figure?.known === true ? (figure.value as { central: number }).central : undefined
    }
    const stock = assessment.money.figure.known ? assessment.money.figure.value.central : 0
    expect(valueOf('value/annual-rebuild')).toBeCloseTo(stock / 3, 6)
    expect(valueOf('value/avoided-maintenance')).toBeCloseTo(stock * 0.22, 6)
  })

  it('takes the labor rate of the organization from its file', () => {
    const rate = {
      yearlyWage: 60_000,
      currency: 'EUR',
      loadFactor: 1.5,
      source: 'Payroll 2026',
      asOf: '2026-01-31',
      basis: 'organization' as const,
    }
    const portfolio = samplePortfolio([lodash], rate)
    const assessment = assessValue(portfolio)
    expect(assessment.money.figure).toMatchObject({ value: { currency: 'EUR' } })
    expect(assessment.packages[0]?.money.central).toBeCloseTo((36.9868 / 12) * 90_000, -1)
    expect(assessment.assumptions.find(({ id }) => id === 'A3-labor-rate')).toMatchObject({ isDefault: false })
    const figure = valueFigures(portfolio, assessment).find(({ id }) => id === 'value/assumption/A3-labor-rate')
    expect(figure?.figure.from[0]).toMatchObject({ kind: 'observed', evidence: 'organization' })
  })
})

const uses = fc.array(
  fc.record({
    purl: fc.integer({ min: 0, max: 30 }).map((number) => `pkg:npm/part-${number}@1.0.0`),
    product: fc.constantFrom('portal', 'shop', 'bought-suite'),
    lines: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: undefined }),
    scope: fc.constantFrom('runtime', 'optional', 'development', 'unknown'),
    directness: fc.constantFrom('direct', 'transitive', 'unknown'),
  }),
  { maxLength: 40 },
) as fc.Arbitrary<SampleUse[]>

describe('properties of the value', () => {
  it('is the sum over packages, and covers exactly those with a size', () => {
    fc.assert(
      fc.property(uses, (some) => {
        const { money, packages, missing } = assessValue(samplePortfolio(some))
        expect(money.coverage.known).toBe(packages.length)
        expect(money.coverage.of - money.coverage.known).toBe(missing.reduce((sum, one) => sum + one.packages, 0))
        if (!money.figure.known) return
        for (const key of ['low', 'central', 'high'] as const) {
          const sum = packages.reduce((total, one) => total + one.money[key], 0)
          expect(Math.abs(money.figure.value[key] - sum)).toBeLessThanOrEqual(1e-9 * (1 + sum))
        }
      }),
    )
  })

  it('does not change when another product uses the same packages in the same way', () => {
    fc.assert(
      fc.property(uses, (some) => {
        const own = some.map((use): SampleUse => ({ ...use, product: 'portal' }))
        const again = own.map((use): SampleUse => ({ ...use, product: 'shop' }))
        const before = assessValue(samplePortfolio(own))
        const after = assessValue(samplePortfolio([...own, ...again]))
        expect(after.money).toEqual(before.money)
        expect(after.personMonths).toEqual(before.personMonths)
      }),
    )
  })

  it('never falls when a package grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 0, max: 100_000 }), (lines, more) => {
        const of = (count: number) => assessValue(samplePortfolio([{ ...lodash, lines: count }])).packages[0]?.money
        const [small, large] = [of(lines), of(lines + more)]
        for (const key of ['low', 'central', 'high'] as const)
          expect(large?.[key] ?? 0).toBeGreaterThanOrEqual(small?.[key] ?? Infinity)
      }),
    )
  })

  it('does not depend on the order of reading', () => {
    fc.assert(
      fc.property(uses, (some) => {
        const { money, packages } = assessValue(samplePortfolio(some))
        const turned = assessValue(samplePortfolio(some.toReversed()))
        expect(turned.money.coverage).toEqual(money.coverage)
        expect(turned.packages.map((one) => one.package)).toEqual(packages.map((one) => one.package))
        expect(turned.money.figure.known && turned.money.figure.value).toEqual(money.figure.known && money.figure.value)
      }),
    )
  })
})
