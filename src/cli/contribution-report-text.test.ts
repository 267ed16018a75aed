import { expect, it } from 'vitest'
import { publishedBenchmarks } from '#contribution/give-take.ts'
import type { ForkContribution } from '#domain/assessment/contribution.ts'
import { unknown } from '#domain/figure.ts'
import { loadWords } from '#text/load-words.ts'
import { sampleAssessment } from '#test/sample-assessment.ts'
import { contributionReportText } from './contribution-report-text.ts'

const notTold = { id: 'contribution/fork/gauge/per-release', figure: unknown('not-collected') }
const fork: ForkContribution = {
  id: 'gauge',
  part: 'pkg:npm/gauge',
  product: null,
  patches: 2,
  since: null,
  reason: '',
  plan: null,
  hoursPerRelease: null,
  basis: 'stated',
  releases: notTold,
  perRelease: notTold,
  perYear: notTold,
}

it('tells hours of a fork that nobody could tell as unknown, and known ones as they are', async () => {
  const { assessment } = sampleAssessment({ isLookedUp: true, isSized: true })
  const words = await loadWords('en')
  const rowOf = (one: ForkContribution): string => {
    const contribution = { ...assessment.contribution, forks: [one] }
    const organization = { id: 'harbor', name: 'Harbor' }
    const report = {
      asOf: '2026-11-22',
      organization,
      contribution,
      benchmarks: publishedBenchmarks,
      gaps: [],
      issues: [],
    }
    const text = contributionReportText(report, words, 'en')
    return text.split('\n').find((line) => line.includes('pkg:npm/gauge')) ?? ''
  }
  expect(rowOf(fork)).toMatch(/pkg:npm\/gauge +2 +not looked up/)
  expect(rowOf({ ...fork, hoursPerRelease: 12.5 })).toMatch(/pkg:npm\/gauge +2 +12\.5 /)
  expect(rowOf({ ...fork, hoursPerRelease: 0 })).toMatch(/pkg:npm\/gauge +2 +0 /)
})
