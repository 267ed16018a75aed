/** Makes lists and pages show an assessment; called after it was saved. */

import { loadLicenseTables } from '#sources/license-content.ts'
import { loadViewNumbers, saveViewData } from '#store/views.ts'
import type { AssessmentId } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { termsOfParts } from '#licensing/assess.ts'
import { deriveViews, type ViewSource } from './derive-views.ts'

/**
 * Writes what changed since the last time: rows that differ, and the uses of products that use other things than before.
 * One transaction; readers see the views before or after it.
 *
 * @param assessment the id that `saveAssessment` gave
 */
export async function saveViews(store: Store, source: ViewSource, assessment: AssessmentId): Promise<void> {
  const terms = termsOfParts(source.portfolio, loadLicenseTables())
  await store.transaction(async (inside) => {
    const numbers = await loadViewNumbers(inside)
    await saveViewData(inside, deriveViews(source, assessment, terms, numbers))
  })
}
