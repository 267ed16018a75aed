import { isWithin } from '#value/agility/days.ts'
import { repairedBy } from '#value/agility/faulty-tags.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'
import { median, ninetiethPercentile } from '#value/agility/statistics.ts'

export const measure = defineAgilityMeasure({
  id: 'recovery-time',
  version: 1,
  of: 'releases',
  unit: 'days',
  label: 'Recovery time (proxy: tags)',
  question: 'How long after a faulty tag does its repair come?',
  explanation: 'A proxy: when the fault was seen and when the repair was deployed is not known.',
  formula: 'median of date(repairing tag) − date(faulty tag), over repairing tags of the window',
  source: 'DORA, failed deployment recovery time; read from tags',
  measure: (series, window) => {
    const all = series.flatMap(({ tags }) =>
      tags.flatMap(({ moment }, index) => {
        const faulty = isWithin(moment, window) ? repairedBy(tags, index) : null
        return faulty === null ? [] : [{ days: faulty === undefined ? null : moment - faulty.moment }]
      }),
    )
    const known = all.flatMap(({ days }) => days ?? [])
    return {
      value: median(known),
      p90: ninetiethPercentile(known),
      known: known.length,
      of: all.length,
      unit: 'tags',
    }
  },
})
