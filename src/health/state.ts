/**
 * Whether a project lives: unsupported when its publishers, its README or the end of its release line say so, otherwise by
 * the age of the last change or release. Dormant is not bad by itself.
 */

import type { ProjectState } from '#domain/assessment/health.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { HealthAssumptions } from './assumptions.ts'
import { monthsBack } from './days.ts'
import { isGivenUp } from './deprecation.ts'
import { hasEnded } from '#health/lifecycle/state.ts'
import type { SubjectDays, SubjectFacts } from './subject.ts'
import { saysUnmaintained } from './unmaintained.ts'

export function stateOf(facts: SubjectFacts, days: SubjectDays, { threshold }: HealthAssumptions): ProjectState {
  if (isUnsupported(facts, days.asOf)) return 'unsupported'
  const signs: readonly (readonly [last: IsoDate | null | undefined, seen: IsoDate])[] = [
    [facts.lastCommitOn, days.clone],
    [facts.releaseDays?.days.at(-1), facts.releaseDays?.seenOn ?? days.asOf],
  ]
  const isWithin = (months: number): boolean =>
    signs.some(([last, seen]) => last !== null && last !== undefined && last >= monthsBack(seen, months))
  if (isWithin(threshold['H6-active-months'])) return 'active'
  if (isWithin(threshold['H7-slow-months'])) return 'slow'
  return signs.some(([last]) => last !== null && last !== undefined) ? 'dormant' : 'unknown'
}

/** All packages in use are given up, the README says so, or every version in use is past the end of its line. */
function isUnsupported({ releases = [], files, cycles = [] }: SubjectFacts, asOf: IsoDate): boolean {
  if (releases.length > 0 && releases.every((one) => isGivenUp(one) === true)) return true
  if (files !== undefined && saysUnmaintained(files) !== undefined) return true
  return cycles.length > 0 && cycles.every((cycle) => hasEnded(cycle, asOf) === true)
}

/** Packages in use of a subject that nobody supports any longer. */
export function unsupportedPackages(
  packages: readonly string[],
  state: ProjectState,
  { releases = [], cycles = [] }: SubjectFacts,
  asOf: IsoDate,
): readonly string[] {
  if (state === 'unsupported') return packages
  const givenUp = new Set(releases.flatMap((one) => (isGivenUp(one) === true ? [one.package] : [])))
  for (const { package: name } of cycles) {
    const own = cycles.filter((cycle) => cycle.package === name)
    if (own.every((cycle) => hasEnded(cycle, asOf) === true)) givenUp.add(name)
  }
  return packages.filter((name) => givenUp.has(name))
}
