import { isWithin, yearBack } from '#value/agility/days.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'
import { gapsBetween, median } from '#value/agility/statistics.ts'

export const measure = defineAgilityMeasure({
  id: 'release-gap',
  version: 1,
  of: 'part',
  unit: 'days',
  groups: 'organization',
  label: 'Days between releases',
  question: 'How long does it take from one stable release to the next?',
  explanation: 'Over the stable releases of the last year. Lines that are kept alive in parallel shorten it.',
  formula: 'median of the days between stable releases that follow one another, in the 365 days up to the day',
  source: 'CHAOSS Release Frequency',
  measure: ({ asOf, releases: { ranks, calendar } }) => {
    if (calendar.length < ranks.length) return Number.NaN
    const window = yearBack(asOf)
    return median(gapsBetween(calendar.filter((day) => isWithin(day, window)))) ?? Number.NaN
  },
})
