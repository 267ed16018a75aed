/** The named computations of this area. */

import type { IndicatorId } from '#domain/assessment/health.ts'

export const methods = {
  score: { id: 'health-score', version: 1 },
  state: { id: 'project-state', version: 1 },
  criticality: { id: 'criticality', version: 1 },
  absenceFactor: { id: 'absence-factor', version: 1 },
  publishers: { id: 'fewest-publishers', version: 1 },
  falling: { id: 'health-falling', version: 1 },
  openCodeLevel: { id: 'opencode-level', version: 1 },
  criticalityScore: { id: 'criticality-score', version: 1 },
  assessed: { id: 'health-assessed', version: 1 },
  byLevel: { id: 'health-by-level', version: 1 },
  quadrant: { id: 'health-quadrant', version: 1 },
  toHelp: { id: 'where-to-help', version: 1 },
  leaningOnOne: { id: 'leaning-on-one', version: 1 },
  unsupported: { id: 'unsupported-packages', version: 1 },
} as const

export function indicatorMethod(id: IndicatorId, version: number): { readonly id: string; readonly version: number } {
  return { id: `health-indicator/${id}`, version }
}
