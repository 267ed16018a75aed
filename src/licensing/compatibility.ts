/** Compatibility of two expressions: from an installed matrix where it has both licenses, else by our own rules. */

import type { Compatibility, LicenseMatrix } from '#domain/license-matrix.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import { compatibilityByRules } from './compat-rules.ts'
import type { LicenseIndex } from './facts.ts'
import { presentTerm } from './license-list.ts'

export type CompatibilityAnswer = {
  readonly answer: Compatibility
  /** Where the answer comes from: the matrix with its day, `headwater rules`, or both. */
  readonly source: string
}

export const ownRules = 'headwater rules'

/**
 * @param outbound expression under which the whole is handed on; all of its licenses must allow the inbound material
 * @param inbound expression of the material; of its choices the best one counts
 * Undefined when one of them is no license expression.
 */
export function compatibility(
  index: LicenseIndex,
  matrix: LicenseMatrix | undefined,
  outbound: string,
  inbound: string,
): CompatibilityAnswer | undefined {
  // The matrix has names that are no listed identifiers, so that it is asked before anything is parsed.
  const whole = fromMatrix(matrix, outbound, inbound)
  if (whole !== undefined) return whole
  const [out, into] = [parseLicenseExpression(outbound), parseLicenseExpression(inbound)]
  if (!out.ok || !into.ok) return undefined
  if (out.canonical === into.canonical) return { answer: 'Same', source: ownRules }
  if (out.choices === null || into.choices === null) return { answer: 'Unknown', source: ownRules }
  const outTerms = [...new Set(out.choices.flat())]
  const answers = into.choices.map((set) =>
    worst(set.flatMap((term) => outTerms.map((outTerm) => ofTerms(index, matrix, outTerm, term)))),
  )
  return best(answers)
}

function ofTerms(
  index: LicenseIndex,
  matrix: LicenseMatrix | undefined,
  outbound: string,
  inbound: string,
): CompatibilityAnswer {
  return (
    fromMatrix(matrix, outbound, inbound) ??
    fromMatrix(matrix, presentTerm(outbound), presentTerm(inbound)) ?? {
      answer: compatibilityByRules(index, outbound, inbound),
      source: ownRules,
    }
  )
}

function fromMatrix(
  matrix: LicenseMatrix | undefined,
  outbound: string,
  inbound: string,
): CompatibilityAnswer | undefined {
  const answer = matrix?.answers.get(outbound)?.get(inbound)
  return matrix === undefined || answer === undefined ? undefined : { answer, source: matrix.source }
}

/** From what allows most to what allows least. */
const order: readonly Compatibility[] = ['Same', 'Yes', 'Check dependency', 'Unknown', 'No']

/** All must hold; `Same` stays only where every license is the same. */
function worst(answers: readonly CompatibilityAnswer[]): CompatibilityAnswer {
  const answer = order.findLast((each) => answers.some((one) => one.answer === each)) ?? 'Unknown'
  return { answer, source: sourcesOf(answers.filter((one) => one.answer === answer)) }
}

function best(answers: readonly CompatibilityAnswer[]): CompatibilityAnswer {
  const answer = order.find((each) => answers.some((one) => one.answer === each)) ?? 'Unknown'
  return { answer, source: sourcesOf(answers.filter((one) => one.answer === answer)) }
}

function sourcesOf(answers: readonly CompatibilityAnswer[]): string {
  return [...new Set(answers.map(({ source }) => source))].sort().join(', ') || ownRules
}
