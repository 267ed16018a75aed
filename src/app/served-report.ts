/** The full report of the newest assessment: a file for who has no server, and what a server shows. */

import { join } from 'node:path'
import type { IsoTime } from '#domain/figure.ts'
import { listAssessments } from '#store/assessments.ts'
import { saveReport, type ReportName } from '#store/reports.ts'
import type { Store } from '#store/store.ts'

/** The file in the home folder. */
export function servedReport(home: string): string {
  return join(home, 'reports', 'latest.html')
}

export async function keepNewestReport(
  store: Store,
  name: Omit<ReportName, 'assessment'>,
  text: string,
  madeAt: IsoTime,
): Promise<void> {
  const [newest] = await listAssessments(store)
  if (newest !== undefined) await saveReport(store, { assessment: newest.id, ...name }, text, madeAt)
}
