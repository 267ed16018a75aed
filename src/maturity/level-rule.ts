/**
 * The level rule. Level n holds when every gate of levels up to n is met and the weighted share of met supporting indicators
 * of level n is at least 0.6; the level is the highest that holds. Floor: unknown taken as not met; ceiling: as met.
 */

import type { EvidenceGrade, IndicatorState, LevelInterval, LevelProgress } from '#domain/assessment/maturity.ts'
import { levelNumbers, type LevelNumber } from '#domain/maturity-model.ts'

export type RuleIndicator = {
  readonly level: LevelNumber
  readonly isGate: boolean
  readonly weight: number
  readonly state: IndicatorState
  readonly grade: EvidenceGrade | null
}

export const gradeWeights: Readonly<Record<EvidenceGrade, number>> = { A: 1, B: 0.8, C: 0.6, D: 0.3 }

/** Unknown may turn out to be measured, so it weighs as much: no answer can then lead out of the interval. */
const unknownWeight = gradeWeights.A

export const neededShare = 0.6

export type RuleResult = {
  readonly interval: LevelInterval
  readonly basis: 'shown' | 'claimed'
  readonly known: number
  readonly of: number
  readonly progress: readonly LevelProgress[]
}

/**
 * @param isCumulative a level holds only where those below hold too: the stages of an office
 */
export function levelRule(indicators: readonly RuleIndicator[], isCumulative = false): RuleResult {
  const applying = indicators.filter(({ state }) => state !== 'not-applicable')
  const progress = levelNumbers.slice(1).map((level) => progressOf(applying, level))
  const floor = highest(applying, progress, 'floor', isCumulative)
  const ceiling = highest(applying, progress, 'ceiling', isCumulative)
  const carrying = applying.filter(({ state, level }) => state === 'met' && level === floor)
  const isClaimed = floor > 0 && carrying.every(({ grade }) => grade === 'D')
  return {
    interval: { floor, ceiling },
    basis: isClaimed ? 'claimed' : 'shown',
    known: applying.filter(({ state }) => state !== 'unknown').length,
    of: applying.length,
    progress,
  }
}

function progressOf(indicators: readonly RuleIndicator[], level: LevelNumber): LevelProgress {
  const gates = indicators.filter((one) => one.isGate && one.level <= level)
  const supports = indicators.filter((one) => !one.isGate && one.level === level)
  const all = sum(supports)
  const share = (weight: number): number | null => (supports.length === 0 ? null : weight / all)
  const met = sum(supports.filter(({ state }) => state === 'met'))
  return {
    level,
    floor: share(met),
    ceiling: share(met + sum(supports.filter(({ state }) => state === 'unknown'))),
    gatesMet: gates.filter(({ state }) => state === 'met').length,
    gates: gates.length,
  }
}

function highest(
  indicators: readonly RuleIndicator[],
  progress: readonly LevelProgress[],
  bound: 'floor' | 'ceiling',
  isCumulative: boolean,
): LevelNumber {
  const passes = (state: IndicatorState): boolean => state === 'met' || (bound === 'ceiling' && state === 'unknown')
  let reached: LevelNumber = 0
  for (const one of progress) {
    const share = one[bound]
    // A level that no indicator here evidences cannot be shown.
    const isEvidenced = share !== null || indicators.some(({ isGate, level }) => isGate && level === one.level)
    const gatesPass = indicators.every(({ isGate, level, state }) => !isGate || level > one.level || passes(state))
    const holds = isEvidenced && gatesPass && (share === null || share >= neededShare - 1e-9)
    if (holds) reached = one.level
    else if (isCumulative) break
  }
  return reached
}

/** An indicator that is known weighs by its grade. */
function sum(indicators: readonly RuleIndicator[]): number {
  return indicators.reduce(
    (total, { weight, grade }) => total + weight * (grade === null ? unknownWeight : gradeWeights[grade]),
    0,
  )
}
