import { is, valueOf } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

export const rule = defineEngagementRule({
  id: 'gap-upstream',
  number: 6,
  rank: 7,
  version: 1,
  label: 'A feature or fix is missing, and the project takes changes',
  source: 'Headwater, a proposal',
  cases: ['used'],
  needs: [is('gap', true), is('acceptsChanges', true)],
  offers: [5, 3],
  answer: (facts) =>
    valueOf(facts, 'patchUnderWay') === true
      ? { options: [3, 5], reason: 'patch-waits', measures: ['set-merge-date'], asked: ['patchUnderWay'] }
      : { options: [5, 3], reason: 'upstream-first', measures: ['set-merge-date'], asked: ['patchUnderWay'] },
})
