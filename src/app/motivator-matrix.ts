/** The matrix of motivators as a page shows it: of the organization, or of one unit in sight. */

import { isAllowed, isWithin, type Actor, type Scope } from '#domain/access.ts'
import type { AreaMatrix, CellState } from '#domain/assessment/motivators.ts'
import type { IsoTime, NamedFigure, UnknownReason } from '#domain/figure.ts'
import type { KeptHeard } from '#domain/motivators.ts'
import type { UnitId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import { textsInOwnTerms, wordsInOwnTerms } from '#text/own-terms.ts'
import type { Words } from '#text/words.ts'
import { isEditable } from './change-motivators.ts'
import { areaName, motivatorName, type Shown } from './motivator-words.ts'
import { nameMakers } from './name-makers.ts'
import { motivatorsAtHand, type MotivatorsNow } from './run-motivators.ts'

/** An edit that was made in the portal and can be taken back. */
export type ShownEdit = {
  edit: string
  kind: 'added' | 'span' | 'declined' | 'follow-up'
  /** The name, where the reader may know it. */
  by: string
  at: IsoTime
}

export type ShownFigure = { id: string; value: number | null; why: UnknownReason | null }

export type MatrixPage = {
  area: UnitId | null
  areas: { id: UnitId | null; name: string }[]
  levels: string[]
  rows: {
    kind: string
    label: string
    bars: {
      motivator: string
      statement: string
      from: number
      to: number
      state: CellState
      isFollowUpOpen: boolean
      isEditable: boolean
      edits: ShownEdit[]
      people: ShownFigure
    }[]
  }[]
  /** Whether the reader may add what somebody said. */
  isAddable: boolean
  isWithholding: boolean
}

export type MatrixReader = {
  readonly actor: Actor
  readonly scope: Scope
  /** Where the reader may edit. */
  readonly editing: Scope
  readonly now: IsoTime
  readonly language: Language
  readonly words: Words
}

export type AreaInSight = { readonly shown: Shown; readonly seen: readonly AreaMatrix[]; readonly matrix: AreaMatrix }

/** @param asked undefined: the first area in sight. Throws `nothing-found` for one that is not. */
export async function areaInSight(
  store: Store,
  asked: string | undefined,
  { scope, now, language, words }: MatrixReader,
): Promise<AreaInSight> {
  const motivators = await motivatorsAtHand(store, now)
  const seen = motivators.assessment.matrices.filter(({ area }) => isWithin(scope, area))
  const matrix = asked === undefined ? seen[0] : seen.find(({ area }) => area === asked)
  if (matrix === undefined) return fail({ code: 'nothing-found', paths: [asked ?? 'motivators'] })
  return { shown: inOwnWords(motivators, words, language), seen, matrix }
}

/** Content and words as the organization says them; what people said stays as they said it. */
function inOwnWords({ evidence, assessment }: MotivatorsNow, words: Words, language: Language): Shown {
  const { labels } = evidence.portfolio.organization
  const content = textsInOwnTerms(evidence.content, labels)
  const model = textsInOwnTerms(evidence.model, labels)
  return {
    now: { evidence: { ...evidence, content, model }, assessment },
    words: wordsInOwnTerms(words, labels, language),
    language,
  }
}

export async function matrixPage(store: Store, asked: string | undefined, reader: MatrixReader): Promise<MatrixPage> {
  const { scope, editing, language } = reader
  const { shown, seen, matrix } = await areaInSight(store, asked, reader)
  const { evidence } = shown.now
  const edits = await editsByMotivator(store, reader.actor, evidence.heard)
  const areasOf = new Map(evidence.heard.motivators.map(({ id, areas }) => [id, areas]))
  return {
    area: matrix.area,
    areas: areasShown(shown, seen),
    levels: evidence.model.levels.map(({ label }) => label[language]),
    rows: matrix.rows.map(({ kind, bars }) => ({
      kind,
      label: evidence.content.kinds.find(({ id }) => id === kind)?.label[language] ?? kind,
      bars: bars.map(({ motivator, from, to, state, people, isFollowUpOpen }) => ({
        motivator,
        statement: motivatorName(shown, motivator),
        from,
        to,
        state,
        isFollowUpOpen,
        isEditable: isEditable(editing, areasOf.get(motivator) ?? []),
        edits: edits.get(motivator) ?? [],
        people: figureWithin(people, scope, areasOf.get(motivator)),
      })),
    })),
    isAddable: isAllowed(editing),
    // Of which units it is held back is not known, so it is told to those alone who may see them all.
    isWithholding: scope === 'all' && evidence.heard.isWithholding,
  }
}

export function areasShown(shown: Shown, seen: readonly AreaMatrix[]): { id: UnitId | null; name: string }[] {
  return seen.map(({ area }) => ({ id: area, name: areaName(shown, area) }))
}

/** The people who named a motivator are counted over all units in which it matters. */
export function figureWithin(
  { id, figure }: NamedFigure<number>,
  scope: Scope,
  areas: readonly UnitId[] = [],
): ShownFigure {
  return isEditable(scope, areas)
    ? { id, value: figure.known ? figure.value : null, why: figure.known ? null : figure.why }
    : { id, value: null, why: 'withheld' }
}

/** By motivator, the newest last. */
export async function editsByMotivator(
  store: Store,
  reader: Actor,
  { edits }: KeptHeard,
): Promise<ReadonlyMap<string, ShownEdit[]>> {
  const added = (edits?.motivators ?? []).map(({ id, edit, by, at }) => ({
    of: id,
    edit,
    kind: 'added' as const,
    by,
    at,
  }))
  const changed = (edits?.changes ?? []).map(({ motivator, edit, kind, by, at }) => ({
    of: motivator,
    edit,
    kind,
    by,
    at,
  }))
  const made = new Map<string, ShownEdit[]>()
  for (const { of, ...edit } of await nameMakers(store, reader, [...added, ...changed]))
    made.set(of, [...(made.get(of) ?? []), edit])
  return made
}
