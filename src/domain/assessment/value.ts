/** What it would cost to build again what is used, each package once; `methods.md` 1.5. */

import type { FigureId, NamedFigure } from '#domain/figure.ts'
import type { Band, MoneyBand } from '#domain/money.ts'
import type { PurlText, Scope } from '#domain/part.ts'
import type { SizeSource } from '#domain/portfolio.ts'
import type { NamedAggregate } from './aggregate.ts'

/** A named, adjustable assumption, with its three bands in words and where they come from. */
export type Assumption = {
  readonly id: string
  readonly label: string
  readonly low: string
  readonly central: string
  readonly high: string
  readonly source: string
  /** True for our own proposals and for placeholders that ask to be replaced. */
  readonly isDefault: boolean
}

export type PackageValue = {
  readonly package: PurlText
  readonly name: string
  /** The strongest need over all products: runtime before optional before development. */
  readonly scope: Scope
  /** Source lines, deduplicated and as shipped. */
  readonly deduplicated: number
  readonly raw: number
  readonly sizeSource: SizeSource
  readonly personMonths: Band
  readonly money: MoneyBand
  readonly figure: FigureId
  /** Products that use it; the value counts once whatever this is (A7). */
  readonly products: number
  /** True when it occurs in bought products only, so that its bands follow A8: nothing in low and central. */
  readonly isInBoughtOnly?: boolean
}

/** Packages that are not valued by themselves, so that no work counts twice; with the rule that says why. */
export type LeftOutPackages = {
  /** Id of the rule, for example `types-only`. */
  readonly rule: string
  readonly label: string
  readonly packages: number
  /** At most five of them, by name. */
  readonly examples: readonly string[]
}

export type ScopeValue = {
  readonly scope: Scope
  readonly packages: number
  readonly personMonths: Band
  readonly money: MoneyBand
}

export type ValueAssessment = {
  readonly personMonths: NamedAggregate<Band>
  readonly money: NamedAggregate<MoneyBand>
  readonly byScope: readonly ScopeValue[]
  /** Known packages by central value, highest first. */
  readonly packages: readonly PackageValue[]
  readonly assumptions: readonly Assumption[]
  /** Packages that occur in bought products only: listed, not added to the central total (A8). */
  readonly inBoughtOnly: { readonly packages: number; readonly money: NamedAggregate<MoneyBand> }
  /** Model applied once on the total instead of per package: a comparison only (A6). Person-months. */
  readonly oneProgram: NamedFigure<Band>
  /** Packages without a size, by ecosystem. */
  readonly missing: readonly { readonly ecosystem: string; readonly packages: number }[]
  /** Packages outside the coverage because valuing them would count work twice or is not a question of lines. */
  readonly leftOut?: readonly LeftOutPackages[]
}
