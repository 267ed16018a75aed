/** Unique parts, each interned once. */

import type { DocumentPart, Hash, LicenseStatement, PurlText } from '#domain/part.ts'
import type { Part, StatedDeprecation } from '#domain/portfolio.ts'
import { ecosystemOf } from '#ecosystems/names.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'

type Draft = Omit<Part, 'licenses' | 'hashes' | 'deprecation'> & {
  licenses: LicenseStatement[]
  hashes?: Hash[]
  deprecation?: StatedDeprecation
}

/** A version under which entries with one purl (or one kind and name) were seen, and the part it is. */
type Seen = {
  readonly version: string | null
  readonly part: number
  readonly next: Seen | undefined
  readonly length: number
}

/** Longer lists are not walked, so that one name with a hundred thousand versions costs no more than as many names. */
const longestWalk = 8
const fewLicenses = 16
/** Documents that state other hashes of one version speak about other files of it; a few are enough to compare. */
const mostHashes = 8

export class PartTable {
  private readonly drafts: Draft[] = []
  /** Entries as they are written, so that the common case costs one look-up and no parsing. */
  private readonly seen = new Map<string, Seen>()
  private readonly indexOfIdentity = new Map<string, number>()
  /** Of parts with many license statements. */
  private readonly licenseKeys = new Map<number, Set<string>>()

  /** The index of an entry's part. */
  intern(entry: DocumentPart): number {
    const key = entry.purl ?? `${entry.kind}\n${entry.name}`
    const first = this.seen.get(key)
    for (let known = first; known !== undefined; known = known.next) {
      if (known.version === entry.version) return this.withLicenses(known.part, entry)
    }
    const part = this.identify(entry)
    const length = (first?.length ?? 0) + 1
    if (length <= longestWalk) this.seen.set(key, { version: entry.version, part, next: first, length })
    return this.withLicenses(part, entry)
  }

  /** Package URL without version of a part. */
  packageOf(part: number): PurlText | null {
    return this.drafts[part]?.package ?? null
  }

  /** The first document that says so counts. */
  deprecate(part: number, deprecation: StatedDeprecation): void {
    const draft = this.drafts[part]
    if (draft !== undefined) draft.deprecation ??= deprecation
  }

  parts(): readonly Part[] {
    return this.drafts
  }

  private identify(entry: DocumentPart): number {
    const parsed = entry.purl === null ? undefined : parsePurl(entry.purl)
    const purl = parsed?.ok === true ? parsed.purl : undefined
    const version = purl === undefined ? entry.version : exactVersion(purl.version, entry.version)
    const identity = `${entry.purl ?? `${entry.kind}\n${entry.name}`}\n${version ?? ''}`
    const known = this.indexOfIdentity.get(identity)
    if (known !== undefined) return known
    const index = this.drafts.length
    this.indexOfIdentity.set(identity, index)
    this.drafts.push({
      purl: entry.purl,
      package: entry.purl === null ? null : packageOf(entry.purl),
      ecosystem: purl === undefined ? null : ecosystemOf(purl),
      kind: entry.kind,
      name: entry.name,
      version,
      licenses: [],
    })
    return index
  }

  private withLicenses(index: number, { licenses, hashes }: DocumentPart): number {
    if (hashes.length > 0) this.withHashes(index, hashes)
    if (licenses.length === 0) return index
    const kept = this.drafts[index]?.licenses
    if (kept === undefined) return index
    for (const license of licenses) if (!this.hasLicense(index, kept, license)) kept.push(license)
    return index
  }

  private withHashes(index: number, hashes: readonly Hash[]): void {
    const draft = this.drafts[index]
    if (draft === undefined) return
    const kept = (draft.hashes ??= [])
    for (const hash of hashes) {
      if (kept.length >= mostHashes) return
      if (!kept.some(({ value }) => value === hash.value)) kept.push(hash)
    }
  }

  private hasLicense(index: number, kept: readonly LicenseStatement[], license: LicenseStatement): boolean {
    if (kept.length < fewLicenses) return kept.some((other) => isSame(license, other))
    const keys = this.licenseKeys.get(index) ?? new Set(kept.map(licenseKey))
    this.licenseKeys.set(index, keys)
    const isKnown = keys.has(licenseKey(license))
    keys.add(licenseKey(license))
    return isKnown
  }
}

function licenseKey({ basis, text, portion }: LicenseStatement): string {
  return `${basis}\n${portion ?? ''}\n${text}`
}

function isSame(a: LicenseStatement, b: LicenseStatement): boolean {
  return a === b || (a.basis === b.basis && a.text === b.text && a.portion === b.portion)
}

/**
 * The version of a package URL is the one its ecosystem knows; the stated one is taken where the URL has none, or where it
 * holds the epoch that the URL puts into a qualifier.
 */
function exactVersion(ofPurl: string | null, stated: string | null): string | null {
  if (ofPurl === null || stated === null) return ofPurl ?? stated
  return stated.endsWith(`:${ofPurl}`) ? stated : ofPurl
}
