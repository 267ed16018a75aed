/** One substitution as figures: list price, discounted, net of own run cost. */

import type { AlternativeLine, AlternativeState } from '#domain/assessment/alternatives.ts'
import { compute, unknown, type NamedFigure } from '#domain/figure.ts'
import type { Band, MoneyBand } from '#domain/money.ts'
import { band } from '#domain/money.ts'
import type { Substitution } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { Accepted } from './accept.ts'
import type { AlternativeAssumptions } from './assumptions.ts'
import { rateFigures } from './exchange.ts'
import { methods } from './methods.ts'
import { mayCount } from './prices.ts'
import { statedFigure } from './stated.ts'
import { priceFigures } from './yearly-price.ts'

/** Fields of a substitution that are supposed and stand in no file. */
export type Supposed = ReadonlyMap<string, ReadonlySet<keyof Substitution>>

export type LineContext = {
  readonly portfolio: Portfolio
  readonly assumptions: AlternativeAssumptions
  readonly supposed: Supposed
  /** Quantities that are paid for, by substitution. */
  readonly billed: ReadonlyMap<string, number>
  /** Lines that the same purchase serves, with this one. */
  readonly purchase: readonly Accepted[]
  /** Lines with the same price, with this one: what is free or sold at least counts for all of them. */
  readonly ofSamePrice: readonly Accepted[]
  readonly isPartFound: boolean | null
}

export type LineFigures = { readonly line: AlternativeLine; readonly figures: readonly NamedFigure[] }

export function lineFigures(of: Accepted, context: LineContext): LineFigures {
  const { portfolio, assumptions, purchase } = context
  const { substitution, price } = of
  const { currency } = portfolio.organization.laborRate
  const quantity = quantityFigure(of, context)
  const paid = purchase.find((one) => one.substitution.isPaidAlready)
  const common = {
    substitution: substitution.id,
    serves: substitution.serves,
    product: substitution.product,
    part: substitution.part,
    isPartFound: context.isPartFound,
    price,
    fit: substitution.fit,
    discount: substitution.discount,
    sharedWith: purchase.filter((one) => one !== of).map((one) => one.substitution.id),
    quantity,
  }
  if (paid !== undefined) {
    const flag = stated(paid, 'isPaidAlready', 'paid', true, context)
    const nothing = compute(methods.paidAlready, [flag], () => ({ ...band(0, 0, 0), currency }))
    const zero = (name: string): NamedFigure<MoneyBand> => ({
      id: `value/alternative-${name}/${substitution.id}`,
      figure: nothing,
    })
    const billed = { id: `value/alternative-billed/${substitution.id}`, figure: unknown('not-applicable') }
    const money = { gross: zero('gross'), discounted: zero('discounted'), net: zero('net') }
    return {
      line: { ...common, state: 'paid-already', billed, ...money },
      figures: [quantity, flag, billed, money.gross, money.discounted, money.net],
    }
  }

  const { listed, yearly } = priceFigures(price, assumptions.years, portfolio)
  const billed = billedFigure(of, quantity, listed, context)
  const exchange = price.currency === currency ? null : rateFigures(price.currency, currency, portfolio)
  const fit = substitution.fit === 1 ? null : stated(of, 'fit', 'fit', substitution.fit, context)
  const optional = [exchange?.rate, fit].filter((one) => one !== undefined && one !== null)
  const gross = compute(methods.gross, [billed, yearly, ...optional], (units, unit, ...factors) => {
    const amount = (factors as readonly number[]).reduce((product, factor) => product * factor, units * unit.amount)
    return { ...band(amount, amount, amount), currency }
  })
  const grossFigure = { id: `value/alternative-gross/${substitution.id}`, figure: gross }
  const discount =
    substitution.discount === null
      ? assumptions.discount
      : stated(of, 'discount', 'discount', flat(substitution.discount), context)
  const discounted: NamedFigure<MoneyBand> = {
    id: `value/alternative-discounted/${substitution.id}`,
    figure: compute(methods.discounted, [grossFigure, discount], afterDiscount),
  }
  const run = runCost(of, context)
  const net: NamedFigure<MoneyBand> = {
    id: `value/alternative-net/${substitution.id}`,
    figure: compute(methods.net, [discounted, run.difference], (money, more) => ({
      ...band(money.low - more, money.central - more, money.high - more),
      currency,
    })),
  }
  const state = stateOf(of, exchange !== null && !exchange.rate.figure.known)
  return {
    line: { ...common, state, billed, gross: grossFigure, discounted, net },
    figures: [
      grossFigure,
      discounted,
      net,
      quantity,
      billed,
      listed,
      yearly,
      ...optional,
      ...(exchange?.inputs ?? []),
      discount,
      run.difference,
      ...run.inputs,
    ],
  }
}

function stateOf({ substitution, price }: Accepted, isWithoutRate: boolean): AlternativeState {
  if (!mayCount(price)) return 'price-stale'
  if (substitution.quantity === null) return 'no-quantity'
  return isWithoutRate ? 'no-exchange-rate' : 'priced'
}

function quantityFigure(of: Accepted, context: LineContext): NamedFigure<number> {
  const { quantity, id } = of.substitution
  return quantity === null
    ? { id: `value/alternative-quantity/${id}`, figure: unknown('not-collected') }
    : stated(of, 'quantity', 'quantity', quantity, context)
}

function billedFigure(
  of: Accepted,
  quantity: NamedFigure<number>,
  listed: NamedFigure,
  context: LineContext,
): NamedFigure<number> {
  const others = context.ofSamePrice
    .filter((one) => one !== of && one.substitution.quantity !== null)
    .map((one) => quantityFigure(one, context))
  const { id } = of.substitution
  return {
    id: `value/alternative-billed/${id}`,
    figure: compute(methods.billed, [quantity, listed, ...others], () => context.billed.get(id)),
  }
}

/** Unknown unless both sides are stated: what running the other one would cost is not nothing. */
function runCost(of: Accepted, context: LineContext) {
  const { id, ownRunCost, alternativeRunCost } = of.substitution
  const cost = (key: 'ownRunCost' | 'alternativeRunCost', name: string, value: number | null): NamedFigure<number> =>
    value === null
      ? { id: `value/alternative-${name}/${id}`, figure: unknown('not-collected') }
      : stated(of, key, name, value, context)
  const own = cost('ownRunCost', 'own-run-cost', ownRunCost)
  const other = cost('alternativeRunCost', 'run-cost', alternativeRunCost)
  const figure = compute(methods.runCostDifference, [own, other], (ours, theirs) => ours - theirs)
  const difference: NamedFigure<number> = { id: `value/alternative-run-cost-difference/${id}`, figure }
  return { difference, inputs: [own, other] }
}

function stated<T>(
  { substitution, index }: Accepted,
  key: keyof Substitution,
  name: string,
  value: T,
  { portfolio, supposed }: LineContext,
): NamedFigure<T> {
  const isSupposed = supposed.get(substitution.id)?.has(key) === true
  const at = isSupposed ? undefined : `/alternatives/${index}/${key}`
  return statedFigure(`value/alternative-${name}/${substitution.id}`, value, portfolio, at)
}

function flat(share: number): Band {
  return band(share, share, share)
}

function afterDiscount(money: MoneyBand, { low, central, high }: Band): MoneyBand {
  return {
    ...band(money.low * (1 - low), money.central * (1 - central), money.high * (1 - high)),
    currency: money.currency,
  }
}
