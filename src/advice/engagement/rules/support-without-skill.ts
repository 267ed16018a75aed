import { is, isOfLevel } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

export const rule = defineEngagementRule({
  id: 'support-without-skill',
  number: 5,
  rank: 8,
  version: 1,
  label: 'Critical, support is needed, and nobody here knows it',
  source: 'TODO Group, OSPO book, chapter 4; Headwater, a proposal',
  cases: ['used'],
  needs: [isOfLevel('high'), is('skill', false), is('supportNeeded', true)],
  offers: [2, 8],
  answer: () => ({ options: [2, 8], reason: 'support-lacking', measures: ['name-support-limits'] }),
})
