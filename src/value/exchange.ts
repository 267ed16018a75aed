/** Amounts in another currency, by the rates that the organization states; without one there is no answer. */

import type { Currency } from '#domain/money.ts'
import type { ExchangeRate } from '#domain/organization.ts'

/** The newest rate between two currencies, stated in either direction; of one day the last in the list. */
export function newestRate(
  from: Currency,
  to: Currency,
  rates: readonly ExchangeRate[],
): { readonly rate: ExchangeRate; readonly index: number } | undefined {
  return rates
    .map((rate, index) => ({ rate, index }))
    .filter(({ rate }) => (rate.from === from && rate.to === to) || (rate.from === to && rate.to === from))
    .toSorted((a, b) => (a.rate.on < b.rate.on ? 1 : a.rate.on > b.rate.on ? -1 : b.index - a.index))[0]
}

/** @returns undefined when no rate between the two is stated */
export function exchange(
  amount: number,
  from: Currency,
  to: Currency,
  rates: readonly ExchangeRate[],
): number | undefined {
  if (from === to) return amount
  const newest = newestRate(from, to, rates)?.rate
  if (newest === undefined) return undefined
  return newest.from === from ? amount * newest.rate : amount / newest.rate
}
