import { is, isOfLevel, valueOf } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

export const rule = defineEngagementRule({
  id: 'falling-on-few',
  number: 8,
  rank: 4,
  version: 1,
  label: 'Critical, falling, and carried by one person or a few',
  source: 'TODO Group, OSPO book, chapter 4; Headwater, a proposal',
  cases: ['used'],
  needs: [isOfLevel('high'), is('falling', true), is('governance', 'one-person', 'few')],
  offers: [8, 7],
  answer: (facts) => {
    const hasSkill = valueOf(facts, 'skill')
    const asked = ['skill'] as const
    if (hasSkill === true) return { options: [7, 8], reason: 'give-time', measures: ['watch'], asked }
    const reason = hasSkill === false ? 'give-money' : 'give-money-skill-unknown'
    return { options: [8, 7], reason, measures: ['watch'], asked }
  },
})
