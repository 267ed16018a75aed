/** Where an organization and its units stand in dealing with open source, from evidence, as intervals with coverage. */

import type { Coverage, FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { CostClass, LevelNumber, MaturityFunction } from '#domain/maturity-model.ts'
import type { UnitId } from '#domain/organization.ts'
import type { Assumption } from './value.ts'

/** A computed from data · B a document held and dated · C attested by a named person · D an answer to a question. */
export type EvidenceGrade = 'A' | 'B' | 'C' | 'D'

export type IndicatorState = 'met' | 'partly' | 'not-met' | 'unknown' | 'not-applicable'

/** Floor: unknown indicators taken as not met; ceiling: taken as met. */
export type LevelInterval = { readonly floor: LevelNumber; readonly ceiling: LevelNumber }

export type IndicatorResult = {
  /** `IC2` */
  readonly indicator: string
  readonly state: IndicatorState
  /** Null when unknown or not applicable. */
  readonly grade: EvidenceGrade | null
  /** What was measured or stated: a share, a count, days, or yes and no. */
  readonly value: NamedFigure<number | boolean>
  readonly figure: NamedFigure<IndicatorState>
  /** The day of the evidence and the last day it counts. */
  readonly on: IsoDate | null
  readonly validUntil: IsoDate | null
  /** Why it does not apply; null for all others. */
  readonly reason: string | null
  /** Type · freshness · agreement, 0 to 1; null without evidence. `methods.md` 8, step 4. */
  readonly confidence: number | null
}

export type LevelProgress = {
  readonly level: LevelNumber
  /** Weighted share of met supporting indicators; null where the level has none in this scope. */
  readonly floor: number | null
  readonly ceiling: number | null
  readonly gatesMet: number
  readonly gates: number
}

/** The cheapest unmet gate; the cheapest unmet indicator of the next level where no gate is open. */
export type NextStep = {
  readonly indicator: string
  readonly isGate: boolean
  readonly cost: CostClass
  readonly state: IndicatorState
}

export type ConfidenceBand = 'high' | 'medium' | 'low'

/** A unit as a whole, or in one function; unit null is the organization. */
export type ScopeMaturity = {
  readonly unit: UnitId | null
  readonly function: MaturityFunction | null
  /** Unknown when nothing at all is known: not assessed, never 0. */
  readonly level: NamedFigure<LevelInterval>
  /** Claimed: the floor rests on answers alone. */
  readonly basis: 'shown' | 'claimed'
  /** Known indicators of those that apply. */
  readonly coverage: Coverage
  readonly confidence: NamedFigure<number>
  readonly band: ConfidenceBand | null
  readonly target: { readonly level: LevelNumber; readonly until: IsoDate | null; readonly figure: FigureId } | null
  /** Levels between the floor and the target; null without a target or when not assessed. */
  readonly gap: number | null
  readonly progress: readonly LevelProgress[]
  readonly next: NextStep | null
}

export type UnitMaturity = {
  readonly unit: UnitId | null
  readonly indicators: readonly IndicatorResult[]
  readonly whole: ScopeMaturity
  readonly functions: readonly ScopeMaturity[]
  /** What the office is able to execute for this unit, by the rule of the stages. */
  readonly stage: ScopeMaturity
}

export type MaturityFinding =
  /** A person says yes, the evidence says no; evidence wins, and the claim counts at most 0.2 above it. */
  | {
      readonly kind: 'contradiction'
      readonly unit: UnitId | null
      readonly indicator: string
      readonly claimed: number
      readonly measured: number
      readonly counted: number
      readonly claim: FigureId
      readonly evidence: FigureId
    }
  /** Engagement and the stage of the office do not fit together by the crosswalk. */
  | {
      readonly kind: 'axes-apart'
      readonly unit: UnitId | null
      readonly engagement: LevelInterval
      readonly stage: LevelInterval
      readonly ahead: 'engagement' | 'stage'
    }
  /** A record or answer that no longer counts, and nothing newer stands in for it. */
  | { readonly kind: 'expired'; readonly unit: UnitId | null; readonly what: string; readonly since: IsoDate }
  /** The floor is below the target, and the day has passed. */
  | {
      readonly kind: 'target-missed'
      readonly unit: UnitId | null
      readonly function: MaturityFunction | null
      readonly level: LevelNumber
      readonly until: IsoDate
    }

/** How many units stand where; never an average alone. */
export type LevelDistribution = {
  readonly function: MaturityFunction | null
  readonly byFloor: readonly { readonly level: LevelNumber; readonly units: number }[]
  readonly notAssessed: number
  readonly figure: NamedFigure<number>
}

export type DatedLevel = {
  readonly on: IsoDate
  readonly unit: UnitId | null
  readonly function: MaturityFunction | null
  readonly floor: LevelNumber
  readonly ceiling: LevelNumber
  /** Known share of the indicators that apply, 0 to 1. */
  readonly coverage: number
}

export type MaturityAssessment = {
  readonly asOf: IsoDate
  /** The organization first, then units in their order. */
  readonly units: readonly UnitMaturity[]
  readonly distribution: readonly LevelDistribution[]
  readonly findings: readonly MaturityFinding[]
  /** Earlier assessments and this one, by day. */
  readonly trend: readonly DatedLevel[]
  readonly assumptions: readonly Assumption[]
}

/** An item of another framework: answered by evidence, in part, by none, or nothing is mapped to it. */
export type ItemState = 'answered' | 'in-part' | 'gap' | 'not-mapped'
