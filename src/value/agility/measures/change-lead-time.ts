import { isWithin } from '#value/agility/days.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'
import { median, ninetiethPercentile } from '#value/agility/statistics.ts'

export const measure = defineAgilityMeasure({
  id: 'change-lead-time',
  version: 1,
  of: 'releases',
  unit: 'days',
  label: 'Change lead time (proxy: tags)',
  question: 'How long does a change wait until a stable tag contains it?',
  explanation: 'A proxy: a tag is no deployment. Merges hold no change of their own and do not count.',
  formula: 'median of tag date − author date over commits first contained in a stable tag of the window',
  source: 'DORA, change lead time; read from tags',
  measure: (series, window) => {
    const tags = series.flatMap((one) => one.tags.filter(({ moment }) => isWithin(moment, window)))
    const days = tags.flatMap(({ leadDays }) => leadDays)
    return {
      value: median(days),
      p90: ninetiethPercentile(days),
      known: tags.filter(({ leadDays }) => leadDays.length > 0).length,
      of: tags.length,
      unit: 'tags',
    }
  },
})
