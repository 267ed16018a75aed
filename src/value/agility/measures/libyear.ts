import { defineAgilityMeasure } from '#value/agility/measure.ts'

const daysOfYear = 365.25

export const measure = defineAgilityMeasure({
  id: 'libyear',
  version: 1,
  of: 'part',
  unit: 'years',
  groups: 'all',
  label: 'Libyears',
  question: 'How much older is the version in use than the newest stable one?',
  explanation:
    'The time between two days of publication, not the age today. Nothing when the version in use is the newest or newer. It says nothing about the size of the step, and a lower number is not always the safer one.',
  formula:
    'max(0, date(latest stable) − date(used)) / 365.25 days; latest by the order of the ecosystem among stable releases that were not withdrawn; 0 when the version in use is not below it',
  source:
    'Cox, Bouwers, van Eekelen, Visser: Measuring Dependency Freshness in Software Systems, ICSE 2015; CHAOSS Libyears',
  measure: ({ rank, day, releases: { ranks, days } }) => {
    const last = ranks.length - 1
    if (last < 0) return Number.NaN
    if (rank >= (ranks[last] ?? 0)) return 0
    // A back-port may be published after the newest version.
    return Math.max(0, ((days[last] ?? Number.NaN) - day) / daysOfYear)
  },
})
