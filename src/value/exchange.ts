/** Amounts in another currency, by the rates that the organization states; without one there is no answer. */

import type { Currency } from '#domain/money.ts'
import type { ExchangeRate } from '#domain/organization.ts'

/** @returns undefined when no rate between the two is stated; of several the newest counts, in either direction */
export function exchange(
  amount: number,
  from: Currency,
  to: Currency,
  rates: readonly ExchangeRate[],
): number | undefined {
  if (from === to) return amount
  const [newest] = rates
    .filter((rate) => (rate.from === from && rate.to === to) || (rate.from === to && rate.to === from))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
  if (newest === undefined) return undefined
  return newest.from === from ? amount * newest.rate : amount / newest.rate
}
