/** What a person does to motivators in the portal: moves, declines, adds, takes back. Each is checked, kept and logged. */

import { randomUUID } from 'node:crypto'
import { isWithin, type Actor, type Scope } from '#domain/access.ts'
import { mayBeShown, useOf, type Confidentiality, type Consent } from '#domain/consent.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { LevelNumber } from '#domain/maturity-model.ts'
import {
  withoutEdit,
  type Agreed,
  type EditStamp,
  type MotivatorChange,
  type MotivatorEdits,
} from '#domain/motivator-edits.ts'
import type {
  HeardConversation,
  KeptHeard,
  Motivator,
  TalkAudience,
  TalkedWith,
  ValueKind,
} from '#domain/motivators.ts'
import type { PersonId, UnitId } from '#domain/organization.ts'
import { fail, ProblemError } from '#domain/problem.ts'
import { loadMotivatorContent } from '#sources/motivator-content.ts'
import { recordAct } from '#store/audit.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { changeEdits } from './kept-edits.ts'
import { loadHeard } from './record-motivators.ts'
import { currentUnits } from './units.ts'

/** Who edits, and in which units. */
export type Editor = { readonly actor: Pick<Actor, 'kind' | 'id'>; readonly scope: Scope }

/** A conversation that was held and is noted now. */
export type NewTalk = {
  readonly on: IsoDate
  /** The person by pseudonym, or what they do. */
  readonly with: TalkedWith
  /** Null is the organization as a whole. */
  readonly unit: UnitId | null
  readonly audience: TalkAudience
  readonly consent: Consent
  readonly confidentiality: Confidentiality
  readonly note: string | null
}

export type SaidInPortal = {
  readonly statement: string | null
  readonly catalog: string | null
  readonly kind: ValueKind | null
  readonly from: LevelNumber | null
  readonly to: LevelNumber | null
  /** Empty: where it was heard. */
  readonly areas: readonly UnitId[]
  readonly strength: number | null
  readonly obstacle: string | null
  readonly wish: string | null
  /** What was agreed with them, and until when; absent where nothing was. */
  readonly followUp?: Agreed | null
  /** Conversations that may be quoted. */
  readonly conversations: readonly string[]
  readonly talk: NewTalk | null
}

/** Motivator null: only that the conversation took place was kept. */
export type Kept = { readonly edits: readonly string[]; readonly motivator: string | null }

/** Throws `motivator-unknown`, `motivator-refused`, `beyond-rights`, `person-unknown`. */
export async function changeMotivator(
  store: Store,
  editor: Editor,
  change: MotivatorChange,
  now: IsoTime,
): Promise<Kept> {
  if (change.kind === 'span' && change.to < change.from) return fail({ code: 'motivator-refused', why: 'levels' })
  if (change.kind === 'follow-up') await expectFollower(store, editor, change.followUp, now)
  return editing(store, editor, change.motivator, now, (edits, heard) => {
    const motivator = motivatorIn(heard, change.motivator, editor.scope)
    const stamp = stampOf(editor, now)
    return {
      edits: { ...edits, changes: [...edits.changes, { ...change, ...stamp }] },
      kept: { edits: [stamp.edit], motivator: change.motivator },
      unit: unitOf(motivator.areas),
    }
  })
}

/**
 * Adds what somebody said. Of a conversation that may not be quoted nothing is kept but that it took place. Throws
 * `motivator-refused`, `motivator-unknown`, `beyond-rights`, `unit-unknown`, `person-unknown`.
 */
