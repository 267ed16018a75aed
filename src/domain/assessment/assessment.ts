/**
 * The whole of an assessment, in the order of the pipeline. Each area returns its own part; later areas read what earlier
 * ones found through these types and import none of them.
 */

import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { AdviceAssessment } from './advice.ts'
import type { AgilityAssessment } from './agility.ts'
import type { AlternativesAssessment } from './alternatives.ts'
import type { ContributionAssessment } from './contribution.ts'
import type { EngagementAssessment } from './engagement.ts'
import type { HealthAssessment } from './health.ts'
import type { InventoryAssessment } from './inventory.ts'
import type { LicenseAssessment } from './licenses.ts'
import type { MaturityAssessment } from './maturity.ts'
import type { MotivatorAssessment } from './motivators.ts'
import type { ValueAssessment } from './value.ts'
import type { VulnerabilityAssessment } from './vulnerabilities.ts'

/** What cannot be answered yet or could not be answered here; never invented, never zero. */
export type Gap = {
  readonly area:
    | 'vulnerabilities'
    | 'licenses'
    | 'health'
    | 'value'
    | 'alternatives'
    | 'agility'
    | 'contribution'
    | 'maturity'
    | 'advice'
    | 'inventory'
  readonly why: 'not-built' | 'not-collected' | 'offline' | 'failed'
  /** How many things it is about, where that can be counted. */
  readonly count: number | null
  /** What would close it: a command. Null when only a later version of Headwater can. */
  readonly remedy: string | null
}

export type Assessment = {
  readonly asOf: IsoDate
  readonly knownAt: IsoTime
  readonly inventory: InventoryAssessment
  readonly vulnerabilities: VulnerabilityAssessment
  readonly licenses: LicenseAssessment
  readonly health: HealthAssessment
  readonly value: ValueAssessment
  readonly alternatives: AlternativesAssessment
  readonly agility: AgilityAssessment
  readonly contribution: ContributionAssessment
  readonly maturity: MaturityAssessment
  readonly engagement: EngagementAssessment
  readonly motivators: MotivatorAssessment
  readonly advice: AdviceAssessment
  readonly gaps: readonly Gap[]
  /**
   * What each part version is called, in the order of the portfolio: findings, remedies and what is undecided number parts by
   * it. Absent in an assessment of an earlier version.
   */
  readonly parts?: readonly string[]
}
