/** What others report on average: shown beside an organization's own figure, never used to compute it. */

import type { IsoDate } from './figure.ts'

export const benchmarkIds = [
  'forks-carried',
  'hours-of-a-fork',
  'hours-of-all-forks',
  'cost-of-all-forks',
  'return-of-using',
  'return-of-contributing',
  'return-of-code',
  'return-of-community',
  'return-of-money',
  'return-of-foundations',
] as const

export type BenchmarkId = (typeof benchmarkIds)[number]

export const benchmarkUnits = ['forks', 'hours-a-release', 'usd-a-release', 'benefit-to-cost'] as const

export type BenchmarkUnit = (typeof benchmarkUnits)[number]

export type Benchmark = {
  readonly id: BenchmarkId
  /** Text as it is cited, so that no formula can take it in by mistake. */
  readonly value: string
  readonly unit: BenchmarkUnit
  /** The source itself says about. */
  readonly isAbout: boolean
}

export type BenchmarkStudy = {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly published: IsoDate
  readonly basis: 'survey-average'
  readonly respondents: number
  readonly source: string
  readonly sourceLicense: string
  readonly note: string
  readonly benchmarks: readonly Benchmark[]
}
