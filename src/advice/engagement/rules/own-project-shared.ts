import { either, is, valueOf } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

export const rule = defineEngagementRule({
  id: 'own-project-shared',
  number: 14,
  rank: 4,
  version: 1,
  label: 'Our project, and others work on it or a neutral home is needed',
  source: 'Headwater, a proposal',
  cases: ['own'],
  needs: [either(is('severalFirms', true), is('neutrality', true))],
  offers: [12, 7],
  answer: (facts) =>
    valueOf(facts, 'controlWanted') === true && valueOf(facts, 'staffed') === true
      ? { options: [7, 12], reason: 'keep-with-open-governance', measures: ['open-governance'], asked }
      : { options: [12, 7], reason: 'neutral-home', measures: ['open-governance'], asked },
})

const asked = ['controlWanted', 'staffed'] as const
