/** Makes one report of an assessment that is kept, and keeps it beside it. */

import { lastErasure } from '#store/people.ts'
import { findReport, lockReports, packReport, saveReport } from '#store/reports.ts'
import type { Store } from '#store/store.ts'
import { loadWords } from '#text/load-words.ts'
import { assessmentJson } from './assessment-json.ts'
import { loadKept, renderBuilt, reportOfKept } from './build-report.ts'
import type { Finish, JobContext } from './job.ts'
import type { ReportToMake } from './report-names.ts'

export async function makeReport(name: ReportToMake, { store, clock, progress }: JobContext): Promise<Finish> {
  if ((await findReport(store, name)) !== undefined) return async () => null
  const erasure = await lastErasure(store)
  progress.report({ step: 'writing' })
  const packed = await packReport(name, new TextEncoder().encode(await reportText(store, name)))
  return async (inside) => {
    await lockReports(inside)
    // Somebody was erased meanwhile, and what was read before may name them: it is made anew when it is asked for.
    if ((await lastErasure(inside)) !== erasure) return null
    await saveReport(inside, packed, clock())
    return { sizeBytes: packed.sizeBytes }
  }
}

async function reportText(store: Store, { assessment, kind, language, format }: ReportToMake): Promise<string> {
  const kept = await loadKept(store, assessment)
  // Oddities of the files the organization brought are told when they are read and are not kept.
  if (format === 'json') return `${JSON.stringify(assessmentJson({ ...kept, issues: null }), null, 2)}\n`
  const style = { words: await loadWords(language), language, color: false, width: 80 }
  return renderBuilt(await reportOfKept(store, kept, kind, style, kept.assessment.knownAt), format)
}
