/** Counts the answers of a suite. */

import type { Miss, SuiteResult } from './suite.ts'

/** A case whose answer differs from what is expected is a miss. */
export function tally(suite: string, answers: readonly Miss[]): SuiteResult {
  const misses = answers.filter(({ expected, got }) => expected !== got)
  return { suite, passed: answers.length - misses.length, total: answers.length, misses }
}

/** A suite whose data is not at hand: no cases. */
export function absent(suite: string): SuiteResult {
  return { suite, passed: 0, total: 0, misses: [] }
}
