/** The end-to-end example of the usage value: one row per package name, all at runtime and direct. */

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { assessValue } from '#value/assess.ts'
import { samplePortfolio } from '#value/portfolio.sample.ts'
import type { SampleUse } from '#value/portfolio.sample.ts'

describeWithShared('the usage value of an ordinary npm install', 'value/npm-package-sizes.csv', (path) => {
  const uses = largestPerName(readFileSync(path, 'utf8'))

  it('gives the published person-months and money', () => {
    const { money, personMonths } = assessValue(samplePortfolio(uses), { rules: [] })
    if (!money.figure.known || !personMonths.figure.known) throw new Error('all sizes are known')
    const { low, central, high } = personMonths.figure.value
    expect([low, central, high].map((months) => months.toFixed(2))).toEqual(['1901.12', '2836.09', '5196.89'])
    const dollars = money.figure.value
    expect([dollars.low, dollars.central, dollars.high].map(Math.round)).toEqual([21_059_611, 43_983_533, 138_164_538])
    expect(money.coverage).toEqual({ known: 193, of: 193, unit: 'packages' })
  })

  it('shows that two packages are half of everything', () => {
    const others = uses.filter(({ purl }) => !/\/(react-dom|date-fns)@/.test(purl ?? ''))
    const { personMonths } = assessValue(samplePortfolio(others), { rules: [] })
    expect(personMonths.figure.known && personMonths.figure.value.central.toFixed(2)).toBe('1392.26')
  })

  it('is lower by exactly what the rules against double counting leave out', () => {
    const all = assessValue(samplePortfolio(uses), { rules: [] })
    const counted = assessValue(samplePortfolio(uses))
    const kept = new Set(counted.packages.map((one) => one.package))
    const dropped = all.packages.filter((one) => !kept.has(one.package))
    expect(counted.leftOut?.reduce((sum, { packages }) => sum + packages, 0)).toBe(dropped.length)
    expect(dropped.length).toBeGreaterThan(0)
    const sum = dropped.reduce((total, one) => total + one.money.central, 0)
    if (!all.money.figure.known || !counted.money.figure.known) throw new Error('all sizes are known')
    expect(all.money.figure.value.central - counted.money.figure.value.central).toBeCloseTo(sum, 4)
  })
})

/** One row per name: the version with the most deduplicated lines. */
function largestPerName(csv: string): SampleUse[] {
  const rows = new Map<string, SampleUse & { lines: number }>()
  for (const line of csv.trim().split('\n').slice(1)) {
    const [name = '', version = '', , , , , , raw, deduplicated] = line.split(',')
    const lines = Number(deduplicated)
    if (lines <= (rows.get(name)?.lines ?? -1)) continue
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
    rows.set(name, { purl, product: 'portal', lines, rawLines: Number(raw) })
  }
  return [...rows.values()]
}
