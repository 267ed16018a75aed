import { isWithin } from '#value/agility/days.ts'
import { repairedBy } from '#value/agility/faulty-tags.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'

export const measure = defineAgilityMeasure({
  id: 'change-fail-rate',
  version: 1,
  of: 'releases',
  unit: 'share',
  label: 'Change fail rate (proxy: tags)',
  question: 'Which share of stable tags repairs another in haste?',
  explanation:
    'A proxy: a patch within a week may add something planned, and a fault that is repaired later is not seen.',
  formula:
    'patch tags within 7 days of a minor or major tag, or tags whose commits take something back or are called hotfix / all stable tags of the window',
  source: 'DORA, change fail rate; read from tags',
  measure: (series, window) => {
    let tags = 0
    let repairs = 0
    for (const one of series)
      for (const [index, { moment }] of one.tags.entries()) {
        if (!isWithin(moment, window)) continue
        tags += 1
        if (repairedBy(one.tags, index) !== null) repairs += 1
      }
    return { value: tags === 0 ? undefined : repairs / tags, known: tags, of: tags, unit: 'tags' }
  },
})
