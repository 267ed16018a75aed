/**
 * How the versions that a product locks changed over time, and which releases its repository made: what git tells of the
 * organization's own repositories.
 */

import type { EvidenceId } from './evidence.ts'
import type { IsoDate, IsoTime } from './figure.ts'
import type { Severity } from './finding.ts'
import type { Issue } from './issue.ts'
import type { ProductId } from './organization.ts'
import type { PurlText } from './part.ts'

/** One version that came, went, or took the place of another. */
export type VersionChange = {
  /** Package URL without version. */
  readonly package: PurlText
  /** Null: it was not there before. */
  readonly from: string | null
  /** Null: it is no longer there. */
  readonly to: string | null
}

/** A commit on the main line that changed a lockfile. */
export type LockfileChange = {
  readonly commit: string
  /** When it landed on the main line; never before the change that it follows. */
  readonly on: IsoTime
  readonly changes: readonly VersionChange[]
}

export type LockfileHistory = {
  /** Relative to the repository. */
  readonly path: string
  /** Oldest first. The first one brings all that was there then. */
  readonly changes: readonly LockfileChange[]
  /** False when older changes exist that were not read, so that what the first one brings may have been there before. */
  readonly isWhole: boolean
  /** Versions of the file that could not be read. */
  readonly unread: number
}

/** A tag that names a stable version. */
export type ReleaseTag = {
  readonly name: string
  readonly on: IsoTime
  /** From the author's date of each commit first contained in it, merges left out, to the tag; ascending. */
  readonly leadSeconds: readonly number[]
  /** Commits among them that take something back or repair it in haste, by their subject. */
  readonly repairs: number
  /** False for tags before the days that were asked for: their commits were not counted. */
  readonly isCounted: boolean
}

export type RepositoryUpdates = {
  /** As the user calls it. */
  readonly path: string
  readonly tip: string | null
  readonly isShallow: boolean
  readonly files: readonly LockfileHistory[]
  /** Oldest first. */
  readonly tags: readonly ReleaseTag[]
  readonly issues: readonly Issue[]
}

/** What the repositories of one product tell, up to a day. */
export type UpdateHistory = {
  /** The kept original: this very object as JSON, without this field. Places are JSON pointers into it. */
  readonly evidence: EvidenceId
  readonly product: ProductId
  readonly observedOn: IsoDate
  readonly counts: { readonly lockfiles: number; readonly changes: number; readonly tags: number }
  readonly repositories: readonly RepositoryUpdates[]
}

/** A version, in use now or once, that an advisory speaks about. */
export type AffectedVersion = {
  readonly package: PurlText
  readonly version: string
  /** The preferred id of the advisory's aliases. */
  readonly advisory: string
  readonly severity: Severity
  /** Null when the advisory does not say. */
  readonly published: IsoDate | null
  /** The originals of the advisory and of its aliases. */
  readonly evidence: readonly EvidenceId[]
  /** Versions that end the affected ranges, ascending. */
  readonly fixed: readonly string[]
}
