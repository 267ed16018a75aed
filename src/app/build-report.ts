/** A report of an assessment that is kept, without assessing again. */

import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { reportKinds, type ReportKind } from '#report/build-report.ts'
import { renderHtml } from '#report/html.ts'
import { renderMarkdown } from '#report/markdown.ts'
import type { Report } from '#report/report.ts'
import { listFigures, loadAssessment, loadLatestAssessment, type AssessmentId } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { loadPortfolio } from './load-portfolio.ts'
import { loadHeard } from './record-motivators.ts'
import { reportOf, type ReportStyle } from './write-report.ts'

export const builtFormats = ['html', 'markdown'] as const
export type BuiltFormat = (typeof builtFormats)[number]

/** Throws `usage` for a kind that there is not. */
export function reportKindAsked(asked: string): ReportKind {
  return (
    reportKinds.find((kind) => kind === asked) ??
    fail({ code: 'usage', what: `report build ${asked}: there are ${reportKinds.join(', ')}` })
  )
}

/**
 * What a report is made of.
 *
 * @param id the newest assessment unless said otherwise
 * Throws `nothing-assessed`, also for an id that no assessment has.
 */
export async function loadKept(store: Store, id?: AssessmentId) {
  const kept = await (id === undefined ? loadLatestAssessment(store) : loadAssessment(store, id))
  if (kept === undefined) return fail({ code: 'nothing-assessed' })
  const { assessment, asOf, knownAt } = kept
  const portfolio = await loadPortfolio(store, { asOf, knownAt })
  if (portfolio === undefined) return fail({ code: 'nothing-assessed' })
  const figures = new Map((await listFigures(store, '', kept.id)).map((figure) => [figure.id, figure]))
  return { assessment, portfolio, figures }
}

export async function reportOfKept(
  store: Store,
  kept: Awaited<ReturnType<typeof loadKept>>,
  kind: ReportKind,
  style: ReportStyle,
  generatedAt: IsoTime,
): Promise<Report> {
  const { ownBenefits } = await loadHeard(store, kept.assessment)
  return reportOf(kept, style, generatedAt, kind, ownBenefits)
}

/** Of the newest assessment. Throws as above. */
export async function buildKept(store: Store, kind: ReportKind, style: ReportStyle, now: IsoTime): Promise<Report> {
  return reportOfKept(store, await loadKept(store), kind, style, now)
}

export function renderBuilt(report: Report, format: BuiltFormat): string {
  return format === 'html' ? renderHtml(report) : renderMarkdown(report)
}
