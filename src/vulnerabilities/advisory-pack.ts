/** Reads a packed advisory index in place: nothing is decoded before somebody asks for it. */

import { severities } from '#domain/finding.ts'
import type { VersionScheme } from '#ecosystems/scheme.ts'
import { versionScheme } from '#ecosystems/versions.ts'
import type { Place } from './intervals.ts'
import { hashText, readSections, rows, type SectionName, type SectionView } from './pack-layout.ts'
import { ratingBases, type Rating } from './severity.ts'

/** The place of the range or list that matched. */
export type Hit = {
  readonly record: number
  /** JSON pointer into the record, for example `/affected/0/ranges/1` or `/affected/0/versions`. */
  readonly at: string
  readonly fixed: string | null
  readonly rating: Rating
}

export type PackedRecord = {
  readonly id: string
  readonly aliases: readonly string[]
  readonly evidence: string
  readonly summary: string
  readonly published: string | null
  readonly modified: string
  readonly isWithdrawn: boolean
}

/** @throws when the bytes are no pack of this version; build it anew then. */
export function openPack(bytes: Uint8Array): AdvisoryPack {
  return new AdvisoryPack(bytes)
}

export class AdvisoryPack {
  /** OSV's name without release. */
  readonly ecosystem: string
  readonly advisories: number
  /** The newest `modified`; null for an empty pack. */
  readonly newest: string | null
  /** Rows of `from`, `to`, hit × 2 + kind; see `pack-layout.ts`. */
  readonly intervals: Int32Array
  private readonly sections: Readonly<Record<SectionName, SectionView>>
  private readonly packages: Int32Array
  private readonly hits: Int32Array
  private readonly textOffsets: Int32Array
  private readonly textBytes: Uint8Array
  private readonly texts: (string | undefined)[] = []
  private readonly keys: unknown[] = []
  private readonly scheme: VersionScheme | undefined

  constructor(bytes: Uint8Array) {
    this.sections = readSections(bytes)
    const info = JSON.parse(decoder.decode(this.sections.info.bytes)) as { ecosystem: string; newest: string | null }
    this.ecosystem = info.ecosystem
    this.newest = info.newest
    this.advisories = this.sections.records.integers.length / rows.records
    this.intervals = this.sections.intervals.integers
    this.packages = this.sections.packages.integers
    this.hits = this.sections.hits.integers
    this.textOffsets = this.sections.textOffsets.integers
    this.textBytes = this.sections.textBytes.bytes
    this.scheme = versionScheme(info.ecosystem)
    // Sized at once: written at random places, a growing array would turn into a dictionary.
    this.texts.length = this.textOffsets.length
    this.keys.length = this.sections.versions.integers.length
  }

  text(number: number): string {
    const known = this.texts[number]
    if (known !== undefined) return known
    const text = decode(this.textBytes, this.textOffsets[number] ?? 0, this.textOffsets[number + 1] ?? 0)
    this.texts[number] = text
    return text
  }

  /** The packages with a normalized name, one per release: the numbers from `first` on. */
  packagesNamed(name: string): { readonly first: number; readonly count: number } {
    const table = this.sections.names.integers
    const mask = table.length - 1
    for (let slot = hashText(name) & mask; ; slot = (slot + 1) & mask) {
      const first = (table[slot] ?? 0) - 1
      if (first === -1) return none
      const nameText = this.packages[first * rows.packages] ?? 0
      if (this.text(nameText) !== name) continue
      let end = first + 1
      while (this.packages[end * rows.packages] === nameText) end += 1
      return { first, count: end - first }
    }
  }

  releaseOf(number: number): string {
    return this.text(this.packages[number * rows.packages + 1] ?? 0)
  }

  /** First and one past the last integer of the package's interval rows. */
  intervalsOf(number: number): readonly [number, number] {
    const row = number * rows.packages
    const start = this.packages[row + 4] ?? 0
    return [start, start + (this.packages[row + 5] ?? 0)]
  }

  /** Hits of versions that are listed and have no order, for exactly this text. */
  oddHits(number: number, version: string): readonly number[] {
    const row = number * rows.packages
    const start = this.packages[row + 6] ?? 0
    const end = start + (this.packages[row + 7] ?? 0)
    const odd = this.sections.oddVersions.integers
    const found: number[] = []
    for (let at = start; at < end; at += rows.oddVersions) {
      if (this.text(odd[at] ?? 0) === version) found.push(odd[at + 1] ?? 0)
    }
    return found
  }

