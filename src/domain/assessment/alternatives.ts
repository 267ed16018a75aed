/**
 * What is not paid for because open source does the work, beside what was stated; `methods.md` 2. It is another question than
 * the cost of building again: the two are shown side by side and never added.
 */

import type { IsoDate, NamedFigure } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { ProductId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { PriceEntry, PriceQuality } from '#domain/price-book.ts'
import type { NamedAggregate } from './aggregate.ts'
import type { Assumption } from './value.ts'

/** A price as it acts here: from the book, or the organization's own, which goes before. */
export type KnownPrice = Omit<PriceEntry, 'quality'> & {
  readonly basis: 'price-book' | 'organization'
  /** Null for a price of the organization's own. */
  readonly quality: PriceQuality | null
  /** Days up to the day of the assessment; null where the source states no day. */
  readonly ageDays: number | null
  readonly isStale: boolean
  readonly isAcknowledged: boolean
}

/** Why a line has the value it has, or none. */
export type AlternativeState = 'priced' | 'paid-already' | 'no-quantity' | 'price-stale' | 'no-exchange-rate'

/** One function and the one alternative to what serves it. Money is a year's, in the organization's currency. */
export type AlternativeLine = {
  readonly substitution: string
  readonly serves: string
  readonly product: ProductId | null
  readonly part: PurlText | null
  /** Whether any document names the part; null where none is stated. */
  readonly isPartFound: boolean | null
  readonly price: KnownPrice
  /** How far it does what the alternative would, 0 to 1; it weighs every money below. */
  readonly fit: number
  /** Share taken off the list price, where the organization states one; otherwise the scenarios act. */
  readonly discount: number | null
  readonly state: AlternativeState
  /** Other substitutions that the same license serves: it is bought once and divided. */
  readonly sharedWith: readonly string[]
  /** As stated, and what is paid for after sharing, free units and the smallest quantity that is sold. */
  readonly quantity: NamedFigure<number>
  readonly billed: NamedFigure<number>
  /** At the list price. */
  readonly gross: NamedFigure<MoneyBand>
  /** After the discount. */
  readonly discounted: NamedFigure<MoneyBand>
  /** After the discount, less what running it oneself costs more than running the alternative. May be below zero. */
  readonly net: NamedFigure<MoneyBand>
}

export type RefusedSubstitution = { readonly substitution: string; readonly serves: string; readonly issue: Issue }

export type StalePrice = {
  readonly price: string
  readonly alternative: string
  readonly asOf: IsoDate | null
  readonly ageDays: number | null
  readonly substitutions: readonly string[]
}

/** Open source in the inventory that could be valued if somebody said how much of it there is. */
export type AlternativeCandidate = {
  readonly software: string
  readonly name: string
  readonly serves: string
  readonly products: readonly {
    readonly product: ProductId
    /** Package URLs without version that told. */
    readonly packages: readonly PurlText[]
    /** False where only clients or drivers were found: one is used somewhere. */
    readonly isItself: boolean
  }[]
  /** Prices that fit, those that may count at once first. */
  readonly prices: readonly { readonly id: string; readonly metric: string; readonly mayCount: boolean }[]
}

export type AlternativesAssessment = {
  /** In the order of the organization's file. */
  readonly lines: readonly AlternativeLine[]
  /** Totals over functions. Unknown, not zero, when nothing was stated. */
  readonly gross: NamedAggregate<MoneyBand>
  readonly discounted: NamedAggregate<MoneyBand>
  readonly net: NamedAggregate<MoneyBand>
  readonly refused: readonly RefusedSubstitution[]
  readonly stale: readonly StalePrice[]
  readonly candidates: readonly AlternativeCandidate[]
  readonly assumptions: readonly Assumption[]
  /** Places in `organization.yaml`; those of `refused` are among them. */
  readonly issues: readonly Issue[]
}

/** What changes when something else is supposed; money per scenario, so the low of a difference may lie above its high. */
export type AlternativeDifference = {
  readonly substitution: string
  readonly serves: string
  readonly before: Pick<AlternativeLine, 'price' | 'state' | 'quantity' | 'gross' | 'discounted' | 'net'>
  readonly after: Pick<AlternativeLine, 'price' | 'state' | 'quantity' | 'gross' | 'discounted' | 'net'>
  readonly difference: {
    readonly gross: NamedFigure<MoneyBand>
    readonly discounted: NamedFigure<MoneyBand>
    readonly net: NamedFigure<MoneyBand>
  }
}

export type AlternativesComparison = {
  readonly before: AlternativesAssessment
  readonly after: AlternativesAssessment
  /** Lines whose figures differ, and those that were named. */
  readonly changed: readonly AlternativeDifference[]
  /** Lines that could be valued before and may not be any more. */
  readonly newlyRefused: readonly RefusedSubstitution[]
  /** Sums over changed lines that are known before and after. */
  readonly difference: {
    readonly gross: NamedAggregate<MoneyBand>
    readonly discounted: NamedAggregate<MoneyBand>
    readonly net: NamedAggregate<MoneyBand>
  }
}
