/** What a charter holds, and what of it is there today. */

import type { CharterCheck, CharterItem, RoleView } from '#domain/assessment/advice.ts'
import type { IsoDate } from '#domain/figure.ts'
import { recordEnd, type OfficeRecord } from '#domain/office.ts'
import { activeGoals } from '#advice/scenarios/measures.ts'
import { recordsOf, type AdviceFacts } from '#advice/facts.ts'

export function charterChecks(facts: AdviceFacts, roles: readonly RoleView[]): readonly CharterCheck[] {
  const { charter, duties, services } = facts.program
  const written = (item: CharterItem, value: unknown): CharterCheck => ({
    item,
    isThere: charter === null ? null : value !== null,
    until: null,
  })
  const listed = (item: CharterItem, list: readonly unknown[] | null | undefined): CharterCheck => ({
    item,
    isThere: list === null || list === undefined ? null : list.length > 0,
    until: null,
  })
  return [
    written('mission', charter?.mission ?? null),
    written('need', charter?.need ?? null),
    written('form', charter?.form ?? null),
    written('place', charter?.place ?? null),
    held(facts, 'sponsor', 'executive-sponsor'),
    held(facts, 'budget', 'budget-line'),
    listed('goals', activeGoals(facts)),
    listed('duties', duties),
    listed('services', services),
    {
      item: 'roles',
      isThere: roles.some(({ isEmpty }) => isEmpty === null) ? null : roles.every(({ isEmpty }) => isEmpty === false),
      until: null,
    },
  ]
}

/** A record that counts on the day; one that is past its day says since when. */
function held(facts: AdviceFacts, item: CharterItem, kind: string): CharterCheck {
  const [current] = recordsOf(facts, kind).filter(({ value }) => value !== false)
  if (current !== undefined) return { item, isThere: true, until: recordEnd(current) }
  const past = newestPast(facts, kind)
  const isKnown = facts.program.charter !== null || past !== null
  return { item, isThere: isKnown ? false : null, until: past }
}

function newestPast({ office, portfolio }: AdviceFacts, kind: string): IsoDate | null {
  const ends = office.records
    .filter((record: OfficeRecord) => record.kind === kind && recordEnd(record) < portfolio.asOf)
    .map(recordEnd)
    .sort()
  return ends.at(-1) ?? null
}
