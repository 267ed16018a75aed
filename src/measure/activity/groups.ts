/**
 * What may be kept of groups of people: nothing that tells about fewer than so many, neither directly nor as the difference
 * of two groups; `docs/decisions/0007-people-in-groups.md`.
 */

import type { OwnActivity, ShownActivity, UnitActivity } from '#domain/contribution.ts'
import type { UnitId } from '#domain/organization.ts'
import type { PeopleDays } from './people-days.ts'

/** @param smallest number of people of a group that is shown; nobody at all is shown as zero */
export function shownGroup({ commits, people, activeDays }: OwnActivity, smallest: number): ShownActivity {
  const isShown = people === 0 || people >= smallest
  return { commits, people: isShown ? people : null, activeDays: isShown ? activeDays : null }
}

/** Shown only when those of the whole who are not in the group are nobody, or enough to be a group themselves. */
export function shownWithin(group: PeopleDays, whole: PeopleDays, smallest: number): ShownActivity {
  const counted = group.activity()
  const others = [...whole.people()].filter((person) => !group.has(person)).length
  const isShown = counted.people === 0 || others === 0 || others >= smallest
  return isShown ? shownGroup(counted, smallest) : { commits: counted.commits, people: null, activeDays: null }
}

/**
 * Units next to a total: the units that are withheld must together be a group that may be shown, or the smallest of the
 * others are withheld with them.
 */
export function shownUnits(units: ReadonlyMap<UnitId | null, PeopleDays>, smallest: number): readonly UnitActivity[] {
  const counted = [...units]
    .map(([unit, days]) => ({ unit, days, counted: days.activity() }))
    .sort((a, b) => ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1))
  const withheld = counted.filter((one) => one.counted.people < smallest)
  const shown = counted.filter((one) => one.counted.people >= smallest)
  shown.sort((a, b) => a.counted.people - b.counted.people)
  const hidden = (): number => new Set(withheld.flatMap(({ days }) => [...days.people()])).size
  while (hidden() > 0 && hidden() < smallest) {
    const next = shown.shift()
    if (next === undefined) break
    withheld.push(next)
  }
  return counted.map((one): UnitActivity =>
    withheld.includes(one)
      ? { unit: one.unit, commits: null, people: null, activeDays: null }
      : { unit: one.unit, ...one.counted },
  )
}
