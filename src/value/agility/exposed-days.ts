/** How long products held versions that were known to be vulnerable. */

import type { Exposure } from './measure.ts'
import type { SurvivalCase } from './statistics.ts'

/**
 * Days from the later of introduction and disclosure to the end, or to today. What had left before it was disclosed exposed
 * nobody to anything known and is left out; what has no begin that is known counts in `of` alone.
 */
export function exposedDays(
  exposures: readonly Exposure[],
  asOf: number,
): { readonly known: readonly SurvivalCase[]; readonly of: number } {
  const known: SurvivalCase[] = []
  let count = 0
  for (const { introduced, disclosed, ended } of exposures) {
    if (ended !== null && ended <= disclosed) continue
    if (disclosed > asOf) continue
    count += 1
    const start = Math.max(introduced, disclosed)
    if (Number.isNaN(start)) continue
    known.push({ days: (ended ?? asOf) - start, hasEnded: ended !== null })
  }
  return { known, of: count }
}
