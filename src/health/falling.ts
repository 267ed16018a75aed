/**
 * Whether health falls: by the same indicators twelve months before, or because a year's activity halved. What cannot be
 * told for then (files, accounts, deprecations) is taken as unchanged, so that it neither makes nor hides a fall.
 */

import { monthsUpTo } from '#domain/activity-window.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { HealthAssumptions } from './assumptions.ts'
import { indicators } from './indicators.generated.ts'
import { rate, type Rating } from './rate.ts'
import type { PackageReleases, SubjectDays, SubjectFacts } from './subject.ts'

export type Fall = {
  /** Health then and now; null where activity alone tells. */
  readonly from: number | null
  readonly to: number | null
  /** Changes by people in the year before and the last one; null where no clone tells. */
  readonly changes: readonly [before: number, now: number] | null
  readonly isFalling: boolean
}

/** Fewer changes in a year may halve by chance. */
const fewestChanges = 10
const undated = new Set(['not-deprecated', 'not-withdrawn'])

/** Undefined when nothing can be compared. */
export function fallOf(
  facts: SubjectFacts,
  days: SubjectDays,
  now: Rating,
  assumptions: HealthAssumptions,
): Fall | undefined {
  const thenDays = yearBefore(days)
  const then = rate(factsBefore(facts, thenDays), thenDays, assumptions)
  let [compared, difference] = [0, 0]
  for (const [index, { id }] of indicators.entries()) {
    const [before, after] = [then.findings[index]?.answer, now.findings[index]?.answer]
    if (before === 'unknown' || after === 'unknown' || undated.has(id)) continue
    const weight = assumptions.weights.get(id) ?? 0
    compared += weight
    if (before !== after) difference += before === 'passed' ? weight : -weight
  }
  const changes = changesOf(facts)
  if (compared === 0 && changes === null) return undefined
  const isHalved = changes !== null && changes[0] >= fewestChanges && changes[1] * 2 <= changes[0]
  if (compared === 0) return { from: null, to: null, changes, isFalling: isHalved }
  const to = now.passed / now.known
  const drop = difference / now.known
  // Weights are decimal fractions: a drop of exactly the threshold must not be lost to binary ones.
  const isLower = drop + 1e-9 >= assumptions.threshold['H5-fall']
  return { from: to + drop, to, changes, isFalling: isHalved || isLower }
}

function changesOf({ year, yearBefore: before }: SubjectFacts): Fall['changes'] {
  return year === undefined || before === undefined ? null : [before.plainCommits, year.plainCommits]
}

function yearBefore({ asOf, clone, registry }: SubjectDays): SubjectDays {
  return { asOf: dayYearBefore(asOf), clone: dayYearBefore(clone), registry: dayYearBefore(registry) }
}

function dayYearBefore(day: IsoDate): IsoDate {
  const after = Date.parse(`${monthsUpTo(day, 12).from}T00:00:00Z`)
  return new Date(after - 86_400_000).toISOString().slice(0, 10)
}

/** What the same sources would have told twelve months before, as far as they date what they tell. */
function factsBefore({ yearBefore: year, tags, releases, cycles }: SubjectFacts, then: SubjectDays): SubjectFacts {
  const earlierTags = tags?.filter(({ on }) => on <= then.clone) ?? []
  const earlierReleases = (releases ?? []).flatMap((one): readonly PackageReleases[] => {
    const earlier = one.releases.filter(({ on }) => on !== null && on <= then.registry)
    return earlier.length === 0 ? [] : [{ ...one, releases: earlier }]
  })
  return {
    ...(year === undefined ? {} : { year }),
    ...(earlierTags.length === 0 ? {} : { tags: earlierTags }),
    ...(earlierReleases.length === 0 ? {} : { releases: earlierReleases }),
    ...(cycles === undefined ? {} : { cycles }),
  }
}
