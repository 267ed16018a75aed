/** Which records count for a scope on the day, and what they say about an indicator. */

import type { EvidenceGrade, IndicatorState } from '#domain/assessment/maturity.ts'
import {
  declared,
  lift,
  observed,
  unknown,
  type Figure,
  type FigureId,
  type IsoDate,
  type NamedFigure,
} from '#domain/figure.ts'
import type { IndicatorDefinition, RecordKind, RecordNeed } from '#domain/maturity-model.ts'
import { monthsAfter, recordEnd, type OfficeRecord } from '#domain/office.ts'
import { declarationFigureId, declaredPrefix, declaredRecords } from './declared-records.ts'
import type { MaturityEvidence } from './evidence.ts'
import { satisfaction, stateOf } from './indicator.ts'
import { holds, topUnit, type Scope } from './scope.ts'

export function recordFigureId({ id }: OfficeRecord): FigureId {
  return id.startsWith(declaredPrefix)
    ? declarationFigureId({ id: id.slice(declaredPrefix.length) })
    : `maturity/record/${id}`
}

export function recordFigures({ office }: MaturityEvidence): readonly NamedFigure[] {
  return office.records.map((record) => ({
    id: recordFigureId(record),
    figure:
      record.evidence === ''
        ? declared(record.value ?? true, record.by, record.on, record.title)
        : observed(record.value ?? true, record.evidence, record.at),
  }))
}

/** Records of a kind that count for the scope on the day of the assessment, the newest first; by the reach of the kind. */
export function recordsIn(evidence: MaturityEvidence, scope: Scope, kind: string): readonly OfficeRecord[] {
  const definition = evidence.model.recordKinds.find(({ id }) => id === kind)
  if (definition === undefined) return []
  return reaching(
    current(evidence).filter((record) => record.kind === kind),
    definition.reach,
    scope,
  )
}

const memo = new WeakMap<MaturityEvidence, readonly OfficeRecord[]>()

/** Valid on the day, those of the office's files before declarations; what the top unit states is the organization's. */
function current(evidence: MaturityEvidence): readonly OfficeRecord[] {
  const known = memo.get(evidence)
  if (known !== undefined) return known
  const valid = allRecords(evidence).filter(
    (record) => record.on <= evidence.portfolio.asOf && evidence.portfolio.asOf <= recordEnd(record),
  )
  memo.set(evidence, valid)
  return valid
}

/** Of the office's files and of the declarations, whether they still count or not. */
export function allRecords({ office, portfolio, model }: MaturityEvidence): readonly OfficeRecord[] {
  const top = topUnit(portfolio.organization)
  return [...office.records, ...declaredRecords(portfolio, model)].map((record) =>
    record.unit === top ? { ...record, unit: null } : record,
  )
}

function reaching(records: readonly OfficeRecord[], reach: RecordKind['reach'], scope: Scope): readonly OfficeRecord[] {
  const newestFirst = records.toSorted((a, b) => gradeOrder(a) - gradeOrder(b) || (a.on < b.on ? 1 : -1))
  if (reach === 'up') return newestFirst.filter(({ unit }) => holds(scope, unit))
  if (reach === 'own') return newestFirst.filter(({ unit }) => unit === scope.unit)
  for (const unit of scope.upward) {
    const own = newestFirst.filter((record) => record.unit === unit)
    if (own.length > 0) return own
  }
  return []
}

function gradeOrder({ basis }: OfficeRecord): number {
  return basis === 'document' ? 0 : 1
}

/** What records say of an indicator. */
export type RecordVerdict = {
  readonly state: IndicatorState
  readonly value: Figure<number | boolean>
  readonly grade: EvidenceGrade
  /** 0 to 1. */
  readonly satisfied: number
  readonly on: IsoDate
  readonly validUntil: IsoDate
  readonly inputs: readonly FigureId[]
}

const method = { id: 'maturity/records-held', version: 1 }

/** Undefined where no record speaks about it. */
export function recordVerdict(
  evidence: MaturityEvidence,
  scope: Scope,
  definition: IndicatorDefinition,
): RecordVerdict | undefined {
  const direct = reaching(
    current(evidence).filter(({ indicators }) => indicators.includes(definition.id)),
    'own',
    scope,
  )[0]
  if (direct !== undefined) {
    const value = direct.value ?? true
    return verdict([direct], stateOf(definition.pass, value), value, satisfaction(definition.pass, value))
  }
  if (definition.needs.length === 0) return undefined
  const conditions = definition.needs.map((need) => conditionOf(evidence, scope, need))
  const used = conditions.flatMap(({ records }) => records)
  if (used.length === 0) return undefined
  const state = together(conditions.map((condition) => condition.state))
  const only = conditions.length === 1 ? conditions[0] : undefined
  const value = only?.value ?? state === 'met'
  const satisfied = conditions.reduce((sum, condition) => sum + condition.satisfied, 0) / conditions.length
  return verdict(used, state, value, satisfied)
}

function verdict(
  records: readonly OfficeRecord[],
  state: IndicatorState,
  value: number | boolean,
  satisfied: number,
): RecordVerdict {
  const inputs = records.map(recordFigureId)
  const known = lift(value, method, inputs)
  return {
    state,
    value: state === 'unknown' ? unknown('not-collected', known.from) : known,
    grade: records.every(({ basis }) => basis === 'document') ? 'B' : 'C',
    satisfied,
    on: records.map(({ on, reviewedOn }) => reviewedOn ?? on).sort()[0] ?? '',
    validUntil: records.map(recordEnd).sort()[0] ?? '',
    inputs,
  }
}

type Condition = {
  readonly state: IndicatorState
  readonly value: number | boolean
  readonly satisfied: number
  readonly records: readonly OfficeRecord[]
}

function conditionOf(evidence: MaturityEvidence, scope: Scope, need: RecordNeed): Condition {
  const kind = evidence.model.recordKinds.find(({ id }) => id === need.kind)
  const records = recordsIn(evidence, scope, need.kind)
  const [newest] = records
  if (newest === undefined || kind === undefined) return { state: 'unknown', value: false, satisfied: 0, records: [] }
  const { reviewedWithinMonths: months } = need
  const isReviewed = (record: OfficeRecord): boolean =>
    months === null || evidence.portfolio.asOf <= monthsAfter(record.reviewedOn ?? record.on, months)
  if (kind.reach === 'up') {
    const counted = records.filter((record) => record.value !== false && isReviewed(record))
    const value =
      kind.value === 'count' ? counted.reduce((sum, record) => sum + Number(record.value), 0) : counted.length
    // Records of this kind are counted: one that counts is enough where the need states no number.
    const rule = { ...need, atLeast: need.atLeast ?? 1 }
    return { state: stateOf(rule, value), value, satisfied: satisfaction(rule, value), records }
  }
  if (typeof newest.value === 'number') {
    const state = stateOf(need, newest.value)
    return { state, value: newest.value, satisfied: satisfaction(need, newest.value), records: [newest] }
  }
  const isHeld = newest.value !== false && isReviewed(newest)
  return { state: isHeld ? 'met' : 'not-met', value: isHeld, satisfied: isHeld ? 1 : 0, records: [newest] }
}

/** All of several conditions: one that fails decides, whatever is unknown; an unknown one alone leaves it open. */
export function together(states: readonly IndicatorState[]): IndicatorState {
  if (states.every((state) => state === 'met')) return 'met'
  if (states.some((state) => state === 'not-met' || state === 'partly'))
    return states.some((state) => state === 'met' || state === 'partly') ? 'partly' : 'not-met'
  return 'unknown'
}
