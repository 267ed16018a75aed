import { engagementOptions } from '#domain/engagement.ts'
import { is } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

/** What may not be used is not used, however good, wanted or critical it is: everything else is barred. */
export const rule = defineEngagementRule({
  id: 'license-refused',
  number: 1,
  rank: 1,
  version: 1,
  label: 'The organization refuses its license',
  source: 'Headwater, a proposal',
  cases: ['used'],
  needs: [is('license', 'refused')],
  offers: [0],
  answer: () => ({
    options: [0],
    reason: 'license-refused',
    measures: ['plan-exit'],
    bars: engagementOptions.filter((option) => option !== 0),
  }),
})
