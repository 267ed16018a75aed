/**
 * The read model: what lists and pages show, one row for each unique thing, with numbers that stay the same from one
 * assessment to the next. Who uses a thing is kept apart, so that a list can be cut to the units somebody may see:
 * findings are rows of part version × advisory and are never multiplied by products.
 */

import type { IsoDate } from './figure.ts'
import type { Severity } from './finding.ts'
import type { LicenseCertainty } from './assessment/licenses.ts'
import type { HealthLevel, HealthWarning, LevelInterval, ProjectState } from './assessment/health.ts'
import type { Openness, Reciprocity } from './license-facts.ts'
import type { MoneyBand } from './money.ts'
import type { Audience, Criticality, Origin, PersonId, ProductId, SupplierId, UnitId } from './organization.ts'
import type { PartKind, PurlText } from './part.ts'

export type ViewKind = 'product' | 'package' | 'part' | 'finding' | 'subject'

/** The order is the code in the store. */
export const viewKinds: readonly ViewKind[] = ['product', 'package', 'part', 'finding', 'subject']

/** The number of a row among those of its kind. */
export type ViewNumber = number

export type ProductView = {
  readonly id: ProductId
  readonly name: string
  readonly unit: UnitId | null
  readonly owner: PersonId | null
  readonly criticality: Criticality | null
  readonly origin: Origin
  readonly audience: Audience | null
  readonly supplier: SupplierId | null
  readonly documents: number
  /** Entries of its documents: found = taken + refused. */
  readonly found: number
  readonly refused: number
  /** Part versions and packages, each once. */
  readonly parts: number
  readonly packages: number
  readonly direct: number
  /** Part version × advisory; null when no advisories were looked up. */
  readonly findings: Readonly<Record<Severity, number>> | null
  readonly undecided: number
  readonly withoutLicense: number
  readonly guessed: number
  /** Part versions that are source-available, use-restricted or closed. */
  readonly restricted: number
  /** The day of the newest document; null without documents. */
  readonly newestOn: IsoDate | null
  /** Null: no size is known. */
  readonly value: MoneyBand | null
  /** Packages whose size is known. */
  readonly valued: number
}

export type PackageView = {
  /** Package URL without version, or `KIND:NAME`. */
  readonly key: string
  readonly purl: PurlText | null
  readonly name: string
  readonly ecosystem: string | null
  readonly kind: PartKind
  /** The subject of health it belongs to; null when nothing is known of it. */
  readonly subject: ViewNumber | null
  readonly health: number | null
  readonly level: HealthLevel | null
  readonly state: ProjectState | null
  readonly warnings: readonly HealthWarning['id'][]
  readonly value: MoneyBand | null
  readonly valueFigure: string | null
  readonly lines: number | null
}

export type PartView = {
  readonly package: ViewNumber
  readonly purl: PurlText | null
  readonly name: string
  readonly version: string | null
  readonly ecosystem: string | null
  readonly kind: PartKind
  /** Of several portions the least open one's. */
  readonly license: string | null
  /** The statement as written, where no expression could be told. */
  readonly licenseText: string | null
  readonly openness: Openness
  readonly reciprocity: Reciprocity | null
  readonly certainty: LicenseCertainty
  readonly network: boolean
  readonly isDisputed: boolean
  readonly duties: readonly string[]
  /** The nearest version that ends all its findings; null where none is known or none is needed. */
  readonly remedy: string | null
  readonly isUndecided: boolean
}

export type FindingView = {
  readonly part: ViewNumber
  readonly id: string
  readonly aliases: readonly string[]
  readonly severity: Severity
  readonly score: number | null
  readonly vector: string | null
  readonly summary: string
  readonly fixed: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly figure: string
}

export type SubjectView = {
  readonly subject: string
  readonly project: string | null
  readonly packages: readonly ViewNumber[]
  readonly health: number | null
  readonly healthFigure: string
  readonly known: number
  readonly level: HealthLevel
  readonly state: ProjectState | null
  readonly stateFigure: string
  readonly absenceFactor: number | null
  /** Null where nobody looked: there is no chain then. */
  readonly absenceFigure: string | null
  readonly scorecard: number | null
  readonly openCodeLevel: LevelInterval | null
  readonly warnings: readonly HealthWarning['id'][]
  readonly hasFunding: boolean
  readonly lastReleaseOn: IsoDate | null
  readonly lastCommitOn: IsoDate | null
}

export type ViewRows = {
  readonly product: ProductView
  readonly package: PackageView
  readonly part: PartView
  readonly finding: FindingView
  readonly subject: SubjectView
}

/** What is told of the state of the views as a whole. */
export type ViewHead = {
  readonly assessment: string
  readonly asOf: IsoDate
  readonly organization: string
  readonly units: readonly { readonly id: UnitId; readonly name: string; readonly parent: UnitId | null }[]
  readonly suppliers: readonly { readonly id: SupplierId; readonly name: string }[]
  readonly isLookedUp: boolean
}

/** The parts that one product uses, each once; columns of equal length, ascending by part. */
export type ProductUses = {
  readonly part: Int32Array
  /** The part through which it comes, one step nearer to the product; -1 for none, -2 when no document tells. */
  readonly via: Int32Array
  /** Codes of `scopes` and `directnesses`. */
  readonly scope: Uint8Array
  readonly directness: Uint8Array
  /** Steps from the product; 1 is direct, 0 unknown. */
  readonly depth: Uint8Array
}

export const viaNothing = -1
export const viaUnknown = -2

/**
 * How many products of a unit use each row of a kind, for rows that any uses. `rest` is for packages alone and empty for others: Σ ln(1 − c·d·s·r)
 * over those products, so that K = 1 − e^Σ can be told for any set of units.
 */
export type UnitUses = {
  /** Empty: products that belong to no unit. */
  readonly unit: UnitId
  readonly kind: 'package' | 'part' | 'subject'
  readonly row: Int32Array
  readonly products: Int32Array
  readonly rest: Float64Array
}
