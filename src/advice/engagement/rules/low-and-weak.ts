import { either, is, isOfLevel, valueOf } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

/** The guide says low and has nothing for the middle: what is not high is taken together. */
export const rule = defineEngagementRule({
  id: 'low-and-weak',
  number: 3,
  rank: 10,
  version: 1,
  label: 'Not critical, and its project is weak or given up',
  source: 'Headwater, a proposal',
  cases: ['used'],
  needs: [isOfLevel('low', 'medium'), either(is('health', 'weak'), is('abandoned', true))],
  offers: [0, 1],
  answer: (facts) => {
    const hasAlternative = valueOf(facts, 'alternative')
    if (hasAlternative === true)
      return { options: [0, 1], reason: 'replace-weak', measures: ['plan-exit'], asked: ['alternative'] }
    return {
      options: [1, 0],
      reason: hasAlternative === false ? 'weak-no-alternative' : 'weak-alternative-unknown',
      measures: ['watch', 'set-expiry'],
      asked: ['alternative'],
    }
  },
})
