/** The contract of a rule of the decision guide, and how a rule is judged on facts that may be unknown. */

import type {
  EngagementCase,
  EngagementMeasure,
  EngagementOption,
  EngagementRuleId,
  FactName,
  ReasonCode,
} from '#domain/engagement.ts'
import type { Condition, EngagementFacts } from './condition.ts'

export type RuleAnswer = {
  /** Best first; none for a rule that only adds measures or bars options. */
  readonly options: readonly EngagementOption[]
  readonly reason: ReasonCode
  readonly measures: readonly EngagementMeasure[]
  /** Options that no other rule may choose. */
  readonly bars?: readonly EngagementOption[]
  /** Facts that decided between the options, known or not. */
  readonly asked?: readonly FactName[]
}

export type EngagementRule = {
  /** The file name. */
  readonly id: EngagementRuleId
  /** Its number in the guide. */
  readonly number: number
  /** Of several rules that hold the lowest decides. Our proposal; 1 cannot be outvoted, for it bars all the rest. */
  readonly rank: number
  readonly version: number
  /** What it is about, in English; other languages stand in `#text/engagement`. */
  readonly label: string
  readonly source: string
  readonly cases: readonly EngagementCase[]
  /** All must hold. */
  readonly needs: readonly [Condition, ...Condition[]]
  /** Every option that it can lead to, the usual one first. Empty for a rule that only adds duties. */
  readonly offers: readonly EngagementOption[]
  readonly answer: (facts: EngagementFacts) => RuleAnswer
}

export function defineEngagementRule(rule: EngagementRule): EngagementRule {
  return rule
}

export type Verdict =
  | { readonly state: 'applies'; readonly answer: RuleAnswer }
  | { readonly state: 'unknown'; readonly missing: readonly FactName[] }
  | { readonly state: 'not-met'; readonly facts: readonly FactName[] }

/** A condition that fails decides, whatever else is unknown. */
export function judge({ needs, answer }: EngagementRule, facts: EngagementFacts): Verdict {
  const failed: FactName[] = []
  const missing: FactName[] = []
  for (const condition of needs) {
    const truth = condition.test(facts)
    if (truth === false) failed.push(...condition.facts)
    else if (truth === undefined) missing.push(...condition.facts.filter((name) => !facts[name].known))
  }
  if (failed.length > 0) return { state: 'not-met', facts: failed }
  if (missing.length > 0) return { state: 'unknown', missing }
  return { state: 'applies', answer: answer(facts) }
}
