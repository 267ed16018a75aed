import { answer, defineIndicator, open, percent } from '#health/indicator.ts'

const leastReviewed = 0.25

export const indicator = defineIndicator({
  id: 'reviewed-changes',
  version: 1,
  label: 'Changes are looked at by others',
  question: "Do at least a quarter of last year's commits show that somebody else looked at them?",
  why: 'Four eyes find more faults, and more planted ones.',
  remedy: 'Offer reviews: they are the scarcest help.',
  weight: 1,
  source: 'Our own proposal. Squashed merges leave no trace, so their absence is unknown and not a no',
  needs: ['reviewedShare', 'year'],
  assess: ({ reviewedShare, year }) => {
    if (reviewedShare === undefined || reviewedShare === null) return open('not-collected')
    if (reviewedShare >= leastReviewed) return answer(true, percent(reviewedShare))
    // One person alone who never merges has nobody who could look.
    return reviewedShare === 0 && year?.authors === 1 ? answer(false, percent(0)) : open('not-collected')
  },
})
