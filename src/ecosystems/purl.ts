/**
 * Package URLs (ECMA-427): parse, build, validate. Percent-encoding, case and required fields follow the rules that each
 * type states in `types/`; a type without a file there follows the general grammar alone.
 */

import type { Purl } from '#domain/purl.ts'
import { parseCanonicalPurl } from './canonical-purl.ts'
import type { PurlRules } from './ecosystem.ts'
import { applyPurlRules, refuse } from './purl-rules.ts'
import { cleanPath, decode, decodePath, isQualifierKey, isType, writePurl } from './purl-text.ts'
import { ecosystemsByType } from './registry.ts'

export type ParsedPurl =
  | { readonly ok: true; readonly purl: Purl; readonly canonical: string }
  | { readonly ok: false; readonly code: 'invalid-purl'; readonly message: string }

export type BuiltPurl =
  | { readonly ok: true; readonly purl: string }
  | { readonly ok: false; readonly code: 'invalid-purl'; readonly message: string }

export type ValidatedPurl = {
  /** Whether the text is a package URL in canonical form. */
  readonly valid: boolean
  /** `none` for canonical text, `warning` when it can be normalized, `error` when it is no package URL. */
  readonly severity: 'none' | 'warning' | 'error'
  readonly messages: readonly string[]
  /** Also where `parsePurl` refuses but the specification says how to normalize. */
  readonly canonical: string | null
}

const generalRules: PurlRules = { namespace: 'optional' }

/** The fields of a package URL and its canonical form. Understands what is not canonical where the specification does. */
export function parsePurl(text: string): ParsedPurl {
  return parseCanonicalPurl(text) ?? parse(text, false)
}

/** The canonical package URL of the given fields. */
export function buildPurl(purl: Purl): BuiltPurl {
  if (typeof purl.type !== 'string' || !isType(purl.type))
    return refuse('the type is missing or has characters other than letters, digits, "." and "-"')
  if (typeof purl.name !== 'string' || purl.name === '') return refuse('the name is missing')
  let qualifiers: Record<string, string> | null = null
  for (const key of Object.keys(purl.qualifiers ?? {}).toSorted(byFoldedKey)) {
    const value = purl.qualifiers?.[key]
    if (!isQualifierKey(key)) return refuse(`"${key}" is not a qualifier key`)
    if (value === undefined || value === null || value === '') continue
    qualifiers ??= {}
    const folded = key.toLowerCase()
    if (Object.hasOwn(qualifiers, folded)) return refuse(`the qualifier "${folded}" occurs twice`)
    qualifiers[folded] = value
  }
  const ruled = applyPurlRules({
    type: purl.type.toLowerCase(),
    namespace: cleanPath(purl.namespace ?? null, false),
    name: purl.name,
    version: purl.version === '' ? null : (purl.version ?? null),
    qualifiers,
    subpath: cleanPath(purl.subpath ?? null, true),
  })
  return 'ok' in ruled ? ruled : { ok: true, purl: writePurl(ruled) }
}

/** Whether a text is a canonical package URL, and if not, what is odd and how it would be written. */
export function validatePurl(text: string): ValidatedPurl {
  const strict = parse(text, false)
  const parsed = strict.ok ? strict : parse(text, true)
  if (!parsed.ok) return { valid: false, severity: 'error', messages: [parsed.message], canonical: null }
  if (parsed.canonical === text) return { valid: true, severity: 'none', messages: [], canonical: text }
  const message = strict.ok ? 'the package URL is not in canonical form' : strict.message
  return { valid: false, severity: strict.ok ? 'warning' : 'error', messages: [message], canonical: parsed.canonical }
}

/**
 * The package of a canonical package URL: without version, qualifiers and subpath, except the qualifiers that tell packages
 * of the type apart. Text that is not canonical is parsed first; what is no package URL is returned as it is.
 */
