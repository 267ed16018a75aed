import type { DocumentPart } from '#domain/part.ts'
import type { LossList } from './loss-list.ts'
import { isAbsentLicense, isListedLicense, type Statement } from './statement.ts'

type Choice =
  | { readonly license: { readonly id: string } | { readonly name: string } }
  | { readonly expression: string; readonly acknowledgement?: string }

/**
 * Declared and concluded statements as `licenses` with an acknowledgement, found ones as `evidence.licenses`. Version 1.6
 * allows an expression only as the single entry of its list; beside others it becomes a name.
 */
export function licenseFields(
  part: DocumentPart,
  statements: readonly Statement[],
  mixesExpressions: boolean,
  lost: LossList,
): { readonly licenses: readonly Choice[]; readonly evidence: readonly Choice[] } {
  const stated = statements.filter(({ basis }) => basis !== 'found')
  const found = statements.filter(({ basis }) => basis === 'found')
  return { licenses: list(stated), evidence: list(found) }

  function list(statements: readonly Statement[]): readonly Choice[] {
    const allowsExpressions = mixesExpressions || statements.length === 1
    return statements.map((statement) => {
      if (!isExpression(statement)) return choice(statement, false)
      if (!allowsExpressions) lost.add(part.at, 'license-expression', statement.text)
      return choice(statement, allowsExpressions)
    })
  }
}

function isExpression({ expression }: Statement): boolean {
  return expression !== null && !isAbsentLicense(expression) && !isListedLicense(expression)
}

function choice(statement: Statement, asExpression: boolean): Choice {
  const { basis, text, expression } = statement
  const acknowledgement = basis === 'found' ? {} : { acknowledgement: basis }
  if (expression !== null && asExpression) return { expression, ...acknowledgement }
  const license = expression !== null && isListedLicense(expression) ? { id: expression } : { name: expression ?? text }
  return { license: { ...license, ...acknowledgement } }
}
