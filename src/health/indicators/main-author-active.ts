import { answer, defineIndicator, open, percent } from '#health/indicator.ts'

/** Who made less than this of the changes is one of several, and not missed as the one. */
const leastShare = 0.25

export const indicator = defineIndicator({
  id: 'main-author-active',
  version: 1,
  label: 'The main author is still there',
  question: 'Did the person with most changes of the two years before change anything in the last six months?',
  why: 'When the one who knows most is gone, others need time to take over.',
  remedy: 'Find out who follows, and support them.',
  weight: 2,
  source: 'Our own proposal; Truck factor studies speak of developer abandonment',
  needs: ['mainAuthor'],
  assess: ({ mainAuthor }) =>
    mainAuthor === undefined || mainAuthor === null
      ? open('not-collected')
      : mainAuthor.share < leastShare
        ? open('not-applicable')
        : answer(mainAuthor.isActive, `${mainAuthor.lastOn}, ${percent(mainAuthor.share)}`),
})
