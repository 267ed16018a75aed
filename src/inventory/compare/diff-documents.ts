/** What changed from one document to another: parts, versions, licenses, scopes, contents and relations. */

import type { DocumentPart, ReadDocument, Scope } from '#domain/part.ts'
import { ecosystemOf } from '#ecosystems/names.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import { compareVersions } from '#ecosystems/versions.ts'
import { labelOf } from './disagreements.ts'
import { identityOf, packageKeyOf } from './part-identity.ts'

export type DiffPart = Pick<DocumentPart, 'purl' | 'name' | 'version' | 'kind'>

export type VersionChange = {
  readonly part: DiffPart
  readonly before: string | null
  readonly after: string | null
  /** By the order of the ecosystem; null when nobody knows it. */
  readonly direction: 'newer' | 'older' | 'same' | null
}

export type ValueChange<T> = { readonly part: DiffPart; readonly before: T; readonly after: T }

/** Labels of the using and the used part: package URL, or name and version. The subject is null. */
export type DiffEdge = readonly [from: string | null, to: string]

export type DocumentDiff = {
  readonly added: readonly DiffPart[]
  readonly removed: readonly DiffPart[]
  /** The same package in another version. */
  readonly versionChanged: readonly VersionChange[]
  readonly licenseChanged: readonly ValueChange<readonly string[]>[]
  readonly scopeChanged: readonly ValueChange<Scope>[]
  /** The same version with other content: no hash of a common algorithm is the same. */
  readonly contentChanged: readonly ValueChange<readonly string[]>[]
  /** Between parts that stand in both documents; a part's new version is the same part. */
  readonly edges: { readonly added: readonly DiffEdge[]; readonly removed: readonly DiffEdge[] }
  readonly unchanged: number
}

/** Neither the order of the parts nor their references matter. */
export function diffDocuments(before: ReadDocument, after: ReadDocument): DocumentDiff {
  const [old, now] = [uniqueParts(before), uniqueParts(after)]
  const pairs = pairUp(old, now)
  const matchedNow = new Set(pairs.map(([, b]) => b))
  const matchedOld = new Set(pairs.map(([a]) => a))
  const versions: VersionChange[] = []
  const licenses: ValueChange<readonly string[]>[] = []
  const scopes: ValueChange<Scope>[] = []
  const hashes: ValueChange<readonly string[]>[] = []
  let unchanged = 0
  for (const [a, b] of pairs) {
    const changes = versions.length + licenses.length + scopes.length + hashes.length
    const part = shown(b.part)
    const [was, is] = [versionOf(a.part), versionOf(b.part)]
    if (was !== is) versions.push({ part, before: was, after: is, direction: directionOf(b.part, was, is) })
    else if (contradicts(a.hashes, b.hashes))
      hashes.push({ part, before: [...a.hashes].sort(), after: [...b.hashes].sort() })
    const [oldLicenses, newLicenses] = [[...a.licenses].sort(), [...b.licenses].sort()]
    if (oldLicenses.join('\n') !== newLicenses.join('\n'))
      licenses.push({ part, before: oldLicenses, after: newLicenses })
    if (a.scope !== b.scope) scopes.push({ part, before: a.scope, after: b.scope })
    if (versions.length + licenses.length + scopes.length + hashes.length === changes) unchanged += 1
  }
  return {
    added: now.filter((entry) => !matchedNow.has(entry)).map(({ part }) => shown(part)),
    removed: old.filter((entry) => !matchedOld.has(entry)).map(({ part }) => shown(part)),
    versionChanged: versions,
    licenseChanged: licenses,
    scopeChanged: scopes,
    contentChanged: hashes,
    edges: diffEdges(before, after, old, now, pairs),
    unchanged,
  }
}

/** A part of a document with everything that its entries there say. */
type Entry = {
  readonly part: DocumentPart
  readonly identity: string
  readonly indices: number[]
  scope: Scope
  readonly licenses: Set<string>
  readonly hashes: Set<string>
}

type Pair = readonly [before: Entry, after: Entry]

function uniqueParts({ parts }: ReadDocument): readonly Entry[] {
  const entries = new Map<string, Entry>()
  for (const [index, part] of parts.entries()) {
    const identity = identityOf(part)
    let entry = entries.get(identity)
    if (entry === undefined) {
      entry = { part, identity, indices: [], scope: part.scope, licenses: new Set(), hashes: new Set() }
      entries.set(identity, entry)
    } else entry.scope = scopeRank[part.scope] > scopeRank[entry.scope] ? part.scope : entry.scope
    entry.indices.push(index)
    for (const { basis, expression, text } of part.licenses) entry.licenses.add(`${basis}: ${expression ?? text}`)
    for (const { algorithm, value } of part.hashes) entry.hashes.add(`${algorithm} ${value}`)
  }
  return [...entries.values()].sort((a, b) => (a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0))
}

const scopeRank: Readonly<Record<Scope, number>> = { runtime: 3, optional: 2, development: 1, unknown: 0 }

