/**
 * What of a conversation may be passed on. Consent and confidentiality are two questions; the stricter answer counts. What
 * may not be quoted is only counted, and only in groups of five people; what may not be counted took place, and no more.
 */

import type {
  ChosenBenefit,
  Heard,
  HeardConversation,
  Hearing,
  Motivator,
  OwnBenefit,
  TalkAudience,
  TalkGroup,
} from './motivators.ts'
import type { UnitId } from './organization.ts'

/** The smallest group of people about whom anything is said. */
export const smallestGroup = 5

export type Consent = 'none' | 'aggregate' | 'quote'
export const consents: readonly Consent[] = ['none', 'aggregate', 'quote']

export type Confidentiality = 'private' | 'team' | 'organization'
export const confidentialities: readonly Confidentiality[] = ['private', 'team', 'organization']

/** As it stands in the person's own file. It never leaves the reader. */
export type Conversation = HeardConversation & {
  readonly consent: Consent
  readonly confidentiality: Confidentiality
}

/** A motivator before anything was left out: all its conversations, by id. */
export type SaidMotivator = Omit<Motivator, 'heard' | 'others'>

export type Said = {
  readonly conversations: readonly Conversation[]
  readonly motivators: readonly SaidMotivator[]
  readonly chosen: readonly ChosenBenefit[]
  readonly ownBenefits: readonly OwnBenefit[]
}

/** `private` and `none` allow nothing; `team` and `aggregate` allow counting; only the open ones may be quoted. */
export function useOf({ consent, confidentiality }: Pick<Conversation, 'consent' | 'confidentiality'>): Consent {
  if (consent === 'none' || confidentiality === 'private') return 'none'
  return consent === 'quote' && confidentiality === 'organization' ? 'quote' : 'aggregate'
}

/** Leaves out all that may not be passed on. */
export function mayBeShown({ conversations, motivators, chosen, ownBenefits }: Said): Heard {
  const byId = new Map(conversations.map((one) => [one.id, one]))
  const shown = motivators.flatMap((motivator) => shownMotivator(motivator, byId) ?? [])
  const quotable = conversations.filter((one) => useOf(one) === 'quote')
  return {
    conversations: quotable.map(heardOf),
    groups: groupsOf(conversations.filter((one) => useOf(one) !== 'quote')),
    motivators: shown,
    isWithholding: shown.length < motivators.length,
    chosen,
    ownBenefits,
  }
}

/** Named one by one: a field that is added later is not passed on by itself. */
function heardOf({ id, on, with: person, unit, audience, interviewer, stance, note }: Conversation): HeardConversation {
  return { id, on, with: person, unit, audience, interviewer, stance, note }
}

/**
 * Text may stem from any of the conversations, so it is shown when all of them may be quoted, or when five people said the
 * same who may at least be counted. The catalog's own entries are no one's words.
 */
function shownMotivator(
  motivator: SaidMotivator,
  conversations: ReadonlyMap<string, Conversation>,
): Motivator | undefined {
  const all = motivator.conversations.flatMap((id) => conversations.get(id) ?? [])
  const quotable = all.filter((one) => useOf(one) === 'quote')
  const counted = all.filter((one) => useOf(one) === 'aggregate')
  const isQuotable = quotable.length === all.length
  if (!isQuotable && peopleIn([...quotable, ...counted]) < smallestGroup) return undefined
  const others = peopleIn(counted)
  const heard = hearings(quotable)
  const units = [...new Set(heard.map(({ unit }) => unit))]
  return {
    ...motivator,
    conversations: quotable.map(({ id }) => id),
    heard,
    areas: motivator.areas.length > 0 || units.includes(null) ? motivator.areas : units.filter((unit) => unit !== null),
    // A smaller number beside those who are quoted would tell of one person.
    others: others >= smallestGroup ? others : 0,
  }
}

function hearings(conversations: readonly Conversation[]): readonly Hearing[] {
  return grouped(conversations).map(([unit, audience, group]) => ({ unit, audience, people: peopleIn(group) }))
}

function groupsOf(conversations: readonly Conversation[]): readonly TalkGroup[] {
  return grouped(conversations).map(([unit, audience, group]) => {
    const people = peopleIn(group)
    return { unit, audience, people: people >= smallestGroup ? people : null }
  })
}

function grouped(
  conversations: readonly Conversation[],
): readonly (readonly [UnitId | null, TalkAudience, readonly Conversation[]])[] {
  const groups = Map.groupBy(conversations, ({ unit, audience }) => JSON.stringify([unit, audience]))
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => (group[0] === undefined ? [] : [[group[0].unit, group[0].audience, group] as const]))
}

/** A role in a unit is taken for one person: counting too few keeps a group closed, counting too many would open it. */
export function peopleIn(conversations: readonly HeardConversation[]): number {
  return new Set(
    conversations.map(({ with: { person, role }, unit }) => (person === null ? JSON.stringify([unit, role]) : person)),
  ).size
}
