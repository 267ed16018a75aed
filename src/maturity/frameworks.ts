/**
 * The same evidence in the order of another framework: each item with what answers it, or the gap. A partial set is no
 * conformance, and nothing here says so.
 */

import type { EvidenceGrade, IndicatorState, ItemState, MaturityAssessment } from '#domain/assessment/maturity.ts'
import type { FigureId } from '#domain/figure.ts'
import type { Framework, FrameworkItem, LocalText } from '#domain/maturity-model.ts'
import type { OfficeRecord } from '#domain/office.ts'
import type { UnitId } from '#domain/organization.ts'
import type { MaturityEvidence } from './evidence.ts'
import { recordFigureId, recordsIn } from './records.ts'
import { scopesOf, type Scope } from './scope.ts'

export type ItemRecord = {
  readonly id: string
  readonly title: string
  readonly link: string | null
  readonly by: string
  readonly on: string
  readonly figure: FigureId
}

export type ItemAnswer = {
  readonly item: string
  readonly group: string | null
  readonly title: LocalText
  readonly state: ItemState
  readonly records: readonly ItemRecord[]
  /** Kinds of records that would answer it and are not held. */
  readonly missing: readonly string[]
  readonly indicators: readonly {
    readonly indicator: string
    readonly state: IndicatorState
    readonly grade: EvidenceGrade | null
    readonly figure: FigureId
  }[]
  /** Why nothing is mapped to it; null for all others. */
  readonly gap: LocalText | null
}

export type FrameworkAnswer = {
  readonly framework: string
  readonly title: string
  readonly edition: string
  readonly note: LocalText
  readonly unit: UnitId | null
  readonly asOf: string
  readonly items: readonly ItemAnswer[]
}

/** Undefined for a unit that there is not. */
export function answerFramework(
  evidence: MaturityEvidence,
  assessment: MaturityAssessment,
  { id, title, edition, note, items }: Framework,
  unit: UnitId | null,
): FrameworkAnswer | undefined {
  const scope = scopesOf(evidence.portfolio.organization).find((one) => one.unit === unit)
  const results = assessment.units.find((one) => one.unit === unit)?.indicators
  if (scope === undefined || results === undefined) return undefined
  const byId = new Map(results.map((result) => [result.indicator, result]))
  return {
    framework: id,
    title,
    edition,
    note,
    unit,
    asOf: assessment.asOf,
    items: items.map((item) => answerItem(evidence, scope, item, byId)),
  }
}

type Result = MaturityAssessment['units'][number]['indicators'][number]

function answerItem(
  evidence: MaturityEvidence,
  scope: Scope,
  item: FrameworkItem,
  results: ReadonlyMap<string, Result>,
): ItemAnswer {
  const held = item.records.map((kind) => ({ kind, record: heldRecord(evidence, scope, kind) }))
  const indicators = item.indicators.flatMap((name) => results.get(name) ?? [])
  const applying = indicators.filter(({ state }) => state !== 'not-applicable')
  const pieces: readonly ('yes' | 'part' | 'no')[] = [
    ...held.map(({ record }) => (record === undefined ? ('no' as const) : ('yes' as const))),
    ...applying.map(({ state }) => (state === 'met' ? 'yes' : state === 'partly' ? 'part' : 'no')),
  ]
  return {
    item: item.id,
    group: item.group,
    title: item.title,
    state:
      item.gap !== null || (item.records.length === 0 && item.indicators.length === 0) ? 'not-mapped' : stateOf(pieces),
    records: held.flatMap(({ record }) => (record === undefined ? [] : [toItemRecord(record)])),
    missing: held.flatMap(({ kind, record }) => (record === undefined ? [kind] : [])),
    indicators: indicators.map(({ indicator, state, grade, figure }) => ({
      indicator,
      state,
      grade,
      figure: figure.id,
    })),
    gap: item.gap,
  }
}

/** A record that says "no" is no answer. */
function heldRecord(evidence: MaturityEvidence, scope: Scope, kind: string): OfficeRecord | undefined {
  return recordsIn(evidence, scope, kind).find(({ value }) => value !== false)
}

function stateOf(pieces: readonly ('yes' | 'part' | 'no')[]): ItemState {
  if (pieces.length > 0 && pieces.every((piece) => piece === 'yes')) return 'answered'
  return pieces.some((piece) => piece !== 'no') ? 'in-part' : 'gap'
}

function toItemRecord(record: OfficeRecord): ItemRecord {
  const { id, title, link, by, on } = record
  return { id, title, link, by, on, figure: recordFigureId(record) }
}
