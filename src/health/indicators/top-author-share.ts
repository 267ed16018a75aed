import { answer, defineIndicator, open, percent } from '#health/indicator.ts'

const mostOfOne = 0.8
const fewestCommits = 10

export const indicator = defineIndicator({
  id: 'top-author-share',
  version: 1,
  label: 'No one makes nearly everything',
  question: 'Did the most active person make no more than four fifths of the changes of the last year?',
  why: 'What one person alone has written, others learn slowly.',
  remedy: 'Take over a part, for example tests or documentation.',
  weight: 1,
  source: 'Our own proposal',
  needs: ['year'],
  assess: ({ year }) => {
    if (year === undefined) return open('not-collected')
    const { topAuthorShare, plainCommits } = year
    // Of a handful of commits a share says nothing.
    if (topAuthorShare === null || plainCommits < fewestCommits) return open('not-applicable')
    return answer(topAuthorShare <= mostOfOne, percent(topAuthorShare))
  },
})
