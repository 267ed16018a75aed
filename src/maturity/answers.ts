/** What people answered, as far as it still counts: the weakest evidence, asked only where there is no better. */

import type { IndicatorState } from '#domain/assessment/maturity.ts'
import { lift, observed, unknown, type Figure, type FigureId, type IsoDate, type NamedFigure } from '#domain/figure.ts'
import type { IndicatorDefinition } from '#domain/maturity-model.ts'
import { answerEnd, type AnswerValue, type OfficeAnswer } from '#domain/office.ts'
import type { MaturityEvidence } from './evidence.ts'
import { topUnit, type Scope } from './scope.ts'

/** `methods.md` 8, step 1. */
export const satisfactionOfAnswer: Readonly<Record<Exclude<AnswerValue, 'do-not-know'>, number>> = {
  no: 0,
  sometimes: 0.33,
  usually: 0.67,
  always: 1,
}

/** Answers that mean "usually" or more meet an indicator. Our proposal. */
export const metFrom = satisfactionOfAnswer.usually

export function answerFigureId({ question, unit, by, on }: OfficeAnswer): FigureId {
  return `maturity/answer/${question}/${unit ?? 'organization'}/${by}/${on}`
}

export function answerFigures({ office }: MaturityEvidence): readonly NamedFigure[] {
  return office.answers.map((answer) => ({
    id: answerFigureId(answer),
    figure: observed(answer.answer, answer.evidence, answer.at),
  }))
}

/** Answers to a question that count on the day: of the unit itself, else of the nearest one above. */
export function answersIn(
  { office, portfolio }: MaturityEvidence,
  scope: Scope,
  question: string,
): readonly OfficeAnswer[] {
  const top = topUnit(portfolio.organization)
  const valid = office.answers.filter(
    (answer) => answer.question === question && answer.on <= portfolio.asOf && portfolio.asOf <= answerEnd(answer),
  )
  for (const unit of scope.upward) {
    const own = valid.filter((answer) => (answer.unit === top ? null : answer.unit) === unit)
    if (own.length > 0) return own
  }
  return []
}

export type AnswerVerdict = {
  readonly state: IndicatorState
  readonly value: Figure<number>
  readonly satisfied: number
  readonly on: IsoDate
  readonly validUntil: IsoDate
  /** Of how many roles. */
  readonly roles: number
  /** Greatest difference between answers, 0 to 1. */
  readonly spread: number
  readonly inputs: readonly FigureId[]
}

/** Undefined where nobody answered; "do not know" is no answer. */
export function answerVerdict(
  evidence: MaturityEvidence,
  scope: Scope,
  { id }: IndicatorDefinition,
): AnswerVerdict | undefined {
  const answers = evidence.model.questions
    .filter(({ indicators }) => indicators.includes(id))
    .flatMap((question) => answersIn(evidence, scope, question.id))
    .flatMap((answer) => (answer.answer === 'do-not-know' ? [] : [{ answer, q: satisfactionOfAnswer[answer.answer] }]))
  if (answers.length === 0) return undefined
  const values = answers.map(({ q }) => q)
  const mean = values.reduce((sum, q) => sum + q, 0) / values.length
  const days = answers.map(({ answer }) => answer.on).sort()
  const inputs = answers.map(({ answer }) => answerFigureId(answer))
  const state = mean >= metFrom - 1e-9 ? 'met' : mean > 0 ? 'partly' : 'not-met'
  return {
    state,
    value: lift(mean, { id: 'maturity/answers-given', version: 1 }, inputs),
    satisfied: mean,
    on: days[0] ?? '',
    validUntil: answers.map(({ answer }) => answerEnd(answer)).sort()[0] ?? '',
    roles: new Set(answers.map(({ answer }) => answer.role)).size,
    spread: Math.max(...values) - Math.min(...values),
    inputs,
  }
}

/** The value of an indicator that nothing speaks about. */
export const notAsked = unknown('not-collected')
