/** The named assumptions of the contribution area. */

import type { Assumption } from '#domain/assessment/value.ts'
import { mostFilesOfOneCommit, mostLinesOfOneCommit } from '#domain/contribution.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { assumed } from '#domain/figure.ts'
import type { Band } from '#domain/money.ts'
import type { LaborRate } from '#domain/organization.ts'
import { hoursOfActiveDay, hoursOfYear } from './give-take.ts'

/** Fewer people are not shown as a group, so that no group tells about one of them. */
export const smallestGroup = 5

export type ContributionAssumptions = {
  readonly hours: NamedFigure<Band>
  /** Cost of an hour of the organization's own people. */
  readonly rate: NamedFigure<number>
  readonly printed: readonly Assumption[]
}

export function contributionAssumptions(laborRate: LaborRate): ContributionAssumptions {
  const { yearlyWage, loadFactor, currency, source, asOf, basis } = laborRate
  const hourly = (yearlyWage * loadFactor) / hoursOfYear
  const rateText = `${yearlyWage} ${currency} × ${loadFactor} ÷ ${hoursOfYear} hours`
  return {
    hours: { id: 'contribution/assumption/C1-hours', figure: assumed(hoursOfActiveDay, 'C1-hours') },
    rate: { id: 'contribution/assumption/C2-rate', figure: assumed(hourly, 'C2-rate') },
    printed: [
      {
        id: 'C1-hours',
        label: 'Hours that stand for a day with a contribution',
        low: String(hoursOfActiveDay.low),
        central: String(hoursOfActiveDay.central),
        high: String(hoursOfActiveDay.high),
        source: 'Headwater; replace it by timesheets where there are any',
        isDefault: true,
      },
      {
        id: 'C2-rate',
        label: 'Cost of an hour',
        low: rateText,
        central: rateText,
        high: rateText,
        source: `${source} (${asOf}); ${hoursOfYear} hours: annual productive hours in grants of the European Union`,
        isDefault: basis === 'default',
      },
      {
        id: 'C3-caps',
        label: 'Commits whose lines do not count as writing',
        low: mostChange,
        central: mostChange,
        high: mostChange,
        source: 'Headwater; mass changes of format, imports and license headers',
        isDefault: true,
      },
      {
        id: 'C4-group',
        label: 'The smallest group of people that is shown',
        low: String(smallestGroup),
        central: String(smallestGroup),
        high: String(smallestGroup),
        source: 'Headwater; names are shown only of those who agreed',
        isDefault: true,
      },
    ],
  }
}

const mostChange = `more than ${mostFilesOfOneCommit} files or ${mostLinesOfOneCommit} lines`
