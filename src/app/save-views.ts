/** Makes lists and pages show an assessment. */

import { loadLicenseTables } from '#sources/license-content.ts'
import {
  compareViews,
  loadViewGeneration,
  loadViewNumbers,
  saveViewData,
  writeFirst,
  writeViewChanges,
  type ViewChanges,
} from '#store/views.ts'
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
    await saveViewData(inside, deriveViews(source, assessment, terms, await loadViewNumbers(inside)))
  })
}

/** Finds out beforehand what `saveViews` would write, so that its transaction is short. */
export async function prepareViews(store: Store, source: ViewSource, assessment: AssessmentId): Promise<ViewChanges> {
  const terms = termsOfParts(source.portfolio, loadLicenseTables())
  // Before anything else is read: what changes from here on is noticed when it is written.
  const since = await loadViewGeneration(store)
  const changes = await compareViews(store, deriveViews(source, assessment, terms, await loadViewNumbers(store)))
  return writeFirst(store, { ...changes, since })
}

/** As `saveViews`, from what was prepared; all anew where somebody else changed the views in the meantime. */
export async function savePreparedViews(
  inside: Store,
  prepared: ViewChanges,
  source: ViewSource,
  assessment: AssessmentId,
): Promise<void> {
  if (!(await writeViewChanges(inside, prepared))) await saveViews(inside, source, assessment)
}
