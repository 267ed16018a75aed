import { describe, expect, it } from 'vitest'
import { nothingStated } from '#domain/organization.ts'
import { defaultLaborRate } from './assumptions.ts'
import { compareWith } from './comparison.ts'
import { exchange } from './exchange.ts'
import { samplePortfolio, withOrganization, type SampleUse } from './portfolio.sample.ts'
import { compareWholeRepositories } from './whole-repositories.ts'

const uses: readonly SampleUse[] = [
  { purl: 'pkg:npm/one@1', product: 'portal', lines: 10_000 },
  { purl: 'pkg:npm/two@1', product: 'portal', lines: 7_535 },
  { purl: 'pkg:npm/unsized@1', product: 'portal' },
]

describe('the same packages in the way of another tool', () => {
  it('are one program for sloccount, to the digits it prints for as many lines', () => {
    const { estimate, ratio } = compareWith(samplePortfolio(uses), 'sloccount')
    if (!estimate.figure.known) throw new Error('two sizes are known')
    const { personMonths, scheduleMonths, averageStaff, cost, currency } = estimate.figure.value
    expect([personMonths, scheduleMonths, averageStaff].map((number) => number.toFixed(2))).toEqual([
      '48.56',
      '10.93',
      '4.44',
    ])
    expect([Math.round(cost ?? 0), currency]).toEqual([546_692, 'USD'])
    expect(estimate.coverage).toEqual({ known: 2, of: 3, unit: 'packages' })
    expect(ratio).toBeCloseTo(48.56 / (2.94 * (10 ** 1.0997 + 7.535 ** 1.0997)), 3)
  })

  it('are valued at the organization’s own base wage where a study publishes none', () => {
    const rate = { ...defaultLaborRate(), yearlyWage: 60_000, currency: 'EUR' }
    const { estimate } = compareWith(samplePortfolio(uses.slice(0, 1), rate), 'harvard')
    expect(estimate.figure.known && estimate.figure.value).toMatchObject({ currency: 'EUR', yearlyWage: 60_000 })
    expect(estimate.figure.known && estimate.figure.value.cost).toBeCloseTo((36.9868 / 12) * 60_000, -1)
  })

  it('have a cost in the organization’s currency only with a stated rate', () => {
    const rate = { ...defaultLaborRate(), currency: 'EUR' }
    const portfolio = samplePortfolio(uses, rate)
    expect(compareWith(portfolio, 'scc').costInOwn).toBeNull()
    const exchangeRates = [{ from: 'EUR', to: 'USD', rate: 1.25, on: '2026-10-01', source: 'A bank' }]
    const stated = withOrganization(portfolio, { stated: { ...nothingStated, exchangeRates } })
    const { costInOwn, estimate } = compareWith(stated, 'scc')
    const cost = estimate.figure.known ? (estimate.figure.value.cost ?? 0) : 0
    expect(costInOwn).toBeCloseTo(cost / 1.25, 6)
  })

  it('are unknown where no size is known', () => {
    const { estimate, ratio } = compareWith(samplePortfolio(uses.slice(2)), 'scc')
    expect([estimate.figure.known, ratio]).toEqual([false, null])
  })
})

describe('an exchange rate', () => {
  const rates = [
    { from: 'USD', to: 'EUR', rate: 0.8, on: '2025-01-01', source: 'old' },
    { from: 'USD', to: 'EUR', rate: 0.9, on: '2026-01-01', source: 'new' },
  ]
  it('is the newest, in either direction, and is never guessed', () => {
    expect(exchange(10, 'USD', 'EUR', rates)).toBe(9)
    expect(exchange(9, 'EUR', 'USD', rates)).toBe(10)
    expect(exchange(7, 'JPY', 'JPY', [])).toBe(7)
    expect(exchange(7, 'JPY', 'EUR', rates)).toBeUndefined()
  })
})

describe('whole repositories for every entry, as OSSVAL charges them', () => {
  const names = Array.from({ length: 30 }, (_, index) => `pkg:npm/%40tide/part-${index}`)
  const monorepo = names.map((name): SampleUse => ({ purl: `${name}@1`, product: 'portal', lines: 1_000 }))
  const link = (of: string, project: string) => ({
    package: of,
    project,
    basis: 'registry-metadata' as const,
    evidence: 'sizes',
    at: '',
  })
  const portfolio = {
    ...samplePortfolio([...monorepo, { purl: 'pkg:npm/alone@1', product: 'portal', lines: 900 }, ...uses]),
    projectLinks: [
      ...names.map((name) => link(name, 'forge.example/tide/tide')),
      link('pkg:npm/alone', 'forge.example/alone/alone'),
    ],
  }
  const size = (project: string, lines: number) => ({ project, lines, evidence: 'sizes', at: 'line 2' })
  const comparison = compareWholeRepositories(portfolio, [
    size('forge.example/tide/tide', 100_000),
    size('forge.example/alone/alone', 1_000),
    size('forge.example/not-used/here', 5_000_000),
  ])

  it('count a repository that publishes thirty packages thirty times, and name it', () => {
    const [first, second] = comparison.repositories
    expect(first).toMatchObject({ project: 'forge.example/tide/tide', entries: 30, lines: 100_000 })
    expect(first?.once.personMonths).toBeCloseTo(465.3153, 4)
    expect(first?.charged.personMonths).toBeCloseTo(30 * 465.3153, 2)
    expect(first?.doubleCounted.personMonths).toBeCloseTo(29 * 465.3153, 2)
    expect(first?.ours?.personMonths).toBeCloseTo(30 * 2.94, 6)
    expect(second).toMatchObject({ project: 'forge.example/alone/alone', entries: 1, doubleCounted: { money: 0 } })
    expect(comparison.repositories).toHaveLength(2)
  })

  it('tell the share that is counted twice, and what they cover', () => {
    const share = comparison.doubleCountedShare.figure
    expect(share.known && share.value).toBeCloseTo((29 * 465.3153) / (30 * 465.3153 + 2.94), 6)
    expect(comparison.charged.coverage).toEqual({ known: 31, of: 34, unit: 'part versions' })
    expect(comparison.figures.map(({ id }) => id)).toContain('value/repository-lines/forge.example/tide/tide')
  })

  it('lie above our total on the same packages', () => {
    const charged = comparison.charged.figure
    expect(charged.known && charged.value.money).toBeGreaterThan(comparison.ours.money)
    expect(comparison.ours.personMonths).toBeCloseTo(31 * 2.94 - (2.94 - 2.94 * 0.9 ** 1.0997), 4)
  })

  it('are unknown without any size of a repository in use', () => {
    const none = compareWholeRepositories(portfolio, [])
    expect([none.charged.figure.known, none.doubleCountedShare.figure.known]).toEqual([false, false])
    expect(none.charged.coverage.known).toBe(0)
  })
})
