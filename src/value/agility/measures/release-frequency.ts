import { daysOfYear, isWithin, yearBack } from '#value/agility/days.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'

export const measure = defineAgilityMeasure({
  id: 'release-frequency',
  version: 1,
  of: 'part',
  unit: 'releases-per-year',
  groups: 'organization',
  label: 'Releases a year',
  question: 'How many stable releases did its authors publish in the last year?',
  explanation: 'Projects that keep several lines alive publish more often without being newer.',
  formula: `count of stable releases in the ${daysOfYear} days up to the day`,
  source: 'CHAOSS Release Frequency',
  measure: ({ asOf, releases: { ranks, calendar } }) => {
    if (calendar.length < ranks.length) return Number.NaN
    const window = yearBack(asOf)
    let count = 0
    for (let index = calendar.length - 1; index >= 0 && isWithin(calendar[index] ?? 0, window); index -= 1) count += 1
    return count
  },
})
