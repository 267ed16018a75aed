/**
 * The contract of a health indicator: one question about a project or package that facts can answer with yes or no, or
 * leave open. One file per indicator in `indicators/`; the file name is the id.
 */

import type { IndicatorId } from '#domain/assessment/health.ts'
import type { UnknownReason } from '#domain/figure.ts'
import type { FactKey, SubjectDays, SubjectFacts } from './subject.ts'

export type Finding =
  /** `value`: what was found, in numbers, days and names alone. */
  | { readonly answer: 'passed' | 'failed'; readonly value: string }
  | { readonly answer: 'unknown'; readonly why: UnknownReason }

export type Indicator = {
  readonly id: IndicatorId
  /** Rises when the same facts may get another answer. */
  readonly version: number
  readonly label: string
  readonly question: string
  /** What follows when the answer is no. */
  readonly why: string
  /** What the organization can do about it. */
  readonly remedy: string
  /** Our own proposal; the organization may set another. */
  readonly weight: number
  readonly source: string
  /** The facts it reads. Without any of them the answer is unknown, and no other fact changes it. */
  readonly needs: readonly [FactKey, ...FactKey[]]
  readonly assess: (facts: SubjectFacts, days: SubjectDays) => Finding
}

export function defineIndicator(indicator: Indicator): Indicator {
  return indicator
}

export function answer(isPassed: boolean, value: string): Finding {
  return { answer: isPassed ? 'passed' : 'failed', value }
}

const unknowns: Readonly<Record<UnknownReason, Finding>> = {
  failed: { answer: 'unknown', why: 'failed' },
  withheld: { answer: 'unknown', why: 'withheld' },
  'not-collected': { answer: 'unknown', why: 'not-collected' },
  'not-applicable': { answer: 'unknown', why: 'not-applicable' },
}

export function open(why: UnknownReason): Finding {
  return unknowns[why]
}

/** Asks; an indicator none of whose facts is known is not asked. */
export function assessIndicator({ needs, assess }: Indicator, facts: SubjectFacts, days: SubjectDays): Finding {
  for (const key of needs) if (facts[key] !== undefined && facts[key] !== null) return assess(facts, days)
  return unknowns['not-collected']
}

/** A share in whole percent: the value of many answers. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
