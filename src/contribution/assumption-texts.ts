/** What the assumptions of this area are called in English, and where their defaults come from. */

import type { ContributionAssumptionId } from '#domain/assessment/contribution.ts'
import { publishedBenchmarks } from './give-take.ts'

export const assumptionTexts = {
  'C1-hours': {
    label: 'Hours that stand for a day with a contribution',
    source: 'Our own proposal; replace it by timesheets where there are any',
  },
  'C2-rate': { label: 'Cost of an hour', source: '' },
  'C3-files': {
    label: 'Files beyond which the lines of a commit do not count as writing',
    source: 'Our own proposal: mass changes of format, imports and license headers',
  },
  'C3-lines': {
    label: 'Lines beyond which those of a commit do not count as writing',
    source: 'Our own proposal: mass changes of format, imports and license headers',
  },
  'C4-group': {
    label: 'The smallest group of people that is shown',
    source: 'Our own proposal, never below three; names are shown only of those who agreed',
  },
  'C5-coauthors': {
    label: 'How a commit of several authors is credited: split in equal parts, or each with one',
    source: 'Our own proposal: split, so that credits add up to commits',
  },
  'C6-critical': {
    label: 'How many of the most critical packages coverage is told of',
    source: 'Our own proposal',
  },
  'C7-fork-hours': {
    label: 'Hours to carry a fork over to one release of the original, where nobody counted',
    source: `Survey average: ${publishedBenchmarks.source}`,
  },
} as const satisfies Record<ContributionAssumptionId, { readonly label: string; readonly source: string }>
