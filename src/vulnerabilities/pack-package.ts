import type { VersionScheme } from '#ecosystems/scheme.ts'
import { versionScheme } from '#ecosystems/versions.ts'
import type { AffectedPackage, AffectedRange, RangeEvent } from './advisory.ts'
import { behindAll, contains, intervalsOf, type Interval, type Place } from './intervals.ts'
import { fromNothing, fromVersionList } from './pack-layout.ts'
import type { PackWriter } from './pack-writer.ts'

/** What one record says about one package. */
export type PackageEntry = {
  readonly record: number
  /** Index in the record's `affected`. */
  readonly index: number
  readonly affected: AffectedPackage
  readonly rating: number
}

export type PackedPackage = {
  readonly name: string
  readonly release: string
  readonly entries: readonly PackageEntry[]
  /** The ecosystem's order; null when nobody knows it. */
  readonly scheme: VersionScheme | null
}

/** Writes the rows of one package: its versions in order, then intervals, unordered versions and unknown ranges. */
export function packPackage(writer: PackWriter, { name, release, entries, scheme }: PackedPackage): void {
  // Ranges of type SEMVER bring their order with them, also where the ecosystem has none that is known.
  const isSemver =
    scheme === null && entries.some(({ affected }) => affected.ranges.some(({ type }) => type === 'SEMVER'))
  const order = isSemver ? (versionScheme('semver') ?? null) : scheme
  const { versions, places } = rank(order, entries)
  const starts = [writer.versions, writer.intervals, writer.oddVersions, writer.unknowns].map(({ length }) => length)
  for (const version of versions) writer.versions.push(writer.text(version))
  for (const entry of entries) packEntry(writer, entry, places, scheme === null)
  const [versionStart = 0, intervalStart = 0, oddStart = 0, unknownStart = 0] = starts
  writer.packages.push(
    writer.text(name),
    writer.text(release),
    versionStart,
    writer.versions.length - versionStart,
    intervalStart,
    writer.intervals.length - intervalStart,
    oddStart,
    writer.oddVersions.length - oddStart,
    unknownStart,
    writer.unknowns.length - unknownStart,
    isSemver ? 1 : 0,
  )
}

type Places = ReadonlyMap<string, Place>

/** Every version that the entries mention, one of each rank, ascending; and the place of each text that can be ordered. */
function rank(
  scheme: VersionScheme | null,
  entries: readonly PackageEntry[],
): { readonly versions: readonly string[]; readonly places: Places } {
  const places = new Map<string, Place>()
  if (scheme === null) return { versions: [], places }
  const texts = new Set<string>()
  for (const { affected } of entries) {
    for (const version of affected.versions) texts.add(version)
    for (const range of affected.ranges) {
      if (range.type !== 'GIT') for (const event of range.events) if (!isBound(event)) texts.add(event.version)
    }
  }
  const keyed = [...texts].flatMap((text) => {
    const key = text.length > 1000 ? null : scheme.parse(text)
    return key === null ? [] : [{ text, key }]
  })
  keyed.sort((a, b) => scheme.compare(a.key, b.key))
  const versions: string[] = []
  let previous: unknown
  for (const { text, key } of keyed) {
    if (versions.length === 0 || scheme.compare(previous, key) !== 0) versions.push(text)
    previous = key
    places.set(text, versions.length * 2 - 1)
  }
  return { versions, places }
}

function packEntry(writer: PackWriter, entry: PackageEntry, places: Places, isSemverOnly: boolean): void {
  const { ranges, versions } = entry.affected
  const addUnknown = (range: number): void => void writer.unknowns.push(writer.addHit(entry, range, null))
  const covered: Interval[] = []
  for (const [index, range] of ranges.entries()) {
    if (range.type === 'GIT') continue
    const intervals = isSemverOnly && range.type !== 'SEMVER' ? undefined : intervalsIn(range, places)
    if (intervals === undefined) {
      addUnknown(index)
      continue
    }
    for (const interval of intervals) {
      const fixed = interval.fixedBy === null ? null : (range.events[interval.fixedBy]?.version ?? null)
      writer.intervals.push(interval.from, interval.to, writer.addHit(entry, index, fixed) * 2 + 1)
      covered.push(interval)
    }
  }
  packVersionList(writer, entry, places, covered)
  const hasOrderedRange = ranges.some(({ type }) => type !== 'GIT')
  if (!hasOrderedRange && versions.length === 0) addUnknown(ranges.length > 0 ? 0 : fromNothing)
}

function intervalsIn(range: AffectedRange, places: Places): readonly Interval[] | undefined {
  if (range.type === 'UNKNOWN') return undefined
  const events = []
  for (const event of range.events) {
    const place = isBound(event) ? boundOf(event) : places.get(event.version)
    if (place === undefined) return undefined
    events.push({ kind: event.kind, place })
  }
  return intervalsOf(events)
}

/** Versions listed one by one become runs of neighbors; a list that the ranges cover already adds nothing. */
function packVersionList(writer: PackWriter, entry: PackageEntry, places: Places, covered: readonly Interval[]): void {
  const listed: Place[] = []
  let hit: number | undefined
  for (const version of new Set(entry.affected.versions)) {
    const place = places.get(version)
    if (place !== undefined) listed.push(place)
    else writer.oddVersions.push(writer.text(version), (hit ??= writer.addHit(entry, fromVersionList, null)))
  }
  const extra = listed.filter((place) => !contains(covered, place)).sort((a, b) => a - b)
  for (let at = 0; at < extra.length;) {
    const from = extra[at] ?? 0
    let to = from
    while (at < extra.length && (extra[at] ?? 0) <= to + 2) to = extra[at++] ?? to
    hit ??= writer.addHit(entry, fromVersionList, null)
    writer.intervals.push(from, to + 1, hit * 2)
  }
}

/** `introduced: 0` and `limit: *` name no version but the ends of the line. */
function isBound({ kind, version }: RangeEvent): boolean {
  return (kind === 'introduced' && version === '0') || (kind === 'limit' && version === '*')
}

function boundOf({ kind }: RangeEvent): Place {
  return kind === 'limit' ? behindAll : 0
}
