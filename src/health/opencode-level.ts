/**
 * openCode's maintenance levels, by its published thresholds: 1 = at least five commits in six months and issues answered
 * within seven days; 2 = also a release or tag in six months; 3 = also an absence factor of at least 2 in six months.
 */

import type { LevelInterval } from '#domain/assessment/health.ts'

export type OpenCodeInputs = {
  readonly commitsOfHalfYear: number
  /** Null is unknown: no clone and no registry holds it. */
  readonly issueResponseDays: number | null
  readonly hasReleaseOfHalfYear: boolean
  /** Null when nothing happened. */
  readonly absenceFactorOfHalfYear: number | null
}

/** An unknown response leaves the interval from nothing to what the rest allows. */
export function openCodeLevel(inputs: OpenCodeInputs): LevelInterval {
  const { commitsOfHalfYear, issueResponseDays, hasReleaseOfHalfYear, absenceFactorOfHalfYear } = inputs
  const reached = commitsOfHalfYear < 5 ? 0 : !hasReleaseOfHalfYear ? 1 : (absenceFactorOfHalfYear ?? 0) < 2 ? 2 : 3
  if (issueResponseDays === null) return { low: 0, high: reached }
  const level = issueResponseDays < 7 ? reached : 0
  return { low: level, high: level }
}
