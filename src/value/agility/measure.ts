/**
 * The contract of an agility measure: from dated facts to one number with its unit. One file per measure in `measures/`; the
 * file name is the id.
 */

import type {
  AgilityMeasureId,
  AgilityUnit,
  ExposureMeasureId,
  PartMeasureId,
  ReleaseMeasureId,
  UpdateMeasureId,
} from '#domain/assessment/agility.ts'
import type { DayWindow } from './days.ts'

/** Stable releases of a package that nobody took back, published up to the day; one element per column, lowest version first. */
export type StableReleases = {
  /** In the order of the ecosystem; equal versions have equal ranks. */
  readonly ranks: Int32Array
  /** Day of publication; NaN where nobody says. */
  readonly days: Float64Array
  /** Major, minor and patch of each; null where the version has no such numbers. */
  readonly numbers: readonly (VersionNumbers | null)[]
  /** Days of publication in their own order; empty when one is unknown. */
  readonly calendar: Float64Array
}

export type VersionNumbers = readonly [major: number, minor: number, patch: number]

/** A part version in use, beside what its package published. */
export type UsedRelease = {
  readonly rank: number
  /** Day of publication; NaN where nobody says. */
  readonly day: number
  readonly numbers: VersionNumbers | null
  readonly releases: StableReleases
  readonly asOf: number
}

/** A version that took the place of another in a lockfile. */
export type AdoptedUpdate = {
  readonly package: string
  readonly from: string
  readonly to: string
  /** The day it landed on the main line. */
  readonly day: number
  readonly isUpgrade: boolean
  /** Day of publication of `to`; NaN where nobody says. */
  readonly releasedOn: number
}

/** How the lockfiles of one product changed. */
export type UpdateRecord = {
  readonly product: string
  /** The day of the first change that is known. */
  readonly since: number
  /** Moments at which a commit changed a lockfile, ascending. */
  readonly commits: readonly number[]
  readonly updates: readonly AdoptedUpdate[]
}

/** The time in which products held a version that an advisory speaks about. Days are whole. */
export type Exposure = {
  /** One where a history tells of it; all of which nothing is known but that they hold it stand together. */
  readonly products: readonly string[]
  readonly package: string
  readonly advisory: string
  /** The day it came into the product; NaN where no history tells. */
  readonly introduced: number
  /** NaN where the advisory does not say. */
  readonly disclosed: number
  /** The day of the release of the nearest fixed version; NaN where nobody says. */
  readonly fixReleased: number
  /** The day on which the last affected version left the product; null while one is there. */
  readonly ended: number | null
}

/** A stable tag of an own repository. */
export type StableTag = {
  readonly numbers: VersionNumbers
  readonly moment: number
  readonly leadDays: readonly number[]
  readonly hasRepairs: boolean
}

/** Stable tags of one repository that follow one another, oldest first. */
export type ReleaseSeries = { readonly product: string; readonly tags: readonly StableTag[] }

/** A number over many things, and how many of them it could be told of. */
export type Sample = {
  /** Undefined: it is not reached, or there is nothing to tell it of. */
  readonly value: number | undefined
  readonly p90?: number | undefined
  readonly known: number
  readonly of: number
  readonly unit: string
}

type Described<Id extends AgilityMeasureId> = {
  readonly id: Id
  readonly version: number
  readonly label: string
  readonly question: string
  readonly explanation: string
  readonly formula: string
  readonly source: string
  readonly unit: AgilityUnit
}

export type PartMeasure = Described<PartMeasureId> & {
  readonly of: 'part'
  /** Where it is summed up: in every group, or for the organization, its scopes and ecosystems only. */
  readonly groups: 'all' | 'organization'
  /** NaN: unknown. Runs once per part version, so it makes no objects. */
  readonly measure: (used: UsedRelease) => number
}

export type UpdateMeasure = Described<UpdateMeasureId> & {
  readonly of: 'updates'
  readonly measure: (records: readonly UpdateRecord[], window: DayWindow) => Sample
}

export type ExposureMeasure = Described<ExposureMeasureId> & {
  readonly of: 'exposures'
  readonly measure: (exposures: readonly Exposure[], asOf: number) => Sample
}

/** Tags are not deployments: the label says so. */
export type ReleaseMeasure = Described<ReleaseMeasureId> & {
  readonly of: 'releases'
  readonly measure: (series: readonly ReleaseSeries[], window: DayWindow) => Sample
}

export type AgilityMeasure = PartMeasure | UpdateMeasure | ExposureMeasure | ReleaseMeasure

export function defineAgilityMeasure<const Definition extends AgilityMeasure>(definition: Definition): Definition {
  return definition
}

/** The method under which the figures of a measure are kept. */
export function methodOf({ id, version }: AgilityMeasure): { readonly id: string; readonly version: number } {
  return { id: `agility-${id}`, version }
}
