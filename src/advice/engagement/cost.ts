/** What an option costs in a year: hours × rate, an amount, or a price that somebody stated. Never one bare number. */

import type { EngagementOption, EngagementOptionText } from '#domain/engagement.ts'
import { compute, lift, unknown, type Figure, type NamedFigure } from '#domain/figure.ts'
import { addBands, band, type Band, type MoneyBand } from '#domain/money.ts'
import type { PurlText } from '#domain/part.ts'
import type { CostAssumptions } from './assumptions.ts'
import type { Prepared } from './context.ts'
import { costFigureId, forkFigureId } from './figure-ids.ts'
import { statedAs } from './stated.ts'

export type OptionCosts = {
  readonly cost: NamedFigure<MoneyBand>
  /** Figures that the cost is computed from and that are not assumptions. */
  readonly from: readonly NamedFigure[]
}

export function costOf(
  prepared: Prepared,
  assumptions: CostAssumptions,
  option: EngagementOption,
  subject: string,
  name: PurlText | null,
): OptionCosts {
  const { currency } = prepared.portfolio.organization.laborRate
  const { cost } = optionText(prepared.options, option)
  const id = costFigureId(option, subject)
  if (cost.isPriced) return { cost: { id, figure: statedPrice(prepared, name) }, from: [] }
  const carried = option === 3 || option === 4 ? carriedHours(prepared, name) : undefined
  if (carried !== undefined) return { cost: { id, figure: figureFrom(carried) }, from: [carried] }
  return {
    cost: { id, figure: assumptions.remembered(option, () => figureFrom(assumptions.hours(cost.assumption))) },
    from: [],
  }

  function figureFrom(hours: NamedFigure<Band> | undefined): Figure<MoneyBand> {
    const amount = assumptions.amount(cost.assumption)
    const inMoney = (value: Band): MoneyBand => ({ ...value, currency })
    if (hours === undefined)
      return amount === undefined
        ? unknown('not-collected')
        : compute({ id: 'advice/amount', version: 1 }, [amount], (value) => inMoney(value))
    return amount === undefined
      ? compute({ id: 'advice/hours-at-rate', version: 1 }, [hours, assumptions.rate], (value, rate) =>
          inMoney(times(value, rate)),
        )
      : compute(
          { id: 'advice/hours-at-rate-and-amount', version: 1 },
          [hours, assumptions.rate, amount],
          (value, rate, paid) => inMoney(addBands(times(value, rate), paid)),
        )
  }
}

export function optionText(options: readonly EngagementOptionText[], option: EngagementOption): EngagementOptionText {
  const text = options[option]
  if (text?.number !== option) throw new Error(`options are not in the order of their numbers: ${option}`)
  return text
}

function times({ low, central, high }: Band, rate: number): Band {
  return band(low * rate, central * rate, high * rate)
}

/** Hours that the organization counts for its forks, where it states hours and releases of all of them. */
function carriedHours({ forksOf }: Prepared, name: PurlText | null): NamedFigure<Band> | undefined {
  const forks = name === null ? [] : (forksOf.get(name) ?? [])
  let hours = 0
  for (const { hoursPerRelease, releasesPerYear } of forks) {
    if (hoursPerRelease === null || releasesPerYear === null) return undefined
    hours += hoursPerRelease * releasesPerYear
  }
  if (forks.length === 0) return undefined
  return {
    id: `advice/carrying-hours/${name}`,
    figure: lift(
      band(hours, hours, hours),
      { id: 'advice/carrying-hours', version: 1 },
      forks.map(({ id }) => forkFigureId(id)),
    ),
  }
}

/** A price of support is known when somebody states what an offer says for a year. */
function statedPrice({ statements, portfolio }: Prepared, name: PurlText | null): NamedFigure<MoneyBand>['figure'] {
  const declaration = name === null ? undefined : statements.about({ part: name }, 'support-price')
  if (typeof declaration?.value !== 'number' || declaration.value <= 0) return unknown('not-collected')
  const { value } = declaration
  return statedAs(declaration, { ...band(value, value, value), currency: portfolio.organization.laborRate.currency })
}
