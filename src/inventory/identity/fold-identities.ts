/**
 * Folds what is the same thing under several names: one group for each, with the reason for every member. The packages stay
 * what they are in the portfolio; groups say which of them to count or decide on together.
 */

import type { Part, Portfolio } from '#domain/portfolio.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import { packagesOf } from '#inventory/graph.ts'
import { builtFromOf, foldingOf, type IdentityReason, type NamedPackage } from './identity-rules.ts'

export type IdentityMember = {
  /** Package URL without version, or `KIND:NAME` for packages that have none. */
  readonly package: string
  /** Null for the package that gives the group its name. */
  readonly reason: IdentityReason | null
  /** The package it was joined to, or the hash. */
  readonly because: string | null
}

/** Two members at least; the first gives the name. */
export type IdentityGroup = { readonly name: string; readonly members: readonly IdentityMember[] }

/** Linear in the parts, their hashes and names. */
export function foldIdentities({ parts }: Pick<Portfolio, 'parts'>): { readonly groups: readonly IdentityGroup[] } {
  const packages = packagesOf(parts)
  const indexOf = new Map(packages.keys.map((key, index) => [key, index]))
  const folds = new Folds(packages.keys.length)
  byName(parts, packages.keys, packages.ofPart, indexOf, folds)
  byBytes(parts, packages.ofPart, folds)
  byNameAndVersion(parts, packages.ofPart, folds)
  return { groups: folds.groups(packages.keys) }
}

type Because = { readonly reason: IdentityReason; readonly because: string }

/** Disjoint sets; each index that was joined to another keeps the first reason. */
class Folds {
  private readonly parent: Int32Array
  private readonly reasons = new Map<number, Because>()
  private readonly names = new Set<number>()

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, index) => index)
  }

  join(member: number, to: number, because: Because): void {
    const a = this.root(member)
    const b = this.root(to)
    if (!this.reasons.has(member)) this.reasons.set(member, because)
    if (a !== b) this.parent[a] = b
  }

  /** Marks a package that others are named after. */
  name(index: number): void {
    this.names.add(index)
  }

  private root(index: number): number {
    let at = index
    while ((this.parent[at] ?? at) !== at) {
      const above = this.parent[at] ?? at
      this.parent[at] = this.parent[above] ?? above
      at = above
    }
    return at
  }

  groups(keys: readonly string[]): IdentityGroup[] {
    const members = new Map<number, number[]>()
    for (const index of keys.keys()) {
      const root = this.root(index)
      const known = members.get(root)
      if (known === undefined) members.set(root, [index])
      else known.push(index)
    }
    return [...members.values()]
      .filter((group) => group.length > 1)
      .map((group) => this.group(group, keys))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Named by the package that others point to and that points to none; else by one without a reason; else by the first. */
  private group(indices: readonly number[], keys: readonly string[]): IdentityGroup {
    const sorted = indices.toSorted((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1))
    const head =
      sorted.find((index) => this.names.has(index) && !this.reasons.has(index)) ??
      sorted.find((index) => !this.reasons.has(index)) ??
      sorted.find((index) => this.names.has(index)) ??
      sorted[0] ??
      0
    const members = [head, ...sorted.filter((index) => index !== head)].map((index): IdentityMember => {
      const because = index === head ? undefined : this.reasons.get(index)
      return { package: keys[index] ?? '', reason: because?.reason ?? null, because: because?.because ?? null }
    })
    return { name: keys[head] ?? '', members }
  }
}

