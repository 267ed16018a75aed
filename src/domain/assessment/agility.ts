/** How far behind what is used is, how fast it is renewed, and how long known faults stay; `methods.md` 3. */

import type { Coverage, FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { Band, MoneyBand } from '#domain/money.ts'
import type { ProductId } from '#domain/organization.ts'
import type { Directness, PurlText } from '#domain/part.ts'
import type { NamedAggregate } from './aggregate.ts'
import type { Assumption } from './value.ts'

/** Told of each part version in use. */
export type PartMeasureId =
  | 'libyear'
  | 'version-lag'
  | 'major-lag'
  | 'minor-lag'
  | 'patch-lag'
  | 'pulse'
  | 'release-frequency'
  | 'release-gap'

/** Told of histories of lockfiles. */
export type UpdateMeasureId = 'update-cadence' | 'updates-merged' | 'update-latency'

/** Told of the time that advisories and affected versions overlap. */
export type ExposureMeasureId = 'time-to-remediate' | 'exposure-window' | 'vulnerability-days' | 'fix-availability-lag'

/** Told of tags of the organization's own repositories: each stands in for something that only deployments would tell. */
export type ReleaseMeasureId = 'change-lead-time' | 'deployment-frequency' | 'change-fail-rate' | 'recovery-time'

export type AgilityMeasureId = PartMeasureId | UpdateMeasureId | ExposureMeasureId | ReleaseMeasureId

/** What a number counts. */
export type AgilityUnit =
  | 'years'
  | 'releases'
  | 'days'
  | 'releases-per-year'
  | 'updates-per-30-days'
  | 'tags-per-week'
  | 'share'

/** A measure over the parts of a group, each part version once. */
export type Distribution = {
  readonly sum: number
  readonly mean: number
  readonly median: number
  /** Parts for which it is more than zero. */
  readonly above: number
}

export type GroupKind = 'organization' | 'unit' | 'product' | 'scope' | 'ecosystem'

/** The parts of a group that came in one way. Direct ones and those that came along are never mixed. */
export type Freshness = {
  readonly kind: GroupKind
  /** Id of the unit or product, the scope, the ecosystem; empty for the organization. */
  readonly id: string
  readonly directness: Directness
  /** Part versions, each once. */
  readonly parts: number
  readonly measures: readonly {
    readonly measure: PartMeasureId
    readonly unit: AgilityUnit
    readonly value: NamedAggregate<Distribution>
  }[]
  /** Parts that a newer stable release was published for, of all of which that is known; 0 to 1. */
  readonly drift: NamedAggregate<number>
}

/** Newer stable releases by the first number that differs; `other` where versions have no such numbers. */
export type VersionLag = {
  readonly total: number
  readonly major: number
  readonly minor: number
  readonly patch: number
  readonly other: number
}

/** A part version that is behind. */
export type PartBehind = {
  readonly package: PurlText
  readonly name: string
  readonly version: string
  readonly directness: Directness
  readonly products: number
  readonly latest: string
  readonly usedOn: IsoDate
  readonly latestOn: IsoDate
  readonly libyears: number
  readonly lag: VersionLag | null
  /** The first day on which a lockfile at hand brought it; null when no history tells. */
  readonly introducedOn: IsoDate | null
  readonly figure: FigureId
}

export type Measured = {
  readonly value: number
  /** Nine in ten are at most this; null where it makes no sense. */
  readonly p90: number | null
}

export type MeasuredOverTime = {
  readonly measure: Exclude<AgilityMeasureId, PartMeasureId>
  readonly unit: AgilityUnit
  /** The twelve months up to the day, or all that is known where the measure is not one of a year. */
  readonly value: NamedAggregate<Measured>
  /** The twelve months before; null where the measure is not one of a year. Compared with oneself only. */
  readonly before: NamedAggregate<Measured> | null
}

/** The time in which a product held a version that was known to be vulnerable. */
export type ExposureTold = {
  readonly product: ProductId
  readonly package: PurlText
  readonly advisory: string
  /** The day it came; null when it was there before all that is known. */
  readonly introducedOn: IsoDate | null
  readonly disclosedOn: IsoDate | null
  /** The day it left the product; null while it is there. */
  readonly endedOn: IsoDate | null
  /** From the later of the first two to the end or to today; null when that is not known. */
  readonly days: number | null
}

export type ProductMeasures = {
  /** Null: all products together. */
  readonly product: ProductId | null
  readonly measures: readonly MeasuredOverTime[]
}

/** What catching up would cost; known only where the organization says what an update takes. Beside the total, never in it. */
export type UpdateBacklog = {
  /** Pairs of a product and a direct part that is behind. */
  readonly updates: NamedAggregate<number>
  readonly hours: NamedFigure<Band>
  readonly money: NamedFigure<MoneyBand>
}

export type AgilityAssessment = {
  /** The organization first, then units, products, scopes, ecosystems; direct before transitive. */
  readonly freshness: readonly Freshness[]
  /** Most libyears first, at most fifty. */
  readonly behind: readonly PartBehind[]
  /** All products together first; then those with a history. */
  readonly overTime: readonly ProductMeasures[]
  /** Those of unknown length first, then the longest, at most a hundred; empty without advisories. */
  readonly exposures: readonly ExposureTold[]
  readonly backlog: UpdateBacklog
  /** Part versions for which libyears are known, of all. */
  readonly withReleaseDates: Coverage
  /** Products with a lockfile history, of those that the organization makes. */
  readonly withHistory: Coverage
  /** Part versions without known libyears, by ecosystem, most first. */
  readonly missing: readonly { readonly ecosystem: string; readonly parts: number }[]
  readonly assumptions: readonly Assumption[]
}
