import { is } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

export const rule = defineEngagementRule({
  id: 'differentiating',
  number: 16,
  rank: 3,
  version: 1,
  label: 'It is what makes us special',
  source: 'Headwater, a proposal',
  cases: ['own', 'new'],
  needs: [is('differentiating', true)],
  offers: [11, 7],
  answer: () => ({ options: [11, 7], reason: 'keep-inside', measures: ['share-inside', 'split-generic-part'] }),
})
