import { isWithin } from '#value/agility/days.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'
import { gapsBetween, median, ninetiethPercentile } from '#value/agility/statistics.ts'

export const measure = defineAgilityMeasure({
  id: 'update-cadence',
  version: 1,
  of: 'updates',
  unit: 'days',
  label: 'Days between updates',
  question: 'How often does a change of locked versions reach the main line?',
  explanation: 'Commits on the main line that change a lockfile, whatever they change in it.',
  formula: 'median days between commits that change a lockfile, over gaps that end in the window',
  source: 'Headwater; after `git log -- LOCKFILE`',
  measure: (records, window) => {
    const gaps = records.map(({ commits }) => {
      const ends = gapsBetween(commits)
      return ends.filter((_, index) => isWithin(commits[index + 1] ?? 0, window))
    })
    const all = gaps.flat()
    return {
      value: median(all),
      p90: ninetiethPercentile(all),
      known: gaps.filter(({ length }) => length > 0).length,
      of: records.length,
      unit: 'products',
    }
  },
})
