/** Records what a folder tells of contributions, without assessing the rest of it. */

import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Store } from '#store/store.ts'
import type { Progress } from './progress.ts'
import { recordContributions, type ContributionOptions, type RecordedContributions } from './record-contributions.ts'
import { recordOrganization } from './record-survey.ts'
import { survey } from './survey.ts'

export async function surveyContributions(
  store: Store,
  paths: readonly string[],
  options: ContributionOptions,
  times: { readonly asOf: IsoDate; readonly now: IsoTime },
  progress: Progress,
): Promise<RecordedContributions> {
  const found = survey(paths, progress)
  await recordOrganization(store, found, times.asOf, times.now)
  return recordContributions(store, found, options, times, progress)
}
