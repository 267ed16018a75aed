import { is } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

export const rule = defineEngagementRule({
  id: 'own-project-idle',
  number: 15,
  rank: 2,
  version: 1,
  label: 'Our project, nobody asks, helps or takes it up, and weaknesses stay',
  source: 'TODO Group, guide on shutting down; Headwater, a proposal',
  cases: ['own'],
  needs: [is('idle', true), is('unfixed', true)],
  offers: [13, 12],
  answer: () => ({ options: [13, 12], reason: 'end-project', measures: ['announce-end'] }),
})
