/** Middle values and shares of lists of numbers, and survival with open cases. */

import type { Distribution } from '#domain/assessment/agility.ts'

/** The middle one, or the mean of the two in the middle; undefined of nothing. `sorted` ascends. */
export function medianOfSorted(sorted: ArrayLike<number>): number | undefined {
  const { length } = sorted
  if (length === 0) return undefined
  const upper = sorted[length >> 1] ?? 0
  return length % 2 === 1 ? upper : ((sorted[(length >> 1) - 1] ?? 0) + upper) / 2
}

export function median(values: readonly number[]): number | undefined {
  return medianOfSorted(Float64Array.from(values).sort())
}

/** The smallest value that at least nine in ten do not exceed (nearest rank); undefined of nothing. */
export function ninetiethPercentile(values: readonly number[]): number | undefined {
  return Float64Array.from(values).sort()[Math.ceil(values.length * 0.9) - 1]
}

/** Sorts the values in place. Undefined of nothing. */
export function distributionOf(values: Float64Array): Distribution | undefined {
  const middle = medianOfSorted(values.sort())
  if (middle === undefined) return undefined
  let sum = 0
  let above = 0
  for (const value of values) {
    sum += value
    if (value > 0) above += 1
  }
  return { sum, mean: sum / values.length, median: middle, above }
}

export function gapsBetween(ascending: ArrayLike<number>): number[] {
  const gaps: number[] = []
  for (let index = 1; index < ascending.length; index += 1)
    gaps.push((ascending[index] ?? 0) - (ascending[index - 1] ?? 0))
  return gaps
}

/** A case that ended after so many days, or that was still open after them. */
export type SurvivalCase = { readonly days: number; readonly hasEnded: boolean }

/**
 * The first time at which at most half of the cases are still open by the product-limit estimate; undefined when the curve
 * never falls so far. Kaplan, Meier: Nonparametric Estimation from Incomplete Observations, JASA 53 (1958).
 */
export function survivalQuantile(cases: readonly SurvivalCase[], stillOpen: number): number | undefined {
  // A case that is open at a time was still at risk when others ended at that time.
  const ordered = [...cases].sort((a, b) => a.days - b.days)
  let share = 1
  let atRisk = ordered.length
  let index = 0
  while (index < ordered.length) {
    const { days } = ordered[index] as SurvivalCase
    let ended = 0
    let left = 0
    for (; ordered[index]?.days === days; index += 1) {
      left += 1
      if (ordered[index]?.hasEnded === true) ended += 1
    }
    share *= 1 - ended / atRisk
    // A share of exactly one half arises from fractions that binary numbers do not hold.
    if (ended > 0 && share <= stillOpen + 1e-12) return days
    atRisk -= left
  }
  return undefined
}
