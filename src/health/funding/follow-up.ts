/** Health before a gift and now. What lies between is told; that the gift was the cause is not claimed. */

import type { FundingOutcome, Gift, HealthSnapshot } from '#domain/assessment/funding.ts'
import { compute, unknown, type Method, type NamedFigure } from '#domain/figure.ts'

export const followUpMethod: Method = { id: 'funding-follow-up', version: 1 }

/** @param snapshots in any order; the last up to the first gift is "before", the last of all after it is "now" */
export function followUpFunding(
  gifts: readonly Gift[],
  snapshots: readonly HealthSnapshot[],
): readonly FundingOutcome[] {
  const days = snapshots.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return [...Map.groupBy(gifts, ({ subject }) => subject)]
    .map(([subject, given]) => outcomeOf(subject, given, days))
    .toSorted((a, b) => b.amount - a.amount || b.hours - a.hours || (a.subject < b.subject ? -1 : 1))
}

function outcomeOf(subject: string, given: readonly Gift[], days: readonly HealthSnapshot[]): FundingOutcome {
  const dates = given.map(({ on }) => on).toSorted()
  const firstOn = dates[0] ?? ''
  const earlier = days.findLast(({ on }) => on <= firstOn)
  const later = days.findLast(({ on }) => on > firstOn)
  const before = scoreIn(earlier, subject)
  const now = scoreIn(later, subject)
  const change: NamedFigure<number> = {
    id: `health/funding-change/${subject}`,
    figure: compute(followUpMethod, [before, now], (was, is) => is - was),
  }
  return {
    subject,
    firstOn,
    lastOn: dates.at(-1) ?? firstOn,
    amount: sumOf(given.map(({ amount }) => amount)),
    hours: sumOf(given.map(({ hours }) => hours)),
    beforeOn: earlier?.on ?? null,
    nowOn: later?.on ?? null,
    before,
    now,
    change,
    why: reasonOf(earlier, later, before, now),
  }
}

function scoreIn(snapshot: HealthSnapshot | undefined, subject: string): NamedFigure<number> {
  return snapshot?.health.get(subject) ?? { id: `health/score/${subject}`, figure: unknown('not-collected') }
}

function reasonOf(
  earlier: HealthSnapshot | undefined,
  later: HealthSnapshot | undefined,
  before: NamedFigure<number>,
  now: NamedFigure<number>,
): FundingOutcome['why'] {
  if (earlier === undefined) return 'not-assessed-before'
  if (later === undefined) return 'not-assessed-since'
  if (!before.figure.known) return 'unknown-before'
  return now.figure.known ? null : 'unknown-now'
}

function sumOf(numbers: readonly (number | null)[]): number {
  return numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0)
}
