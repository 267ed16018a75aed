/** Reports of the sample assessments, for the tests of every format. */

import { buildReport, type ReportKind } from '#report/build-report.ts'
import type { Report } from '#report/report.ts'
import { reportContent } from '#app/report-content.ts'
import type { Language } from '#text/language.ts'
import { loadWords } from '#text/load-words.ts'
import { largeAssessment, sampleAssessment, type Sample, type SampleOptions } from './sample-assessment.ts'

const generatedAt = '2026-11-22T09:00:00.000Z'

/** Something known of everything, and nothing known but the inventory. */
export const situations = {
  known: { isLookedUp: true, isSized: true },
  unknown: { isLookedUp: false, isSized: false },
} as const satisfies Record<string, SampleOptions>

export async function sampleReport(options: SampleOptions, language: Language): Promise<Report> {
  return reportOf(sampleAssessment(options), language)
}

export async function sampleExecutive(options: SampleOptions, language: Language): Promise<Report> {
  return reportOf(sampleAssessment(options), language, 'executive')
}

export async function largeReport(parts: number, findings: number): Promise<Report> {
  return reportOf(largeAssessment(parts, findings), 'en')
}

async function reportOf(
  { assessment, portfolio, figures }: Sample,
  language: Language,
  kind: ReportKind = 'full',
): Promise<Report> {
  const words = await loadWords(language)
  return buildReport({
    assessment,
    portfolio,
    figures,
    words,
    language,
    content: reportContent([]),
    kind,
    generatedAt,
    title: portfolio.organization.name,
  })
}
