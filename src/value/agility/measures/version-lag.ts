import { defineAgilityMeasure } from '#value/agility/measure.ts'
import { countNewer } from '#value/agility/newer-releases.ts'

export const measure = defineAgilityMeasure({
  id: 'version-lag',
  version: 1,
  of: 'part',
  unit: 'releases',
  groups: 'all',
  label: 'Version lag',
  question: 'How many newer stable releases are there?',
  explanation:
    'Stable releases of a higher version that were published after the one in use. Back-ports to older lines do not count.',
  formula: 'count of stable releases with version > used and date > date(used)',
  source: 'Cox, Bouwers, van Eekelen, Visser: Measuring Dependency Freshness in Software Systems, ICSE 2015',
  measure: (used) => countNewer(used, () => true),
})
