import { is, isOfLevel } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

/** The guide speaks of the case without an alternative; with one, leaving is what is left. */
export const rule = defineEngagementRule({
  id: 'abandoned',
  number: 12,
  rank: 2,
  version: 1,
  label: 'Critical, and given up by those who made it',
  source: 'OpenChain, CRA checklist, 5.3; Headwater, a proposal',
  cases: ['used'],
  needs: [isOfLevel('high'), is('abandoned', true), is('alternative', true, false)],
  offers: [4, 0],
  answer: (facts) =>
    is('alternative', true).test(facts) === true
      ? { options: [0, 4], reason: 'abandoned-replace', measures: ['plan-exit'] }
      : { options: [4, 0], reason: 'abandoned-fork', measures: ['keep-fork-duties'] },
})
