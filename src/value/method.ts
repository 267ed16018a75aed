/**
 * The contract of a value method: from columns of packages to person-months in three bands. One file per method in
 * `methods/`; the file name is the id.
 */

import type { Method } from '#domain/figure.ts'
import type { Band } from '#domain/money.ts'
import type { Reading, ValueSettings } from './settings.ts'

/** Packages with a known size, one element per column. */
export type PackageColumns = {
  readonly count: number
  /** Deduplicated lines, and lines as shipped. */
  readonly deduplicated: Float64Array
  readonly raw: Float64Array
  /** 1 where the package is needed at runtime, or where nothing tells what it is needed for. */
  readonly isRuntime: Uint8Array
  /** 1 where something needs it, and nothing needs it more than optionally. */
  readonly isOptional: Uint8Array
  /** 1 where every occurrence is known to come through other packages. */
  readonly isTransitiveOnly: Uint8Array
  /** 1 where every occurrence is in a bought product. */
  readonly isInBoughtOnly: Uint8Array
}

/** Person-months of each package, one element per package. */
export type EffortColumns = {
  readonly low: Float64Array
  readonly central: Float64Array
  readonly high: Float64Array
}

export type ValueMethod = Method & {
  readonly label: string
  readonly question: string
  readonly explanation: string
  readonly source: string
  /** What each package adds to the total; by the default assumptions when no settings are given. */
  readonly effort: (packages: PackageColumns, settings?: ValueSettings) => EffortColumns
  /** The same in one band. */
  readonly effortAt: (packages: PackageColumns, reading: Reading) => Float64Array
  /** What the same packages would take as one program, in person-months; a comparison only. */
  readonly effortAsOneProgram: (packages: PackageColumns, settings?: ValueSettings) => Band
}

export function defineValueMethod(method: ValueMethod): ValueMethod {
  return method
}
