/** What catching up would cost. Hours are never invented: only what the organization states counts. */

import type { Freshness, UpdateBacklog } from '#domain/assessment/agility.ts'
import type { Assumption } from '#domain/assessment/value.ts'
import { aggregate, assumed, compute, observed, unknown, type NamedFigure } from '#domain/figure.ts'
import { band, hoursOfYear, type Band, type MoneyBand } from '#domain/money.ts'
import type { Organization } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'

export const hoursAssumption = 'agility-hours-per-update'
const rateAssumption = 'agility-cost-of-an-hour'

export const backlogMethods = {
  updates: { id: 'agility-updates-behind', version: 1 },
  hours: { id: 'agility-backlog-hours', version: 1 },
  money: { id: 'agility-backlog-cost', version: 1 },
}

const notTold = unknown('not-collected')

export type Backlog = UpdateBacklog & {
  readonly assumptions: readonly Assumption[]
  readonly figures: readonly NamedFigure[]
}

/** @param freshness of products; each direct part that is behind is one update */
export function backlogOf(portfolio: Portfolio, freshness: readonly Freshness[]): Backlog {
  const { organization } = portfolio
  const lags = freshness.flatMap(({ kind, directness, parts, measures }) => {
    if (kind !== 'product' || directness === 'transitive') return []
    const lag = measures.find(({ measure }) => measure === 'version-lag')?.value
    if (lag === undefined) return []
    // Whether the product asks for these itself is not known, so neither is whether it would update them.
    const isTold = directness === 'direct'
    return [{ id: lag.id, figure: isTold ? lag.figure : notTold, known: isTold ? lag.coverage.known : 0, of: parts }]
  })
  const { figure } = aggregate(backlogMethods.updates, lags, 'products', (known) =>
    known.reduce((sum, { above }) => sum + above, 0),
  )
  const coverage = {
    known: lags.reduce((sum, { known }) => sum + known, 0),
    of: lags.reduce((sum, { of }) => sum + of, 0),
    unit: 'occurrences',
  }
  const updates: NamedFigure<number> = { id: 'agility/updates-behind', figure }
  const perUpdate = hoursPerUpdate(portfolio)
  const rate = hourlyRate(organization)
  const hours: NamedFigure<Band> = {
    id: 'agility/backlog-hours',
    figure: compute(backlogMethods.hours, [updates, perUpdate], (count, { low, central, high }) =>
      band(count * low, count * central, count * high),
    ),
  }
  const money: NamedFigure<MoneyBand> = {
    id: 'agility/backlog-cost',
    figure: compute(backlogMethods.money, [hours, rate], ({ low, central, high }, hourly) => ({
      ...band(low * hourly, central * hourly, high * hourly),
      currency: organization.laborRate.currency,
    })),
  }
  return {
    updates: { ...updates, coverage },
    hours,
    money,
    assumptions: perUpdate.figure.known ? [printedHours(organization), printedRate(organization)] : [],
    figures: [updates, hours, money, perUpdate, rate],
  }
}

function stated({ stated: { assumptions } }: Organization) {
  return assumptions.find(({ id }) => id === hoursAssumption)
}

/** Bands that are left out take the central one; without it nothing is known. */
function hoursPerUpdate({ organization, organizationFile }: Portfolio): NamedFigure<Band> {
  const id = `agility/assumption/${hoursAssumption}`
  const setting = stated(organization)
  const central = setting?.central
  if (setting === undefined || typeof central !== 'number') return { id, figure: unknown('not-collected') }
  const of = (value: number | string | null): number => (typeof value === 'number' ? value : central)
  const hours = band(Math.min(of(setting.low), central), central, Math.max(of(setting.high), central))
  const place = `/assumptions/${organization.stated.assumptions.indexOf(setting)}`
  return {
    id,
    figure: organizationFile === null ? assumed(hours, hoursAssumption) : observed(hours, organizationFile, place),
  }
}

function hourlyRate({ laborRate: { yearlyWage, loadFactor } }: Organization): NamedFigure<number> {
  return {
    id: `agility/assumption/${rateAssumption}`,
    figure: assumed((yearlyWage * loadFactor) / hoursOfYear, rateAssumption),
  }
}

function printedHours(organization: Organization): Assumption {
  const setting = stated(organization)
  const words = (value: number | string | null | undefined): string => String(value ?? setting?.central ?? '')
  return {
    id: hoursAssumption,
    label: 'Hours for one update',
    low: words(setting?.low),
    central: words(setting?.central),
    high: words(setting?.high),
    source: setting?.source ?? '',
    isDefault: false,
  }
}

function printedRate({ laborRate }: Organization): Assumption {
  const { yearlyWage, currency, loadFactor, source, asOf, basis } = laborRate
  const words = `${yearlyWage} ${currency} × ${loadFactor} ÷ ${hoursOfYear} hours`
  return {
    id: rateAssumption,
    label: 'Cost of an hour',
    low: words,
    central: words,
    high: words,
    source: `${source} (${asOf}); ${hoursOfYear} hours: annual productive hours in grants of the European Union`,
    isDefault: basis === 'default',
  }
}
