/** What one unit of a currency is worth in the organization's own, by a rate that somebody stated with a day and a source. */

import { compute, unknown, type NamedFigure } from '#domain/figure.ts'
import type { Currency } from '#domain/money.ts'
import type { ExchangeRate } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
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
  const fits = (one: ExchangeRate): boolean =>
    one.on <= portfolio.asOf && ((one.from === from && one.to === to) || (one.from === to && one.to === from))
  const [newest] = portfolio.organization.stated.exchangeRates
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => fits(one))
    .toSorted((a, b) => (a.one.on < b.one.on ? 1 : a.one.on > b.one.on ? -1 : b.index - a.index))
  if (newest === undefined) return { rate: { id, figure: unknown('not-collected') }, inputs: [] }
  const stated = statedFigure(`${id}/stated`, newest.one, portfolio, `/exchangeRates/${newest.index}`)
  const rate = compute(method, [stated], (one) => (one.from === from ? one.rate : 1 / one.rate))
  return { rate: { id, figure: rate }, inputs: [stated] }
}
