/** Runs the decision guide: which rules hold, which one decides, what cannot be told, and what was turned down. */

import type { AppliedRule, OpenRule, RejectedOption } from '#domain/assessment/engagement.ts'
import { criticalityLevel } from '#domain/criticality.ts'
import { factNames } from '#domain/engagement.ts'
import type {
  EngagementCase,
  EngagementMeasure,
  EngagementOption,
  EngagementRuleId,
  FactName,
  ReasonCode,
} from '#domain/engagement.ts'
import type { EngagementFacts } from './condition.ts'
import { judge, type EngagementRule, type Verdict } from './rule.ts'
import { rules } from './rules.generated.ts'

/** The rules of the guide in the order in which they go before one another. */
export const rulesInOrder: readonly EngagementRule[] = [...rules].toSorted(
  (a, b) => a.rank - b.rank || a.number - b.number,
)

const rulesOf: Readonly<Record<EngagementCase, readonly EngagementRule[]>> = {
  used: rulesInOrder.filter(({ cases }) => cases.includes('used')),
  own: rulesInOrder.filter(({ cases }) => cases.includes('own')),
  new: rulesInOrder.filter(({ cases }) => cases.includes('new')),
}

/** What goes on when no rule decides: go on using, go on maintaining, look before creating. */
const otherwise: Readonly<Record<EngagementCase, EngagementOption>> = { used: 1, own: 7, new: 1 }

export type Choice = {
  readonly option: EngagementOption
  readonly rule: EngagementRuleId | null
  readonly reason: ReasonCode
  /** True when a rule decides, or when all could be judged and none holds. */
  readonly isAdvised: boolean
}

export type GuideAnswer = Choice & {
  readonly applied: readonly AppliedRule[]
  readonly open: readonly OpenRule[]
  readonly measures: readonly EngagementMeasure[]
  readonly rejected: readonly Omit<RejectedOption, 'cost'>[]
  readonly asked: readonly FactName[]
  /** Those among them that decided between the options of a rule that holds. */
  readonly deciding: readonly FactName[]
}

type Judged = { readonly rule: EngagementRule; readonly verdict: Verdict }
type Applying = { readonly rule: EngagementRule; readonly verdict: Extract<Verdict, { state: 'applies' }> }

export function chooseOption(of: EngagementCase, facts: EngagementFacts): Choice {
  return choiceOf(of, judged(of, facts)).choice
}

export function askGuide(of: EngagementCase, facts: EngagementFacts): GuideAnswer {
  const all = judged(of, facts)
  const { choice, bars } = choiceOf(of, all)
  const applying = all.filter(isApplying)
  const measures = applying.flatMap(({ rule, verdict }) =>
    rule.id === choice.rule || verdict.answer.options.length === 0 || (verdict.answer.bars?.length ?? 0) > 0
      ? verdict.answer.measures
      : [],
  )
  if (!choice.isAdvised) measures.push('find-out')
  return {
    ...choice,
    applied: applying.map(({ rule, verdict: { answer } }) => ({
      rule: rule.id,
      number: rule.number,
      options: answer.options,
      reason: answer.reason,
      wins: rule.id === choice.rule,
      bars: answer.bars ?? [],
    })),
    open: all.flatMap(({ rule, verdict }) =>
      verdict.state === 'unknown'
        ? [{ rule: rule.id, number: rule.number, missing: distinct(verdict.missing), option: rule.offers[0] ?? null }]
        : [],
    ),
    measures: distinct(measures),
    rejected: rejectedOf(all, choice, bars),
    deciding: distinct(applying.flatMap(({ verdict }) => verdict.answer.asked ?? [])),
    asked: distinct(
      all.flatMap(({ rule, verdict }) => [
        ...rule.needs.flatMap(({ facts: names }) => names),
        ...(verdict.state === 'applies' ? (verdict.answer.asked ?? []) : []),
      ]),
    ),
  }
}

