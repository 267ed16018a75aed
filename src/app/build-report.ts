/** A report of the newest assessment that is kept, without assessing again. */

import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { reportKinds, type ReportKind } from '#report/build-report.ts'
import { renderHtml } from '#report/html.ts'
import { renderMarkdown } from '#report/markdown.ts'
import type { Report } from '#report/report.ts'
import { listFigures, loadLatestAssessment } from '#store/assessments.ts'
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

/** Throws `nothing-assessed`. */
export async function buildKept(store: Store, kind: ReportKind, style: ReportStyle, now: IsoTime): Promise<Report> {
  const latest = await loadLatestAssessment(store)
  if (latest === undefined) return fail({ code: 'nothing-assessed' })
  const { assessment, asOf, knownAt } = latest
  const portfolio = await loadPortfolio(store, { asOf, knownAt })
  if (portfolio === undefined) return fail({ code: 'nothing-assessed' })
  const figures = new Map((await listFigures(store, '')).map((figure) => [figure.id, figure]))
  const { ownBenefits } = await loadHeard(store, { asOf, knownAt })
  return reportOf({ assessment, portfolio, figures }, style, now, kind, ownBenefits)
}

export function renderBuilt(report: Report, format: BuiltFormat): string {
  return format === 'html' ? renderHtml(report) : renderMarkdown(report)
}
