/** What the days of the organization's own people cost. */

import type { ContributionHistories, ShownActivity } from '#domain/contribution.ts'
import type { Figure, NamedFigure } from '#domain/figure.ts'
import { compute, observed, unknown } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { ContributionAssumptions } from './assumptions.ts'
import { laborCost } from './give-take.ts'
import { methods } from './methods.ts'

export type OwnLabor = {
  readonly activity: NamedFigure<ShownActivity>
  readonly activeDays: NamedFigure<number>
  readonly labor: NamedFigure<MoneyBand>
  /** The same in repositories that the organization does not publish itself. */
  readonly upstreamDays: NamedFigure<number>
  readonly upstreamLabor: NamedFigure<MoneyBand>
}

export function ownLabor(
  histories: ContributionHistories | null,
  { hours, rate }: ContributionAssumptions,
  currency: string,
): OwnLabor {
  const cost = (id: string, days: NamedFigure<number>): NamedFigure<MoneyBand> => ({
    id,
    figure: compute(methods.labor, [days, hours, rate], (count, perDay, hourly) => ({
      ...laborCost(count, hourly, perDay),
      currency,
    })),
  })
  const activeDays = { id: 'contribution/active-days', figure: daysOf(histories, 'total') }
  const upstreamDays = { id: 'contribution/active-days-upstream', figure: daysOf(histories, 'upstream') }
  return {
    activity: {
      id: 'contribution/activity',
      figure: histories === null ? unknown('not-collected') : observed(histories.total, histories.evidence, '/total'),
    },
    activeDays,
    labor: cost('contribution/labor', activeDays),
    upstreamDays,
    upstreamLabor: cost('contribution/labor-upstream', upstreamDays),
  }
}

/** Days of a group too small to be shown are withheld, not zero. */
function daysOf(histories: ContributionHistories | null, group: 'total' | 'upstream'): Figure<number> {
  if (histories === null) return unknown('not-collected')
  const { activeDays } = histories[group]
  const { evidence } = histories
  return activeDays === null
    ? unknown('withheld', [{ kind: 'observed', evidence, at: `/${group}` }])
    : observed(activeDays, evidence, `/${group}/activeDays`)
}
