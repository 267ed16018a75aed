/** The named assumptions of the counselor; an organization may replace hours and amounts. */

import type { Assumption, AssumptionAbout } from '#domain/assessment/value.ts'
import type { EngagementOption, EngagementOptionText } from '#domain/engagement.ts'
import { assumed, observed, type Figure, type NamedFigure } from '#domain/figure.ts'
import type { Band, MoneyBand } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { assumptionFigureId } from './figure-ids.ts'
import { manyAuthors, releasesOfOldPatch, reviewMonths, shareOfSeat } from './thresholds.ts'

/** Productive hours of a person in a year: the figure that grants of the European Union count with. */
export const hoursOfYear = 1720

export type CostAssumptions = {
  /** Cost of an hour of own people. */
  readonly rate: NamedFigure<number>
  readonly hours: (assumption: string) => NamedFigure<Band> | undefined
  readonly amount: (assumption: string) => NamedFigure<Band> | undefined
  /** The cost of an option is the same for every part that states nothing of its own: made once. */
  readonly remembered: (option: EngagementOption, make: () => Figure<MoneyBand>) => Figure<MoneyBand>
  readonly all: readonly NamedFigure[]
  readonly printed: readonly Assumption[]
}

const proposal = 'Headwater, a proposal; no published norm'

export function costAssumptions(portfolio: Portfolio, options: readonly EngagementOptionText[]): CostAssumptions {
  const { laborRate } = portfolio.organization
  const { yearlyWage, loadFactor, currency, source, asOf, basis } = laborRate
  const hours = new Map<string, NamedFigure<Band>>()
  const amounts = new Map<string, NamedFigure<Band>>()
  const made = new Map<EngagementOption, Figure<MoneyBand>>()
  const printed: Assumption[] = []
  const add = (
    map: Map<string, NamedFigure<Band>>,
    key: string,
    id: string,
    about: AssumptionAbout,
    band: Band,
  ): void => {
    const set = settingOf(portfolio, id, band)
    map.set(key, set.figure)
    const shown = set.band
    printed.push({
      id,
      label: `${about.name.en}: ${about.kind === 'amount' ? about.currency : 'hours of own people'} in a year`,
      about,
      low: String(shown.low),
      central: String(shown.central),
      high: String(shown.high),
      source: set.source ?? proposal,
      isDefault: set.source === undefined,
    })
  }
  for (const { label, cost } of options) {
    if (cost.hours !== null) add(hours, cost.assumption, cost.assumption, { kind: 'hours', name: label }, cost.hours)
    if (cost.amount !== null) {
      const id = cost.hours === null ? cost.assumption : `${cost.assumption}-amount`
      add(amounts, cost.assumption, id, { kind: 'amount', name: label, currency }, cost.amount)
    }
  }
  const rate = { id: assumptionFigureId('E-rate'), figure: assumed((yearlyWage * loadFactor) / hoursOfYear, 'E-rate') }
  const rateText = `${yearlyWage} ${currency} × ${loadFactor} ÷ ${hoursOfYear} hours`
  const fixed = (id: string, label: string, value: string): Assumption => ({
    id,
    label,
    low: value,
    central: value,
    high: value,
    source: proposal,
    isDefault: true,
  })
  return {
    rate,
    hours: (assumption) => hours.get(assumption),
    amount: (assumption) => amounts.get(assumption),
    remembered: (option, make) => {
      const figure = made.get(option) ?? make()
      made.set(option, figure)
      return figure
    },
    all: [rate, ...hours.values(), ...amounts.values()],
    printed: [
      {
        ...fixed('E-rate', 'Cost of an hour', rateText),
        source: `${source} (${asOf}); ${hoursOfYear} hours: annual productive hours in grants of the European Union`,
        isDefault: basis === 'default',
      },
      ...printed,
      fixed('E-old-patch', 'A patch is old after more than so many releases', String(releasesOfOldPatch)),
      fixed('E-seat', 'Own share of changes from which a seat is taken to be held', String(shareOfSeat)),
      fixed('E-open', 'Authors in a year from which a project is taken to accept changes', String(manyAuthors)),
      fixed(
        'E-review',
        'Months until the advice is looked at again: high, medium, low criticality',
        `${reviewMonths.high}, ${reviewMonths.medium}, ${reviewMonths.low}`,
      ),
      fixed('E-order', 'Which rule goes before which', 'ranks of src/advice/engagement/rules'),
    ],
  }
}

type Setting = { readonly figure: NamedFigure<Band>; readonly band: Band; readonly source: string | undefined }

/** Bands that the organization left open keep their default; what does not rise from low to high is not taken. */
function settingOf({ organization, organizationFile }: Portfolio, id: string, band: Band): Setting {
  const index = organization.stated.assumptions.findLastIndex((one) => one.id === id)
  const stated = organization.stated.assumptions[index]
  const figureId = assumptionFigureId(id)
  const byDefault = { figure: { id: figureId, figure: assumed(band, id) }, band, source: undefined }
  if (stated === undefined) return byDefault
  const own = {
    low: numberOr(stated.low, band.low),
    central: numberOr(stated.central, band.central),
    high: numberOr(stated.high, band.high),
  }
  if (!(own.low >= 0 && own.low <= own.central && own.central <= own.high)) return byDefault
  const figure = organizationFile === null ? assumed(own, id) : observed(own, organizationFile, `/assumptions/${index}`)
  return { figure: { id: figureId, figure }, band: own, source: stated.source }
}

function numberOr(value: number | string | null, fallback: number): number {
  return typeof value === 'number' ? value : fallback
}
