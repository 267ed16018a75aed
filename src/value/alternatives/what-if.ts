/** Tries out another alternative, quantity or discount, buying it or leaving it, and shows what that changes. */

import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { AlternativeDifference, AlternativeLine, AlternativesComparison } from '#domain/assessment/alternatives.ts'
import { aggregate, compute, unknown, type NamedFigure } from '#domain/figure.ts'
import { band, type Currency, type MoneyBand } from '#domain/money.ts'
import type { Stated, Substitution } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { PriceBook } from '#domain/price-book.ts'
import { sumOf, workAlternatives } from './assess.ts'
import type { Supposed } from './lines.ts'
import { methods } from './methods.ts'
import { knownPrices } from './prices.ts'

/** What is supposed of one substitution; everything else stays as stated. */
export type Supposition = Partial<Pick<Substitution, 'price' | 'quantity' | 'discount' | 'isPaidAlready'>>

const kinds = ['gross', 'discounted', 'net'] as const

/**
 * The same organization before and after. A quantity counts in the metric of its price: after a switch to a price with
 * another metric it is unknown until a new one is supposed.
 *
 * @param suppositions by id of a substitution; ids that nothing carries change nothing
 * @param acknowledged ids of stale prices that are supposed to hold still
 */
export function compareAlternatives(
  portfolio: Portfolio,
  book: PriceBook,
  suppositions: ReadonlyMap<string, Supposition>,
  acknowledged: readonly string[] = [],
): AlternativesComparison {
  const { organization } = portfolio
  const { stated } = organization
  const metrics = new Map([...knownPrices(stated, book, portfolio.asOf)].map(([id, { metric }]) => [id, metric]))
  const substitutions = stated.substitutions.map((one) => suppose(one, suppositions.get(one.id), metrics))
  const supposed: Supposed = new Map(
    [...suppositions].map(([id, of]) => [id, new Set(Object.keys(of) as (keyof Substitution)[])]),
  )
  const acknowledgedPrices = [...stated.acknowledgedPrices, ...acknowledged]
  const changedStated: Stated = { ...stated, substitutions, acknowledgedPrices }
  const before = workAlternatives(portfolio, book)
  const after = workAlternatives(
    { ...portfolio, organization: { ...organization, stated: changedStated } },
    book,
    supposed,
  )

  const changed = before.assessment.lines.flatMap((was): AlternativeDifference[] => {
    const is = after.assessment.lines.find(({ substitution }) => substitution === was.substitution)
    if (is === undefined) return []
    const isSame = kinds.every((kind) => JSON.stringify(valueOf(was[kind])) === JSON.stringify(valueOf(is[kind])))
    return isSame && !suppositions.has(was.substitution) ? [] : [differenceOf(was, is)]
  })
  const { currency } = organization.laborRate
  return {
    before: before.assessment,
    after: after.assessment,
    changed,
    newlyRefused: after.assessment.refused.filter(({ substitution }) =>
      before.assessment.lines.some((line) => line.substitution === substitution),
    ),
    difference: {
      gross: totalDifference('gross', changed, currency),
      discounted: totalDifference('discounted', changed, currency),
      net: totalDifference('net', changed, currency),
    },
  }
}

function suppose(
  one: Substitution,
  supposition: Supposition | undefined,
  metrics: ReadonlyMap<string, string>,
): Substitution {
  if (supposition === undefined) return one
  const after = { ...one, ...supposition }
  const isOtherMetric = metrics.get(one.price) !== metrics.get(after.price)
  return isOtherMetric && supposition.quantity === undefined ? { ...after, quantity: null } : after
}

function differenceOf(before: AlternativeLine, after: AlternativeLine): AlternativeDifference {
  const difference = (kind: (typeof kinds)[number]): NamedFigure<MoneyBand> => ({
    id: `value/alternative-difference-${kind}/${before.substitution}`,
    figure: compute(
      methods.difference,
      [
        { id: `${before[kind].id}/before`, figure: before[kind].figure },
        { id: `${after[kind].id}/after`, figure: after[kind].figure },
      ],
      (was, is) => ({
        ...band(is.low - was.low, is.central - was.central, is.high - was.high),
        currency: is.currency,
      }),
    ),
  })
  return {
    substitution: before.substitution,
    serves: before.serves,
    before,
    after,
    difference: { gross: difference('gross'), discounted: difference('discounted'), net: difference('net') },
  }
}

function totalDifference(
  kind: (typeof kinds)[number],
  changed: readonly AlternativeDifference[],
  currency: Currency,
): NamedAggregate<MoneyBand> {
  const id = `value/alternative-difference-${kind}`
  if (changed.length === 0)
    return { id, figure: unknown('not-applicable'), coverage: { known: 0, of: 0, unit: 'functions' } }
  const inputs = changed.map(({ difference }) => difference[kind])
  return { id, ...aggregate(methods.differenceTotal, inputs, 'functions', (known) => sumOf(known, currency)) }
}

function valueOf({ figure }: NamedFigure<MoneyBand>): unknown {
  return figure.known ? figure.value : figure.why
}
