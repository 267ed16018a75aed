/** What a section may look at: the assessment, the portfolio behind it, and the words of the reader's language. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { FigureId, NamedFigure } from '#domain/figure.ts'
import type { Band, MoneyBand } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { Formats } from '#text/formats.ts'
import type { Language } from '#text/language.ts'
import type { Counted } from '#text/phrase.ts'
import type { Words } from '#text/words.ts'
import type { ReportContent } from './content.ts'
import type { FigureView, Inline } from './block.ts'
import type { Usage } from './usage.ts'

export type ReportContext = ReportContent & {
  readonly assessment: Assessment
  readonly portfolio: Portfolio
  readonly figures: ReadonlyMap<FigureId, NamedFigure>
  readonly usage: Usage
  readonly words: Words
  readonly language: Language
  readonly formats: Formats
  /** Findings that were looked up: false when no advisories were at hand for anything in use. */
  readonly isLookedUp: boolean
  /** Why vulnerabilities are unknown, in words. */
  readonly notLookedUp: string
  /** Why the value is unknown, in words. */
  readonly notMeasured: string
}

type Countable = NamedFigure<number> | NamedAggregate<number>

export function countView(figure: Countable, reason?: string): FigureView {
  return { ...viewOf(figure, 'count'), ...(reason === undefined ? {} : { reason }) }
}

export function bandView(figure: NamedFigure<Band> | NamedAggregate<Band>, reason?: string): FigureView {
  return { ...viewOf(figure, 'person-months'), ...(reason === undefined ? {} : { reason }) }
}

export function moneyView(figure: NamedFigure<MoneyBand> | NamedAggregate<MoneyBand>, reason?: string): FigureView {
  return { ...viewOf(figure, 'money'), ...(reason === undefined ? {} : { reason }) }
}

/** A share of a whole, 0 to 1. */
export function shareView(figure: Countable, reason?: string): FigureView {
  return { ...viewOf(figure, 'share'), ...(reason === undefined ? {} : { reason }) }
}

/** An index between 0 and 1, such as criticality and health. */
export function indexView(figure: Countable): FigureView {
  return viewOf(figure, 'index')
}

function viewOf(
  figure: NamedFigure<FigureViewValue> | NamedAggregate<FigureViewValue>,
  unit: FigureView['unit'],
): FigureView {
  const coverage = 'coverage' in figure ? { coverage: figure.coverage } : {}
  return { id: figure.id, figure: figure.figure, unit, show: 'range', ...coverage }
}

type FigureViewValue = number | Band | MoneyBand

/** A figure as a slot of a sentence. An unknown one takes the plural. */
export function counted(view: FigureView): Counted<Inline> {
  const n = view.figure.known && typeof view.figure.value === 'number' ? view.figure.value : 2
  return { n, shown: { type: 'figure', view } }
}

/** The name of an ecosystem, or the words for none. */
export function ecosystemName(ecosystem: string | null, words: Words): string {
  return ecosystem === null || ecosystem === 'unknown' ? words.inventory.notStated : ecosystem
}
