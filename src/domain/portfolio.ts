/**
 * Everything known about an organization on a date, read-only. Columnar: unique parts are interned once; occurrences and
 * edges are typed arrays, so that ten thousand products × 600 parts are tens of megabytes and not millions of objects.
 */

import type { Evidence, EvidenceId } from './evidence.ts'
import type { IsoDate, IsoTime } from './figure.ts'
import type { Issue } from './issue.ts'
import type { Organization } from './organization.ts'
import type { ProjectLink } from './project.ts'
import type { Upstream } from './upstream.ts'
import type { Hash, LicenseStatement, PartKind, PurlText, ReadDocument, Refusal } from './part.ts'

/** A unique part version. Parts without a package URL are unique by kind, name and version. */
export type Part = {
  readonly purl: PurlText | null
  /** Package URL without version, qualifiers and subpath; null as `purl`. The unit of value: each package once. */
  readonly package: PurlText | null
  /** OSV's ecosystem name (`npm`, `PyPI`, …), null when unknown. */
  readonly ecosystem: string | null
  readonly kind: PartKind
  readonly name: string
  readonly version: string | null
  readonly licenses: readonly LicenseStatement[]
  /** Of the delivered file, as any document states them; absent when none does. */
  readonly hashes?: readonly Hash[]
  /** Why its publishers tell people to leave it, as the first document that says so has it; absent when none does. */
  readonly deprecation?: StatedDeprecation
}

/** A sentence of the publishers, and the place in a document that repeats it. */
export type StatedDeprecation = { readonly note: string; readonly evidence: EvidenceId; readonly at: string }

/** A file that was read: where its occurrences came from. */
export type PortfolioDocument = {
  readonly path: string
  readonly evidence: EvidenceId
  readonly reader: string
  readonly format: string
  readonly specVersion: string | null
  /** What the document is about, where it says so. */
  readonly subject?: ReadDocument['subject']
  /** Index into `organization.products`. */
  readonly product: number
  readonly counts: {
    readonly found: number
    readonly taken: number
    readonly refused: number
    readonly edges: number
    readonly services: number
  }
  readonly refused: readonly Refusal[]
  readonly issues: readonly Issue[]
}

/** A part in a document, one element per column. */
export type Occurrences = {
  readonly count: number
  /** Index into `parts`. */
  readonly part: Int32Array
  /** Index into `documents`. */
  readonly document: Int32Array
  /** Code of `scopes`. */
  readonly scope: Uint8Array
  /** Code of `directnesses`. */
  readonly directness: Uint8Array
  /** Steps from the product; 1 is direct, 0 is unknown. */
  readonly depth: Uint8Array
  /** Where it stands in the document; a JSON pointer or `line N`. */
  readonly at: readonly string[]
}

/** Relations between occurrences of the same document. `from` -1 is the product itself. */
export type Edges = {
  readonly count: number
  /** Index into `occurrences`, or -1. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Index into `documents`. */
  readonly document: Int32Array
}

/** How a size in lines was obtained, best first; `methods.md` 1.6. */
export type SizeSource =
  | 'declared'
  | 'measured-source'
  | 'measured-tarball-dedup'
  | 'measured-installed'
  | 'published'
  | 'estimated-size'

export const sizeSources: readonly SizeSource[] = [
  'declared',
  'measured-source',
  'measured-tarball-dedup',
  'measured-installed',
  'published',
  'estimated-size',
]

/** Source lines of code of one package (all versions share one; the largest wins). */
export type PackageSize = {
  readonly package: PurlText
  readonly version: string | null
  /** Deduplicated authored lines: physical, non-blank, non-comment, programming languages only. */
  readonly deduplicated: number
  /** Lines as shipped. */
  readonly raw: number
  readonly source: SizeSource
  readonly evidence: EvidenceId
  readonly at: string
  readonly measuredOn: IsoDate
  /** Data packages (tables of MIME types, license lists) are not valued by lines. */
  readonly isData: boolean
}

/** What was found on disk and could not be taken in. */
export type Unread = { readonly path: string; readonly code: Issue['code'] }

export type Portfolio = {
  readonly asOf: IsoDate
  readonly knownAt: IsoTime
  readonly organization: Organization
  /** The original of `organization.yaml`; places in it are JSON pointers. Null for a default that stands in for one. */
  readonly organizationFile: EvidenceId | null
  readonly parts: readonly Part[]
  readonly documents: readonly PortfolioDocument[]
  readonly occurrences: Occurrences
  readonly edges: Edges
  /** Upstream projects behind packages, where something states them. */
  readonly projectLinks: readonly ProjectLink[]
  readonly sizes: readonly PackageSize[]
  /** What is known of packages and projects beyond their use here. */
  readonly upstream: Upstream
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>
  readonly unread: readonly Unread[]
}
