/** What it would cost to build again what is used, each package once; `methods.md` 1.5. */

import type { Coverage, FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { LocalText } from '#domain/maturity-model.ts'
import type { Band, Currency, MoneyBand } from '#domain/money.ts'
import type { ProductId } from '#domain/organization.ts'
import type { PurlText, Scope } from '#domain/part.ts'
import type { SizeSource } from '#domain/portfolio.ts'
import type { NamedAggregate } from './aggregate.ts'

/** The threshold of an indicator, or what a way to deal with parts takes in a year. */
export type AssumptionAbout =
  | { readonly kind: 'threshold' | 'hours'; readonly name: LocalText }
  | { readonly kind: 'amount'; readonly name: LocalText; readonly currency: Currency }

/** A named, adjustable assumption, with its three bands in words and where they come from. */
export type Assumption = {
  readonly id: string
  /** In English, for programs; people read it in their language, from `text/assumption-label.ts`. */
  readonly label: string
  /** What it is about where content names that; absent where the id alone says it. */
  readonly about?: AssumptionAbout
  readonly low: string
  readonly central: string
  readonly high: string
  readonly source: string
  /** True for our own proposals and for placeholders that ask to be replaced. */
  readonly isDefault: boolean
}

/** The assumptions of the usage value, in the order in which they act; `methods.md` 1.5. */
export const valueAssumptionIds = [
  'A1-size',
  'A2-model',
  'A2-eaf',
  'A3-labor-rate',
  'A4-scope',
  'A5-use',
  'A5-large-lines',
  'A6-aggregation',
  'A7-uniqueness',
  'A8-bought-products',
  'lifetime',
  'maintenance-share',
] as const

export type ValueAssumptionId = (typeof valueAssumptionIds)[number]

/** A word such as `deduplicated`, or a number whose unit the assumption tells. */
export type AssumptionValue = number | string

export type ValueAssumption = Assumption & {
  readonly id: ValueAssumptionId
  readonly values: Readonly<Record<keyof Band, AssumptionValue>>
  /** Ours, the organization's own, or tried out for one question. */
  readonly basis: 'default' | 'stated' | 'what-if'
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

/** Why packages are not valued by themselves, in the order in which the rules decide. */
export const doubleCountingRuleIds = [
  'own-work',
  'not-software',
  'data-package',
  'types-only',
  'polyfill',
  'bundle',
  'binary-of-source',
  'platform-variant',
  'same-code',
] as const

export type DoubleCountingRuleId = (typeof doubleCountingRuleIds)[number]

/** Packages that are not valued by themselves, so that no work counts twice; with the rule that says why. */
export type LeftOutPackages = {
  readonly rule: DoubleCountingRuleId
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

/** What the parts of a product, a unit, or under a condition are worth: each package once for the subject. */
export type SubjectValue = {
  /** Id of the product, the unit or the condition. */
  readonly subject: string
  /** Packages whose size is known, of all that the subject uses. */
  readonly coverage: Coverage
  /** Null when no size is known: unknown, not nothing. */
  readonly personMonths: Band | null
  readonly money: MoneyBand | null
  readonly figure: FigureId
  readonly effortFigure: FigureId
}

/** The total in central money when one assumption moves and the others stay central. */
export type Swing = {
  /** With the assumption at its low, central and high reading. */
  readonly low: number
  readonly central: number
  readonly high: number
  /** From the lowest of the three to the highest. */
  readonly width: number
  readonly currency: Currency
}

export type Sensitivity = { readonly assumption: ValueAssumptionId; readonly swing: NamedFigure<Swing> }

/** A package that is in use in several major versions: one counts, the others are told for information. */
export type SeveralMajors = {
  readonly package: PurlText
  readonly name: string
  /** The version that the counted size is from; null when the size names none. */
  readonly counted: string | null
  /** Ascending. Lines are null where no size of that major version is known. */
  readonly majors: readonly {
    readonly major: number
    readonly versions: readonly string[]
    readonly deduplicated: number | null
  }[]
}

/** A published share of open source in code bases; stands beside an organization's own share and never in it. */
export type ReuseBenchmark = {
  readonly id: string
  readonly year: number
  /** 0 to 1. */
  readonly share: number
  readonly codebases: number | null
  readonly source: string
}

export type ProductReuse = {
  readonly product: ProductId
  /** Packages whose size is known, of those it delivers. */
  readonly coverage: Coverage
  readonly openLines: NamedFigure<number>
  readonly ownLines: NamedFigure<number>
  /** Open source lines ÷ all lines, 0 to 1. */
  readonly share: NamedFigure<number>
}

/** How much of what is delivered is open source; `methods.md` 3.1. Over products whose own code was counted. */
export type ReuseAssessment = {
  /** 0 to 1; covers packages. */
  readonly share: NamedAggregate<number>
  readonly openLines: NamedAggregate<number>
  /** Covers the products that the organization makes. */
  readonly ownLines: NamedAggregate<number>
  readonly byProduct: readonly ProductReuse[]
  /** By year. */
  readonly benchmarks: readonly ReuseBenchmark[]
  /** The last day on which own code was counted; null when it never was. */
  readonly measuredOn: IsoDate | null
}

export type ValueAssessment = {
  readonly personMonths: NamedAggregate<Band>
  readonly money: NamedAggregate<MoneyBand>
  readonly byScope: readonly ScopeValue[]
  /** Known packages by central value, highest first. */
  readonly packages: readonly PackageValue[]
  readonly assumptions: readonly ValueAssumption[]
  /** Packages that occur in bought products only: listed, not added to the central total (A8). */
  readonly inBoughtOnly: { readonly packages: number; readonly money: NamedAggregate<MoneyBand> }
  /** Model applied once on the total instead of per package: a comparison only (A6). Person-months. */
  readonly oneProgram: NamedFigure<Band>
  /** Packages without a size, by ecosystem. */
  readonly missing: readonly { readonly ecosystem: string; readonly packages: number }[]
  /** Packages outside the coverage because valuing them would count work twice or is not a question of lines. */
  readonly leftOut?: readonly LeftOutPackages[]
  /** Widest swing first. Empty when the total is unknown. */
  readonly sensitivity: readonly Sensitivity[]
  /** In the order of the organization's products and units; units with their sub-units. Products without documents are left out. */
  readonly byProduct: readonly SubjectValue[]
  readonly byUnit: readonly SubjectValue[]
  /** What stands under conditions that other areas found, for example packages that lean on one person. */
  readonly atRisk: readonly SubjectValue[]
  /** Packages in use in several major versions, by name. */
  readonly severalMajors: readonly SeveralMajors[]
  readonly reuse: ReuseAssessment
}
