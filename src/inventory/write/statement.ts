/** License statements as targets want them: an expression where the text is one, free text otherwise. */

import { parseLicenseExpression } from '#domain/license-expression.ts'
import { licenseIds } from '#domain/license-ids.generated.ts'
import type { DocumentPart, LicenseStatement } from '#domain/part.ts'
import type { LossList } from './loss-list.ts'

export type Statement = {
  readonly basis: LicenseStatement['basis']
  readonly text: string
  /** Canonical; null for free text. */
  readonly expression: string | null
}

/** Parses each text once. */
export class Statements {
  private readonly lost: LossList
  private readonly canonical = new Map<string, string | null>()

  constructor(lost: LossList) {
    this.lost = lost
  }

  /** The statements of a part, each once, declared before concluded before found. */
  of(part: DocumentPart): readonly Statement[] {
    if (part.licenses.length === 0) return []
    const unique = new Map<string, Statement>()
    for (const license of part.licenses) {
      const { basis, portion } = license
      const text = license.text.trim()
      const parsed = this.parse(text)
      const expression = license.expression ?? parsed
      if (portion !== undefined) this.lost.add(part.at, 'license-portion', `${portion}: ${text}`)
      if (license.expression !== undefined && parsed !== license.expression)
        this.lost.add(part.at, 'license-spelling', text)
      const key = `${basis}\n${expression ?? text}`
      if ((expression ?? text) !== '' && !unique.has(key)) unique.set(key, { basis, text, expression })
    }
    return unique.size < 2 ? [...unique.values()] : [...unique.values()].sort(inOrder)
  }

  private parse(text: string): string | null {
    let canonical = this.canonical.get(text)
    if (canonical === undefined) {
      const parsed = parseLicenseExpression(text)
      canonical = parsed.ok ? parsed.canonical : null
      this.canonical.set(text, canonical)
    }
    return canonical
  }
}

const listed: ReadonlySet<string> = new Set(licenseIds)

/** Whether an expression is one identifier of the SPDX license list and nothing else. */
export function isListedLicense(expression: string): boolean {
  return listed.has(expression)
}

/** Words that stand where a license could and are none. */
export function isAbsentLicense(expression: string): boolean {
  return expression === 'NONE' || expression === 'NOASSERTION'
}

const bases: readonly LicenseStatement['basis'][] = ['declared', 'concluded', 'found']

function inOrder(a: Statement, b: Statement): number {
  const [left, right] = [a.expression ?? a.text, b.expression ?? b.text]
  return bases.indexOf(a.basis) - bases.indexOf(b.basis) || (left < right ? -1 : left > right ? 1 : 0)
}
