/** What contributions are worth, by several methods that are shown beside one another; `methods.md` 4.4, 4.6 and 8a. */

import type { Band } from '#domain/money.ts'
import { band } from '#domain/money.ts'

/** Hours that stand for a day on which somebody contributed. Our assumption; timesheets replace it. */
export const hoursOfActiveDay: Band = { low: 2, central: 4, high: 8 }

/** Cost method: what the organization's people cost on the days they contributed. */
export function laborCost(activeDays: number, hourlyRate: number, hours: Band = hoursOfActiveDay): Band {
  return band(
    activeDays * hours.low * hourlyRate,
    activeDays * hours.central * hourlyRate,
    activeDays * hours.high * hourlyRate,
  )
}

/** Replacement share: the share of what it would cost to build the package again. Null when nobody committed. */
export function replacementShare(ownCommits: number, allCommits: number, value: Band): Band | null {
  if (allCommits === 0) return null
  const share = ownCommits / allCommits
  return band(value.low * share, value.central * share, value.high * share)
}

/**
 * Marginal effort: the growth of a package is priced as the difference of two wholes, never by itself, and shared by added
 * lines. Zero when nothing was added.
 *
 * @param effortBefore and `effortAfter` in person-months, by the effort model of the value area
 */
export function marginalShare(
  effortBefore: number,
  effortAfter: number,
  ownLinesAdded: number,
  allLinesAdded: number,
): number {
  return allLinesAdded === 0 ? 0 : (effortAfter - effortBefore) * (ownLinesAdded / allLinesAdded)
}

/** Give ÷ take; null when nothing is taken, so that nobody divides by it. */
export function giveToTake(give: number, take: number): number | null {
  return take > 0 ? give / take : null
}

/** What carrying forks instead of giving changes back costs: forks × hours per release of the original × rate. */
export function privateForkCost(
  forks: number,
  hoursPerRelease: number,
  hourlyRate: number,
  releasesPerYear: number,
): { readonly hoursPerRelease: number; readonly perRelease: number; readonly perYear: number } {
  const hours = forks * hoursPerRelease
  return { hoursPerRelease: hours, perRelease: hours * hourlyRate, perYear: hours * hourlyRate * releasesPerYear }
}

/**
 * Published figures to stand beside the organization's own, never inside them: the Linux Foundation's study of what
 * contributing returns (24 February 2026, 567 organizations).
 */
export const publishedBenchmarks = {
  source: 'Linux Foundation, study of the return on contributing to open source, 2026-02-24, 567 organizations',
  asOf: '2026-02-24',
  forksCarried: 86,
  hoursPerForkAndRelease: 60,
  benefitToCost: { using: 4.8, contributing: 2.5, code: 3.6, community: 3.2, money: 2.4, foundations: 4.8 },
} as const
