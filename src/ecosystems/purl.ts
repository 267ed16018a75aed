/**
 * Package URLs (ECMA-427): parse, build, validate. Percent-encoding, case and required fields follow the rules that each
 * type states in `types/`; a type without a file there follows the general grammar alone.
 */

import type { Purl } from '#domain/purl.ts'
import type { PurlRules } from './ecosystem.ts'
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

type Refused = { readonly ok: false; readonly code: 'invalid-purl'; readonly message: string }

const generalRules: PurlRules = { namespace: 'optional' }

/** The fields of a package URL and its canonical form. Understands what is not canonical where the specification does. */
export function parsePurl(text: string): ParsedPurl {
  return parseCanonical(text) ?? parse(text, false)
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
    qualifiers[folded] = String(value)
  }
  const ruled = applyRules({
    type: purl.type.toLowerCase(),
    namespace: cleanPath(purl.namespace ?? null, false),
    name: purl.name,
    version: purl.version === '' ? null : (purl.version ?? null),
    qualifiers,
    subpath: cleanPath(purl.subpath ?? null, true),
  })
  return 'ok' in ruled ? ruled : { ok: true, purl: write(ruled) }
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
  return write({ ...parsed.purl, version: null, qualifiers, subpath: null })
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
  const ruled = applyRules({ type: type.toLowerCase(), namespace, name, version, qualifiers, subpath })
  return 'ok' in ruled ? ruled : { ok: true, purl: ruled, canonical: write(ruled) }
}

/** Octets that canonical text encodes; a slash stands between segments as it is, and encoded in the rest. */
const octet = '[01][0-9A-F]|2[0-9A-C]|3[B-F]|40|5[B-E]|60|7[B-DF]|[89A-F][0-9A-F]'
const segments = `(?:[\\w.~:-]|%(?:${octet}))+(?:/(?:[\\w.~:-]|%(?:${octet}))+)*`
const value = `(?:[\\w.~:-]|%(?:2F|${octet}))+`
const canonicalText = new RegExp(
  `^pkg:([a-z][a-z0-9.-]*)/(${segments})(?:@(${value}))?(?:\\?([a-z][a-z0-9._-]*=${value}(?:&[a-z][a-z0-9._-]*=${value})*))?$`,
)

/** The quick way for text that is canonical already and has no subpath: nothing is written anew. Undefined for all other. */
function parseCanonical(text: string): ParsedPurl | undefined {
  const match = canonicalText.exec(text)
  if (match === null) return undefined
  const path = decode(match[2] as string)
  const version = match[3] === undefined ? null : decode(match[3])
  const qualifiers = match[4] === undefined ? null : canonicalQualifiers(match[4])
  if (path === undefined || version === undefined || qualifiers === undefined) return undefined
  const slash = path.lastIndexOf('/')
  const namespace = slash === -1 ? null : path.slice(0, slash)
  const name = slash === -1 ? path : path.slice(slash + 1)
  const ruled = applyRules({ type: match[1] as string, namespace, name, version, qualifiers, subpath: null })
  if ('ok' in ruled) return ruled
  const isUnchanged =
    ruled.version === version &&
    ((ruled.name === name && ruled.namespace === namespace) ||
      (ruled.type === 'git' && `${ruled.namespace}/${ruled.name}` === path))
  return { ok: true, purl: ruled, canonical: isUnchanged ? text : write(ruled) }
}

/** Undefined when the keys are not in order, or one occurs twice. */
function canonicalQualifiers(text: string): Record<string, string> | undefined {
  const qualifiers: Record<string, string> = {}
  let last = ''
  let start = 0
  while (start < text.length) {
    const next = text.indexOf('&', start)
    const end = next === -1 ? text.length : next
    const equals = text.indexOf('=', start)
    const key = text.slice(start, equals)
    const decoded = decode(text.slice(equals + 1, end))
    if (decoded === undefined || key <= last) return undefined
    qualifiers[key] = decoded
    last = key
    start = end + 1
  }
  return qualifiers
}