/** The same part first, then the same version of a package under another package URL, then what is left by version. */
function pairUp(old: readonly Entry[], now: readonly Entry[]): readonly Pair[] {
  const pairs: Pair[] = []
  const byIdentity = new Map(now.map((entry) => [entry.identity, entry]))
  const taken = new Set<Entry>()
  const left: Entry[] = []
  for (const a of old) {
    const b = byIdentity.get(a.identity)
    if (b === undefined) left.push(a)
    else {
      pairs.push([a, b])
      taken.add(b)
    }
  }
  const waiting = groupByPackage(now.filter((entry) => !taken.has(entry)))
  for (const [key, olds] of groupByPackage(left)) {
    const news = waiting.get(key)
    if (news === undefined) continue
    const rest = pairEqualVersions(olds, news, pairs)
    const [first, second] = [rest.olds, rest.news].map((entries) => entries.toSorted(byVersion))
    for (const [position, a] of (first ?? []).entries()) {
      const b = second?.[position]
      if (b !== undefined) pairs.push([a, b])
    }
  }
  return pairs.sort(([, a], [, b]) => (a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0))
}

function pairEqualVersions(
  olds: readonly Entry[],
  news: readonly Entry[],
  pairs: Pair[],
): { readonly olds: readonly Entry[]; readonly news: readonly Entry[] } {
  const byVersion = new Map<string, Entry[]>()
  for (const entry of news) {
    const version = versionOf(entry.part) ?? ''
    byVersion.set(version, [...(byVersion.get(version) ?? []), entry])
  }
  const taken = new Set<Entry>()
  const rest = olds.filter((a) => {
    const b = byVersion.get(versionOf(a.part) ?? '')?.shift()
    if (b === undefined) return true
    pairs.push([a, b])
    taken.add(b)
    return false
  })
  return { olds: rest, news: news.filter((entry) => !taken.has(entry)) }
}

function groupByPackage(entries: readonly Entry[]): ReadonlyMap<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = packageKeyOf(entry.part)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  return groups
}

function byVersion(a: Entry, b: Entry): number {
  const [left, right] = [versionOf(a.part), versionOf(b.part)]
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1
  return compareVersions(orderOf(a.part), left, right) ?? 0
}

function directionOf(part: DocumentPart, before: string | null, after: string | null): VersionChange['direction'] {
  if (before === null || after === null || part.purl === null) return null
  const order = compareVersions(orderOf(part), before, after)
  return order === undefined ? null : order < 0 ? 'newer' : order > 0 ? 'older' : 'same'
}

/** The name under which the order of a part's versions is known. */
function orderOf({ purl }: DocumentPart): string {
  const parsed = purl === null ? undefined : parsePurl(purl)
  if (parsed?.ok !== true) return 'generic'
  return ecosystemOf(parsed.purl) ?? parsed.purl.type
}

function versionOf({ purl, version }: DocumentPart): string | null {
  if (version !== null || purl === null) return version
  const parsed = parsePurl(purl)
  return parsed.ok ? parsed.purl.version : null
}

function contradicts(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const algorithms = new Set([...a].map(algorithmOf))
  const comparable = [...b].filter((hash) => algorithms.has(algorithmOf(hash)))
  return comparable.length > 0 && !comparable.some((hash) => a.has(hash))
}

function algorithmOf(hash: string): string {
  return hash.slice(0, hash.indexOf(' '))
}

function shown({ purl, name, version, kind }: DocumentPart): DiffPart {
  return { purl, name, version, kind }
}

function diffEdges(
  before: ReadDocument,
  after: ReadDocument,
  old: readonly Entry[],
  now: readonly Entry[],
  pairs: readonly Pair[],
): DocumentDiff['edges'] {
  const numbers = new Map<Entry, number>()
  for (const [number, [a, b]] of pairs.entries()) {
    numbers.set(a, number)
    numbers.set(b, number)
  }
  const [was, is] = [edgeKeys(before, old, numbers), edgeKeys(after, now, numbers)]
  const label = (number: number, side: 0 | 1): string | null => {
    const part = pairs[number]?.[side].part
    return part === undefined ? null : labelOf(part)
  }
  const missingFrom = (edges: ReadonlySet<number>, others: ReadonlySet<number>, side: 0 | 1): readonly DiffEdge[] =>
    [...edges]
      .filter((key) => !others.has(key))
      .sort((a, b) => a - b)
      .map((key) => [label(Math.floor(key / span) - 1, side), label(key % span, side) ?? ''])
  return { added: missingFrom(is, was, 1), removed: missingFrom(was, is, 0) }
}

const span = 0x1_0000_0000

/** Relations between parts of both documents, as numbers of their pairs. */
function edgeKeys(
  { edges, parts }: ReadDocument,
  entries: readonly Entry[],
  numbers: ReadonlyMap<Entry, number>,
): ReadonlySet<number> {
  const numberOf = new Int32Array(parts.length).fill(-1)
  for (const entry of entries) for (const index of entry.indices) numberOf[index] = numbers.get(entry) ?? -1
  const keys = new Set<number>()
  for (const [from, to] of edges) {
    const [user, used] = [from < 0 ? -1 : (numberOf[from] ?? -1), numberOf[to] ?? -1]
    if (used >= 0 && (from < 0 || user >= 0) && user !== used) keys.add((user + 1) * span + used)
  }
  return keys
}
