/** What the last kept assessment found, with parts that one of an earlier version may lack. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { ContributionAssessment } from '#domain/assessment/contribution.ts'
import type { HealthAssessment } from '#domain/assessment/health.ts'
import { loadLatestAssessment, type AssessmentEntry } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'

type LaterParts = {
  readonly health?: HealthAssessment | null
  readonly contribution?: ContributionAssessment | null
}

export type LatestParts = {
  readonly entry: AssessmentEntry
  readonly assessment: Assessment
  readonly health: HealthAssessment | null
  readonly contribution: ContributionAssessment | null
}

/** Undefined when nothing was assessed yet. */
export async function latestParts(store: Store): Promise<LatestParts | undefined> {
  const latest = await loadLatestAssessment(store)
  if (latest === undefined) return undefined
  const { health = null, contribution = null }: LaterParts = latest.assessment as LaterParts
  return { entry: latest, assessment: latest.assessment, health, contribution }
}
