/** The named numbers of this area. All are our own proposals, for want of a published norm. */

import type { Assumption } from '#domain/assessment/value.ts'
import { smallestGroup } from '#domain/consent.ts'
import type { TalkAudience } from '#domain/motivators.ts'

/** How much one person's word weighs by rank; someone who may only be counted weighs one. */
export const rankWeights: Readonly<Record<TalkAudience, number>> = {
  executives: 3,
  managers: 2,
  engineers: 1,
  specialists: 1,
  'public-sector': 1,
}

export const mostHeadlines = 3
export const mostOfAudience = 3
/** Units that are proposed for having most findings, or for using most. */
export const mostProposedUnits = 3

export function motivatorAssumptions(): readonly Assumption[] {
  const fixed = (id: string, label: string, value: string): Assumption => ({
    id,
    label,
    low: value,
    central: value,
    high: value,
    source: 'Headwater, a proposal; no published norm',
    isDefault: true,
  })
  return [
    fixed(
      'MO1-rank',
      'Weight of a person who names a motivator: executives, managers, all others',
      [rankWeights.executives, rankWeights.managers, rankWeights.engineers].join(', '),
    ),
    fixed('MO2-group', 'The smallest group of people about whom anything is said', String(smallestGroup)),
    fixed('MO3-headlines', 'Benefits that may head a report', String(mostHeadlines)),
    fixed('MO4-served', 'A value arrives', 'when a figure that shows it is more than zero, or its indicator is met'),
  ]
}
