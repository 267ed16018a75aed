/**
 * Version ranges as text: `vers:npm/>=1.0.0|<2.0.0`. Parse, canonicalize, ask what they contain, and write native ranges of
 * several ecosystems this way. https://github.com/package-url/vers-spec
 */

import type { Constraint, ConstraintOperator } from './constraint.ts'
import { decode, encode } from './purl-text.ts'
import { nativeConstraints } from './vers-from-native.ts'
import { versionOrder, type VersionOrder } from './versions.ts'

export type VersRange = {
  /** Lower case, for example `npm` or `datetime`. */
  readonly scheme: string
  /** Sorted by version; none stands for any version (`*`). */
  readonly constraints: readonly Constraint[]
}

export type ParsedVers =
  | { readonly ok: true; readonly range: VersRange; readonly canonical: string }
  | { readonly ok: false; readonly code: 'invalid-vers'; readonly message: string }

/** Reads a range. The order of its constraints may be any; every other departure from canonical text is refused. */
export function parseVers(text: string): ParsedVers {
  if (/\s/.test(text)) return refuse('white space is not permitted')
  const match = /^vers:([a-z][a-z0-9.-]*)\/(.*)$/.exec(text)
  if (match === null) return refuse('it does not begin with "vers:", a scheme in small letters and "/"')
  const [, scheme = '', rest = ''] = match
  const order = versionOrder(scheme)
  if (order === undefined) return refuse(`the order of "${scheme}" is unknown`)
  if (rest === '*') return accept({ scheme, constraints: [] })
  const constraints: Constraint[] = []
  for (const part of rest.split('|')) {
    const read = readConstraint(part, scheme)
    if (typeof read === 'string') return refuse(read)
    constraints.push(read)
  }
  return accept({ scheme, constraints: sorted(constraints, order) })
}

/** The range of a native text (`^1.2.0` of npm) in an ecosystem, purl type or vers scheme. */
export function versFromNative(ecosystem: string, native: string): ParsedVers {
  const scheme = schemeName(ecosystem)
  const order = versionOrder(scheme)
  if (order === undefined) return refuse(`the order of "${ecosystem}" is unknown`)
  const constraints = nativeConstraints(scheme, native)
  if (constraints === undefined) return refuse(`"${native}" is no range of ${ecosystem} that can be written this way`)
  return accept({ scheme, constraints: sorted(constraints, order) })
}

export function formatVers({ scheme, constraints }: VersRange): string {
  const parts = constraints.map(({ operator, version }) => `${operator === '=' ? '' : operator}${encode(version)}`)
  return `vers:${scheme}/${parts.length === 0 ? '*' : parts.join('|')}`
}

/** Whether a range contains a version; undefined when the text is no range. */
export function versContains(range: string | VersRange, version: string): boolean | undefined {
  if (typeof range !== 'string') return contains(range, version)
  const parsed = parseVers(range)
  return parsed.ok ? contains(parsed.range, version) : undefined
}

function contains({ scheme, constraints }: VersRange, version: string): boolean {
  const order = versionOrder(scheme) as VersionOrder
  if (constraints.length === 0) return true
  for (const constraint of constraints) {
    if (order.compare(version, constraint.version) !== 0) continue
    if (constraint.operator === '!=') return false
    if (constraint.operator !== '<' && constraint.operator !== '>') return true
  }
  if (constraints.every(({ operator }) => operator === '!=')) return true
  return liesBetween(withoutRedundant(constraints), version, order)
}

/** Bounds come in pairs: up to the first when it is an upper one, from the last when it is a lower one, between the others. */
function liesBetween(bounds: readonly Constraint[], version: string, order: VersionOrder): boolean {
  for (const [index, bound] of bounds.entries()) {
    const side = order.compare(version, bound.version)
    const previous = bounds[index - 1]
    if (isUpper(bound)) {
      if (side < 0 && (previous === undefined || order.compare(version, previous.version) > 0)) return true
    } else if (side > 0 && index === bounds.length - 1) return true
  }
  return false
}

/** Of lower bounds in a row the first says it all, of upper bounds the last. Single versions do not bound anything. */
function withoutRedundant(constraints: readonly Constraint[]): Constraint[] {
  const bounds: Constraint[] = []
  for (const constraint of constraints) {
    if (constraint.operator === '=' || constraint.operator === '!=') continue
    const previous = bounds.at(-1)
    if (previous !== undefined && isUpper(previous) === isUpper(constraint)) {
      if (isUpper(constraint)) bounds[bounds.length - 1] = constraint
    } else bounds.push(constraint)
  }
  return bounds
}

function isUpper({ operator }: Constraint): boolean {
  return operator === '<' || operator === '<='
}

/** Constraints of one version keep their order. */
function sorted(constraints: readonly Constraint[], order: VersionOrder): Constraint[] {
  return constraints.toSorted((a, b) => order.compare(a.version, b.version))
}

function readConstraint(part: string, scheme: string): Constraint | string {
  const match = /^(>=|<=|!=|=|<|>|)(.*)$/.exec(part)
  const encoded = match?.[2] ?? ''
  if (encoded === '') return 'a constraint has no version, or a pipe stands at the beginning or end'
  if (match?.[1] === '=') return 'a single version is written without "="'
  if (/[<>=!*|]/.test(encoded)) return `"${encoded}" is not a version`
  const version = decode(encoded)
  if (version === undefined) return 'a version has an invalid percent-encoding'
  if (scheme === 'datetime') {
    if (/%3a/i.test(encoded)) return 'the colons of a time are written as they are'
    if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(version))
      return 'a moment is written with a capital T and Z'
  }
  return { operator: ((match?.[1] as string) || '=') as ConstraintOperator, version }
}

const schemeNames: Readonly<Record<string, string>> = {
  'crates.io': 'cargo',
  rubygems: 'gem',
  packagist: 'composer',
  go: 'golang',
  debian: 'deb',
  ubuntu: 'deb',
  alpine: 'apk',
  'red hat': 'rpm',
  almalinux: 'rpm',
  conancenter: 'conan',
}

/** vers names its schemes like package URL types. */
function schemeName(ecosystem: string): string {
  const name = (ecosystem.split(':')[0] ?? '').toLowerCase()
  return schemeNames[name] ?? name
}

function accept(range: VersRange): ParsedVers {
  return { ok: true, range, canonical: formatVers(range) }
}

function refuse(what: string): ParsedVers {
  return { ok: false, code: 'invalid-vers', message: `Not a valid version range: ${what}.` }
}
