/** Makes the report of an assessment and writes it in the formats asked for. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { IsoTime } from '#domain/figure.ts'
import type { OwnBenefit } from '#domain/motivators.ts'
import { fail } from '#domain/problem.ts'
import { buildReport, type ReportKind } from '#report/build-report.ts'
import { renderHtml } from '#report/html.ts'
import { renderMarkdown } from '#report/markdown.ts'
import type { Report } from '#report/report.ts'
import { renderSummary } from '#report/terminal.ts'
import type { Language } from '#text/language.ts'
import { textsInOwnTerms, wordsInOwnTerms } from '#text/own-terms.ts'
import type { Words } from '#text/words.ts'
import type { Assessed } from './assess.ts'
import { reportContent } from './report-content.ts'
import { assessmentJson } from './assessment-json.ts'

export const reportFormats = ['json', 'html', 'markdown', 'text'] as const
export type ReportFormat = (typeof reportFormats)[number]

export type ReportStyle = {
  readonly words: Words
  readonly language: Language
  readonly color: boolean
  readonly width: number
}

/** @param own benefits that the organization wrote itself */
export function reportOf(
  assessed: Pick<Assessed, 'assessment' | 'portfolio' | 'figures'>,
  style: ReportStyle,
  generatedAt: IsoTime,
  kind: ReportKind = 'full',
  own: readonly OwnBenefit[] = [],
): Report {
  const { assessment, portfolio, figures } = assessed
  const { labels } = portfolio.organization
  return buildReport({
    assessment: { ...assessment, advice: textsInOwnTerms(assessment.advice, labels) },
    portfolio,
    figures,
    generatedAt,
    words: wordsInOwnTerms(style.words, labels, style.language),
    language: style.language,
    content: reportContent(own, labels),
    kind,
    title: portfolio.organization.name,
  })
}

export function renderReport(assessed: Assessed, report: Report, format: ReportFormat, style: ReportStyle): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(assessmentJson(assessed), null, 2)}\n`
    case 'html':
      return renderHtml(report)
    case 'markdown':
      return renderMarkdown(report)
    case 'text':
      return renderSummary(report, { color: style.color, width: style.width })
  }
}

/** Throws `output-unwritable`. */
export function writeOutput(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    fail({ code: 'output-unwritable', path, reason: (error as NodeJS.ErrnoException).code ?? 'EIO' })
  }
}
