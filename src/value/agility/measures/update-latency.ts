import { isWithin } from '#value/agility/days.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'
import { median, ninetiethPercentile } from '#value/agility/statistics.ts'

export const measure = defineAgilityMeasure({
  id: 'update-latency',
  version: 1,
  of: 'updates',
  unit: 'days',
  label: 'Update latency',
  question: 'How long after its publication does a new version reach us?',
  explanation:
    'Whole days from the publication of an adopted version to its landing on the main line. Versions whose day of publication is not known, or lies after their adoption, do not count.',
  formula:
    'median and nine-in-ten of (day on the main line − day of publication) over adopted newer versions in the window',
  source: 'Headwater; measured per adopted version',
  measure: (records, window) => {
    const adopted = records.flatMap(({ updates }) =>
      updates.filter(({ isUpgrade, day }) => isUpgrade && isWithin(day, window)),
    )
    const known = adopted.flatMap(({ day, releasedOn }) => (day >= releasedOn ? [day - releasedOn] : []))
    return {
      value: median(known),
      p90: ninetiethPercentile(known),
      known: known.length,
      of: adopted.length,
      unit: 'updates',
    }
  },
})
