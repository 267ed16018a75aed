/** How the methods of advice compute. */

import type { MethodText } from '#app/method-catalog.ts'

const ours = 'Headwater, our own proposal'

export const texts: Readonly<Record<string, MethodText>> = {
  'advice/symptom': {
    formula: 'count, share, days or yes/no over the figures named, held against its limit S… or C…',
    source: `${ours}; scenarios after the OSPO book of the TODO Group (CC BY 4.0), docs/scenarios.md`,
  },
  'advice/scenario': {
    formula:
      'fired when Σ weight of symptoms that show ≥ needed; silent when Σ weight that show + Σ weight unknown < needed; else unknown',
    source: `${ours}; docs/scenarios.md`,
  },
  'advice/score': {
    formula:
      'gravity (1 to 3) · known weight / all weight · ease (low cost 1, medium 0.7, high 0.5); for sorting alone',
    source: ours,
  },
  'advice/role-outputs': {
    formula: 'count of outputs of the role within S-recent-days up to the day',
    source: 'The five roles of the OSPO book of the TODO Group, chapter 2; the days are our own proposal',
  },
  'advice/goal-progress': { formula: '(now − baseline) / (target − baseline)', source: ours },
  'advice/counted': { formula: 'count of the entries named', source: ours },
  'advice/share': { formula: 'entries that meet the condition / all entries named', source: ours },
  'advice/office-bus-factor': {
    formula: 'fewest people who own at least half of the open duties, largest owners first',
    source: 'After the contributor absence factor of CHAOSS, on duties in place of commits; our own proposal',
  },
  'advice/change': { formula: 'now − the last assessment at least 300 days ago', source: ours },
}
