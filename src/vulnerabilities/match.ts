/** Package versions against packed advisories: columns in, columns out. */

import type { Undecided } from '#domain/finding.ts'
import { normaliseName } from '#ecosystems/names.ts'
import type { AdvisoryPack } from './advisory-pack.ts'
import type { Place } from './intervals.ts'
import { splitRelease } from './release.ts'

export type PartQuery = {
  /** OSV's name, with or without release. */
  readonly ecosystem: string
  /** As OSV writes it; spellings that the registry takes for the same are folded here. */
  readonly name: string
  readonly version: string | null
}

export type UndecidedCode = Undecided['code']

/** One row per statement that matched, in the order of the queries; `count` rows count, the rest is room. */
export type MatchTable = {
  readonly count: number
  /** Index into the queries. */
  readonly query: Int32Array
  /** Number of the hit in the pack of the query's ecosystem; `AdvisoryPack.hit` reads it. */
  readonly hit: Int32Array
  /** What could not be decided: at most one entry per query, though a query may have matches besides. */
  readonly undecided: readonly { readonly query: number; readonly code: UndecidedCode }[]
  /** Version × interval comparisons that were made. */
  readonly pairs: number
}

/** @param packs by ecosystem without release */
export function matchParts(packs: ReadonlyMap<string, AdvisoryPack>, queries: readonly PartQuery[]): MatchTable {
  const table = new Matches()
  for (const [index, query] of queries.entries()) {
    const code = matchOne(table, packs, query, index)
    if (code !== undefined) table.undecided.push({ query: index, code })
  }
  return table
}

/** The one-query form of `matchParts`, with the pack the hits belong to. */
export function matchPart(
  packs: ReadonlyMap<string, AdvisoryPack>,
  query: PartQuery,
): {
  readonly pack: AdvisoryPack | undefined
  readonly hits: Int32Array
  readonly undecided: UndecidedCode | undefined
} {
  const table = new Matches()
  const undecided = matchOne(table, packs, query, 0)
  return { pack: packs.get(splitRelease(query.ecosystem).base), hits: table.hit.subarray(0, table.count), undecided }
}

function matchOne(
  table: Matches,
  packs: ReadonlyMap<string, AdvisoryPack>,
  { ecosystem, name, version }: PartQuery,
  query: number,
): UndecidedCode | undefined {
  const { base, release } = splitRelease(ecosystem)
  const pack = packs.get(base)
  if (pack === undefined) return 'ecosystem-not-loaded'
  if (version === null || version === '') return 'no-version'
  const { first, count } = pack.packagesNamed(normaliseName(base, name))
  if (count === 0) return undefined
  if (count === 1 && pack.releaseOf(first) === '') return matchPackage(table, pack, first, version, query)
  const named = Array.from({ length: count }, (_, offset) => first + offset)
  if (release === '') return matchEveryRelease(table, pack, named, version, query)
  // A record that names no release speaks about all of them.
  const fitting = named.filter((number) => pack.releaseOf(number) === release || pack.releaseOf(number) === '')
  return gravestOf(fitting.map((number) => matchPackage(table, pack, number, version, query)))
}

/** Without a release only what holds in every release is told; the rest is undecided. */
function matchEveryRelease(
  table: Matches,
  pack: AdvisoryPack,
  packages: readonly number[],
  version: string,
  query: number,
): UndecidedCode | undefined {
  const start = table.count
  const codes: (UndecidedCode | undefined)[] = []
  const perRelease: (readonly number[])[] = []
  for (const number of packages) {
    const from = table.count
    codes.push(matchPackage(table, pack, number, version, query))
    perRelease.push([...table.hit.subarray(from, table.count)])
    table.count = from
  }
  const records = perRelease.map((hits) => new Set(hits.map((hit) => pack.recordOf(hit))))
  const isEverywhere = (record: number): boolean => records.every((set) => set.has(record))
  table.count = start
  for (const hits of perRelease) {
    for (const hit of hits) if (isEverywhere(pack.recordOf(hit))) table.push(query, hit)
  }
  const agree = records.every((set) => [...set].every(isEverywhere))
  return gravestOf(agree ? codes : [...codes, 'release-unknown'])
}

function matchPackage(
  table: Matches,
  pack: AdvisoryPack,
  number: number,
  version: string,
  query: number,
): UndecidedCode | undefined {
  const start = table.count
  const [from, to] = pack.intervalsOf(number)
  const odd = pack.oddHits(number, version)
  for (const hit of odd) table.push(query, hit)
  const place = pack.placeOf(number, version)
  if (place !== null) scan(table, pack, from, to, place, query)
  const unknown = pack.unknownHits(number)
  if (place === null && odd.length === 0 && to > from) return 'version-unreadable'
  if (unknown.length === 0) return undefined
  const matched = new Set<number>()
  for (let row = start; row < table.count; row += 1) matched.add(pack.recordOf(table.hit[row] ?? 0))
  return unknown.every((hit) => matched.has(pack.recordOf(hit))) ? undefined : 'range-unknown'
}

/** The inner loop: one comparison of integers per interval of the package. */
function scan(table: Matches, pack: AdvisoryPack, from: number, to: number, place: Place, query: number): void {
  const rows = pack.intervals
  // A listed version matches a version that is mentioned, never one that only lies between two of them.
  const isMentioned = place & 1
  table.pairs += (to - from) / 3
  for (let at = from; at < to; at += 3) {
    if (place < (rows[at] as number) || place >= (rows[at + 1] as number)) continue
    const kind = rows[at + 2] as number
    if (((kind & 1) | isMentioned) === 1) table.push(query, kind >> 1)
  }
}

const gravest: readonly UndecidedCode[] = ['version-unreadable', 'range-unknown', 'release-unknown']

function gravestOf(codes: readonly (UndecidedCode | undefined)[]): UndecidedCode | undefined {
  return gravest.find((code) => codes.includes(code))
}

class Matches implements MatchTable {
  count = 0
  pairs = 0
  query = new Int32Array(1024)
  hit = new Int32Array(1024)
  readonly undecided: { query: number; code: UndecidedCode }[] = []

  push(query: number, hit: number): void {
    if (this.count === this.query.length) {
      this.query = doubled(this.query)
      this.hit = doubled(this.hit)
    }
    this.query[this.count] = query
    this.hit[this.count] = hit
    this.count += 1
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2)
  larger.set(column)
  return larger
}
