/** The named numbers of this area. All are our own proposals, for want of a published norm. */

import type { Assumption } from '#domain/assessment/value.ts'
import { answerMonths, recordMonths } from '#domain/office.ts'
import { claimCap, measuredDays } from './assess-indicator.ts'
import { gradeWeights, neededShare } from './level-rule.ts'
import { metFrom } from './answers.ts'

export function maturityAssumptions(): readonly Assumption[] {
  const fixed = (id: string, label: string, value: string): Assumption => ({
    id,
    label,
    low: value,
    central: value,
    high: value,
    source: 'Headwater, a proposal; no published norm',
    isDefault: true,
  })
  return [
    fixed('M1-share', 'Weighted share of supporting indicators that a level needs', String(neededShare)),
    fixed(
      'M2-weights',
      'Weight of evidence: measured, document, attested, answered',
      [gradeWeights.A, gradeWeights.B, gradeWeights.C, gradeWeights.D].join(', '),
    ),
    fixed(
      'M3-validity',
      'How long evidence counts: measured, documents and attestations, answers',
      `${measuredDays} days, ${recordMonths} months, ${answerMonths} months`,
    ),
    fixed('M4-partly', 'Partly met from', 'half of a lower threshold, up to twice an upper one'),
    fixed('M5-answer', 'An answer meets an indicator from', `"usually" (${metFrom})`),
    fixed('M6-claim', 'A claim counts at most above the evidence', String(claimCap)),
    fixed('M7-rules', 'Thresholds, gates and costs of the indicators, gates of the stages', 'content/maturity'),
  ]
}