export async function addSaid(store: Store, editor: Editor, said: SaidInPortal, now: IsoTime): Promise<Kept> {
  const { talk } = said
  const units = new Set((await currentUnits(store, now)).map(({ id }) => id))
  for (const unit of [...said.areas, ...(talk === null || talk.unit === null ? [] : [talk.unit])])
    if (!units.has(unit)) fail({ code: 'unit-unknown', unit })
  await expectFollower(store, editor, said.followUp ?? null, now)
  const id = `added-${randomUUID().slice(0, 8)}`
  return editing(store, editor, id, now, (edits, heard) => {
    const stamp = stampOf(editor, now)
    if (talk !== null && !isWithin(editor.scope, talk.unit)) return fail(beyond)
    if (talk !== null && useOf(talk) !== 'quote')
      return {
        edits: { ...edits, talks: [...edits.talks, { unit: talk.unit, audience: talk.audience, ...stamp }] },
        kept: { edits: [stamp.edit], motivator: null },
        unit: talk.unit,
      }
    const known = said.conversations.map(
      (name) =>
        heard.conversations.find((one) => one.id === name && isWithin(editor.scope, one.unit)) ??
        fail({ code: 'motivator-unknown', asked: name }),
    )
    const noted = talk === null ? [] : [{ ...conversationOf(talk, editor), ...stampOf(editor, now) }]
    const motivator = shown(id, said, [...known, ...noted])
    if (!isEditable(editor.scope, motivator.areas)) return fail(beyond)
    return {
      edits: {
        ...edits,
        conversations: [...edits.conversations, ...noted],
        motivators: [...edits.motivators, { ...motivator, ...stamp }],
      },
      kept: { edits: [stamp.edit, ...noted.map(({ edit }) => edit)], motivator: id },
      unit: unitOf(motivator.areas),
    }
  })
}

/** Those who can follow something up: people of the organization who are still there, within the scope. */
export async function followersIn(store: Store, scope: Scope, now: IsoTime): Promise<readonly PersonId[]> {
  const today = dayOf(now)
  const organization = await loadOrganization(store, { asOf: today, knownAt: now })
  return (organization?.people ?? [])
    .filter(({ unit, to }) => isWithin(scope, unit) && (to === null || to >= today))
    .map(({ id }) => id)
}

async function expectFollower(store: Store, { scope }: Editor, agreed: Agreed | null, now: IsoTime): Promise<void> {
  if (agreed !== null && !(await followersIn(store, scope, now)).includes(agreed.by))
    fail({ code: 'person-unknown', asked: agreed.by })
}

/** Takes one edit back. Throws `motivator-unknown`, `beyond-rights`. */
export async function takeBack(store: Store, editor: Editor, edit: string, now: IsoTime): Promise<void> {
  await editing(
    store,
    editor,
    edit,
    now,
    (edits, heard) => {
      const areas = areasOfEdit(edits, heard, edit) ?? fail({ code: 'motivator-unknown', asked: edit })
      if (!isEditable(editor.scope, areas)) return fail(beyond)
      return { edits: withoutEdit(edits, edit), kept: { edits: [edit], motivator: null }, unit: unitOf(areas) }
    },
    'motivator-edit-undo',
  )
}

/** Every area in which it matters lies within the scope. */
export function isEditable(scope: Scope, areas: readonly UnitId[]): boolean {
  return scope === 'all' || (areas.length > 0 && areas.every((area) => isWithin(scope, area)))
}

/** Where an edit matters; undefined for one that there is not. */
function areasOfEdit(edits: MotivatorEdits, heard: KeptHeard, edit: string): readonly UnitId[] | undefined {
  const noted = edits.conversations.find((one) => one.edit === edit)
  const talk = noted ?? edits.talks.find((one) => one.edit === edit)
  if (talk !== undefined) {
    // What rests on it goes with it.
    const resting = edits.motivators.filter(
      ({ conversations }) => noted !== undefined && conversations.includes(noted.id),
    )
    const own = talk.unit === null ? [] : [talk.unit]
    return resting.some(({ areas }) => areas.length === 0) ? [] : [...own, ...resting.flatMap(({ areas }) => areas)]
  }
  const added = edits.motivators.find((one) => one.edit === edit)
  if (added !== undefined) return added.areas
  const changed = edits.changes.find((one) => one.edit === edit)?.motivator
  if (changed === undefined) return undefined
  // What it changed may be gone from the files; then it is for who may change everything.
  return heard.motivators.find(({ id }) => id === changed)?.areas ?? []
}

