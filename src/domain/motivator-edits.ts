/**
 * What people changed and added in the portal. It is kept beside what the office's own files say and wins over it, each
 * edit with who made it and when, so that it can be taken back by itself. Nothing is kept that may not be shown.
 */

import type { EvidenceId } from './evidence.ts'
import type { IsoTime } from './figure.ts'
import type { FollowUp, Heard, HeardConversation, KeptHeard, LevelSpan, Motivator, TalkAudience } from './motivators.ts'
import type { PersonId, UnitId } from './organization.ts'

export type EditStamp = { readonly edit: string; readonly by: PersonId; readonly at: IsoTime }

/** The bar elsewhere, why it is not wanted, or what was agreed; a null takes away what stood there. */
export type MotivatorChange =
  | (LevelSpan & { readonly kind: 'span'; readonly motivator: string })
  | { readonly kind: 'declined'; readonly motivator: string; readonly reason: string | null }
  | { readonly kind: 'follow-up'; readonly motivator: string; readonly followUp: Agreed | null }

/** What comes first is said in the files alone. */
export type Agreed = Omit<FollowUp, 'after'>

/** A conversation of which nothing may be shown but that it took place. */
export type UnquotedTalk = { readonly unit: UnitId | null; readonly audience: TalkAudience }

export type MotivatorEdits = {
  /** Grows with every edit: no two states have the same bytes. */
  readonly sequence: number
  readonly conversations: readonly (HeardConversation & EditStamp)[]
  readonly talks: readonly (UnquotedTalk & EditStamp)[]
  readonly motivators: readonly (Motivator & EditStamp)[]
  /** In the order in which they were made; the last one counts. */
  readonly changes: readonly (MotivatorChange & EditStamp)[]
}

export type KeptEdits = MotivatorEdits & {
  /** The original that holds them. */
  readonly evidence: EvidenceId
  /** How many the extract of the files holds. */
  readonly inFiles: { readonly conversations: number; readonly groups: number }
}

export const noEdits: MotivatorEdits = { sequence: 0, conversations: [], talks: [], motivators: [], changes: [] }

/**
 * What the files say with the edits over it. A motivator whose conversation is no longer there to be quoted is left out.
 *
 * @param evidence the original that holds the edits
 */
export function withEdits(kept: KeptHeard, edits: MotivatorEdits, evidence: EvidenceId): KeptHeard {
  const conversations = [...kept.conversations, ...edits.conversations.map(withoutStamp)]
  const quotable = new Set(conversations.map(({ id }) => id))
  const added = edits.motivators.filter((one) => one.conversations.every((id) => quotable.has(id)))
  const replaced = new Map(added.map((one) => [one.id, withoutStamp(one)]))
  const known = new Set(kept.motivators.map(({ id }) => id))
  const motivators = [
    ...kept.motivators.map((one) => replaced.get(one.id) ?? one),
    ...added.filter(({ id }) => !known.has(id)).map(withoutStamp),
  ]
  return {
    ...kept,
    conversations,
    groups: [...kept.groups, ...newGroups(kept, edits)],
    motivators: motivators.map((one) => edits.changes.reduce(changed, one)),
    isWithholding: kept.isWithholding || added.length < edits.motivators.length,
    edits: {
      evidence,
      inFiles: { conversations: kept.conversations.length, groups: kept.groups.length },
      ...edits,
    },
  }
}

function changed(motivator: Motivator, change: MotivatorChange): Motivator {
  if (change.motivator !== motivator.id) return motivator
  switch (change.kind) {
    case 'span':
      return { ...motivator, from: change.from, to: change.to }
    case 'declined':
      return { ...motivator, declined: change.reason }
    case 'follow-up': {
      const after = motivator.followUp?.after ?? []
      return { ...motivator, followUp: change.followUp === null ? null : { ...change.followUp, after } }
    }
  }
}

/** How many they were is not told: who was counted in the files and who was not is not known here. */
function newGroups({ groups }: Heard, { talks }: MotivatorEdits): Heard['groups'] {
  const missing = talks.filter(
    ({ unit, audience }) => !groups.some((one) => one.unit === unit && one.audience === audience),
  )
  return [...new Map(missing.map(({ unit, audience }) => [JSON.stringify([unit, audience]), { unit, audience }]))].map(
    ([, group]) => ({ ...group, people: null }),
  )
}

function withoutStamp<T extends EditStamp>({ edit: _edit, by: _by, at: _at, ...rest }: T): Omit<T, keyof EditStamp> {
  return rest
}

/** Without one edit; with a conversation goes what rests on it, with a motivator what was changed of it. */
export function withoutEdit(edits: MotivatorEdits, edit: string): MotivatorEdits {
  const conversations = edits.conversations.filter((one) => one.edit !== edit)
  const gone = new Set(edits.conversations.filter((one) => one.edit === edit).map(({ id }) => id))
  const motivators = edits.motivators.filter(
    (one) => one.edit !== edit && !one.conversations.some((id) => gone.has(id)),
  )
  const lost = new Set(edits.motivators.filter((one) => !motivators.includes(one)).map(({ id }) => id))
  return {
    ...edits,
    conversations,
    talks: edits.talks.filter((one) => one.edit !== edit),
    motivators,
    changes: edits.changes.filter((one) => one.edit !== edit && !lost.has(one.motivator)),
  }
}

/** Without what a person said, and with the pseudonym wherever one of the texts names them. */
export function withoutPerson(edits: MotivatorEdits, person: PersonId, texts: readonly string[]): MotivatorEdits {
  const said = edits.conversations.filter((one) => one.with.person === person)
  const left = said.reduce((rest, { edit }) => withoutEdit(rest, edit), edits)
  const names = texts.filter((text) => text.trim() !== '').toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(names.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'giu')
  return names.length === 0 ? left : (renamed(left, pattern, person) as MotivatorEdits)
}

function renamed(value: unknown, pattern: RegExp, person: PersonId): unknown {
  if (typeof value === 'string') return value.replace(pattern, person)
  if (Array.isArray(value)) return value.map((one) => renamed(one, pattern, person))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, pattern, person)]))
}
