/** List prices of what could be bought in place of open source: data that ships, passed into the areas as a value. */

import type { IsoDate } from './figure.ts'
import type { Currency } from './money.ts'

/** 1: the vendor's own page; 2: a dated page that cites the vendor's list; 3: an adviser or a blog. */
export type PriceQuality = 1 | 2 | 3

/** The smallest quantity that is sold, to each order of the organization or for each server. */
export type MinimumQuantity = { readonly quantity: number; readonly per: 'order' | 'server' }

export type PriceEntry = {
  readonly id: string
  /** Ids of `software` that it may replace. */
  readonly software: readonly string[]
  readonly alternative: string
  readonly edition: string | null
  readonly price: number
  readonly currency: Currency
  /** What one unit is; see `readMetric`. */
  readonly metric: string
  /** Yearly support as a share of a perpetual price. */
  readonly supportRate: number | null
  readonly minimum: MinimumQuantity | null
  /** The first units that cost nothing. */
  readonly freeQuantity: number
  /** The day the source is about; null where it states none, so that nobody knows how old the price is. */
  readonly asOf: IsoDate | null
  readonly source: string
  readonly quality: PriceQuality
  readonly staleAfterDays: number
  readonly note: string | null
}

/** Open source that people use as it is, with what tells of it in an inventory. */
export type ReplaceableSoftware = {
  readonly id: string
  readonly name: string
  /** What it usually does for people. */
  readonly serves: string
  /** Package URLs without version of the program itself; `*` stands for a number in the name. */
  readonly packages: readonly string[]
  /** Clients and drivers: they tell that one is used somewhere, not that it is here. */
  readonly signs: readonly string[]
}

/** A known alternative for which no price was found that could be cited: the organization brings its own. */
export type UnpricedAlternative = {
  readonly id: string
  readonly alternative: string
  readonly why: 'pages-disagree' | 'range-only' | 'none-found'
  readonly note: string | null
}

export type PriceBook = {
  readonly version: number
  readonly prices: readonly PriceEntry[]
  readonly software: readonly ReplaceableSoftware[]
  readonly unpriced: readonly UnpricedAlternative[]
}

export type Metric = {
  /** What the price is for: so many months, years, for good, or what is used up. */
  readonly period: 'month' | 'year' | 'perpetual' | 'used-up'
  /** True where the quantity is a number of people, who are the same whatever product they work with. */
  readonly countsPeople: boolean
}

const people = /^(?:user|seat|member|editor|named-user|active-user)-/
const usedUp: ReadonlySet<string> = new Set(['gb', 'million-events'])

/**
 * Reads `user-month`, `core-year`, `processor-perpetual`, `perpetual-license`, `gb`, `million-events`. The quantity of a
 * price by the month or the year is how many there are; of what is used up it is what a year uses.
 *
 * @returns undefined for a metric that does not say for how long the price is paid
 */
export function readMetric(metric: string): Metric | undefined {
  const period = periodOf(metric)
  return period && { period, countsPeople: people.test(metric) }
}

function periodOf(metric: string): Metric['period'] | undefined {
  if (usedUp.has(metric)) return 'used-up'
  if (metric === 'perpetual-license') return 'perpetual'
  const period = /.-(month|year|perpetual)$/.exec(metric)?.[1]
  return period as Metric['period'] | undefined
}
