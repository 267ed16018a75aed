/** What stands beside the matrix: one motivator in full, what each audience names most, whom to talk to, and the pitch. */

import { isWithin, type Scope } from '#domain/access.ts'
import type {
  AreaMatrix,
  Candidate,
  CellState,
  ShownBenefit,
  TalkReason,
  Unlock,
} from '#domain/assessment/motivators.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { KeptHeard, Motivator, TalkAudience, ValueKind } from '#domain/motivators.ts'
import type { PersonId, UnitId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { isHeardIn } from '#motivators/areas.ts'
import { topOfAudiences } from '#motivators/audiences.ts'
import { contradictionsOf } from '#motivators/contradictions.ts'
import { shownBenefit } from '#motivators/benefits.ts'
import type { Store } from '#store/store.ts'
import { isEditable } from './change-motivators.ts'
import { dayOf } from './clock.ts'
import {
  areaInSight,
  areasShown,
  editsByMotivator,
  figureWithin,
  type MatrixReader,
  type ShownEdit,
  type ShownFigure,
} from './motivator-matrix.ts'
import { aboutOf } from './lists/figure-families.ts'
import { areaName, benefitName, indicatorName, motivatorName, valueText, type Shown } from './motivator-words.ts'
import { pitchNow } from './run-motivators.ts'

/** A benefit with the figure beside it. `id` is null where the reader could not open the door. */
export type BenefitLine = {
  label: string
  figure: { id: string | null; text: string; isOfWhole: boolean; arrives: boolean } | null
}

export type UnlockLine = { indicator: string; level: string; cost: string; openGates: number }

export type MotivatorPage = {
  motivator: string
  statement: string
  kind: string
  from: number
  to: number
  state: CellState
  mayBeReachable: boolean
  areas: string[]
  people: ShownFigure
  strength: ShownFigure
  obstacle: string | null
  wish: string | null
  declined: string | null
  followUp: { what: string | null; by: PersonId; until: IsoDate; isDone: boolean } | null
  said: { id: string; on: IsoDate; by: string; unit: string; audience: TalkAudience; note: string | null }[]
  benefits: BenefitLine[]
  unlock: UnlockLine | null
  edits: ShownEdit[]
  isEditable: boolean
}

/** Throws `motivator-unknown` for one that is not in sight. */
export async function motivatorPage(
  store: Store,
  { motivator, area }: { readonly motivator: string; readonly area: string | undefined },
  reader: MatrixReader,
): Promise<MotivatorPage> {
  const { scope, editing, language } = reader
  const { shown, matrix } = await areaInSight(store, area, reader)
  const { evidence } = shown.now
  const { heard } = evidence
  const bar = matrix.rows.flatMap(({ bars }) => bars).find((one) => one.motivator === motivator)
  const entry = heard.motivators.find(({ id }) => id === motivator)
  if (bar === undefined || entry === undefined) return fail({ code: 'motivator-unknown', asked: motivator })
  return {
    motivator,
    statement: motivatorName(shown, motivator),
    kind: evidence.content.kinds.find(({ id }) => id === bar.kind)?.label[language] ?? bar.kind,
    from: bar.from,
    to: bar.to,
    state: bar.state,
    mayBeReachable: bar.mayBeReachable,
    areas: entry.areas.filter((one) => isWithin(scope, one)).map((one) => areaName(shown, one)),
    people: figureWithin(bar.people, scope, entry.areas),
    strength: figureWithin(bar.strength, scope, entry.areas),
    obstacle: entry.obstacle,
    wish: entry.wish,
    declined: entry.declined,
    followUp: followUpOf(entry),
    said: heard.conversations
      .filter(({ id, unit }) => entry.conversations.includes(id) && isWithin(scope, unit))
      .map(({ id, on, with: { person, role }, unit, audience, note }) => ({
        id,
        on,
        by: person ?? role ?? '',
        unit: areaName(shown, unit),
        audience,
        note,
      })),
    benefits: entry.benefits.map((id) =>
      benefitLine(shown, shownBenefit(evidence, id, matrix.area), { scope, area: matrix.area }),
    ),
    unlock: unlockLine(shown, bar.unlock, bar.from),
    edits: (await editsByMotivator(store, reader.actor, heard)).get(motivator) ?? [],
    isEditable: isEditable(editing, entry.areas),
  }
}

function followUpOf({ followUp }: Motivator): MotivatorPage['followUp'] {
  if (followUp === null) return null
  const { what = null, by, until, isDone } = followUp
  return { what, by, until, isDone }
}

type Place = { readonly scope: Scope; readonly area: UnitId | null }

/** A figure of the whole organization is not for who may see a part of it. */
function benefitLine(shown: Shown, { benefit, figures, evidence }: ShownBenefit, { scope, area }: Place): BenefitLine {
  const label = benefitName(shown, benefit)
  const inSight = figures.filter(({ id }) => isWithin(scope, /\/unit:([^/]+)/.exec(id)?.[1] ?? null))
  const named = inSight.find(({ id }) => evidence.includes(id)) ?? inSight[0]
  if (named === undefined || !named.figure.known) return { label, figure: null }
  return {
    label,
    figure: {
      id: scope === 'all' || aboutOf(named.id).kind === 'unit' ? named.id : null,
      text: valueText(shown, named.id, named.figure.value),
      isOfWhole: area !== null && !named.id.includes('/unit:'),
      arrives: evidence.includes(named.id),
    },
  }
}

function unlockLine(shown: Shown, unlock: Unlock | null, from: number): UnlockLine | null {
  if (unlock === null) return null
  const { words, language, now } = shown
  const { indicator, cost, openGates } = unlock
  const level = now.evidence.model.levels.find(({ level: number }) => number === from)
  return {
    indicator: indicatorName(shown, indicator),
    level: level?.label[language] ?? `L${from}`,
    cost: words.maturity.costs[cost],
    openGates,
  }
}

export type CandidateLine = {
  unit: string
  person: PersonId | null
  audience: TalkAudience
  talk: Candidate['talk']
  reasons: TalkReasonLine[]
}

/** Why to talk to somebody, with the list that holds what it counts; null for what counts nothing. */
export type TalkReasonLine = {
  text: string
  opens: { list: 'findings' | 'packages'; filters: Record<string, string> } | null
}

export type TalkPage = {
  area: UnitId | null
  areas: { id: UnitId | null; name: string }[]
  top: { audience: TalkAudience; motivators: { motivator: string; statement: string }[] }[]
  contradictions: {
    wanted: { motivator: string; statement: string }
    hindered: { motivator: string; statement: string }
    obstacle: string
    kind: ValueKind
  }[]
  candidates: CandidateLine[]
  /** What was agreed and is not done, the earliest day first. */
  followUps: {
    motivator: string
    statement: string
    what: string | null
    by: PersonId
    until: IsoDate
    isDue: boolean
    /** What has to be done before. */
    after: string[]
    isEditable: boolean
  }[]
}

export async function talkPage(store: Store, asked: string | undefined, reader: MatrixReader): Promise<TalkPage> {
  const { shown, seen, matrix } = await areaInSight(store, asked, reader)
  const { evidence, assessment } = shown.now
  const { portfolio } = evidence
  const heard = heardIn(shown, matrix.area)
  const named = (motivator: string) => ({ motivator, statement: motivatorName(shown, motivator) })
  return {
    area: matrix.area,
    areas: areasShown(shown, seen),
    top: topOfAudiences(heard)
      .filter(({ motivators }) => motivators.length > 0)
      .map(({ audience, motivators }) => ({
        audience,
        motivators: motivators.map(({ motivator }) => named(motivator)),
      })),
    contradictions: contradictionsOf({ heard, portfolio }).map(({ wanted, hindered, kind }) => ({
      wanted: named(wanted),
      hindered: named(hindered),
      obstacle: heard.motivators.find(({ id }) => id === hindered)?.obstacle ?? '',
      kind,
    })),
    candidates: assessment.plan.candidates
      .filter(({ unit }) => isHeardIn(portfolio.organization, unit, matrix.area))
      .map((one) => candidateLine(shown, one, reader.scope)),
    followUps: followUpsIn(shown, matrix, reader),
  }
}

function followUpsIn(shown: Shown, { rows }: AreaMatrix, { editing, now }: MatrixReader): TalkPage['followUps'] {
  const { motivators } = shown.now.evidence.heard
  const inSight = new Set(rows.flatMap(({ bars }) => bars.map(({ motivator }) => motivator)))
  const open = motivators.filter(({ id, followUp }) => inSight.has(id) && followUp?.isDone === false)
  return open
    .flatMap((entry) => {
      const agreed = followUpOf(entry)
      if (agreed === null) return []
      const { isDone: _, ...told } = agreed
      return [
        {
          motivator: entry.id,
          statement: motivatorName(shown, entry.id),
          ...told,
          isDue: told.until < dayOf(now),
          after: open.filter(({ id }) => entry.followUp?.after.includes(id)).map(({ id }) => motivatorName(shown, id)),
          isEditable: isEditable(editing, entry.areas),
        },
      ]
    })
    .toSorted((a, b) => (a.until < b.until ? -1 : 1))
}

/** What was said in the area alone: who said it elsewhere does not count there. */
function heardIn({ now: { evidence } }: Shown, area: UnitId | null): KeptHeard {
  const { heard, portfolio } = evidence
  return {
    ...heard,
    motivators: heard.motivators.map((one) => ({
      ...one,
      heard: one.heard.filter(({ unit }) => isHeardIn(portfolio.organization, unit, area)),
    })),
  }
}

function candidateLine(
  shown: Shown,
  { unit, person, audience, reasons, talk }: Candidate,
  scope: Scope,
): CandidateLine {
  return {
    unit: areaName(shown, unit),
    person,
    audience,
    talk,
    reasons: reasons.flatMap((reason) => reasonLine(shown, reason, { scope, area: unit }) ?? []),
  }
}

/** What somebody answers for may lie in a unit that the reader does not see. */
function reasonLine(
  { now, words: { motivators } }: Shown,
  reason: TalkReason,
  { scope, area }: Place,
): TalkReasonLine | undefined {
  const unit: Record<string, string> = area === null ? {} : { unit: area }
  const { products } = now.evidence.portfolio.organization
  switch (reason.kind) {
    case 'owns-critical': {
      const ids = new Set(reason.products)
      const owned = products.filter(({ id }) => ids.has(id))
      const [product, ...others] = reason.products
      const only = product !== undefined && others.length === 0 ? { product } : {}
      return owned.every(({ unit }) => isWithin(scope, unit))
        ? {
            text: motivators.ownsCritical(owned.map(({ name }) => name).join(', '), reason.packages),
            opens: { list: 'packages', filters: { ...unit, ...only, criticality: 'high' } },
          }
        : undefined
    }
    case 'most-findings':
      return { text: motivators.mostFindings(reason.findings), opens: { list: 'findings', filters: unit } }
    case 'top-user':
      return { text: motivators.topUser(reason.packages), opens: { list: 'packages', filters: unit } }
    case 'no-conversation':
      return { text: motivators.noConversation, opens: null }
  }
}

export type PitchPage = {
  area: UnitId | null
  name: string
  audience: TalkAudience
  points: {
    motivator: string
    statement: string
    isFromAudience: boolean
    state: CellState
    wish: string | null
    benefit: BenefitLine | null
    unlock: UnlockLine | null
  }[]
  obstacles: string[]
  /** Whom to talk to first, when nothing was heard there. */
  talkTo: CandidateLine[]
}

export async function pitchPage(
  store: Store,
  { area, audience }: { readonly area: string | undefined; readonly audience: TalkAudience },
  reader: MatrixReader,
): Promise<PitchPage> {
  const { scope } = reader
  const { shown, matrix } = await areaInSight(store, area, reader)
  const { motivators } = shown.now.evidence.heard
  const pitch = pitchNow(shown.now, matrix.area, audience)
  const head = { area: matrix.area, name: areaName(shown, matrix.area), audience }
  if (!pitch.ok) {
    const talkTo = pitch.talkTo.map((one) => candidateLine(shown, one, scope))
    return { ...head, points: [], obstacles: [], talkTo }
  }
  return {
    ...head,
    points: pitch.points.map(({ motivator, isFromAudience, state, level, unlock, benefit }) => ({
      motivator,
      statement: motivatorName(shown, motivator),
      isFromAudience,
      state,
      wish: motivators.find(({ id }) => id === motivator)?.wish ?? null,
      benefit: benefit === null ? null : benefitLine(shown, benefit, { scope, area: matrix.area }),
      unlock: unlockLine(shown, unlock, level),
    })),
    obstacles: motivators.flatMap(({ id, obstacle }) =>
      pitch.obstacles.includes(id) && obstacle !== null ? [obstacle] : [],
    ),
    talkTo: [],
  }
}
