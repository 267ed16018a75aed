import { defineAgilityMeasure } from '#value/agility/measure.ts'
import { median, ninetiethPercentile } from '#value/agility/statistics.ts'

export const measure = defineAgilityMeasure({
  id: 'fix-availability-lag',
  version: 1,
  of: 'exposures',
  unit: 'days',
  label: 'Lag of the fix',
  question: 'How long after disclosure did its authors publish a fix?',
  explanation:
    'Upstream’s doing, not ours; below zero when the fix was published before the advisory. Each package and advisory counts once, with the nearest fixed version.',
  formula: 'median of date(fix released) − date(disclosed)',
  source: 'Headwater',
  measure: (exposures) => {
    const once = new Map(exposures.map((one) => [`${one.package} ${one.advisory}`, one]))
    const lags = [...once.values()].map(({ fixReleased, disclosed }) => fixReleased - disclosed)
    const known = lags.filter((lag) => !Number.isNaN(lag))
    return {
      value: median(known),
      p90: ninetiethPercentile(known),
      known: known.length,
      of: once.size,
      unit: 'findings',
    }
  },
})
