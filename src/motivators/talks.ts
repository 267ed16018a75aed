/** Which conversations took place, as far as that may be said. */

import type { AreaCoverage, Candidate } from '#domain/assessment/motivators.ts'
import { peopleIn } from '#domain/consent.ts'
import { talkAudiences, type KeptHeard, type TalkAudience } from '#domain/motivators.ts'
import type { UnitId } from '#domain/organization.ts'
import { areasOf } from './areas.ts'
import { audienceOf, isActive } from './audiences.ts'
import type { OrganizationOn } from './context.ts'

/** A conversation that may not be quoted is told of by unit and audience alone. */
export function talkWith(
  { conversations, groups }: KeptHeard,
  { unit, person, audience }: Pick<Candidate, 'unit' | 'person' | 'audience'>,
): Candidate['talk'] {
  const isHeld = conversations.some((one) =>
    person === null ? one.unit === unit && one.audience === audience : one.with.person === person,
  )
  if (isHeld) return 'held'
  return groups.some((one) => one.unit === unit && one.audience === audience) ? 'took-place' : 'open'
}

export function coverageOf(portfolio: OrganizationOn, heard: KeptHeard): readonly AreaCoverage[] {
  return areasOf(portfolio.organization).map((area) => {
    const quoted = heard.conversations.filter(({ unit }) => unit === area)
    const counted = heard.groups.filter(({ unit }) => unit === area)
    const reached = new Set([...quoted, ...counted].map(({ audience }) => audience))
    return {
      area,
      people: peopleIn(quoted) + counted.reduce((sum, { people }) => sum + (people ?? 0), 0),
      tookPlace: reached.size > 0,
      missing: audiencesOf(portfolio, area).filter((audience) => !reached.has(audience)),
    }
  })
}

/** Managers and engineers of every unit, and whoever else is known to work there. */
function audiencesOf(portfolio: OrganizationOn, area: UnitId): readonly TalkAudience[] {
  const there = portfolio.organization.people.filter((one) => one.unit === area && isActive(portfolio, one))
  const known = new Set<TalkAudience>(['managers', 'engineers', ...there.map(audienceOf)])
  return talkAudiences.filter((audience) => known.has(audience))
}