export function packageOf(purl: string): string {
  const end = purl.search(/[@?#]/)
  const type = purl.slice(4, purl.indexOf('/', 4))
  const rules = ecosystemsByType.get(type)?.purl ?? generalRules
  const text = end === -1 ? purl : purl.slice(0, end)
  const isPlain =
    rules.identityQualifiers === undefined && canonicalPackage.test(text) && !(folds(rules) && /[A-Z_]/.test(text))
  if (isPlain) return text
  const parsed = parsePurl(purl)
  if (!parsed.ok) return purl
  const kept = rules.identityQualifiers?.filter((key) => parsed.purl.qualifiers?.[key] !== undefined) ?? []
  const qualifiers =
    kept.length === 0 ? null : Object.fromEntries(kept.map((key) => [key, parsed.purl.qualifiers?.[key] ?? '']))
  return writePurl({ ...parsed.purl, version: null, qualifiers, subpath: null })
}

/** An encoded slash may have to move to the namespace. */
const canonicalPackage = /^pkg:[a-z][a-z0-9.-]*(?:\/(?:[\w.~:-]|%(?!2F)[0-9A-F]{2})+)+$/

function folds(rules: PurlRules): boolean {
  return (
    rules.namespaceCase !== undefined ||
    rules.nameCase !== undefined ||
    rules.rewriteName !== undefined ||
    rules.adjust !== undefined
  )
}

function parse(text: string, foldQualifierKeys: boolean): ParsedPurl {
  const colon = text.indexOf(':')
  if (colon === -1 || text.slice(0, colon).toLowerCase() !== 'pkg') return refuse('it does not begin with "pkg:"')
  let end = text.length
  let subpath: string | null = null
  const hash = text.lastIndexOf('#')
  if (hash > colon) {
    const decoded = decodePath(text.slice(hash + 1), true)
    if (decoded === undefined) return refuse('the subpath is not percent-encoded UTF-8')
    subpath = decoded
    end = hash
  }
  let qualifiers: Record<string, string> | null = null
  const question = text.lastIndexOf('?', end - 1)
  if (question > colon) {
    const read = readQualifiers(text.slice(question + 1, end), foldQualifierKeys)
    if (typeof read === 'string') return refuse(read)
    qualifiers = read
    end = question
  }
  let start = colon + 1
  while (text.charCodeAt(start) === 47) start += 1
  const slash = text.indexOf('/', start)
  const type = slash === -1 || slash >= end ? text.slice(start, end) : text.slice(start, slash)
  if (!isType(type)) return refuse('the type is missing or has characters other than letters, digits, "." and "-"')
  if (slash === -1 || slash >= end) return refuse('the name is missing')

  let version: string | null = null
  const at = text.lastIndexOf('@', end - 1)
  // An unencoded "@" at the beginning of a segment other than the last is an npm scope.
  if (at > slash && !(text.charCodeAt(at - 1) === 47 && text.indexOf('/', at) > at && text.indexOf('/', at) < end)) {
    const decoded = decode(text.slice(at + 1, end))
    if (decoded === undefined) return refuse('the version is not percent-encoded UTF-8')
    version = decoded === '' ? null : decoded
    if (text.charCodeAt(at - 1) === 47) return refuse('the name is missing')
    end = at
  }
  while (end > slash && text.charCodeAt(end - 1) === 47) end -= 1
  const nameStart = text.lastIndexOf('/', end - 1) + 1
  const name = decode(text.slice(nameStart, end))
  if (name === undefined) return refuse('the name is not percent-encoded UTF-8')
  if (name === '' || nameStart <= slash) return refuse('the name is missing')
  let namespace: string | null = null
  if (nameStart - 1 > slash) {
    const decoded = decodePath(text.slice(slash + 1, nameStart - 1), false)
    if (decoded === undefined) return refuse('the namespace is not percent-encoded UTF-8')
    namespace = decoded
  }
  const ruled = applyPurlRules({ type: type.toLowerCase(), namespace, name, version, qualifiers, subpath })
  return 'ok' in ruled ? ruled : { ok: true, purl: ruled, canonical: writePurl(ruled) }
}

/** With keys in order, as they are written. */
function readQualifiers(text: string, foldKeys: boolean): Record<string, string> | null | string {
  const pairs: [key: string, value: string][] = []
  let isSorted = true
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const key = equals === -1 ? pair : pair.slice(0, equals)
    // A key is folded to lower case, but has to begin with a small letter: `Arch=` is refused, `repositorY_url=` is not.
    if (!isQualifierKey(key) || (!foldKeys && key.charCodeAt(0) < 97)) return `"${key}" is not a qualifier key`
    const value = equals === -1 ? '' : decode(pair.slice(equals + 1))
    if (value === undefined) return `the qualifier "${key}" is not percent-encoded UTF-8`
    if (value === '') continue
    const folded = key.toLowerCase()
    const previous = pairs.at(-1)
    if (previous !== undefined && previous[0] >= folded) isSorted = false
    pairs.push([folded, value])
  }
  if (pairs.length === 0) return null
  if (!isSorted) pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const qualifiers: Record<string, string> = {}
  let last = ''
  for (const [key, value] of pairs) {
    if (key === last) return `the qualifier "${key}" occurs twice`
    qualifiers[key] = value
    last = key
  }
  return qualifiers
}

function byFoldedKey(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  return left < right ? -1 : left > right ? 1 : 0
}
