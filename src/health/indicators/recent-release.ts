import { monthsBack } from '#health/days.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'

export const indicator = defineIndicator({
  id: 'recent-release',
  version: 1,
  label: 'A release in the last year',
  question: 'Did a version come out in the last twelve months?',
  why: 'Repairs reach users only through releases.',
  remedy: 'Ask for a release, or help to prepare one.',
  weight: 5,
  source: 'Our own proposal; CHAOSS, Starter Project Health, asks for the release frequency',
  needs: ['releaseDays'],
  assess: ({ releaseDays }) => {
    const last = releaseDays?.days.at(-1)
    if (releaseDays === undefined || last === undefined) return open('not-collected')
    return answer(last >= monthsBack(releaseDays.seenOn, 12), last)
  },
})
