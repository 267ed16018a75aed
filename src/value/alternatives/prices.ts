/** Prices by id: the organization's own before those of the book, each with its age on the day of the assessment. */

import type { KnownPrice } from '#domain/assessment/alternatives.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { Stated } from '#domain/organization.ts'
import type { PriceBook } from '#domain/price-book.ts'

/** An own price is asked to be looked at again after as many days. */
export const ownPriceStaleAfterDays = 365

const dayLength = 86_400_000

export function knownPrices(
  { prices, acknowledgedPrices }: Pick<Stated, 'prices' | 'acknowledgedPrices'>,
  book: PriceBook,
  asOf: IsoDate,
): ReadonlyMap<string, KnownPrice> {
  const acknowledged = new Set(acknowledgedPrices)
  const aged = (price: Omit<KnownPrice, 'ageDays' | 'isStale' | 'isAcknowledged'>): KnownPrice => {
    const ageDays = price.asOf === null ? null : daysBetween(price.asOf, asOf)
    return {
      ...price,
      ageDays,
      isStale: ageDays === null || ageDays > price.staleAfterDays,
      isAcknowledged: acknowledged.has(price.id),
    }
  }
  const listed = book.prices.map((price) => aged({ ...price, basis: 'price-book' }))
  const software = new Map(listed.map((price) => [price.id, price.software]))
  const own = prices.map(({ name, ...price }) =>
    aged({
      ...price,
      software: software.get(price.id) ?? [],
      alternative: name,
      edition: null,
      minimum: null,
      freeQuantity: 0,
      quality: null,
      staleAfterDays: ownPriceStaleAfterDays,
      note: null,
      basis: 'organization',
    }),
  )
  return new Map([...listed, ...own].map((price) => [price.id, price]))
}

/** A stale price counts when somebody acknowledged that it still holds. */
export function mayCount({ isStale, isAcknowledged }: KnownPrice): boolean {
  return !isStale || isAcknowledged
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength)
}
