import { daysBetween } from '#health/days.ts'
import { answer, defineIndicator, open } from '#health/indicator.ts'

const mostReleases = 11
const fewestGaps = 3
const patience = 3
/** Days; who releases every week may rest for a quarter. */
const leastPatience = 90

export const indicator = defineIndicator({
  id: 'release-rhythm',
  version: 1,
  label: 'Releases keep their rhythm',
  question: 'Is the newest version no older than three times the usual time between two?',
  why: 'A rhythm that stops is an early sign that work has stopped.',
  remedy: 'Ask whether a release is planned.',
  weight: 2,
  source: 'Our own proposal',
  needs: ['releaseDays'],
  assess: ({ releaseDays }) => {
    const all = releaseDays?.days.slice(-mostReleases) ?? []
    const gaps = all.slice(1).map((day, index) => daysBetween(all[index] ?? day, day))
    const last = all.at(-1)
    if (releaseDays === undefined || last === undefined || gaps.length < fewestGaps) return open('not-collected')
    const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
    const since = daysBetween(last, releaseDays.seenOn)
    return answer(since <= Math.max(leastPatience, patience * usual), `${since} / ${usual}`)
  },
})
