import { is, isOfLevel } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

export const rule = defineEngagementRule({
  id: 'low-and-healthy',
  number: 2,
  rank: 12,
  version: 1,
  label: 'Not critical, healthy, nothing missing',
  source: 'Headwater, a proposal',
  cases: ['used'],
  needs: [isOfLevel('low'), is('health', 'good'), is('gap', false)],
  offers: [1],
  answer: () => ({ options: [1], reason: 'low-healthy', measures: [] }),
})
