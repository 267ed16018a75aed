import { isWithin } from '#value/agility/days.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'

export const measure = defineAgilityMeasure({
  id: 'updates-merged',
  version: 1,
  of: 'updates',
  unit: 'updates-per-30-days',
  label: 'Updates in 30 days',
  question: 'How many packages get another version in a month?',
  explanation: 'One version that takes the place of another in a lockfile on the main line; additions do not count.',
  formula: 'Σ over products: changed versions in the window / days of the window with a history · 30',
  source: 'Headwater; after `git log -- LOCKFILE`',
  measure: (records, window) => {
    const covered = records.filter(({ since }) => since <= window.to)
    const rates = covered.map(({ since, updates }) => {
      const days = window.to - Math.max(since, window.from) + 1
      return (updates.filter(({ day }) => isWithin(day, window)).length / days) * 30
    })
    return {
      value: covered.length === 0 ? undefined : rates.reduce((sum, rate) => sum + rate, 0),
      known: covered.length,
      of: records.length,
      unit: 'products',
    }
  },
})
