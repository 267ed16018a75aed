import { describe, expect, it } from 'vitest'
import { assessValue, valueFigures } from './assess.ts'
import { samplePortfolio, stating, withAssumptions, type SampleUse } from './portfolio.sample.ts'

const uses: readonly SampleUse[] = [
  { purl: 'pkg:npm/plain@1', product: 'portal', lines: 9_000 },
  { purl: 'pkg:npm/embedded@1', product: 'bought-suite', lines: 5_000 },
]
const annual = new Set(['value/annual-rebuild', 'value/avoided-maintenance'])

describe('figures for one year', () => {
  it('are the input of nothing: no total adds them to the stock or to one another', () => {
    const portfolio = samplePortfolio(uses)
    const figures = valueFigures(portfolio, assessValue(portfolio))
    const using = figures.filter(({ figure }) =>
      figure.from.some((source) => source.kind === 'computed' && source.inputs.some((id) => annual.has(id))),
    )
    expect(using).toEqual([])
    expect(figures.filter(({ id }) => annual.has(id))).toHaveLength(2)
  })

  it('follow the years and the share that the organization states, each in its band', () => {
    const portfolio = withAssumptions(samplePortfolio(uses), [
      stating('lifetime', 8, 4, 2),
      stating('maintenance-share', 0.1, 0.2, 0.5),
    ])
    const assessment = assessValue(portfolio)
    const valueOf = (id: string) =>
      valueFigures(portfolio, assessment).find((named) => named.id === id)?.figure as { value?: unknown }
    if (!assessment.money.figure.known) throw new Error('it is known')
    const { low, central, high } = assessment.money.figure.value
    const currency = 'USD'
    expect(valueOf('value/annual-rebuild').value).toEqual({
      low: low / 8,
      central: central / 4,
      high: high / 2,
      currency,
    })
    expect(valueOf('value/avoided-maintenance').value).toEqual({
      low: low * 0.1,
      central: central * 0.2,
      high: high * 0.5,
      currency,
    })
  })

  it('count what bought products embed only as far as A8 says', () => {
    const { inBoughtOnly, money } = assessValue(withAssumptions(samplePortfolio(uses), [stating('A8', 0)]))
    const without = assessValue(samplePortfolio(uses.slice(0, 1)))
    expect(money.figure.known && money.figure.value).toEqual(without.money.figure.known && without.money.figure.value)
    expect(inBoughtOnly).toMatchObject({ packages: 1, money: { figure: { known: true, value: { low: 0 } } } })
    expect(inBoughtOnly.money.figure.known && inBoughtOnly.money.figure.value.central).toBeGreaterThan(0)
  })
})