  /** Hits that stand for statements nobody can evaluate. */
  unknownHits(number: number): Int32Array {
    const row = number * rows.packages
    const start = this.packages[row + 8] ?? 0
    return this.sections.unknowns.integers.subarray(start, start + (this.packages[row + 9] ?? 0))
  }

  /** Where a version lies among those the package's advisories mention; null when it cannot be ordered. */
  placeOf(number: number, version: string): Place | null {
    const row = number * rows.packages
    const scheme = this.packages[row + 10] === 1 ? semver : this.scheme
    if (scheme === undefined || version.length > 1000) return null
    const key = scheme.parse(version)
    if (key === null) return null
    const start = this.packages[row + 2] ?? 0
    let low = 0
    let high = this.packages[row + 3] ?? 0
    while (low < high) {
      const middle = (low + high) >>> 1
      const order = scheme.compare(key, this.keyAt(start + middle, scheme))
      if (order === 0) return middle * 2 + 1
      if (order < 0) high = middle
      else low = middle + 1
    }
    return low * 2
  }

  /** Hits of records that name this commit as affected. */
  commitHits(commit: string): readonly number[] {
    const commits = this.sections.commits.integers
    const wanted = commit.toLowerCase()
    let low = 0
    let high = commits.length / rows.commits
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.text(commits[middle * rows.commits] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    const found: number[] = []
    for (let at = low * rows.commits; at < commits.length; at += rows.commits) {
      if (this.text(commits[at] ?? 0) !== wanted) break
      found.push(commits[at + 1] ?? 0)
    }
    return found
  }

  /** Number of the record a hit belongs to. */
  recordOf(hit: number): number {
    return this.hits[hit * rows.hits] ?? 0
  }

  /** The record and its affected entry in one number, to tell hits of the same statement. */
  statementOf(hit: number): number {
    return (this.hits[hit * rows.hits] ?? 0) * 65_536 + (this.hits[hit * rows.hits + 1] ?? 0)
  }

  hit(number: number): Hit {
    const [record = 0, affected = 0, range = 0, fixed = -1, rating = 0] = this.row('hits', number)
    const place = range >= 0 ? `/ranges/${range}` : range === -1 ? '/versions' : ''
    return {
      record,
      at: `/affected/${affected}${place}`,
      fixed: fixed < 0 ? null : this.text(fixed),
      rating: this.rating(rating),
    }
  }

  record(number: number): PackedRecord {
    const [id = 0, firstAlias = 0, aliasCount = 0, summary = 0, published = -1, modified = 0, flags = 0] = this.row(
      'records',
      number,
    )
    const aliases = this.sections.aliases.integers.subarray(firstAlias, firstAlias + aliasCount)
    return {
      id: this.text(id),
      aliases: Array.from(aliases, (alias) => this.text(alias)),
      evidence: hexadecimal(this.sections.evidence.bytes.subarray(number * 32, number * 32 + 32)),
      summary: this.text(summary),
      published: published < 0 ? null : this.text(published),
      modified: this.text(modified),
      isWithdrawn: (flags & 1) === 1,
    }
  }

  private rating(number: number): Rating {
    const [severity = 0, score = -1, vector = -1, basis = 0] = this.row('ratings', number)
    return {
      severity: severities[severity] ?? 'unknown',
      score: score < 0 ? null : score / 10,
      vector: vector < 0 ? null : this.text(vector),
      basis: ratingBases[basis] ?? 'nothing',
    }
  }

  private row(section: 'hits' | 'records' | 'ratings', number: number): Int32Array {
    const width = rows[section]
    return this.sections[section].integers.subarray(number * width, number * width + width)
  }

  private keyAt(index: number, scheme: VersionScheme): unknown {
    let key = this.keys[index]
    if (key === undefined) {
      key = scheme.parse(this.text(this.sections.versions.integers[index] ?? 0))
      this.keys[index] = key
    }
    return key
  }
}

const none = { first: 0, count: 0 } as const
const semver = versionScheme('semver')
const decoder = new TextDecoder()

/** Names and versions are short and plain; for those a loop is several times faster than the decoder. */
function decode(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 48) return decoder.decode(bytes.subarray(start, end))
  let text = ''
  for (let at = start; at < end; at += 1) {
    const code = bytes[at] ?? 0
    if (code > 127) return decoder.decode(bytes.subarray(start, end))
    text += String.fromCharCode(code)
  }
  return text
}

function hexadecimal(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
