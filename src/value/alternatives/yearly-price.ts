/** What one unit of an alternative costs in a year. */

import type { KnownPrice } from '#domain/assessment/alternatives.ts'
import { assumed, compute, unknown, type Figure, type NamedFigure } from '#domain/figure.ts'
import type { Currency } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { readMetric, type Metric } from '#domain/price-book.ts'
import { methods } from './methods.ts'
import { mayCount } from './prices.ts'
import { statedFigure } from './stated.ts'

export type UnitPrice = { readonly amount: number; readonly currency: Currency }

export type PriceFigures = {
  /** As listed, with its source; withheld while it is stale and nobody acknowledged it. */
  readonly listed: NamedFigure<KnownPrice>
  readonly yearly: NamedFigure<UnitPrice>
}

export function priceFigures(price: KnownPrice, years: NamedFigure<number>, portfolio: Portfolio): PriceFigures {
  const listed: NamedFigure<KnownPrice> = { id: `value/price/${price.id}`, figure: listedFigure(price, portfolio) }
  const period = readMetric(price.metric)?.period
  const currency = price.currency
  const yearly =
    period === 'perpetual'
      ? compute(methods.yearlyPrice, [listed, years], ({ price: paid, supportRate }, count) => ({
          amount: spreadPrice(paid, supportRate ?? 0, count),
          currency,
        }))
      : compute(methods.yearlyPrice, [listed], ({ price: paid }) => ({ amount: paid * timesAYear(period), currency }))
  return { listed, yearly: { id: `value/alternative-yearly-price/${price.id}`, figure: yearly } }
}

/** A price p paid once, with support as a share r of it each year, over N years: p / N + r · p a year; `methods.md` 2.1. */
export function spreadPrice(price: number, supportRate: number, years: number): number {
  return price / years + supportRate * price
}

function timesAYear(period: Metric['period'] | undefined): number {
  return period === 'month' ? 12 : 1
}

function listedFigure(price: KnownPrice, portfolio: Portfolio): Figure<KnownPrice> {
  const index = portfolio.organization.stated.prices.findIndex(({ id }) => id === price.id)
  const figure =
    price.basis === 'organization'
      ? statedFigure('', price, portfolio, `/prices/${index}`).figure
      : assumed(price, `price-book/${price.id}`)
  return mayCount(price) ? figure : unknown('withheld', figure.from)
}
