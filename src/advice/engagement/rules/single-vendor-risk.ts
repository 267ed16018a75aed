import { is, isOfLevel, valueOf } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

export const rule = defineEngagementRule({
  id: 'single-vendor-risk',
  number: 9,
  rank: 3,
  version: 1,
  label: 'Critical, in the hands of one vendor, and its license may change',
  source: 'TODO Group, OSPO book, chapter 2; Headwater, a proposal',
  cases: ['used'],
  needs: [isOfLevel('high'), is('governance', 'single-vendor'), is('licenseRisk', true)],
  offers: [0, 4, 9],
  answer: (facts) => {
    const common = {
      measures: ['lower-trust', 'plan-exit', 'press-for-foundation'],
      asked: ['alternative'],
    } as const
    const hasAlternative = valueOf(facts, 'alternative')
    if (hasAlternative === true) return { options: [0, 4, 9], reason: 'vendor-replace', ...common }
    if (hasAlternative === false) return { options: [4, 9], reason: 'vendor-fork', ...common }
    return { options: [9, 4, 0], reason: 'vendor-find-exit', ...common }
  },
})