const beyond = { code: 'beyond-rights', permission: 'analyze' } as const

type Change = { readonly edits: MotivatorEdits; readonly kept: Kept; readonly unit: UnitId | null }

/** A refusal for lack of rights is logged too. */
async function editing(
  store: Store,
  { actor }: Editor,
  subject: string,
  now: IsoTime,
  change: (edits: MotivatorEdits, heard: KeptHeard) => Change,
  act: 'motivator-edit' | 'motivator-edit-undo' = 'motivator-edit',
): Promise<Kept> {
  let result: Kept | undefined
  try {
    await changeEdits(store, now, async (inside, edits) => {
      const { kept, unit, edits: after } = change(edits, await loadHeard(inside, { asOf: dayOf(now), knownAt: now }))
      await recordAct(inside, { at: now, actor, act, subject, unit, result: 'done', detail: { edits: kept.edits } })
      result = kept
      return after
    })
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'beyond-rights')
      await recordAct(store, { at: now, actor, act, subject, unit: null, result: 'refused', detail: {} })
    throw error
  }
  return result ?? fail({ code: 'motivator-unknown', asked: subject })
}

/** One that is not in sight is not told of. */
function motivatorIn({ motivators }: KeptHeard, id: string, scope: Scope): Motivator {
  const found = motivators.find((one) => one.id === id)
  if (found === undefined) return fail({ code: 'motivator-unknown', asked: id })
  if (isEditable(scope, found.areas)) return found
  const isInSight = found.areas.length === 0 || found.areas.some((area) => isWithin(scope, area))
  return fail(isInSight ? beyond : { code: 'motivator-unknown', asked: id })
}

function shown(id: string, said: SaidInPortal, conversations: readonly HeardConversation[]): Motivator {
  if (conversations.length === 0) return fail({ code: 'motivator-refused', why: 'nobody-said' })
  const entry = loadMotivatorContent().catalog.find((one) => one.id === said.catalog)
  if (said.catalog !== null && entry === undefined) return fail({ code: 'motivator-unknown', asked: said.catalog })
  const kind = said.kind ?? entry?.kind
  const from = said.from ?? entry?.from
  if (kind === undefined || from === undefined || (said.statement === null && entry === undefined))
    return fail({ code: 'motivator-refused', why: 'no-words' })
  const to = said.to ?? (Math.max(from, entry?.to ?? 4) as LevelNumber)
  if (to < from) return fail({ code: 'motivator-refused', why: 'levels' })
  const [motivator] = mayBeShown({
    conversations: conversations.map((one) => ({ ...one, consent: 'quote', confidentiality: 'organization' })),
    motivators: [
      {
        id,
        statement: said.statement,
        kind,
        catalog: said.catalog,
        conversations: conversations.map((one) => one.id),
        areas: said.areas,
        activities: entry?.activities ?? [],
        benefits: entry?.benefits ?? [],
        from,
        to,
        strength: said.strength,
        obstacle: said.obstacle,
        wish: said.wish,
        followUp: said.followUp == null ? null : { ...said.followUp, after: [] },
        declined: null,
      },
    ],
    chosen: [],
    ownBenefits: [],
  }).motivators
  return motivator ?? fail({ code: 'motivator-refused', why: 'nobody-said' })
}

function conversationOf({ on, with: whom, unit, audience, note }: NewTalk, { actor }: Editor): HeardConversation {
  const id = `noted-${randomUUID().slice(0, 8)}`
  return { id, on, with: whom, unit, audience, interviewer: actor.id, stance: null, note }
}

function stampOf({ actor }: Editor, at: IsoTime): EditStamp {
  return { edit: randomUUID(), by: actor.id, at }
}

/** Whose affair it is for the audit log. */
function unitOf(areas: readonly UnitId[]): UnitId | null {
  return areas.length === 1 ? (areas[0] ?? null) : null
}
