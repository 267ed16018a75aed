/**
 * The contract of an indicator that is measured. What it means, its level, gate, function and threshold stand in
 * `content/maturity/indicators.yaml`; indicators without a file here are answered by records and answers alone.
 */

import type { EvidenceGrade, IndicatorState } from '#domain/assessment/maturity.ts'
import { unknown, type Figure, type UnknownReason } from '#domain/figure.ts'
import type { IndicatorDefinition, PassRule } from '#domain/maturity-model.ts'
import type { Prepared } from './evidence.ts'
import type { Scope } from './scope.ts'

export type Measurement = {
  readonly value: Figure<number | boolean>
  readonly state: IndicatorState
  readonly grade: EvidenceGrade
}

export type Indicator = {
  /** The file name. */
  readonly id: string
  /** The id in the model: `IC2`. */
  readonly indicator: string
  readonly version: number
  /** Unknown where the data at hand does not tell; records and answers are then asked. */
  readonly measure: (evidence: Prepared, scope: Scope, definition: IndicatorDefinition) => Measurement
}

export function defineIndicator(indicator: Indicator): Indicator {
  return indicator
}

/** A value against its threshold. */
export function judged(value: Figure<number>, rule: PassRule, grade: EvidenceGrade = 'A'): Measurement {
  return value.known
    ? { value, state: stateOf(rule, value.value), grade }
    : { value, state: value.why === 'not-applicable' ? 'not-applicable' : 'unknown', grade }
}

export function unmeasured(why: UnknownReason = 'not-collected'): Measurement {
  return { value: unknown(why), state: 'unknown', grade: 'A' }
}

/** There is nothing that could be judged: no bought product, no published project. */
export const nothingToJudge: Measurement = { value: unknown('not-applicable'), state: 'not-applicable', grade: 'A' }

/** From half of a lower threshold on, and up to twice an upper one, a value is partly met. Our proposal. */
const partlyFactor = 2
/** Sums of binary fractions miss a decimal threshold by less than this. */
const tolerance = 1e-9

export function stateOf(
  rule: Pick<PassRule, 'atLeast' | 'atMost' | 'moreThan'>,
  value: number | boolean,
): IndicatorState {
  if (typeof value === 'boolean') return value ? 'met' : 'not-met'
  const { atLeast, atMost, moreThan } = rule
  const isHighEnough = (atLeast === null || value >= atLeast - tolerance) && (moreThan === null || value > moreThan)
  const isLowEnough = atMost === null || value <= atMost + tolerance
  if (isHighEnough && isLowEnough) return 'met'
  if (!isHighEnough) {
    return isLowEnough && atLeast !== null && value > 0 && value * partlyFactor >= atLeast ? 'partly' : 'not-met'
  }
  return atLeast === null && atMost !== null && value <= atMost * partlyFactor ? 'partly' : 'not-met'
}

/** How far a rule is satisfied, 0 to 1: what claims are compared with. */
export function satisfaction(rule: Pick<PassRule, 'atLeast' | 'atMost' | 'moreThan'>, value: number | boolean): number {
  const state = stateOf(rule, value)
  if (state === 'met') return 1
  if (typeof value === 'boolean') return 0
  if (rule.atLeast !== null && value < rule.atLeast) return Math.max(0, value / rule.atLeast)
  return state === 'partly' ? 1 / partlyFactor : 0
}
