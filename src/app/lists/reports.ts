/** Assessments that reports can be made of. They carry days alone, so everybody may see that they were made. */

import { listAssessments, type AssessmentEntry } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'

/** Newest first. */
export async function listReports(store: Store): Promise<readonly AssessmentEntry[]> {
  return listAssessments(store)
}
