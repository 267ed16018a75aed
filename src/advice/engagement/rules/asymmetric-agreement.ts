import { is, isOfLevel } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

/** It decides only when nothing else does; what it bars is barred for all rules. */
export const rule = defineEngagementRule({
  id: 'asymmetric-agreement',
  number: 11,
  rank: 13,
  version: 1,
  label: 'Its contributor agreement gives one side more, and legal has not agreed',
  source: 'TODO Group, guide to outbound open source; Headwater, a proposal',
  cases: ['used'],
  needs: [is('agreement', 'asymmetric'), is('agreementCleared', false)],
  offers: [1, 8],
  answer: (facts) =>
    isOfLevel('high').test(facts) === true && is('health', 'good').test(facts) !== true
      ? { options: [8, 1], reason: 'agreement-first', measures: ['ask-legal'], bars, asked: ['health'] }
      : { options: [1, 8], reason: 'agreement-use', measures: ['ask-legal'], bars, asked: ['health'] },
})

const bars = [5, 6, 7] as const
