import { is } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

/** Adds a duty to whatever else is advised. */
export const rule = defineEngagementRule({
  id: 'commercial-steward',
  number: 17,
  rank: 14,
  version: 1,
  label: 'We sustain a project that others use commercially',
  source: 'OpenChain, CRA checklist, 5.2.4; Headwater, a proposal',
  cases: ['used', 'own'],
  needs: [is('sustainsCommercial', true)],
  offers: [],
  answer: () => ({ options: [], reason: 'steward-duty', measures: ['check-steward-status'] }),
})
