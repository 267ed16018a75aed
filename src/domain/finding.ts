/** A part version × one advisory with its aliases. */

import type { EvidenceId } from './evidence.ts'

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'none' | 'unknown'

/** Gravest first. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'none', 'unknown']

export type AdvisoryRef = {
  readonly id: string
  /** The evidence that holds the advisory's original bytes. */
  readonly evidence: EvidenceId
  /** JSON pointer to the range or version list that matched, for example `/affected/0/ranges/0`. */
  readonly at: string
}

export type Finding = {
  /** Index into `Portfolio.parts`. */
  readonly part: number
  /** The preferred id of the alias group: CVE before GHSA before the rest, then by name. */
  readonly id: string
  /** All ids of the group including `id`, sorted. */
  readonly aliases: readonly string[]
  readonly advisories: readonly [AdvisoryRef, ...AdvisoryRef[]]
  readonly summary: string
  readonly severity: Severity
  /** Base score 0–10, null when no vector could be scored. */
  readonly score: number | null
  readonly vector: string | null
  /** Versions that end the affected ranges which matched, ascending in the ecosystem's order. */
  readonly fixed: readonly string[]
  readonly published: string | null
  readonly modified: string | null
}

/** A part that could not be decided, and why; never the same as "not affected". */
export type Undecided = {
  readonly part: number
  readonly code:
    | 'no-purl'
    | 'no-version'
    | 'version-unreadable'
    | 'ecosystem-not-loaded'
    | 'range-unknown'
    /** Advisories speak about releases of a distribution, and the part does not say which one it is from. */
    | 'release-unknown'
}
