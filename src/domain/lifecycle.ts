/** Whether what is used is still kept up by those who make it: states, and the names under which products occur. */

import type { Coverage, IsoDate, NamedFigure } from './figure.ts'
import type { PurlText } from './part.ts'

export type LifecycleState = 'supported' | 'security-only' | 'ended'

/** What a part's release line is in, on a day. */
export type LifecycleStatus = {
  /** The id of the product in its source. */
  readonly product: string
  readonly cycle: string
  readonly state: LifecycleState
  /** The day on which this state ends, or for `ended` on which support ended; null when only yes or no is stated. */
  readonly until: IsoDate | null
  /** For `ended`: when support beyond the end stops, often for money; null when there is none or it is over. */
  readonly extendedUntil: IsoDate | null
}

export type PartLifecycle = {
  /** Index into `portfolio.parts`. */
  readonly part: number
  readonly product: string
  /** `distribution`: the release of the distribution that the package comes with, which carries fixes of its own. */
  readonly basis: 'identifier' | 'known-name' | 'distribution'
  /** Unknown when the version fits no release line of the product. */
  readonly status: NamedFigure<LifecycleStatus>
}

export type LifecycleAssessment = {
  /** Parts that belong to a product whose release lines are known, in the order of the portfolio. */
  readonly parts: readonly PartLifecycle[]
  /** Parts whose state is known, of all parts. */
  readonly coverage: Coverage
}

/** Package names that surely share the release lines of a product, and how distributions name their releases. */
export type LifecycleNames = {
  readonly products: readonly { readonly product: string; readonly packages: readonly PurlText[] }[]
  readonly distributions: readonly {
    readonly product: string
    /** Type and namespace of its package URLs: `deb/debian`. */
    readonly packages: string
    /** What stands before the release in the qualifier `distro`: `debian-12`, or nothing for a bare release. */
    readonly prefixes: readonly string[]
    /** Container images that are the distribution. */
    readonly images: readonly PurlText[]
    readonly codenames: Readonly<Record<string, string>>
  }[]
}
