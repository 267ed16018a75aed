/** How the area of motivators computes. */

import type { MethodText } from '#app/method-catalog.ts'

const proposal = 'Headwater, a proposal; rows and places of the matrix: content/motivators/ATTRIBUTION.md'

export const texts: Readonly<Record<string, MethodText>> = {
  'motivators/people': {
    formula: 'people who named it and may be quoted + people who may be counted, from five on',
    source: proposal,
  },
  'motivators/weight': {
    formula: 'Σ people · weight of their audience (MO1) + people who may be counted only',
    source: proposal,
  },
  'motivators/areas-heard': { formula: 'count of units in which a conversation took place', source: proposal },
}
