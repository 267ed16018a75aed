/** Under which terms things are used, and how much of that is known. */

import type { NamedFigure } from '#domain/figure.ts'
import type { LicensedAsset, Openness, Reciprocity } from '#domain/license-facts.ts'
import type { ProductId } from '#domain/organization.ts'
import type { NamedAggregate } from './aggregate.ts'

/** Where a part's effective license comes from: somebody stated it, or one of our rules read it out of free text. */
export type LicenseCertainty = 'stated' | 'guessed' | 'unclear' | 'absent'

/** The terms of one portion of an asset (a model: code, weights, data, documentation), or of the whole asset. */
export type PortionTerms = {
  /** Null for the asset as a whole. */
  readonly portion: string | null
  readonly asset: LicensedAsset
  /** Canonical SPDX expression; null when nothing could be told. */
  readonly expression: string | null
  readonly basis: 'declared' | 'concluded' | 'found' | null
  readonly certainty: LicenseCertainty
  /** The rule that guessed; null when nobody guessed. */
  readonly guessedBy: string | null
  /** The statement as written; null when absent. */
  readonly text: string | null
  /** The terms picked of those that the expression offers, for example `["MIT"]` of `MIT OR GPL-2.0-only`. */
  readonly chosen: readonly string[]
  readonly isChoice: boolean
  readonly openness: Openness
  /** Null is unknown; it is never taken for permissive. */
  readonly reciprocity: Reciprocity | null
  readonly network: boolean
  /** Ids of duties of the chosen terms. */
  readonly duties: readonly string[]
}

/** The terms of one part version. Declared, concluded and found statements stay apart. */
export type PartTerms = {
  /** Index into `portfolio.parts`. */
  readonly part: number
  readonly name: string
  readonly version: string | null
  readonly declared: readonly string[]
  readonly concluded: readonly string[]
  readonly found: readonly string[]
  /** True when declared and concluded statements name different licenses. */
  readonly isDisputed: boolean
  readonly portions: readonly PortionTerms[]
  /** Of several portions the least open. */
  readonly openness: Openness
  readonly reciprocity: Reciprocity | null
  readonly network: boolean
  readonly certainty: LicenseCertainty
}

/** A part by name, with how many products use it. */
export type LicensePart = {
  readonly part: number
  readonly name: string
  readonly version: string | null
  readonly expression: string | null
  readonly text: string | null
  readonly products: number
}

export type ProductLicenses = {
  readonly product: ProductId
  readonly name: string
  /** Part versions that the product uses. */
  readonly parts: number
  readonly byOpenness: Readonly<Record<Openness, number>>
  readonly byReciprocity: Readonly<Record<Reciprocity | 'unknown', number>>
  readonly guessed: number
  readonly withoutLicense: number
  readonly network: number
}

export type LicenseAssessment = {
  /** Part versions with any license statement, of all part versions. */
  readonly stated: NamedAggregate<number>
  /** Part versions by openness; each figure's coverage says for how many parts the class is known. */
  readonly byOpenness: readonly { readonly openness: Openness; readonly count: NamedAggregate<number> }[]
  /** Part versions by reciprocity; unknown is a row of its own. */
  readonly byReciprocity: readonly {
    readonly reciprocity: Reciprocity | 'unknown'
    readonly count: NamedAggregate<number>
  }[]
  /** Parts whose terms come from a guess; they are counted above too, and never silently. */
  readonly guessed: NamedAggregate<number>
  /** Parts under terms where use over a network counts. */
  readonly network: NamedAggregate<number>
  /** Parts that offer a choice of licenses. */
  readonly choices: NamedAggregate<number>
  /** Declared and concluded statements differ. */
  readonly disputed: NamedAggregate<number>
  /** Licenses by number of part versions, most frequent first. */
  readonly licenses: readonly { readonly license: string; readonly parts: number; readonly guessed: number }[]
  /** Rules that guessed, by number of part versions. */
  readonly guesses: readonly { readonly rule: string; readonly parts: number }[]
  /** Parts with no statement at all, most used first. */
  readonly withoutLicense: readonly LicensePart[]
  /** Parts with a statement that nobody could read. */
  readonly unclear: readonly LicensePart[]
  /** Parts that are source-available or use-restricted, most used first. */
  readonly restricted: readonly (LicensePart & { readonly openness: Openness })[]
  readonly products: readonly ProductLicenses[]
  /** Ids of duties with the number of part versions that carry them; labels stand in the tables. */
  readonly duties: readonly { readonly duty: string; readonly label: string; readonly parts: number }[]
  /** One figure per product: part versions with a known openness. */
  readonly productFigures: readonly NamedFigure<number>[]
}
