import { monthsUpTo } from '#domain/activity-window.ts'
import { releaseDay } from '#health/days.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'
import { releaseDays } from '#health/releases.ts'

export const indicator = defineIndicator({
  id: 'recent-release',
  version: 1,
  label: 'A release in the last year',
  question: 'Did a version come out in the last twelve months?',
  why: 'Repairs reach users only through releases.',
  remedy: 'Ask for a release, or help to prepare one.',
  weight: 5,
  source: 'Our own proposal; CHAOSS, Starter Project Health, asks for the release frequency',
  needs: ['releases', 'tags'],
  assess: (facts, days) => {
    const all = releaseDays(facts)
    const last = all?.at(-1)
    if (last === undefined) return open('not-collected')
    return answer(last >= monthsUpTo(releaseDay(facts, days), 12).from, last)
  },
})
