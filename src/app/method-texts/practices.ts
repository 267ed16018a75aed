/** How the methods of security practices, ends of life and funding compute. */

import type { MethodText } from '#app/method-catalog.ts'

const scorecard =
  'OpenSSF Scorecard, pkg/scorecard/scorecard_result.go and docs/checks.md at 40c1e359 (Apache-2.0); rules restated'

export const texts: Readonly<Record<string, MethodText>> = {
  'scorecard-offline': {
    formula:
      'Σ w·s / Σ w over checks with s ≥ 0; w = 10 critical, 7.5 high, 5 medium, 2.5 low; inconclusive and experimental checks take no part',
    source: scorecard,
  },
  'lifecycle-state': {
    formula:
      'ended when end ≤ day; else security-only when the end of active support ≤ day; else supported; a day that is not stated counts by its yes or no',
    source: 'endoflife.date, fields eol and eoas; distribution packages follow the release of their distribution',
  },
  'funding-usage': {
    formula:
      'U = Σ central value of its packages / Σ central value of all in use; else uses by products / uses of all by products',
    source: 'Headwater, our own proposal',
  },
  'funding-criticality': {
    formula: 'K = max over its packages of 1 − ∏ over products (1 − c·d·s·r)',
    source: 'Headwater, our own proposal',
  },
  'funding-weight': { formula: 'U·K·(1 − H); unknown H counts 0.5 (F3)', source: 'Headwater, our own proposal' },
  'funding-weights': { formula: 'Σ weights of those that can receive', source: 'Headwater, our own proposal' },
  'funding-share': {
    formula:
      'budget · weight / Σ weights, at least the floor (F1), at most the cap (F2); what limits take or leave is shared out again; rounded by the largest remainder',
    source: 'Headwater, our own proposal',
  },
  'funding-follow-up': {
    formula: 'H at the last assessment − H at the last assessment up to the first gift; no cause is claimed',
    source: 'Headwater, our own proposal',
  },
}
