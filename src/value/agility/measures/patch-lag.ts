import { defineAgilityMeasure } from '#value/agility/measure.ts'
import { countNewer } from '#value/agility/newer-releases.ts'

export const measure = defineAgilityMeasure({
  id: 'patch-lag',
  version: 1,
  of: 'part',
  unit: 'releases',
  groups: 'organization',
  label: 'Patch releases behind',
  question: 'How many of the newer releases are patches of the version in use?',
  explanation: 'Part of the version lag; unknown where versions have no such numbers.',
  formula: 'count of newer stable releases with the same major and minor number',
  source: 'Semantic Versioning 2.0.0; version lag as in Cox and others, ICSE 2015',
  measure: (used) =>
    used.numbers === null
      ? Number.NaN
      : countNewer(used, (own, newer) => own !== null && newer !== null && newer[0] === own[0] && newer[1] === own[1]),
})
