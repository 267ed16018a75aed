import { isWithin } from '#value/agility/days.ts'
import { defineAgilityMeasure } from '#value/agility/measure.ts'

export const measure = defineAgilityMeasure({
  id: 'deployment-frequency',
  version: 1,
  of: 'releases',
  unit: 'tags-per-week',
  label: 'Deployment frequency (proxy: tags)',
  question: 'How many stable tags are made in a week?',
  explanation: 'A proxy: a tag is no deployment, and what is deployed from a branch has none.',
  formula: 'Σ over products: stable tags in the window / weeks since the later of its begin and the first tag',
  source: 'DORA, deployment frequency; read from tags',
  measure: (series, window) => {
    const covered = series.flatMap(({ tags }) => {
      const first = tags[0]?.moment ?? Number.POSITIVE_INFINITY
      if (first >= window.to + 1) return []
      const days = window.to + 1 - Math.max(Math.floor(first), window.from)
      return [(tags.filter(({ moment }) => isWithin(moment, window)).length / days) * 7]
    })
    return {
      value: covered.length === 0 ? undefined : covered.reduce((sum, rate) => sum + rate, 0),
      known: covered.length,
      of: series.length,
      unit: 'series of tags',
    }
  },
})
