/** How to deal with the parts that matter: advice with reasons, cost, owner and a day to look again. */

import type { CriticalityLevel } from '#domain/criticality.ts'
import type { ContributionLane, DecisionId, DecisionOutcome } from '#domain/decision.ts'
import type {
  EngagementCase,
  EngagementMeasure,
  EngagementOption,
  EngagementRuleId,
  FactName,
  ReasonCode,
} from '#domain/engagement.ts'
import type { FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { PersonId, ProductId, UnitId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { ProjectId } from '#domain/project.ts'
import type { Assumption } from './value.ts'

/** Advised: a rule says so. Provisional: no rule does yet, because what they ask for is not known. */
export type AdviceStanding = 'advised' | 'provisional'

/** A rule whose condition holds, with the options it offers, best first. */
export type AppliedRule = {
  readonly rule: EngagementRuleId
  readonly number: number
  readonly options: readonly EngagementOption[]
  readonly reason: ReasonCode
  /** True for the one that decides. */
  readonly wins: boolean
  /** Options it rules out, whatever other rules say. */
  readonly bars: readonly EngagementOption[]
}

/** A rule that cannot be decided, and what would decide it. */
export type OpenRule = {
  readonly rule: EngagementRuleId
  readonly number: number
  readonly missing: readonly FactName[]
  /** What it could lead to. */
  readonly option: EngagementOption | null
}

export type RejectedOption = {
  readonly option: EngagementOption
  readonly why:
    /** A rule offers it; one that goes before offers another. */
    | { readonly code: 'outranked'; readonly rule: EngagementRuleId; readonly by: EngagementRuleId }
    /** The deciding rule offers it in second place. */
    | { readonly code: 'second'; readonly rule: EngagementRuleId }
    | { readonly code: 'barred'; readonly rule: EngagementRuleId }
    | { readonly code: 'open'; readonly rule: EngagementRuleId; readonly facts: readonly FactName[] }
    | { readonly code: 'not-met'; readonly rule: EngagementRuleId; readonly facts: readonly FactName[] }
  readonly cost: NamedFigure<MoneyBand>
}

/** If the fact had this value, the guide would say that. Near: it is known and lies close to a threshold. */
export type AdviceChange = {
  readonly fact: FactName
  readonly kind: 'unknown' | 'near'
  readonly value: number | string | boolean
  readonly option: EngagementOption
  readonly rule: EngagementRuleId | null
}

export type AdviceOwner = {
  readonly person: PersonId
  /** The most critical product that uses the part. */
  readonly product: ProductId
  /** The person is not there any longer. */
  readonly hasLeft: boolean
}

/** A decision that answers first. */
export type DecidedBefore = {
  readonly decision: DecisionId
  readonly outcome: DecisionOutcome
  readonly option: EngagementOption | null
  readonly lane: ContributionLane | null
  readonly on: IsoDate
  readonly by: PersonId
  readonly until: IsoDate | null
  readonly reason: string
  readonly conditions: readonly string[]
  readonly figure: FigureId
  /** The guide would say something else now. */
  readonly differs: boolean
}

export type FactInput = { readonly fact: FactName; readonly figure: NamedFigure<number | string | boolean> }

export type EngagementAdvice = {
  readonly case: EngagementCase
  /** A package URL without version, a project, or the words of a need. */
  readonly subject: string
  readonly package: PurlText | null
  readonly project: ProjectId | null
  readonly name: string
  readonly versions: readonly string[]
  readonly products: readonly ProductId[]
  readonly unit: UnitId | null
  /** Null for what is not in use. */
  readonly criticalityLevel: CriticalityLevel | null
  readonly decided: DecidedBefore | null
  readonly option: EngagementOption
  readonly standing: AdviceStanding
  readonly reason: ReasonCode
  /** Null when no rule decides. */
  readonly rule: EngagementRuleId | null
  readonly measures: readonly EngagementMeasure[]
  /** In the order in which they go before one another. */
  readonly applied: readonly AppliedRule[]
  readonly open: readonly OpenRule[]
  readonly rejected: readonly [RejectedOption, RejectedOption]
  readonly cost: NamedFigure<MoneyBand>
  readonly benefits: readonly string[]
  /** Null when nobody is named. */
  readonly owner: AdviceOwner | null
  readonly reviewOn: IsoDate
  /** Single facts that would change the advice. Empty in lists of many. */
  readonly changes: readonly AdviceChange[]
  /** The facts that the rules asked for; in lists of many those that are known or that decided between options. */
  readonly inputs: readonly FactInput[]
  /** The option as a figure that `explain` walks. */
  readonly figure: NamedFigure<EngagementOption>
}

/** Something in use that may already do what is asked for. */
export type ExistingCandidate = {
  readonly subject: string
  readonly name: string
  readonly project: ProjectId | null
  readonly products: readonly ProductId[]
  /** Words of the need that were found, and where. */
  readonly words: readonly string[]
  readonly foundIn: readonly ('name' | 'keyword' | 'project' | 'product')[]
  /** Share of the words of the need that were found, 0 to 1. */
  readonly fit: number
  readonly licenses: readonly string[]
  readonly criticality: number | null
}

export type EngagementAssessment = {
  readonly asOf: IsoDate
  /** Parts of high criticality, and those with a decision or a carried patch: most critical first. */
  readonly advice: readonly EngagementAdvice[]
  /** How many such parts there are; the advice may stop before. */
  readonly mattering: number
  /** Packages in use that were looked at. */
  readonly packages: number
  readonly assumptions: readonly Assumption[]
}
