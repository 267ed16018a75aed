/** Licenses of SPDX 3: an element each, and relationships from the packages to them. */

import type { DocumentPart } from '#domain/part.ts'
import type { LossList } from './loss-list.ts'
import type { Names } from './names.ts'
import { Statements, type Statement } from './statement.ts'

type Element = Record<string, unknown> & { readonly spdxId: string }

const relationships = [
  ['declared', 'hasDeclaredLicense'],
  ['concluded', 'hasConcludedLicense'],
] as const

export class Spdx3Licenses {
  private readonly space: { readonly prefix: string; readonly names: Names }
  private readonly creationInfo: string
  private readonly lost: LossList
  private readonly statements: Statements
  private readonly written = new Map<string, Element>()
  private hasCustomLicense = false

  constructor(space: { readonly prefix: string; readonly names: Names }, creationInfo: string, lost: LossList) {
    this.space = space
    this.creationInfo = creationInfo
    this.lost = lost
    this.statements = new Statements(lost)
  }

  /** Relationships that the part's statements need: their type and what they lead to. */
  of(part: DocumentPart): readonly (readonly [type: string, to: readonly string[]])[] {
    const statements = this.statements.of(part)
    if (statements.length === 0) return []
    for (const { basis, text, expression } of statements)
      if (basis === 'found') this.lost.add(part.at, 'license-found', expression ?? text)
    return relationships.flatMap(([basis, type]) => {
      const to = statements
        .filter((statement) => statement.basis === basis && statement.expression !== 'NOASSERTION')
        .map((statement) => this.element(statement))
      return to.length === 0 ? [] : [[type, to] as const]
    })
  }

  elements(): readonly Element[] {
    return [...this.written.values()]
  }

  moreProfiles(): readonly string[] {
    return this.hasCustomLicense ? ['expandedLicensing'] : []
  }

  private element({ text, expression }: Statement): string {
    if (expression === 'NONE') return 'expandedlicensing_NoneLicense'
    const key = expression ?? `\n${text}`
    const known = this.written.get(key)
    if (known !== undefined) return known.spdxId
    const spdxId = `${this.space.prefix}${this.space.names.unused('license-', expression ?? text)}`
    const { creationInfo } = this
    if (expression === null) {
      this.hasCustomLicense = true
      this.written.set(key, {
        type: 'expandedlicensing_CustomLicense',
        spdxId,
        creationInfo,
        name: text,
        simplelicensing_licenseText: text,
      })
    } else {
      for (const id of expression.match(/LicenseRef-[A-Za-z0-9.-]+/g) ?? []) this.lost.add('', 'license-text', id)
      this.written.set(key, {
        type: 'simplelicensing_LicenseExpression',
        spdxId,
        creationInfo,
        simplelicensing_licenseExpression: expression,
      })
    }
    return spdxId
  }
}
