/**
 * Whether health falls: by the same indicators twelve months before, or because a year's activity halved. What cannot be
 * told for then (files, accounts, deprecations) is taken as unchanged, so that it neither makes nor hides a fall.
 */

import type { HealthAssumptions } from './assumptions.ts'
import { yearBefore } from './days.ts'
import { assessIndicator, type Indicator } from './indicator.ts'
import { indicators } from './indicators.generated.ts'
import type { Rating } from './rate.ts'
import type { FactKey, PackageReleases, SubjectDays, SubjectFacts } from './subject.ts'

export type Fall = {
  /** Health then and now; null where activity alone tells. */
  readonly from: number | null
  readonly to: number | null
  /** Changes by people in the year before and the last one; null where no clone tells. */
  readonly changes: readonly [before: number, now: number] | null
  readonly isFalling: boolean
  /** Changes of a year have halved. */
  readonly isHalved: boolean
}

/** Fewer changes in a year may halve by chance. */
const fewestChanges = 10
const dated: ReadonlySet<FactKey> = new Set(['year', 'releaseDays', 'releases', 'cycles'])
const undatedAnswers: ReadonlySet<string> = new Set(['not-deprecated', 'not-withdrawn'])
/** Those that could have been answered then. */
const comparable = [...indicators.entries()].filter(
  ([, { id, needs }]: readonly [number, Indicator]) => needs.every((key) => dated.has(key)) && !undatedAnswers.has(id),
)

/** Undefined when nothing can be compared. */
export function fallOf(
  facts: SubjectFacts,
  days: SubjectDays,
  now: Rating,
  { weights, threshold }: HealthAssumptions,
): Fall | undefined {
  const thenDays = { asOf: yearBefore(days.asOf), clone: yearBefore(days.clone), registry: yearBefore(days.registry) }
  const thenFacts = factsBefore(facts, thenDays)
  let [compared, difference] = [0, 0]
  for (const [index, indicator] of comparable) {
    const after = now.findings[index]?.answer
    if (after === undefined || after === 'unknown') continue
    const before = assessIndicator(indicator, thenFacts, thenDays).answer
    if (before === 'unknown') continue
    const weight = weights.get(indicator.id) ?? 0
    compared += weight
    if (before !== after) difference += before === 'passed' ? weight : -weight
  }
  const changes = changesOf(facts)
  if (compared === 0 && changes === null) return undefined
  const isHalved = changes !== null && changes[0] >= fewestChanges && changes[1] * 2 <= changes[0]
  if (compared === 0) return { from: null, to: null, changes, isFalling: isHalved, isHalved }
  const to = now.passed / now.known
  const drop = difference / now.known
  // Weights are decimal fractions: a drop of exactly the threshold must not be lost to binary ones.
  const hasFallen = drop + 1e-9 >= threshold['H5-fall'] && isTold(now, threshold['H2-least-known'])
  return { from: to + drop, to, changes, isFalling: isHalved || hasFallen, isHalved }
}

/** A fall of what is withheld would be told by two or three answers. */
function isTold({ known, all }: Rating, least: number): boolean {
  return known / all >= least
}

function changesOf({ year, yearBefore: before }: SubjectFacts): Fall['changes'] {
  return year === undefined || before === undefined ? null : [before.plainCommits, year.plainCommits]
}

/** What the same sources would have told twelve months before, as far as they date what they tell. */
function factsBefore(
  { yearBefore: year, releaseDays, releases, cycles }: SubjectFacts,
  then: SubjectDays,
): SubjectFacts {
  const seenOn = releaseDays === undefined ? then.asOf : yearBefore(releaseDays.seenOn)
  const earlierDays = releaseDays?.days.filter((day) => day <= seenOn) ?? []
  const earlierReleases = (releases ?? []).flatMap((one): readonly PackageReleases[] => {
    const earlier = one.releases.filter(({ on }) => on !== null && on <= then.registry)
    return earlier.length === 0 ? [] : [{ ...one, releases: earlier }]
  })
  return {
    ...(year === undefined ? {} : { year }),
    ...(releaseDays === undefined || earlierDays.length === 0
      ? {}
      : { releaseDays: { ...releaseDays, days: earlierDays, seenOn } }),
    ...(earlierReleases.length === 0 ? {} : { releases: earlierReleases }),
    ...(cycles === undefined ? {} : { cycles }),
  }
}
