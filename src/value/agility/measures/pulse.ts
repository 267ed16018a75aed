import { defineAgilityMeasure } from '#value/agility/measure.ts'

export const measure = defineAgilityMeasure({
  id: 'pulse',
  version: 1,
  of: 'part',
  unit: 'days',
  groups: 'organization',
  label: 'Days since the last release',
  question: 'When did its authors last publish a stable release?',
  explanation:
    'A signal of its own: what nobody publishes any longer has no libyears. A long pause is not bad by itself; small things get finished.',
  formula: 'today − date(latest stable release)',
  source: 'Headwater; beside libyears, which are 0 for a package that stopped',
  measure: ({ asOf, releases: { calendar } }) => asOf - (calendar.at(-1) ?? Number.NaN),
})
