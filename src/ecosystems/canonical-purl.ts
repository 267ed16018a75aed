/** The quick way to read package URLs that are canonical already, as those in an inventory are. */

import { applyPurlRules } from './purl-rules.ts'
import { decode, writePurl } from './purl-text.ts'
import type { ParsedPurl } from './purl.ts'

/** Octets that canonical text encodes; a slash stands between segments as it is, and encoded in the rest. */
const octet = '[01][0-9A-F]|2[0-9A-C]|3[B-F]|40|5[B-E]|60|7[B-DF]|[89A-F][0-9A-F]'
const segments = `(?:[\\w.~:-]|%(?:${octet}))+(?:/(?:[\\w.~:-]|%(?:${octet}))+)*`
const value = `(?:[\\w.~:-]|%(?:2F|${octet}))+`
const canonicalText = new RegExp(
  `^pkg:([a-z][a-z0-9.-]*)/(${segments})(?:@(${value}))?(?:\\?([a-z][a-z0-9._-]*=${value}(?:&[a-z][a-z0-9._-]*=${value})*))?$`,
)

/** Reads canonical text without a subpath, of which nothing has to be written anew. Undefined for all other. */
export function parseCanonicalPurl(text: string): ParsedPurl | undefined {
  const match = canonicalText.exec(text)
  if (match === null) return undefined
  const path = decode(match[2] as string)
  const version = match[3] === undefined ? null : decode(match[3])
  const qualifiers = match[4] === undefined ? null : canonicalQualifiers(match[4])
  if (path === undefined || version === undefined || qualifiers === undefined) return undefined
  const slash = path.lastIndexOf('/')
  const namespace = slash === -1 ? null : path.slice(0, slash)
  const name = slash === -1 ? path : path.slice(slash + 1)
  const ruled = applyPurlRules({ type: match[1] as string, namespace, name, version, qualifiers, subpath: null })
  if ('ok' in ruled) return ruled
  const isUnchanged =
    ruled.version === version &&
    ((ruled.name === name && ruled.namespace === namespace) ||
      (ruled.type === 'git' && `${ruled.namespace}/${ruled.name}` === path))
  return { ok: true, purl: ruled, canonical: isUnchanged ? text : writePurl(ruled) }
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
