/** Methods of this area; how each computes stands in `app/method-texts/advice.ts`. */

import type { Method } from '#domain/figure.ts'

export const methods = {
  score: { id: 'advice/score', version: 1 },
  roleRecent: { id: 'advice/role-outputs', version: 1 },
  progress: { id: 'advice/goal-progress', version: 1 },
  counted: { id: 'advice/counted', version: 1 },
  share: { id: 'advice/share', version: 1 },
  busFactor: { id: 'advice/office-bus-factor', version: 1 },
  change: { id: 'advice/change', version: 1 },
} as const satisfies Readonly<Record<string, Method>>