/** Answers again what was asked before: of thousands of parts most have the same few facts. */
export function guideWithMemory(): typeof askGuide {
  const answers = new Map<string, GuideAnswer>()
  return (of, facts) => {
    const key = [of, ...factNames.map((name) => memoryKey(name, facts))].join('|')
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = askGuide(of, facts)
    answers.set(key, answer)
    return answer
  }
}

/** No rule asks more of criticality than its level. */
function memoryKey(name: FactName, facts: EngagementFacts): string {
  const figure = facts[name]
  if (!figure.known) return ''
  return name === 'criticality' ? criticalityLevel(Number(figure.value)) : String(figure.value)
}

function judged(of: EngagementCase, facts: EngagementFacts): readonly Judged[] {
  return rulesOf[of].map((rule) => ({ rule, verdict: judge(rule, facts) }))
}

/** Option → the rule that bars it. */
type Bars = ReadonlyMap<EngagementOption, EngagementRuleId>

function choiceOf(of: EngagementCase, all: readonly Judged[]): { readonly choice: Choice; readonly bars: Bars } {
  const applying = all.filter(isApplying)
  const bars = new Map<EngagementOption, EngagementRuleId>()
  for (const { rule, verdict } of applying)
    for (const option of verdict.answer.bars ?? []) if (!bars.has(option)) bars.set(option, rule.id)
  for (const { rule, verdict } of applying) {
    // A rule whose first choice is barred is passed over: its second choice was not meant for that.
    const option = verdict.answer.options[0]
    if (option !== undefined && !bars.has(option))
      return { choice: { option, rule: rule.id, reason: verdict.answer.reason, isAdvised: true }, bars }
  }
  const isAdvised = of !== 'new' && all.every(({ verdict }) => verdict.state !== 'unknown')
  const reason = of === 'new' ? 'search-first' : isAdvised ? 'nothing-else-applies' : 'not-enough-known'
  return { choice: { option: otherwise[of], rule: null, reason, isAdvised }, bars }
}

/**
 * Two at least: what other rules that hold offer, then the second choice, then what an open rule could lead to, then what
 * rules offer that do not hold.
 */
function rejectedOf(all: readonly Judged[], choice: Choice, bars: Bars): readonly Omit<RejectedOption, 'cost'>[] {
  const rejected = new Map<EngagementOption, Omit<RejectedOption, 'cost'>>()
  const reject = (option: EngagementOption, why: RejectedOption['why']): void => {
    if (option === choice.option || rejected.has(option)) return
    const barredBy = bars.get(option)
    rejected.set(option, {
      option,
      why: barredBy === undefined || why.code === 'not-met' ? why : { code: 'barred', rule: barredBy },
    })
  }
  for (const { rule, verdict } of all.filter(isApplying))
    if (choice.rule !== null && rule.id !== choice.rule)
      for (const option of verdict.answer.options.slice(0, 1))
        reject(option, { code: 'outranked', rule: rule.id, by: choice.rule })
  for (const { rule, verdict } of all.filter(isApplying))
    for (const option of verdict.answer.options)
      if (rule.id === choice.rule) reject(option, { code: 'second', rule: rule.id })
  // That its license might be refused is said among the open rules; as a reason against leaving it alone it says nothing.
  const others = all.filter(({ rule }) => rule.id !== 'license-refused')
  for (const { rule, verdict } of others)
    if (verdict.state === 'unknown')
      for (const option of rule.offers.slice(0, 1))
        reject(option, { code: 'open', rule: rule.id, facts: distinct(verdict.missing) })
  for (const { rule, verdict } of others)
    if (verdict.state === 'not-met')
      for (const option of rule.offers)
        reject(option, { code: 'not-met', rule: rule.id, facts: distinct(verdict.facts) })
  for (const { rule, verdict } of others)
    if (verdict.state === 'unknown')
      for (const option of rule.offers)
        reject(option, { code: 'open', rule: rule.id, facts: distinct(verdict.missing) })
  return [...rejected.values()]
}

function isApplying(one: Judged): one is Applying {
  return one.verdict.state === 'applies'
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
