import { exposedDays } from '#value/agility/exposed-days.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'
import { survivalQuantile } from '#value/agility/statistics.ts'

export const measure = defineAgilityMeasure({
  id: 'time-to-remediate',
  version: 1,
  of: 'exposures',
  unit: 'days',
  label: 'Time to remediate',
  question: 'How long does it take until a known vulnerability has left our products?',
  explanation:
    'From the later of publication and arrival to the day the affected version left the product. Open ones are counted as open for so long, not left out; while fewer than half are closed, nobody can say how long it takes.',
  formula:
    'the time at which the survival curve S(t) = ∏ (1 − ended/at risk) falls to one half (nine in ten: one tenth), of date(fixed version on the main line) − max(published, introduced)',
  source: 'Kaplan, Meier: Nonparametric Estimation from Incomplete Observations, JASA 53 (1958)',
  measure: (exposures, asOf) => {
    const { known, of } = exposedDays(exposures, asOf)
    return {
      value: survivalQuantile(known, 0.5),
      p90: survivalQuantile(known, 0.1),
      known: known.length,
      of,
      unit: 'exposures',
    }
  },
})
