/** How the methods of the health of projects compute. */

import type { MethodText } from '#app/method-catalog.ts'
import { indicators } from '#health/indicators.generated.ts'
import { indicatorMethod } from '#health/methods.ts'

const ours = 'Headwater, our own proposal; docs/methods.md'

export const texts: Readonly<Record<string, MethodText>> = {
  'health-score': {
    formula: 'H = Σ weight of passed indicators / Σ weight of known ones; withheld below 40 % known weight',
    source: ours,
  },
  'project-state': {
    formula:
      'unsupported when all packages in use are given up, the README says so, or every version in use is past its end; else by the last change or release: active < 6 months, slow to 24, dormant beyond',
    source: ours,
  },
  criticality: { formula: 'K = max over its packages of 1 − ∏ over products (1 − c·d·s·r)', source: ours },
  'absence-factor': {
    formula: 'the fewest people who together made at least half of the plain commits of twelve months',
    source: 'CHAOSS, Contributor Absence Factor',
  },
  'fewest-publishers': { formula: 'min over packages in use of the accounts that may publish', source: ours },
  'health-falling': {
    formula:
      'H of the same indicators twelve months before − H ≥ 0.15, what cannot be told for then taken as unchanged; or plain commits of the year ≤ half of those of the year before, of at least 10',
    source: ours,
  },
  'opencode-level': {
    formula:
      '1: ≥ 5 commits in 6 months and issues answered within 7 days; 2: also a release or tag in 6 months; 3: also absence factor ≥ 2 in 6 months; unknown answers leave an interval',
    source: 'openCode, published maintenance thresholds',
  },
  'criticality-score': {
    formula:
      'Σ w·ln(1 + v) / ln(1 + U) / Σ w over the inputs at hand, v between 0 and U; of months since the last update U − v',
    source: 'OpenSSF criticality_score at 47238f4 (Apache-2.0); formula restated',
  },
  'health-assessed': { formula: 'count of projects and lone packages whose health is known', source: ours },
  'health-by-level': { formula: 'count of listed projects and packages at this level', source: ours },
  'health-quadrant': { formula: 'count of listed projects and packages by level of K and of H', source: ours },
  'where-to-help': {
    formula:
      'count of projects with K ≥ 0.6 and H < 0.4, or falling, on one person, half as active, or left by the main author',
    source: 'Headwater, docs/methods.md',
  },
  'leaning-on-one': {
    formula: 'Σ packages in use of projects with an absence factor, or publishing accounts, of 1',
    source: ours,
  },
  'unsupported-packages': {
    formula: 'Σ packages in use of unsupported projects, and those given up or past their end by themselves',
    source: ours,
  },
  ...Object.fromEntries(
    indicators.map(({ id, version, question, source }) => [
      indicatorMethod(id, version).id,
      { formula: question, source },
    ]),
  ),
}
