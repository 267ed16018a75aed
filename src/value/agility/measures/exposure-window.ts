import { exposedDays } from '#value/agility/exposed-days.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'
import { median, ninetiethPercentile } from '#value/agility/statistics.ts'

export const measure = defineAgilityMeasure({
  id: 'exposure-window',
  version: 1,
  of: 'exposures',
  unit: 'days',
  label: 'Exposure window',
  question: 'For how long were we exposed, open cases until today?',
  explanation: 'Open ones count up to today, so it grows while nothing is done.',
  formula: 'median of date(remediated or today) − max(introduced, disclosed)',
  source: 'Headwater',
  measure: (exposures, asOf) => {
    const { known, of } = exposedDays(exposures, asOf)
    const days = known.map((one) => one.days)
    return {
      value: median(days),
      p90: ninetiethPercentile(days),
      known: known.length,
      of,
      unit: 'exposures',
    }
  },
})
