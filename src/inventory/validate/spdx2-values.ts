/** Values of SPDX 2 fields. Source: the SPDX specification 2.3, "format" rows of clauses 6 to 12. */

import { parseLicenseExpression } from '#domain/license-expression.ts'
import { quoted } from './validation.ts'

/** What values may refer to. */
export type Known = {
  readonly elements: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
  readonly licenses: ReadonlySet<string>
}

export type Value = {
  readonly type: 'string' | 'boolean' | 'integer'
  /** What is wrong with the text; undefined when nothing is. */
  readonly fault: (text: string, known: Known) => string | undefined
}

function texts(fault: Value['fault']): Value {
  return { type: 'string', fault }
}

function matching(pattern: RegExp, meaning: string): Value {
  return texts((text) => (pattern.test(text) ? undefined : `${quoted(text)} is not ${meaning}`))
}

export const boolean: Value = { type: 'boolean', fault: () => undefined }
export const integer: Value = { type: 'integer', fault: () => undefined }
export const anyText: Value = texts(() => undefined)

export function enumeration(allowed: readonly string[]): Value {
  const known = new Set(allowed)
  const list = allowed.length > 15 ? 'a value that the specification lists' : `one of ${allowed.join(', ')}`
  return texts((text) => (known.has(text) ? undefined : `${quoted(text)} is not ${list}`))
}

const idText = /^SPDXRef-[A-Za-z0-9.-]+$/
const documentText = /^DocumentRef-[A-Za-z0-9.+-]+$/

export const ownId = matching(idText, 'an identifier: "SPDXRef-" and letters, digits, "." or "-"')
export const documentReference = matching(documentText, '"DocumentRef-" and letters, digits, ".", "-" or "+"')
export const licenseReference = matching(/^LicenseRef-[A-Za-z0-9.-]+$/, '"LicenseRef-" and letters, digits, "." or "-"')
export const sha1 = matching(/^[0-9a-f]{40}$/, '40 lowercase hexadecimal digits')
export const licenseListVersion = matching(/^\d+\.\d+(?:\.\d+)?$/, 'a version M.N of the license list')
export const actor = matching(/^(?:Person|Organization|Tool):\s*\S/, '"Person:", "Organization:" or "Tool:" and a name')
export const actorOrNone = matching(
  /^(?:NOASSERTION$|(?:Person|Organization):\s*\S)/,
  'NOASSERTION, or "Person:" or "Organization:" and a name',
)

export const element = texts((text, known) => elementFault(text, known))
export const elementOrNone = texts((text, known) =>
  text === 'NONE' || text === 'NOASSERTION' ? undefined : elementFault(text, known),
)

function elementFault(text: string, { elements, documents }: Known): string | undefined {
  const [first = '', second, ...more] = text.split(':')
  if (second === undefined) {
    if (!idText.test(first)) return `${quoted(text)} is no element identifier`
    return elements.has(first) ? undefined : `${quoted(text)} is not in the document`
  }
  if (more.length > 0 || !documentText.test(first) || !idText.test(second))
    return `${quoted(text)} is no element identifier`
  return documents.has(first) ? undefined : `${quoted(first)} is not among the external documents`
}

export const created = texts((text) =>
  isMoment(text) ? undefined : `${quoted(text)} is no moment YYYY-MM-DDThh:mm:ssZ`,
)

/** `YYYY-MM-DDThh:mm:ssZ`, a moment that exists. */
export function isMoment(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return false
  const moment = new Date(text)
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text.replace('Z', '.000Z')
}

const uri = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/

export function isUri(text: string): boolean {
  return uri.test(text)
}

export const absoluteUri = texts((text) =>
  isUri(text) && !text.includes('#') ? undefined : `${quoted(text)} is no absolute URI without "#"`,
)
export const locationOrNone = texts((text) =>
  isNothing(text) || isUri(text) ? undefined : `${quoted(text)} is no URL, NONE or NOASSERTION`,
)
export const downloadLocation = texts((text) =>
  isNothing(text) || isUri(text) || /^(?:git|hg|svn|bzr)\+[^\s@]+@[^\s:]+:\S+$/.test(text)
    ? undefined
    : `${quoted(text)} is no URL, version control location, NONE or NOASSERTION`,
)

function isNothing(text: string): boolean {
  return text === 'NONE' || text === 'NOASSERTION'
}

export const licenseExpression = texts((text, known) => {
  const parsed = parseLicenseExpression(text)
  if (!parsed.ok) return `${quoted(text)} is no license expression: ${parsed.message}`
  for (const id of parsed.ids) {
    const [document, license] = id.includes(':') ? id.split(':') : [undefined, id]
    if (document !== undefined && !known.documents.has(document))
      return `${quoted(document)} is not among the external documents`
    if (
      license !== undefined &&
      license.startsWith('LicenseRef-') &&
      document === undefined &&
      !known.licenses.has(license)
    )
      return `${quoted(license)} is not among the extracted licenses`
  }
  return undefined
})

/** Hexadecimal digits of each algorithm; BLAKE3 and MD6 have a size of choice. */
const digits: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ADLER32', [8, 8]],
  ['BLAKE2b-256', [64, 64]],
  ['BLAKE2b-384', [96, 96]],
  ['BLAKE2b-512', [128, 128]],
  ['BLAKE3', [64, 1 << 20]],
  ['MD2', [32, 32]],
  ['MD4', [32, 32]],
  ['MD5', [32, 32]],
  ['MD6', [1, 128]],
  ['SHA1', [40, 40]],
  ['SHA224', [56, 56]],
  ['SHA256', [64, 64]],
  ['SHA384', [96, 96]],
  ['SHA512', [128, 128]],
  ['SHA3-256', [64, 64]],
  ['SHA3-384', [96, 96]],
  ['SHA3-512', [128, 128]],
])

export const checksumAlgorithms: readonly string[] = [...digits.keys()]

/** Algorithms that SPDX 2.3 added. */
export const newerAlgorithms: ReadonlySet<string> = new Set([
  'ADLER32',
  'BLAKE2b-256',
  'BLAKE2b-384',
  'BLAKE2b-512',
  'BLAKE3',
  'SHA3-256',
  'SHA3-384',
  'SHA3-512',
])

export function checksumFault(algorithm: string, value: string): string | undefined {
  const length = digits.get(algorithm)
  if (length === undefined || (/^[0-9a-f]*$/.test(value) && value.length >= length[0] && value.length <= length[1]))
    return undefined
  const [least, most] = length
  return `${quoted(value)} is not ${least === most ? least : `${least} or more`} lowercase hexadecimal digits, as ${algorithm} has`
}
