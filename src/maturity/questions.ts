/** Which questions are worth asking: those whose indicators nothing speaks about. */

import type { MaturityAssessment } from '#domain/assessment/maturity.ts'
import type { MaturityQuestion } from '#domain/maturity-model.ts'
import type { UnitId } from '#domain/organization.ts'
import { answersIn } from './answers.ts'
import type { MaturityEvidence } from './evidence.ts'
import { scopesOf } from './scope.ts'

/**
 * Questions about practice, where at least one of their indicators is unknown for the unit; questions about culture, where
 * nobody answered. An answer that counts is not asked for again; "do not know" is no answer.
 */
export function openQuestions(
  evidence: MaturityEvidence,
  { units }: MaturityAssessment,
  unit: UnitId | null,
): readonly MaturityQuestion[] {
  const scope = scopesOf(evidence.portfolio.organization).find((one) => one.unit === unit)
  const states = new Map(
    units.find((one) => one.unit === unit)?.indicators.map(({ indicator, state }) => [indicator, state]),
  )
  if (scope === undefined) return []
  return evidence.model.questions.filter((question) => {
    const isAnswered = answersIn(evidence, scope, question.id).some(({ answer }) => answer !== 'do-not-know')
    const isMissing =
      question.indicators.length === 0 || question.indicators.some((indicator) => states.get(indicator) === 'unknown')
    return isMissing && !isAnswered
  })
}
