import { describe, expect, it } from 'vitest'
import { benchmarkIds } from '#domain/benchmark.ts'
import { readContributionBenchmarks } from './contribution-benchmarks.ts'

const study = readContributionBenchmarks()
const valueOf = (id: string): string | undefined => study.benchmarks.find((one) => one.id === id)?.value
const numberOf = (id: string): number => Number(valueOf(id)?.replaceAll(',', ''))

describe('the benchmarks of contribution', () => {
  it('are the averages of a dated survey, each once', () => {
    expect(study).toMatchObject({ published: '2026-02-24', basis: 'survey-average', respondents: 567 })
    expect(study.benchmarks.map(({ id }) => id)).toEqual(benchmarkIds)
  })

  it('are text, which no formula takes in', () => {
    expect(study.benchmarks.filter(({ value }) => typeof value !== 'string')).toEqual([])
  })

  it('agree among themselves: 86 forks of 60 hours are 5,160 hours', () => {
    expect(numberOf('forks-carried') * numberOf('hours-of-a-fork')).toBe(numberOf('hours-of-all-forks'))
    expect(numberOf('hours-of-all-forks')).toBe(5160)
    expect(numberOf('cost-of-all-forks') / numberOf('hours-of-all-forks')).toBe(50)
  })

  it('give using, contributing and each way of contributing their own return', () => {
    const returns = ['using', 'contributing', 'code', 'community', 'money', 'foundations']
    expect(returns.map((way) => valueOf(`return-of-${way}`))).toEqual(['4.8', '2.5', '3.6', '3.2', '2.4', '4.8'])
  })
})
