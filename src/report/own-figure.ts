/** A figure of any area in running text: the unit follows from what it is, never from where it stands. */

import type { NamedFigure } from '#domain/figure.ts'
import { isShare, figureName as shortName } from '#text/figure-names.ts'
import type { FigureValue, FigureView, Inline, Unit } from './block.ts'
import { name } from './block.ts'
import { indicatorName } from './level-words.ts'
import type { ReportContext } from './report-context.ts'

/** What the figure tells, in words: the name of its indicator, or of the beginning of its id. */
export function figureName({ id }: NamedFigure, context: ReportContext): string {
  const [area, kind, indicator = ''] = id.split('/')
  if (area === 'maturity' && (kind === 'indicator' || kind === 'value')) return indicatorName(indicator, context)
  return shortName(context.words, id) ?? context.words.executive.anyFigure
}

/** Null for what has no short form. */
export function ownFigure({ id, figure }: NamedFigure, { words }: ReportContext): Inline | null {
  const value: unknown = figure.known ? figure.value : null
  if (typeof value === 'string') {
    const states: Readonly<Record<string, string>> = words.maturity.states
    return states[value] === undefined ? null : name(states[value])
  }
  const unit = unitOf(id, value)
  if (unit === null) return null
  const view: FigureView = { id, figure: figure as FigureView['figure'], unit, show: 'range' }
  return { type: 'figure', view }
}

function unitOf(id: string, value: unknown): Unit | null {
  if (typeof value === 'number') {
    if (isShare(id)) return 'share'
    return Number.isInteger(value) ? 'count' : 'index'
  }
  if (!isValue(value)) return null
  if ('floor' in value) return id.startsWith('maturity/stage/') ? 'stage' : 'level'
  return 'currency' in value ? 'money' : 'person-months'
}

function isValue(value: unknown): value is Exclude<FigureValue, number> {
  return typeof value === 'object' && value !== null && ('floor' in value || 'central' in value)
}
