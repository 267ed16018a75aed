import { is, isOfLevel, valueOf } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

export const rule = defineEngagementRule({
  id: 'high-and-healthy',
  number: 4,
  rank: 11,
  version: 1,
  label: 'Critical, healthy, nothing missing',
  source: 'Headwater, a proposal',
  cases: ['used'],
  needs: [isOfLevel('high'), is('health', 'good'), is('gap', false)],
  offers: [1, 9],
  answer: (facts) => {
    const asked = ['foundation', 'regulated', 'differentiating'] as const
    const isTouched = valueOf(facts, 'regulated') === true || valueOf(facts, 'differentiating') === true
    return valueOf(facts, 'foundation') === true && isTouched
      ? { options: [9, 1], reason: 'join-for-duty', measures: ['be-present'], asked }
      : { options: [1, 9], reason: 'watch-and-join', measures: ['watch', 'be-present'], asked }
  },
})
