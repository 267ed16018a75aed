/**
 * Text as both engines can keep it. PostgreSQL refuses U+0000 and both lose lone surrogates, yet names from foreign
 * files contain them. The driver escapes such characters on the way in and restores them on the way out, so that what
 * was saved is what is loaded; ordinary text is stored as it is.
 */

import { createHash } from 'node:crypto'

/** U+001A SUBSTITUTE followed by four hexadecimal digits stands for one UTF-16 unit. */
const escapeMark = '\u001a'
// oxlint-disable-next-line no-control-regex -- these characters are the subject
const needsEscape = /[\u0000\u001a]|\p{Surrogate}/gu
// oxlint-disable-next-line no-control-regex -- as above
const escaped = /\u001a([0-9a-f]{4})/g

export function escapeText(text: string): string {
  if (text.isWellFormed() && !text.includes('\0') && !text.includes(escapeMark)) return text
  return text.replace(needsEscape, (unit) => escapeMark + unit.charCodeAt(0).toString(16).padStart(4, '0'))
}

export function unescapeText(text: string): string {
  if (!text.includes(escapeMark)) return text
  return text.replace(escaped, (_, hexadecimal: string) => String.fromCharCode(Number.parseInt(hexadecimal, 16)))
}

/**
 * A value for an indexed column. PostgreSQL's B-tree takes rows of up to 2,704 bytes, and foreign names are longer now
 * and then: those keep their first 400 characters, so that prefixes and order still work, and a hash of the whole.
 */
export function indexable(text: string): string {
  return text.length <= 500 ? text : `${text.slice(0, 400)}#${sha256(text)}`
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** The hash of a value's JSON, which may be longer than a string can be. */
export function sha256OfJson(value: unknown): string {
  const hash = createHash('sha256')
  for (const piece of jsonPieces(value)) hash.update(piece)
  return hash.digest('hex')
}

const atOnce = 1000
/** Long lists lie no deeper in what is kept: a list of documents, a document, what was read of it, its parts. */
const deepestList = 4

function* jsonPieces(value: unknown, depth = 0): Generator<string> {
  if (Array.isArray(value) && value.length > atOnce) {
    for (let start = 0; start < value.length; start += atOnce)
      yield `${start === 0 ? '[' : ','}${JSON.stringify(value.slice(start, start + atOnce)).slice(1, -1)}`
    yield ']'
  } else if (typeof value !== 'object' || value === null || depth >= deepestList) {
    yield JSON.stringify(value) ?? 'null'
  } else if (Array.isArray(value)) {
    for (const [at, element] of value.entries()) {
      yield at === 0 ? '[' : ','
      yield* jsonPieces(element, depth + 1)
    }
    yield value.length === 0 ? '[]' : ']'
  } else {
    let separator = '{'
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue
      yield `${separator}${JSON.stringify(key)}:`
      yield* jsonPieces(member, depth + 1)
      separator = ','
    }
    yield separator === '{' ? '{}' : '}'
  }
}
