/** What the stock value means for one year; the two are alternatives and never added to one another or to the stock. */

import type { ValueAssumptionId } from '#domain/assessment/value.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { compute } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { Reading, ValueSettings } from './settings.ts'

const rebuildMethod = { id: 'annual-rebuild', version: 2 }
const maintenanceMethod = { id: 'avoided-maintenance', version: 2 }

/** The yearly share of rebuilding, and the maintenance that is avoided each year; `methods.md` 1.5. */
export function annualFigures(
  total: NamedFigure<MoneyBand>,
  settings: ValueSettings,
  assumptions: ReadonlyMap<ValueAssumptionId, NamedFigure>,
): readonly NamedFigure<MoneyBand>[] {
  const [lifetime, share] = [assumptions.get('lifetime'), assumptions.get('maintenance-share')]
  const inputsWith = (one: NamedFigure | undefined) => [total, ...(one === undefined ? [] : [one])] as const
  return [
    {
      id: 'value/annual-rebuild',
      figure: compute(rebuildMethod, inputsWith(lifetime), (money) =>
        scale(money, settings, ({ lifetimeYears }) => 1 / lifetimeYears),
      ),
    },
    {
      id: 'value/avoided-maintenance',
      figure: compute(maintenanceMethod, inputsWith(share), (money) =>
        scale(money, settings, ({ maintenanceShare }) => maintenanceShare),
      ),
    },
  ]
}

function scale(money: MoneyBand, settings: ValueSettings, by: (reading: Reading) => number): MoneyBand {
  return {
    low: money.low * by(settings.low),
    central: money.central * by(settings.central),
    high: money.high * by(settings.high),
    currency: money.currency,
  }
}
