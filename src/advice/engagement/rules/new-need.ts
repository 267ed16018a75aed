import { either, is, valueOf } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'

/** Joining comes before founding: a project that fits ends the question. */
export const rule = defineEngagementRule({
  id: 'new-need',
  number: 13,
  rank: 7,
  version: 1,
  label: 'Something is needed that may not exist yet',
  source: 'TODO Group, guide to outbound open source; Headwater, a proposal',
  cases: ['new'],
  needs: [
    either(is('existingFits', true), is('differentiating', false)),
    either(is('existingFits', true), is('existingFits', false)),
    either(is('existingFits', true), is('sharedNeed', true)),
    either(is('existingFits', true), is('sponsor', true)),
    either(is('existingFits', true), is('longTermPeople', true)),
  ],
  offers: [10, 11, 5, 6],
  answer: (facts) => {
    const measures = ['ask-to-join-first'] as const
    if (valueOf(facts, 'existingFits') === true)
      return { options: [5, 6], reason: 'join-existing', measures, asked: ['existingFits'] }
    return valueOf(facts, 'codeExists') === true
      ? { options: [11, 10], reason: 'open-internal-project', measures, asked: ['codeExists'] }
      : { options: [10, 11], reason: 'found-project', measures, asked: ['codeExists'] }
  },
})
