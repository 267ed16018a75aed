/** Fields that every SBOM format has in its own dress: package URLs, licenses, hashes, addresses. */

import type { Hash, LicenseStatement } from '#domain/part.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { Purl } from '#domain/purl.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import type { DocumentDraft } from './document-draft.ts'

/** Reads fields of one document; the same license text or hash name is looked at once. */
export class PartFields {
  private readonly draft: DocumentDraft
  private readonly expressions = new Map<string, string | null>()
  private readonly algorithms = new Map<string, { readonly name: string; readonly digits: number | undefined }>()

  constructor(draft: DocumentDraft) {
    this.draft = draft
  }

  /** The canonical package URL, or null with an issue when the text is none. */
  purl(text: string, where: string): { readonly canonical: string; readonly purl: Purl } | null {
    const parsed = parsePurl(text.trim())
    if (parsed.ok) return parsed
    this.draft.odd('invalid-purl', where, text)
    return null
  }

  /**
   * @param mustParse the format says that the text is an expression or a listed identifier, so that anything else is odd
   */
  license(basis: LicenseStatement['basis'], text: string, where: string, mustParse: boolean): LicenseStatement {
    let canonical = this.expressions.get(text)
    if (canonical === undefined) {
      const parsed = parseLicenseExpression(text)
      canonical = parsed.ok ? parsed.canonical : null
      this.expressions.set(text, canonical)
    }
    if (canonical === null && mustParse) this.draft.odd('invalid-license', where, text)
    return canonical === null ? { basis, text } : { basis, text, expression: canonical }
  }

  /** The hash under its common name, such as `SHA-256`; kept also when its length is not that of its algorithm. */
  hash(algorithm: string, value: string, where: string): Hash {
    let known = this.algorithms.get(algorithm)
    if (known === undefined) {
      const name = commonName(algorithm)
      known = { name, digits: hexDigits.get(name) }
      this.algorithms.set(algorithm, known)
    }
    const digits = value.trim().toLowerCase()
    if (known.digits !== undefined && (digits.length !== known.digits || !/^[0-9a-f]*$/.test(digits))) {
      this.draft.odd('invalid-hash', where, value)
    }
    return { algorithm: known.name, value: digits }
  }

  /** Notes what an entry without package URL or version cannot be used for, and where the two disagree. */
  checkIdentity(name: string, version: string | null, purl: Purl | null, where: string): void {
    if (version === null) this.draft.odd('part-without-version', where, name)
    if (purl === null) {
      this.draft.odd('part-without-purl', where, name)
      return
    }
    const isOtherVersion = purl.version !== null && version !== null && !sameVersion(purl.version, version)
    const isOtherName = !plain(name).includes(plain(purl.name))
    if (isOtherVersion || isOtherName) this.draft.odd('purl-disagrees', where, `${name} ${version ?? ''}`)
  }
}

/** `v1.2.3` and `1.2.3` are written for one another; an epoch or a distribution's release is left out by some tools. */
function sameVersion(ofPurl: string, stated: string): boolean {
  return ofPurl === stated || bare(ofPurl) === bare(stated) || bare(ofPurl).startsWith(`${bare(stated)}-`)
}

function bare(version: string): string {
  return version.replace(/^v(?=\d)/, '').replace(/^\d+:/, '')
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Length in hexadecimal digits; MD6 and BLAKE3 have no fixed one. */
const hexDigits: ReadonlyMap<string, number> = new Map([
  ['MD2', 32],
  ['MD4', 32],
  ['MD5', 32],
  ['SHA-1', 40],
  ['SHA-224', 56],
  ['SHA-256', 64],
  ['SHA-384', 96],
  ['SHA-512', 128],
  ['SHA3-224', 56],
  ['SHA3-256', 64],
  ['SHA3-384', 96],
  ['SHA3-512', 128],
  ['BLAKE2b-256', 64],
  ['BLAKE2b-384', 96],
  ['BLAKE2b-512', 128],
  ['Streebog-256', 64],
  ['Streebog-512', 128],
  ['ADLER32', 8],
])
/** Their digests have no fixed length. */
const ofAnyLength = ['BLAKE3', 'MD6']
const commonNames = new Map([...hexDigits.keys(), ...ofAnyLength].map((name) => [plain(name), name]))

/** SPDX writes `SHA256` and `blake2b256`, CycloneDX `SHA-256` and `BLAKE2b-256`. */
function commonName(algorithm: string): string {
  return commonNames.get(plain(algorithm)) ?? algorithm
}
