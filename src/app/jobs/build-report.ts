import { buildKept, renderBuilt, type BuiltFormat } from '#app/build-report.ts'
import { defineJob } from '#app/job.ts'
import type { ReportKind } from '#report/build-report.ts'
import type { AssessmentId } from '#store/assessments.ts'
import { saveReport } from '#store/reports.ts'
import type { Language } from '#text/language.ts'
import { loadWords } from '#text/load-words.ts'

export type ReportAsked = {
  readonly assessment: AssessmentId
  readonly kind: ReportKind
  readonly language: Language
  readonly format: BuiltFormat
}

export const job = defineJob<ReportAsked>({
  id: 'build-report',
  label: 'Make a report of an assessment',
  priority: 'background',
  mostAttempts: 5,
  run: async (asked, { store, clock, progress }) => {
    progress.report({ step: 'writing' })
    const now = clock()
    const { kind, language, format, assessment } = asked
    const style = { words: await loadWords(language), language, color: false, width: 80 }
    const text = renderBuilt(await buildKept(store, kind, style, now, assessment), format)
    return async (inside) => {
      await saveReport(inside, asked, text, now)
      return { bytes: text.length }
    }
  },
})
