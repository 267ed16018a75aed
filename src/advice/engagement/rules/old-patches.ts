import { is, moreThan, valueOf } from '#advice/engagement/condition.ts'
import { defineEngagementRule } from '#advice/engagement/rule.ts'
import { releasesOfOldPatch } from '#advice/engagement/thresholds.ts'

/** A project that takes no changes at all leaves only the fork. */
export const rule = defineEngagementRule({
  id: 'old-patches',
  number: 7,
  rank: 6,
  version: 1,
  label: 'Patches are carried over more than two releases',
  source: 'Headwater, a proposal',
  cases: ['used'],
  needs: [moreThan('patches', 0), moreThan('patchReleases', releasesOfOldPatch)],
  offers: [5, 4],
  answer: (facts) =>
    is('forkReason', true).test(facts) === true || valueOf(facts, 'acceptsChanges') === false
      ? { options: [4, 5], reason: 'fork-kept', measures: ['show-carrying-cost', 'keep-fork-duties'], asked }
      : { options: [5, 4], reason: 'patch-old', measures: ['show-carrying-cost', 'set-merge-date'], asked },
})

const asked = ['forkReason', 'acceptsChanges'] as const
