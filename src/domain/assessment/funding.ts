/** How a budget could be shared out among those the organization leans on, and what became of money and time given. */

import type { FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { Currency } from '#domain/money.ts'
import type { FundingLink, FundingShare, HealthSubject } from './health.ts'
import type { Assumption } from './value.ts'

/** Somebody who could be helped, with everything the sharing out rests on. */
export type FundingCandidate = {
  readonly subject: HealthSubject
  /** U, 0 to 1: share of the central usage value, else share of all uses by products. */
  readonly usage: NamedFigure<number>
  readonly usageBasis: 'value' | 'products'
  /** K, 0 to 1. */
  readonly criticality: NamedFigure<number>
  /** H, 0 to 1; unknown counts a half and is marked. */
  readonly health: NamedFigure<number>
  readonly links: readonly FundingLink[]
  /** Somebody in house can work on it, as the organization declared. */
  readonly hasSkill: boolean
  /** A project of one or two people; null when nobody counted. */
  readonly isSmall: boolean | null
}

export type FundedShare = FundingShare & {
  readonly figure: FigureId
  readonly usageBasis: FundingCandidate['usageBasis']
  /** In the smallest unit of the currency; `amount` is the same in whole units. */
  readonly minor: number
  readonly links: readonly FundingLink[]
}

/** Why nothing is proposed for somebody. */
export type NotFunded = {
  readonly subject: HealthSubject
  readonly why: 'no-receiver' | 'no-need' | 'unknown-factors' | 'below-floor' | 'beyond-most'
}

export type FundingPlan = {
  readonly currency: Currency
  /** In the smallest unit of the currency. */
  readonly budget: number
  /** Largest first. */
  readonly shares: readonly FundedShare[]
  /** What is left when everybody who can receive is at the cap, or nobody can. budget = Σ shares + unassigned. */
  readonly unassigned: number
  readonly notFunded: readonly NotFunded[]
  readonly assumptions: readonly Assumption[]
}

/** Money or time that was given to one receiver on a day. */
export type Gift = {
  readonly subject: HealthSubject
  readonly on: IsoDate
  readonly amount: number | null
  readonly hours: number | null
}

/** Health on a day on which it was assessed. */
export type HealthSnapshot = { readonly on: IsoDate; readonly health: ReadonlyMap<HealthSubject, NamedFigure<number>> }

/** What can be seen after a gift. Nothing here says that the gift was the cause. */
export type FundingOutcome = {
  readonly subject: HealthSubject
  readonly firstOn: IsoDate
  readonly lastOn: IsoDate
  readonly amount: number
  readonly hours: number
  /** The last assessment up to the first gift; null when there is none. */
  readonly beforeOn: IsoDate | null
  readonly nowOn: IsoDate | null
  readonly before: NamedFigure<number>
  readonly now: NamedFigure<number>
  /** H now − H before. */
  readonly change: NamedFigure<number>
  /** Why the change is unknown. */
  readonly why: 'not-assessed-before' | 'not-assessed-since' | 'unknown-before' | 'unknown-now' | null
}
