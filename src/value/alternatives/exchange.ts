/** What one unit of a currency is worth in the organization's own, by a rate that somebody stated with a day and a source. */

import { compute, unknown, type NamedFigure } from '#domain/figure.ts'
import type { Currency } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { newestRate } from '#value/exchange.ts'
import { statedFigure } from './stated.ts'

export type RateFigures = {
  /** Worth of one unit; unknown where no rate was stated up to the day of the assessment. */
  readonly rate: NamedFigure<number>
  /** The statement it comes from. */
  readonly inputs: readonly NamedFigure[]
}

const method = { id: 'alternative-exchange-rate', version: 1 }

/** The newest statement in either direction wins. */
export function rateFigures(from: Currency, to: Currency, portfolio: Portfolio): RateFigures {
  const id = `value/exchange-rate/${from}-${to}`
  const known = portfolio.organization.stated.exchangeRates.map((one, index) => ({ one, index }))
  const upToNow = known.filter(({ one }) => one.on <= portfolio.asOf)
  const newest = newestRate(
    from,
    to,
    upToNow.map(({ one }) => one),
  )
  if (newest === undefined) return { rate: { id, figure: unknown('not-collected') }, inputs: [] }
  const place = upToNow[newest.index]?.index ?? 0
  const stated = statedFigure(`${id}/stated`, newest.rate, portfolio, `/exchangeRates/${place}`)
  const rate = compute(method, [stated], (one) => (one.from === from ? one.rate : 1 / one.rate))
  return { rate: { id, figure: rate }, inputs: [stated] }
}
