import { describe, expect, it } from 'vitest'
import { assessValue } from './assess.ts'
import { samplePortfolio, stating, withAssumptions, type SampleUse } from './portfolio.sample.ts'

const uses: readonly SampleUse[] = [
  { purl: 'pkg:npm/plain@1', product: 'portal', lines: 9_000, rawLines: 18_000 },
  { purl: 'pkg:npm/tested@1', product: 'portal', lines: 2_000, rawLines: 2_500, scope: 'development' },
  { purl: 'pkg:npm/deep@1', product: 'shop', lines: 20_000, rawLines: 30_000, directness: 'transitive' },
  { purl: 'pkg:npm/embedded@1', product: 'bought-suite', lines: 5_000 },
]

const centralOf = (portfolio = samplePortfolio(uses)) => {
  const { figure } = assessValue(portfolio).money
  return figure.known ? figure.value.central : Number.NaN
}

describe('what moves the total', () => {
  const { sensitivity } = assessValue(samplePortfolio(uses))

  it('is told widest first, all in central money', () => {
    const widths = sensitivity.map(({ swing }) => (swing.figure.known ? swing.figure.value.width : Number.NaN))
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    expect(sensitivity.slice(0, 3).map(({ assumption }) => assumption)).toEqual(['A3-labor-rate', 'A1-size', 'A5-use'])
  })

  it.each([
    ['A1-size', 'deduplicated', 'raw'],
    ['A2-model', 'cocomo81-organic', 'cocomo81-semi-detached'],
    ['A3-labor-rate', 1, 2.4],
    ['A4-scope', 'runtime', 'all'],
    ['A5-use', 0.25, 1],
    ['A8-bought-products', 0, 1],
  ])('is for %s what the total becomes with the one assumption changed', (id, low, high) => {
    const swing = sensitivity.find(({ assumption }) => assumption === id)?.swing.figure
    if (swing?.known !== true) throw new Error('it is known')
    const with_ = (value: number | string) => centralOf(withAssumptions(samplePortfolio(uses), [stating(id, value)]))
    expect(swing.value.low).toBeCloseTo(with_(low), 6)
    expect(swing.value.high).toBeCloseTo(with_(high), 6)
    expect(swing.value.central).toBeCloseTo(centralOf(), 6)
    expect(swing.value.width).toBeCloseTo(
      Math.max(with_(low), with_(high), centralOf()) - Math.min(with_(low), with_(high), centralOf()),
      6,
    )
  })

  it('is nothing for an assumption whose readings are the same, and for an unknown total there is none', () => {
    const last = sensitivity.at(-1)
    expect(last?.swing.figure.known && last.swing.figure.value.width).toBe(0)
    expect(assessValue(samplePortfolio([{ purl: 'pkg:npm/unsized@1', product: 'portal' }])).sensitivity).toEqual([])
  })
})
