/** Stable releases that came after the one in use. */

import type { UsedRelease, VersionNumbers } from './measure.ts'

/**
 * How many stable releases have a higher version and a later day, of the kind asked for; NaN where a day that matters is
 * unknown. A back-port has a later day and no higher version, so it is not what the product lags behind.
 */
export function countNewer(
  { rank, day, numbers, releases }: UsedRelease,
  isCounted: (own: VersionNumbers | null, newer: VersionNumbers | null) => boolean,
): number {
  const { ranks, days } = releases
  if (ranks.length === 0) return Number.NaN
  let count = 0
  for (let index = ranks.length - 1; index >= 0 && (ranks[index] ?? 0) > rank; index -= 1) {
    const published = days[index] ?? Number.NaN
    if (Number.isNaN(published) || Number.isNaN(day)) return Number.NaN
    if (published > day && isCounted(numbers, releases.numbers[index] ?? null)) count += 1
  }
  return count
}
