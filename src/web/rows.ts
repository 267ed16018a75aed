/** Rows of the server's lists. */

import type { CoverageBody } from '#api/common.ts'
import type { PortalWords as Words } from '#text/portal-words.ts'
import type { MoneyBand } from './figure.ts'

export type Severity = keyof Words['severities']
export type Criticality = keyof Words['inventory']['criticalities']

export type ProductRow = {
  readonly id: string
  readonly name: string
  readonly unit: { readonly id: string; readonly name: string } | null
  readonly owner: string | null
  readonly criticality: Criticality | null
  readonly origin: keyof Words['inventory']['origins']
  /** Null, as the counts below: nothing was read. */
  readonly parts: number | null
  readonly packages: number | null
  readonly direct: number | null
  /** Null: none, and no part could be looked up. */
  readonly findings: Readonly<Record<Severity, number>> | null
  readonly lookedUp: CoverageBody
  readonly withoutLicense: number | null
  readonly guessedLicenses: number | null
  readonly restricted: number | null
  readonly coverage: CoverageBody
  readonly documents: number
  readonly newestOn: string | null
  readonly value: MoneyBand | null
  readonly valueCoverage: CoverageBody
  readonly valueFigure: string | null
}

export type PackageRow = {
  readonly key: string
  readonly purl: string | null
  readonly name: string
  readonly ecosystem: string | null
  readonly kind: keyof Words['kinds']
  readonly products: number
  readonly versions: number
  readonly criticality: number
  /** Null where it counts the products in sight alone. */
  readonly criticalityFigure: string | null
  readonly health: number | null
  readonly level: keyof Words['sustain']['levels'] | null
  readonly state: keyof Words['sustain']['states'] | null
  readonly subject: string | null
  readonly warnings: readonly (keyof Words['sustain']['warnings'])[]
  readonly value: MoneyBand | null
  readonly valueFigure: string | null
  readonly lines: number | null
  /** Null: none, and not every version could be looked up. */
  readonly findings: number | null
  readonly severity: Severity | null
  readonly licenses: readonly string[]
  readonly openness: keyof Words['licenses']['opennesses']
}

export type FindingRow = {
  readonly id: string
  readonly aliases: readonly string[]
  readonly severity: Severity
  readonly score: number | null
  readonly vector: string | null
  readonly summary: string
  readonly published: string | null
  readonly modified: string | null
  readonly package: string
  readonly purl: string | null
  readonly name: string
  readonly version: string | null
  readonly ecosystem: string | null
  readonly fixed: readonly string[]
  readonly remedy: string | null
  readonly products: number
  readonly figure: string
  /** How a statement names the part version. */
  readonly part: string
  readonly status: FindingState
  /** Products in sight for which something was stated. */
  readonly statedProducts: number
  readonly isReviewDue: boolean
}

export type FindingState = keyof Words['statusPage']['states']

export type ProductPart = {
  readonly purl: string | null
  readonly package: string
  /** As statements about findings name it. */
  readonly part: string
  readonly name: string
  readonly version: string | null
  readonly license: string | null
  readonly scope: keyof Words['scopes']
  readonly directness: keyof Words['directness']
  readonly depth: number
  /** Null: none, and it could not be looked up. */
  readonly findings: number | null
  /** Position of the part through which it comes; null for what the product asks for itself or what nobody tells. */
  readonly via: number | null
}

export type Use = {
  readonly product: string
  readonly name: string
  readonly unit: { readonly id: string; readonly name: string } | null
  readonly owner: string | null
  readonly criticality: Criticality | null
  readonly versions: readonly (string | null)[]
  readonly scope: keyof Words['scopes']
  readonly directness: keyof Words['directness']
  readonly depth: number
  readonly path: readonly { readonly package: string; readonly name: string; readonly version: string | null }[]
}
