import { is, isOfLevel } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

/** The guide says low and has nothing for the middle: what is not high is taken together. */
export const rule = defineEngagementRule({
  id: 'low-and-healthy',
  number: 2,
  rank: 12,
  version: 1,
  label: 'Not critical, healthy, nothing missing',
  source: 'Headwater, a proposal',
  cases: ['used'],
  needs: [isOfLevel('low', 'medium'), is('health', 'good'), is('gap', false)],
  offers: [1],
  answer: () => ({ options: [1], reason: 'low-healthy', measures: [] }),
})
