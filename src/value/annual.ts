/** What the stock value means for one year; the two are alternatives and never added to one another or to the stock. */

import type { NamedFigure } from '#domain/figure.ts'
import { assumed, compute } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'

/** Years over which software is written off, straight line: the convention of Harvard Working Paper 24-038. */
export const lifetimeYears = 3

/**
 * Yearly maintenance as a share of the cost of building: published support prices of 20 % (SPSS), 22 % (Oracle) and 25 %
 * (SQL Server) as a proxy of the market.
 */
export const maintenanceShare = { low: 0.2, central: 0.22, high: 0.25 }

/** The yearly share of rebuilding, and the maintenance that is avoided each year; `methods.md` 1.5. */
export function annualFigures(total: NamedFigure<MoneyBand>): readonly NamedFigure[] {
  const lifetime = { id: 'value/assumption/lifetime', figure: assumed(lifetimeYears, 'lifetime') }
  const share = { id: 'value/assumption/maintenance-share', figure: assumed(maintenanceShare, 'maintenance-share') }
  const rebuild = compute({ id: 'annual-rebuild', version: 1 }, [total, lifetime], (money, years) =>
    scale(money, { low: 1 / years, central: 1 / years, high: 1 / years }),
  )
  const maintenance = compute({ id: 'avoided-maintenance', version: 1 }, [total, share], scale)
  return [
    { id: 'value/annual-rebuild', figure: rebuild },
    { id: 'value/avoided-maintenance', figure: maintenance },
    lifetime,
    share,
  ]
}

function scale(money: MoneyBand, by: typeof maintenanceShare): MoneyBand {
  return {
    low: money.low * by.low,
    central: money.central * by.central,
    high: money.high * by.high,
    currency: money.currency,
  }
}
