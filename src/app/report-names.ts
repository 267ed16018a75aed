/** Which reports of an assessment there are. */

import type { ReportKind } from '#report/build-report.ts'
import type { AssessmentId } from '#store/assessments.ts'
import type { Language } from '#text/language.ts'

export const keptFormats = ['html', 'markdown', 'json'] as const
export type KeptFormat = (typeof keptFormats)[number]

/** Profile and renamed labels are the organization's own, and so belong to the assessment. */
export type ReportToMake = {
  readonly assessment: AssessmentId
  readonly kind: ReportKind
  readonly language: Language
  readonly format: KeptFormat
}

/** JSON holds the whole assessment, in no language: asked for in any way it is one. */
export function reportToMake(asked: ReportToMake): ReportToMake {
  return asked.format === 'json' ? { ...asked, kind: 'full', language: 'en' } : asked
}

/** What `/report` shows, in the language of the server. */
export function usualReport(assessment: AssessmentId, language: Language): ReportToMake {
  return { assessment, kind: 'full', language, format: 'html' }
}
