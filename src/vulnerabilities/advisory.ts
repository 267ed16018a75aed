/** An advisory as Headwater keeps it: the fields of an OSV record that decide who is affected and how badly. */

import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoTime } from '#domain/figure.ts'

export type RangeEvent = {
  readonly kind: 'introduced' | 'fixed' | 'last_affected' | 'limit'
  /** A version, or a commit in `GIT` ranges. `0` as `introduced` lies before every version. */
  readonly version: string
}

export type AffectedRange = {
  /** `UNKNOWN` for a kind or a list of events that cannot be evaluated; it keeps its place in the list. */
  readonly type: 'SEMVER' | 'ECOSYSTEM' | 'GIT' | 'UNKNOWN'
  /** Address of the repository of a `GIT` range. */
  readonly repository: string | null
  readonly events: readonly RangeEvent[]
}

/** `CVSS_V2`, `CVSS_V3`, `CVSS_V4` with a vector, or another scale (`Ubuntu`) with its word. */
export type SeverityStatement = { readonly type: string; readonly score: string }

export type AffectedPackage = {
  /** OSV's name with its release, such as `Debian:12`; null for records about repositories only. */
  readonly ecosystem: string | null
  readonly name: string | null
  readonly ranges: readonly AffectedRange[]
  /** Versions listed one by one, or tags of the repository. */
  readonly versions: readonly string[]
  readonly severity: readonly SeverityStatement[]
  /** The word of `ecosystem_specific.severity` or `database_specific.severity`. */
  readonly severityWord: string | null
}

export type Advisory = {
  readonly id: string
  readonly modified: IsoTime
  readonly published: IsoTime | null
  /** Set when the database took the advisory back; it then affects nothing. */
  readonly withdrawn: IsoTime | null
  readonly aliases: readonly string[]
  readonly upstream: readonly string[]
  readonly related: readonly string[]
  /** The summary, or the first line of the details. */
  readonly summary: string
  readonly severity: readonly SeverityStatement[]
  readonly severityWord: string | null
  /** One element per element of the record, in its order, so that JSON pointers hold. */
  readonly affected: readonly AffectedPackage[]
  readonly references: readonly { readonly type: string; readonly url: string }[]
}

/** An advisory with the evidence that keeps its original bytes. */
export type KeptAdvisory = { readonly advisory: Advisory; readonly evidence: EvidenceId }
