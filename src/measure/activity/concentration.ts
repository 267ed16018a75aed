/** On how few the work rests: absence factor over people, elephant factor over organizations (CHAOSS; `methods.md` 4.1). */

/** Below this share of contributions whose organization is known, nothing is said about organizations. */
export const leastAttributable = 0.6

/**
 * The smallest number of contributors who together made at least half of everything. Null when nothing was contributed.
 *
 * @param contributions of each contributor, in any order
 */
export function absenceFactor(contributions: readonly number[]): number | null {
  const total = contributions.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  let reached = 0
  let contributors = 0
  for (const count of contributions.toSorted((a, b) => b - a)) {
    reached += count
    contributors += 1
    if (reached * 2 >= total) break
  }
  return contributors
}

export type ElephantFactor =
  | { readonly known: true; readonly factor: number; readonly coverage: number }
  /** `coverage` is the share of contributions whose organization is known. */
  | { readonly known: false; readonly coverage: number }

/**
 * The same over organizations. Low means that the work rests on few. Withheld below 60 % attributable: the rest could turn
 * the answer around.
 *
 * @param unattributed contributions whose organization is not known
 */
export function elephantFactor(ofOrganizations: readonly number[], unattributed: number): ElephantFactor {
  const attributed = ofOrganizations.reduce((sum, count) => sum + count, 0)
  const total = attributed + unattributed
  const coverage = total === 0 ? 0 : attributed / total
  const factor = absenceFactor(ofOrganizations)
  return factor === null || coverage < leastAttributable
    ? { known: false, coverage }
    : { known: true, factor, coverage }
}

/** 1 − Σ share²: 0 when all comes from one, near 1 when it comes from many. Null when nothing was contributed. */
export function diversity(contributions: readonly number[]): number | null {
  const total = contributions.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  return 1 - contributions.reduce((sum, count) => sum + (count / total) ** 2, 0)
}
