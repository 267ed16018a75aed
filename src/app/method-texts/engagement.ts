/** How the counselor computes, and where that comes from. */

import type { MethodText } from '#app/method-catalog.ts'
import { factNames } from '#domain/engagement.ts'

const proposal = 'Headwater, a proposal'
const rule = (formula: string): MethodText => ({ formula, source: proposal })

const facts: Readonly<Record<string, string>> = {
  criticality: 'K = 1 − ∏ over products (1 − c·d·s·r)',
  health: 'good from 0.7, weak below 0.4, otherwise fair',
  falling: 'the warning of health that it falls',
  abandoned: 'the state of the project is unsupported',
  governance:
    'one vendor, one person or a few as health warns; several where two organizations make half of the changes',
  license: 'refused where decisions or policy deny the terms, conditional where a person looks at them, otherwise fine',
  gap: 'a feature is asked for, or a finding has no version that ends it',
  patches: 'Σ patches of the forks carried',
  patchReleases: 'count of full releases of the original since the oldest patch',
  acceptsChanges: 'own changes were taken, several organizations make changes, or ten people in a year',
  skill: 'own people made changes there',
}

export const texts: Readonly<Record<string, MethodText>> = {
  ...Object.fromEntries(
    factNames.map((fact) => [`advice/fact/${fact}`, rule(facts[fact] ?? 'as recorded by the organization')]),
  ),
  'advice/option': {
    formula: 'first option of the rule with the lowest rank whose conditions all hold and that no rule bars',
    source: 'TODO Group, OSPO book and guides; OpenChain, CRA checklist; order and thresholds: Headwater, a proposal',
  },
  'advice/use': rule('c·d·s·r of the strongest use in the product'),
  'advice/other-uses': rule('1 − ∏ over the uses that are not named (1 − c·d·s·r)'),
  'advice/hours-at-rate': rule('hours of a year × cost of an hour'),
  'advice/amount': rule('the amount assumed for a year'),
  'advice/hours-at-rate-and-amount': rule('hours of a year × cost of an hour + the amount assumed'),
  'advice/carrying-hours': rule('Σ over forks of hours a release × releases a year, as stated'),
}
