/** Rules of CycloneDX that neither of its schemas states, for all of its forms. Source: the CycloneDX specification 1.7. */

import { parsePurl } from '#ecosystems/purl.ts'
import { quoted, type ErrorList } from './validation.ts'

/** "Every bom-ref must be unique within the BOM." */
export class BomReferences {
  private readonly seen = new Set<string>()
  private readonly errors: ErrorList

  constructor(errors: ErrorList) {
    this.errors = errors
  }

  add(reference: string, where: () => string): void {
    if (this.seen.has(reference)) this.errors.add(where(), `bom-ref ${quoted(reference)} is used more than once`)
    else this.seen.add(reference)
  }
}

/**
 * A package URL "must be valid and conform to the specification". Judged by the grammar that all types share: what single
 * types ask for came later than many documents, the examples of CycloneDX among them.
 */
export function checkComponentPurl(purl: string, where: () => string, errors: ErrorList): void {
  if (parsePurl(purl).ok) return
  const parsed = parsePurl(purl.replace(/^(pkg:\/*)[a-z][a-z0-9.-]*(?=\/)/i, '$1generic'))
  if (!parsed.ok) errors.add(where(), `${quoted(purl)} is no package URL: ${parsed.message}`)
}