function byName(
  parts: readonly Part[],
  keys: readonly string[],
  ofPart: Int32Array,
  indexOf: ReadonlyMap<string, number>,
  folds: Folds,
): void {
  const builtFrom = new Map<number, string>()
  for (const [position, { purl }] of parts.entries()) {
    const index = ofPart[position] ?? 0
    if (purl === null || !purl.includes('upstream=') || builtFrom.has(index)) continue
    const parsed = parsePurl(purl)
    const source = parsed.ok ? builtFromOf(parsed.purl) : null
    if (source !== null) builtFrom.set(index, source)
  }
  const firstOfKey = new Map<string, number>()
  const isPresent = (purl: string): boolean => indexOf.has(purl)
  for (const [index, key] of keys.entries()) {
    const parsed = key.startsWith('pkg:') ? parsePurl(key) : undefined
    if (parsed?.ok !== true) continue
    const subject: NamedPackage = { package: key, purl: parsed.purl, builtFrom: builtFrom.get(index) ?? null }
    const folding = foldingOf(subject, isPresent)
    if (folding === null) continue
    const because = { reason: folding.reason, because: folding.named ?? folding.key }
    const head = folding.named === null ? undefined : indexOf.get(folding.named)
    if (head !== undefined && head !== index) {
      folds.name(head)
      folds.join(index, head, because)
      continue
    }
    // Variants of a package that is not there itself belong together all the same.
    const first = firstOfKey.get(folding.key)
    if (first === undefined) firstOfKey.set(folding.key, index)
    else folds.join(index, first, because)
  }
}

/** A hash that this many packages share is that of an archive or an empty file around them, not theirs. */
const mostSharers = 20

/** MD5 and shorter sums are too weak to call two files one. */
const leastDigits = 40

/** The same bytes under another name are a copy, when name or version agree too. */
function byBytes(parts: readonly Part[], ofPart: Int32Array, folds: Folds): void {
  const holders = new Map<string, number[]>()
  for (const [position, { hashes }] of parts.entries()) {
    for (const { value } of hashes ?? []) {
      if (value.length < leastDigits) continue
      const known = holders.get(value)
      if (known === undefined) holders.set(value, [position])
      else if (known.at(-1) !== position && known.length <= mostSharers) known.push(position)
    }
  }
  for (const [value, positions] of holders) {
    if (positions.length < 2 || positions.length > mostSharers) continue
    const [first = 0, ...others] = positions.toSorted((a, b) => rank(parts[a]) - rank(parts[b]) || a - b)
    for (const other of others) {
      const [a, b] = [parts[first], parts[other]]
      const [from, to] = [ofPart[other] ?? 0, ofPart[first] ?? 0]
      if (a === undefined || b === undefined || from === to || !isAlike(a, b)) continue
      folds.join(from, to, { reason: 'same-bytes', because: value })
    }
  }
}

/** A package with an address of its own names the group before a copy without one. */
function rank(part: Part | undefined): number {
  if (part === undefined || part.purl === null) return 2
  return part.purl.startsWith('pkg:generic/') ? 1 : 0
}

function isAlike(a: Part, b: Part): boolean {
  return plain(a.name) === plain(b.name) || (a.version !== null && a.version === b.version)
}

function byNameAndVersion(parts: readonly Part[], ofPart: Int32Array, folds: Folds): void {
  const known = new Map<string, number>()
  const ambiguous = -1
  for (const [position, { purl, name, version, kind }] of parts.entries()) {
    if (purl === null || version === null) continue
    const key = `${kind}\n${name.toLowerCase()}\n${version}`
    const index = ofPart[position] ?? 0
    const other = known.get(key)
    if (other === undefined) known.set(key, index)
    else if (other !== index) known.set(key, ambiguous)
  }
  for (const [position, { purl, name, version, kind }] of parts.entries()) {
    if (purl !== null || version === null) continue
    const index = known.get(`${kind}\n${name.toLowerCase()}\n${version}`)
    if (index === undefined || index === ambiguous) continue
    folds.join(ofPart[position] ?? 0, index, { reason: 'same-name-and-version', because: `${name} ${version}` })
  }
}

/** The last segment of a name, without what tools write differently. */
function plain(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)
  return last.toLowerCase().replace(/[^a-z0-9]/g, '')
}
