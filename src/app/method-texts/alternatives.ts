/** How what is not paid for alternatives is computed. */

import type { MethodText } from '#app/method-catalog.ts'

const ours = 'Headwater, docs/methods.md'
const shapley =
  'Littlechild and Owen, A simple expression for the Shapley value in a special case (1973), for the sharing'

export const texts: Readonly<Record<string, MethodText>> = {
  'alternative-yearly-price': {
    formula:
      'price · 12 for a price by the month, price by the year, p / N + r · p for a price p paid once with support r',
    source: 'Straight line over N years as in Harvard Working Paper 24-038, footnote 22',
  },
  'alternative-billed': {
    formula:
      'the largest of the quantities that one purchase serves, divided over them; at least the smallest that is sold, less what is free',
    source: shapley,
  },
  'alternative-exchange-rate': {
    formula: 'the newest stated rate, or one divided by it where it was stated the other way round',
    source: 'The organization, with the day and the source of the rate',
  },
  'alternative-gross': {
    formula: 'billed quantity · yearly price · fit · exchange rate; fit and rate are 1 where none is named',
    source: ours,
  },
  'alternative-discounted': {
    formula: 'gross · (1 − discount); where none is stated 50 % low, 25 % central, 0 % high',
    source: ours,
  },
  'alternative-run-cost-difference': {
    formula: 'yearly cost of running the open source − yearly cost of running the alternative, without its price',
    source: ours,
  },
  'alternative-net': { formula: 'discounted − difference of run costs', source: ours },
  'alternative-paid-already': {
    formula: '0: the organization pays for the alternative for the same users, so that nothing is avoided',
    source: ours,
  },
  'alternative-total': {
    formula: 'Σ over functions, one alternative each; never added to the cost of building again',
    source: ours,
  },
  'alternative-difference': { formula: 'after − before, each scenario by itself', source: ours },
  'alternative-difference-total': { formula: 'Σ over lines that changed and are known before and after', source: ours },
}
