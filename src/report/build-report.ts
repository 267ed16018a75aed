/** From an assessment to a report: every section in order, the summary, and the working of every figure shown. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { FigureId, IsoTime, NamedFigure } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { formatsFor } from '#text/formats.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import { figureTable, sectionTable } from './annex-tables.ts'
import { figuresOf, type Block } from './block.ts'
import type { ReportContent } from './content.ts'
import { executiveSections } from './executive.ts'
import { explain, type Explanation } from './explanation.ts'
import type { ReportContext } from './report-context.ts'
import type { RenderedSection, Report } from './report.ts'
import type { Section } from './section.ts'
import { sections } from './sections.generated.ts'
import { summarize } from './summary.ts'
import { usageOf } from './usage.ts'

export const reportKinds = ['full', 'executive'] as const
export type ReportKind = (typeof reportKinds)[number]

export type ReportInput = {
  readonly assessment: Assessment
  readonly portfolio: Portfolio
  readonly figures: ReadonlyMap<FigureId, NamedFigure>
  readonly words: Words
  readonly language: Language
  readonly content: ReportContent
  /** All there is, or one page for executives with its annex. */
  readonly kind: ReportKind
  readonly generatedAt: IsoTime
  /** The name of the organization, as the report is to call it. */
  readonly title: string
}

export function buildReport(input: ReportInput): Report {
  const { assessment, words, language, generatedAt, title, kind } = input
  const context = contextOf(input)
  const all: readonly Section[] = sections
  const ordered = (kind === 'full' ? all : executiveSections(all)).toSorted((a, b) => a.order - b.order)
  const rendered = ordered.map((section): RenderedSection => ({
    id: section.id,
    label: section.label(words),
    explanation: section.explanation(words),
    source: section.source,
    blocks: section.render(context),
  }))
  const summary = summarize(context)
  const explanations = explanationsOf([...rendered.flatMap(({ blocks }) => blocks), ...summary], context)
  return {
    title: kind === 'full' ? words.report.title(title) : words.executive.title(title),
    organization: title,
    language,
    words,
    formats: context.formats,
    asOf: assessment.asOf,
    knownAt: assessment.knownAt,
    generatedAt,
    sections: withAnnex(rendered, [...explanations.values()], context),
    summary,
    explanations,
  }
}

function contextOf({ assessment, portfolio, figures, words, language, content }: ReportInput): ReportContext {
  const { vulnerabilities } = assessment
  const gap = assessment.gaps.find(({ area }) => area === 'vulnerabilities')
  const isOffline = assessment.gaps.some(({ area, why }) => area === 'value' && why === 'offline')
  const total = vulnerabilities.total.figure
  const plain = total.known ? words.unknownReasons['not-collected'] : words.unknownReasons[total.why]
  return {
    assessment,
    portfolio,
    figures,
    usage: usageOf(portfolio),
    words,
    language,
    ...content,
    formats: formatsFor(language),
    isLookedUp: total.known,
    notMeasured: isOffline ? words.notMeasured.offline : words.notMeasured.plain,
    notLookedUp:
      gap?.why === 'offline'
        ? words.notLookedUp.offline
        : vulnerabilities.advisories.length === 0
          ? words.notLookedUp.noAdvisories
          : plain,
  }
}

function explanationsOf(blocks: readonly Block[], context: ReportContext): ReadonlyMap<FigureId, Explanation> {
  const explanations = new Map<FigureId, Explanation>()
  for (const view of figuresOf(blocks)) {
    const known = explanations.get(view.id)
    // The same figure may stand in a sentence without and in a table with its coverage; the fuller view explains it.
    if (known === undefined || (known.view.coverage === undefined && view.coverage !== undefined))
      explanations.set(view.id, explain({ ...view, show: 'range' }, context))
  }
  return explanations
}

/** The last section lists what all sections showed and how it was computed. */
function withAnnex(
  rendered: readonly RenderedSection[],
  explanations: readonly Explanation[],
  { words }: ReportContext,
): readonly RenderedSection[] {
  return rendered.map((section) =>
    section.id === 'method-annex'
      ? { ...section, blocks: [...section.blocks, sectionTable(rendered, words), figureTable(explanations, words)] }
      : section,
  )
}
