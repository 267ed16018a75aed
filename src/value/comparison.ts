/** The same packages valued as another tool or study does it: a figure to stand beside the total, never in it. */

import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import { lift, unknown, type NamedFigure } from '#domain/figure.ts'
import type { Currency } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { exchange } from './exchange.ts'
import { valueLedger, type LedgerOptions } from './ledger.ts'
import { estimateLike, presets, type PresetEstimate } from './presets.ts'

export type PresetId = keyof typeof presets

export const presetIds = Object.keys(presets) as readonly PresetId[]

/** An estimate in the other's way, with its cost in the other's currency. */
export type LikeEstimate = PresetEstimate & { readonly currency: Currency; readonly yearlyWage: number }

export type Comparison = {
  readonly preset: PresetId
  /** The name of the tool or study. */
  readonly label: string
  readonly estimate: NamedAggregate<LikeEstimate>
  /** Its person-months ÷ ours, central; null when either is unknown. */
  readonly ratio: number | null
  /** Its cost in the organization's currency; null when no exchange rate between the two is stated. */
  readonly costInOwn: number | null
  readonly ownCurrency: Currency
}

const likeMethod = { id: 'usage-like', version: 1 }

/** Over all packages with a known size, on deduplicated lines. Where a study publishes no wage, the organization's base wage is taken. */
export function compareWith(portfolio: Portfolio, preset: PresetId, options: LedgerOptions = {}): Comparison {
  const ledger = valueLedger(portfolio, options)
  const { exchangeRates } = portfolio.organization.stated
  const known = ledger.lines.filter(({ bands }) => bands !== null)
  const settings = presets[preset]
  const { yearlyWage, currency } =
    settings.yearlyWage === null ? ledger.rate : { yearlyWage: settings.yearlyWage, currency: settings.currency }
  const estimate = estimateLike(
    settings,
    known.map(({ of }) => of.size?.deduplicated ?? 0),
    yearlyWage,
  )
  const sizes = ledger.lines.map(({ size }) => size)
  const figure = lift<LikeEstimate>({ ...estimate, currency, yearlyWage }, likeMethod, inputs(sizes))
  const isKnown = known.length > 0 || sizes.length === 0
  const ours = known.reduce((sum, { bands }) => sum + (bands?.personMonths.central ?? 0), 0)
  const inOwn = estimate.cost === null ? undefined : exchange(estimate.cost, currency, ledger.currency, exchangeRates)
  return {
    preset,
    label: settings.label,
    estimate: {
      id: `value/like/${preset}`,
      figure: isKnown ? figure : unknown('not-collected', figure.from),
      coverage: { known: known.length, of: sizes.length, unit: 'packages' },
    },
    ratio: isKnown && ours > 0 ? estimate.personMonths / ours : null,
    costInOwn: isKnown ? (inOwn ?? null) : null,
    ownCurrency: ledger.currency,
  }
}

function inputs(figures: readonly NamedFigure[]): readonly string[] {
  return figures.map(({ id }) => id)
}
