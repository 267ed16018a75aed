import { defineCheck, partial, proportionalScore, undecided } from '#health/scorecard/check.ts'

/** Squashed and rebased changes leave no trace of a review; below this share of traces nothing can be concluded. */
const leastShare = 0.5

/**
 * A stand-in for approvals, which only the host knows: merge commits and review trailers of the year among all changes,
 * where the tool looks at the last thirty.
 */
export const check = defineCheck({
  id: 'code-review',
  name: 'Code-Review',
  label: 'Changes are reviewed by another person',
  source: 'probes/codeApproved/impl.go',
  assess: ({ facts: { reviewedShare } }) =>
    reviewedShare === null || reviewedShare < leastShare
      ? undecided('few-review-traces')
      : partial(proportionalScore(Math.round(reviewedShare * 1000), 1000), 'review-traces'),
})
