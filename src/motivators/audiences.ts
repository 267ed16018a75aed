/** Who belongs to which audience, and what each of them names most. */

import type { AudienceTop } from '#domain/assessment/motivators.ts'
import { talkAudiences, type KeptHeard, type TalkAudience } from '#domain/motivators.ts'
import type { Person } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { mostOfAudience, rankWeights } from './assumptions.ts'

const audienceOfRole: Readonly<Record<string, TalkAudience>> = {
  executive: 'executives',
  manager: 'managers',
  security: 'specialists',
  procurement: 'specialists',
  'license-counsel': 'specialists',
  legal: 'specialists',
  hr: 'specialists',
  communications: 'specialists',
}

/** By the highest of the roles; whoever has none of the known ones works on it. */
export function audienceOf({ roles }: Pick<Person, 'roles'>): TalkAudience {
  const found = new Set(roles.map((role) => audienceOfRole[role] ?? 'engineers'))
  return talkAudiences.find((audience) => found.has(audience)) ?? 'engineers'
}

export function isActive({ asOf }: Pick<Portfolio, 'asOf'>, { from, to }: Person): boolean {
  return (from === null || from <= asOf) && (to === null || to >= asOf)
}

/** At most three motivators of each audience: what a talk to it may begin with. */
export function topOfAudiences({ motivators }: KeptHeard): readonly AudienceTop[] {
  return talkAudiences.map((audience) => ({
    audience,
    motivators: motivators
      .filter(({ declined }) => declined === null)
      .flatMap(({ id, heard, strength }) => {
        const people = heard.filter((one) => one.audience === audience).reduce((sum, one) => sum + one.people, 0)
        return people === 0 ? [] : [{ motivator: id, weight: people * rankWeights[audience] * (strength ?? 1) }]
      })
      .toSorted((a, b) => b.weight - a.weight || (a.motivator < b.motivator ? -1 : 1))
      .slice(0, mostOfAudience),
  }))
}
