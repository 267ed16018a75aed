import { is, isOfLevel, valueOf } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'
import { shareOfSeat } from '#advice/engagement/thresholds.ts'

export const rule = defineEngagementRule({
  id: 'roadmap-depends',
  number: 10,
  rank: 5,
  version: 1,
  label: 'Critical, and our roadmap depends on where it goes',
  source: 'TODO Group, guide on strategy; Headwater, a proposal',
  cases: ['used'],
  needs: [isOfLevel('high'), is('roadmap', true)],
  offers: [6, 7],
  answer: (facts) =>
    (valueOf(facts, 'ownShare') ?? 0) >= shareOfSeat
      ? { options: [7, 6], reason: 'seat-held', measures: ['be-present'], asked: ['ownShare'] }
      : { options: [6, 7], reason: 'seat-needed', measures: ['be-present'], asked: ['ownShare'] },
})