function applyRules(purl: Purl): Purl | Refused {
  const rules = ecosystemsByType.get(purl.type)?.purl
  if (rules === undefined) return purl
  let { namespace, name, version } = purl
  if (rules.slashInName !== undefined && rules.slashInName !== 'part') {
    const path = namespace === null ? name : `${namespace}/${name}`
    if (path.includes('/')) {
      const cut = rules.slashInName === 'path' ? path.indexOf('/') : path.lastIndexOf('/')
      namespace = path.slice(0, cut)
      name = path.slice(cut + 1)
      if (namespace === '' || name === '') return refuse('the name begins or ends with a slash')
    }
  }
  if (namespace === null && rules.namespace === 'required') return refuse(`a ${purl.type} package needs a namespace`)
  if (namespace !== null && rules.namespace === 'prohibited') return refuse(`a ${purl.type} package has no namespace`)
  if (namespace !== null && rules.namespaceCase !== undefined) {
    namespace = rules.namespaceCase === 'lower' ? namespace.toLowerCase() : namespace.toUpperCase()
  }
  if (rules.nameCase === 'lower') name = name.toLowerCase()
  if (rules.rewriteName !== undefined) name = rules.rewriteName(name)
  if (rules.versionCase === 'lower' && version !== null) version = version.toLowerCase()
  let ruled: Purl = { type: purl.type, namespace, name, version, qualifiers: purl.qualifiers, subpath: purl.subpath }
  if (rules.adjust !== undefined) ruled = rules.adjust(ruled)
  for (const key of rules.requiredQualifiers ?? []) {
    if (ruled.qualifiers?.[key] === undefined) return refuse(`a ${purl.type} package needs the qualifier "${key}"`)
  }
  const objection = rules.objection?.(ruled)
  return objection === undefined ? ruled : refuse(objection)
}

function write(purl: Purl): string {
  let text = `pkg:${purl.type}/`
  if (purl.namespace !== null) text += `${encodePath(purl.namespace)}/`
  text += purl.type === 'git' ? encodePath(purl.name) : encode(purl.name)
  if (purl.version !== null) text += `@${encode(purl.version)}`
  if (purl.qualifiers !== null) {
    let separator = '?'
    for (const key of Object.keys(purl.qualifiers)) {
      text += `${separator}${key}=${encode(purl.qualifiers[key] as string)}`
      separator = '&'
    }
  }
  if (purl.subpath !== null) text += `#${encodePath(purl.subpath)}`
  return text
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

/** Decodes a path segment by segment, leaving out empty ones and, in a subpath, "." and "..". Null when nothing is left. */
function decodePath(text: string, isSubpath: boolean): string | null | undefined {
  const decoded = decode(text)
  return decoded === undefined ? undefined : cleanPath(decoded, isSubpath)
}

function cleanPath(path: string | null, isSubpath: boolean): string | null {
  if (path === null || path === '') return null
  const first = path.charCodeAt(0)
  if (
    first !== 47 &&
    path.charCodeAt(path.length - 1) !== 47 &&
    !path.includes('//') &&
    !(isSubpath && path.includes('.'))
  )
    return path
  const segments = path
    .split('/')
    .filter((segment) => segment !== '' && !(isSubpath && (segment === '.' || segment === '..')))
  return segments.length === 0 ? null : segments.join('/')
}

function decode(text: string): string | undefined {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const unsafe = /[^\w.~:-]/

function encode(text: string): string {
  return unsafe.test(text) ? percentEncode(text) : text
}

function encodePath(path: string): string {
  return unsafe.test(path) ? path.split('/').map(encode).join('/') : path
}

function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':')
}

function isType(text: string): boolean {
  return ecosystemsByType.has(text) || /^[A-Za-z][A-Za-z0-9.-]*$/.test(text)
}

function isQualifierKey(key: string): boolean {
  return /^[A-Za-z][A-Za-z0-9._-]*$/.test(key)
}

function byFoldedKey(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  return left < right ? -1 : left > right ? 1 : 0
}

function refuse(what: string): Refused {
  return { ok: false, code: 'invalid-purl', message: `Not a valid package URL: ${what}.` }
}
