/**
 * License fields of SPDX 2.3: one expression each for what was declared and what was concluded. What is no expression is
 * named by a `LicenseRef-` and kept word for word beside the packages (clause 10).
 */

import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { DocumentPart } from '#domain/part.ts'
import type { LossList } from './loss-list.ts'
import { Names } from './names.ts'
import { Statements, type Statement } from './statement.ts'

type Extracted = { readonly licenseId: string; readonly extractedText: string; readonly name?: string }

export class Spdx2Licenses {
  private readonly lost: LossList
  private readonly statements: Statements
  private readonly references = new Map<string, Extracted>()
  private readonly names: Names
  private readonly isWritable = new Map<string, boolean>()

  constructor(parts: readonly DocumentPart[], lost: LossList) {
    this.lost = lost
    this.statements = new Statements(lost)
    this.names = new Names(referencesIn(parts))
  }

  of(part: DocumentPart): {
    readonly declared: string
    readonly concluded: string
    readonly comment: string | undefined
  } {
    const statements = this.statements.of(part)
    if (statements.length === 0) return { declared: 'NOASSERTION', concluded: 'NOASSERTION', comment: undefined }
    // Found licenses have a field that is only allowed where the files themselves were analyzed.
    const found = statements.filter(({ basis }) => basis === 'found').map(({ text, expression }) => expression ?? text)
    for (const text of found) this.lost.add(part.at, 'license-found', text)
    return {
      declared: this.joined(part, statements, 'declared'),
      concluded: this.joined(part, statements, 'concluded'),
      comment: found.length === 0 ? undefined : `Found in files: ${found.join('; ')}`,
    }
  }

  /** The definition of every reference in use, by name. */
  extracted(): readonly Extracted[] {
    return [...this.references.values()].sort((a, b) =>
      a.licenseId < b.licenseId ? -1 : a.licenseId > b.licenseId ? 1 : 0,
    )
  }

  private joined(part: DocumentPart, statements: readonly Statement[], basis: Statement['basis']): string {
    const expressions = statements
      .filter((statement) => statement.basis === basis && statement.expression !== 'NOASSERTION')
      .map((statement) => this.expression(part, statement))
    const [first] = expressions
    if (first === undefined) return 'NOASSERTION'
    if (expressions.length === 1) return first
    this.lost.add(part.at, 'license-list', expressions.join('; '))
    // NONE stands alone: a license beside it is the stronger statement.
    const licenses = expressions.filter((text) => text !== 'NONE')
    return licenses.map((text) => (licenses.length > 1 && text.includes(' OR ') ? `(${text})` : text)).join(' AND ')
  }

  private expression(part: DocumentPart, { text, expression }: Statement): string {
    if (expression !== null && this.canBeWritten(expression)) return expression
    const reference = this.names.of('LicenseRef-', expression ?? text)
    if (!this.references.has(reference))
      this.references.set(reference, { licenseId: reference, extractedText: text, name: text.slice(0, longestName) })
    this.lost.add(part.at, 'license-reference', text)
    return reference
  }

  /** References to other documents, to additions, and NONE among licenses are not in the grammar of 2.3, or lead nowhere. */
  private canBeWritten(expression: string): boolean {
    let known = this.isWritable.get(expression)
    if (known === undefined) {
      known = !/DocumentRef-|AdditionRef-|\b(?:NONE|NOASSERTION)\b(?!$)|. NONE$|. NOASSERTION$/.test(expression)
      this.isWritable.set(expression, known)
      if (known && expression.includes('LicenseRef-')) this.defineReferences(expression)
    }
    return known
  }

  private defineReferences(expression: string): void {
    const parsed = parseLicenseExpression(expression)
    for (const id of parsed.ok ? parsed.ids : []) {
      if (!id.startsWith('LicenseRef-') || this.references.has(id)) continue
      this.references.set(id, { licenseId: id, extractedText: 'NOASSERTION' })
      this.lost.add('', 'license-text', id)
    }
  }
}

const longestName = 200

function* referencesIn(parts: readonly DocumentPart[]): Iterable<string> {
  for (const { licenses } of parts)
    for (const { text } of licenses)
      if (text.includes('LicenseRef-')) yield* text.match(/LicenseRef-[A-Za-z0-9.-]+/g) ?? []
}
