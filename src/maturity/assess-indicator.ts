/**
 * One indicator of one unit: what is measured counts before documents, documents before attestations, attestations before
 * answers. Claims that the evidence contradicts are kept beside it.
 */

import type { EvidenceGrade, IndicatorResult, IndicatorState, MaturityFinding } from '#domain/assessment/maturity.ts'
import { compute, unknown, type Figure, type FigureId, type IsoDate, type NamedFigure } from '#domain/figure.ts'
import type { IndicatorDefinition } from '#domain/maturity-model.ts'
import { daysBetween, type OfficeExemption } from '#domain/office.ts'
import { answerVerdict, type AnswerVerdict } from './answers.ts'
import { confidenceOf } from './confidence.ts'
import type { Prepared } from './evidence.ts'
import { satisfaction, unmeasured, type Indicator } from './indicator.ts'
import { indicators } from './indicators.generated.ts'
import { recordVerdict, type RecordVerdict } from './records.ts'
import { topUnit, type Scope } from './scope.ts'

/** Days that measured evidence counts. */
export const measuredDays = 90

/** Why an indicator does not apply where nobody stated it: there is nothing to judge. */
export const nothingToJudgeReason = 'nothing-to-judge'

export type AssessedIndicator = { readonly result: IndicatorResult; readonly findings: readonly MaturityFinding[] }

const measures: ReadonlyMap<string, Indicator> = new Map(indicators.map((one) => [one.indicator, one]))

export function assessIndicator(evidence: Prepared, scope: Scope, definition: IndicatorDefinition): AssessedIndicator {
  const exemption = exemptionOf(evidence, scope, definition.id)
  if (exemption !== undefined) return exempted(definition, scope, exemption)
  const found = foundBy(evidence, scope, definition)
  const figures = figuresOf(definition, scope, found)
  return {
    result: {
      indicator: definition.id,
      state: found.state,
      grade: found.grade,
      ...figures,
      on: found.on,
      validUntil: found.validUntil,
      reason: found.state === 'not-applicable' ? nothingToJudgeReason : null,
      confidence:
        found.grade === null || found.on === null
          ? null
          : confidenceOf({
              grade: found.grade,
              ageDays: daysBetween(found.on, evidence.portfolio.asOf),
              roles: found.roles,
              spread: found.spread,
            }),
    },
    findings: contradictions(definition, scope, found),
  }
}

type Found = {
  readonly state: IndicatorState
  readonly grade: EvidenceGrade | null
  readonly value: Figure<number | boolean>
  readonly satisfied: number
  readonly on: IsoDate | null
  readonly validUntil: IsoDate | null
  readonly roles: number
  readonly spread: number
  /** What people claim besides. */
  readonly claims: readonly { readonly satisfied: number; readonly input: FigureId }[]
}

function foundBy(evidence: Prepared, scope: Scope, definition: IndicatorDefinition): Found {
  const { asOf } = evidence.portfolio
  const { measuredOn = asOf } = evidence
  const measured =
    measuredOn < dayAfter(asOf, -measuredDays)
      ? unmeasured()
      : (measures.get(definition.id)?.measure(evidence, scope, definition) ?? unmeasured())
  const records = recordVerdict(evidence, scope, definition)
  const answers = answerVerdict(evidence, scope, definition)
  const common = { roles: 0, spread: 0 }
  if (measured.state !== 'unknown') {
    const isKnown = measured.state !== 'not-applicable'
    return {
      ...common,
      state: measured.state,
      grade: isKnown ? measured.grade : null,
      value: measured.value,
      satisfied: measured.value.known
        ? satisfiedBy(measured.state, satisfaction(definition.pass, measured.value.value))
        : 0,
      on: isKnown ? measuredOn : null,
      validUntil: isKnown ? dayAfter(measuredOn, measuredDays) : null,
      claims: isKnown ? claimsOf(records, answers) : [],
    }
  }
  if (records !== undefined && records.state !== 'unknown')
    return { ...common, ...records, claims: records.grade === 'B' ? claimsOf(undefined, answers) : [] }
  if (answers !== undefined) return { ...answers, grade: 'D', claims: [] }
  return {
    ...common,
    state: 'unknown',
    grade: null,
    // A record that is there and leaves a condition open is shown with its sources.
    value: records?.value ?? measured.value,
    satisfied: 0,
    on: null,
    validUntil: null,
    claims: [],
  }
}

/** The state has the last word: a threshold may be met while another condition of the indicator is not. */
function satisfiedBy(state: IndicatorState, satisfied: number): number {
  return state === 'met' ? 1 : Math.min(satisfied, state === 'partly' ? 0.99 : 1)
}

/** Statements of people that the better evidence may contradict: attestations and answers. */
function claimsOf(records: RecordVerdict | undefined, answers: AnswerVerdict | undefined): Found['claims'] {
  return [
    ...(records?.grade === 'C' && records.state === 'met'
      ? [{ satisfied: records.satisfied, input: records.inputs[0] ?? '' }]
      : []),
    ...(answers?.state === 'met' ? [{ satisfied: answers.satisfied, input: answers.inputs[0] ?? '' }] : []),
  ]
}

/** How far a claim may lie above the evidence; `methods.md` 8, step 5. */
export const claimCap = 0.2

function contradictions(definition: IndicatorDefinition, scope: Scope, found: Found): readonly MaturityFinding[] {
  if (found.state !== 'not-met' && found.state !== 'partly') return []
  return found.claims.flatMap(({ satisfied, input }): MaturityFinding[] => {
    const counted = Math.min(satisfied, found.satisfied + claimCap)
    if (satisfied <= counted) return []
    return [
      {
        kind: 'contradiction',
        unit: scope.unit,
        indicator: definition.id,
        claimed: satisfied,
        measured: found.satisfied,
        counted,
        claim: input,
        evidence: valueFigureId(definition.id, scope),
      },
    ]
  })
}

export function valueFigureId(indicator: string, { subject }: Scope): FigureId {
  return `maturity/value/${indicator}/${subject}`
}

export function stateFigureId(indicator: string, { subject }: Scope): FigureId {
  return `maturity/indicator/${indicator}/${subject}`
}

function figuresOf(
  { id, pass }: IndicatorDefinition,
  scope: Scope,
  { state, value }: Pick<Found, 'state' | 'value'>,
): Pick<IndicatorResult, 'value' | 'figure'> {
  const named: NamedFigure<number | boolean> = { id: valueFigureId(id, scope), figure: value }
  const method = { id: `maturity/state/${pass.unit}`, version: 1 }
  return { value: named, figure: { id: stateFigureId(id, scope), figure: compute(method, [named], () => state) } }
}

function exemptionOf({ office, portfolio }: Prepared, { unit }: Scope, indicator: string): OfficeExemption | undefined {
  const top = topUnit(portfolio.organization)
  return office.exemptions.find(
    (one) => one.indicator === indicator && (one.unit === top ? null : one.unit) === unit && one.on <= portfolio.asOf,
  )
}

function exempted(
  { id }: IndicatorDefinition,
  scope: Scope,
  { reason, evidence, at }: OfficeExemption,
): AssessedIndicator {
  const from = [{ kind: 'observed', evidence, at }] as const
  const figure = unknown('not-applicable', from)
  return {
    result: {
      indicator: id,
      state: 'not-applicable',
      grade: null,
      value: { id: valueFigureId(id, scope), figure },
      figure: { id: stateFigureId(id, scope), figure },
      on: null,
      validUntil: null,
      reason,
      confidence: null,
    },
    findings: [],
  }
}

function dayAfter(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
