/** Which advisories speak about what is used, and how far that was looked up. */

import type { IsoTime } from '#domain/figure.ts'
import type { Finding, Severity, Undecided } from '#domain/finding.ts'
import type { NamedAggregate } from './aggregate.ts'

/** The advisories at hand for one ecosystem; an ecosystem that is not listed was not looked up. */
export type AdvisorySet = {
  readonly ecosystem: string
  readonly advisories: number
  /** The newest `modified` among them; null for an empty set. */
  readonly newest: IsoTime | null
  readonly importedAt: IsoTime
}

/** The nearest version of an affected part that ends all its findings; null where none is known. */
export type Remedy = { readonly part: number; readonly version: string | null; readonly findings: number }

export type VulnerabilityAssessment = {
  /** Findings: unique part version × advisory with its aliases. Unknown when no advisories were looked up. */
  readonly total: NamedAggregate<number>
  readonly bySeverity: readonly { readonly severity: Severity; readonly count: NamedAggregate<number> }[]
  readonly affectedParts: NamedAggregate<number>
  readonly affectedProducts: NamedAggregate<number>
  /** Gravest first: severity, score, number of products, id. */
  readonly findings: readonly Finding[]
  readonly remedies: readonly Remedy[]
  readonly undecided: readonly Undecided[]
  readonly advisories: readonly AdvisorySet[]
}
