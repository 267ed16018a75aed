/** The working of a figure as far as a page shows it: method, inputs, evidence, assumptions. The rest is `headwater explain`. */

import type { Assumption } from '#domain/assessment/value.ts'
import type { Figure, FigureId, NamedFigure, Source } from '#domain/figure.ts'
import type { FigureValue, FigureView } from './block.ts'
import type { ReportContext } from './report-context.ts'

export type Explanation = {
  readonly view: FigureView
  readonly kind: 'measured' | 'estimated' | 'declared' | 'computed' | null
  readonly method: { readonly id: string; readonly version: number } | null
  /** The first inputs, with their values where they are at hand. */
  readonly inputs: readonly { readonly id: FigureId; readonly figure: Figure<FigureValue> | null }[]
  readonly inputCount: number
  readonly evidence: readonly { readonly name: string; readonly id: string; readonly at: string | null }[]
  readonly evidenceCount: number
  readonly declared: readonly { readonly on: string; readonly note: string }[]
  readonly assumptions: readonly Assumption[]
}

const mostInputs = 6
const mostEvidence = 4
/** A chain is followed this far to find its assumptions; a total may rest on tens of thousands of figures. */
const mostVisited = 400

export function explain(view: FigureView, { figures, portfolio, assessment }: ReportContext): Explanation {
  const from: readonly Source[] = view.figure.from
  const computed = from.find((source) => source.kind === 'computed')
  const observations = from.flatMap((source) => (source.kind === 'observed' ? [source] : []))
  const inputs = computed?.inputs ?? []
  const assumed = assumptionsBehind(view, figures)
  return {
    view,
    kind: kindOf(from),
    method: computed === undefined ? null : { id: computed.method, version: computed.version },
    inputs: inputs.slice(0, mostInputs).map((id) => ({ id, figure: shownFigure(figures.get(id)) })),
    inputCount: inputs.length,
    evidence: observations.slice(0, mostEvidence).map(({ evidence, at }) => ({
      name: portfolio.evidence.get(evidence)?.name ?? evidence.slice(0, 12),
      id: evidence,
      at: at ?? null,
    })),
    evidenceCount: observations.length,
    declared: from.flatMap((source) => (source.kind === 'declared' ? [{ on: source.on, note: source.note }] : [])),
    assumptions: assessment.value.assumptions.filter(({ id }) => assumed.has(id)),
  }
}

function kindOf(from: readonly Source[]): Explanation['kind'] {
  if (from.some(({ kind }) => kind === 'computed')) return 'computed'
  if (from.some(({ kind }) => kind === 'observed')) return 'measured'
  if (from.some(({ kind }) => kind === 'declared')) return 'declared'
  return from.length > 0 ? 'estimated' : null
}

function assumptionsBehind(view: FigureView, figures: ReadonlyMap<FigureId, NamedFigure>): ReadonlySet<string> {
  const found = new Set<string>()
  const seen = new Set<FigureId>([view.id])
  const waiting: (readonly Source[])[] = [view.figure.from]
  while (waiting.length > 0 && seen.size < mostVisited) {
    for (const source of waiting.shift() ?? []) {
      if (source.kind === 'assumed') found.add(source.assumption)
      if (source.kind !== 'computed') continue
      for (const id of source.inputs) {
        if (seen.has(id) || seen.size >= mostVisited) continue
        seen.add(id)
        const input = figures.get(id)
        if (input !== undefined) waiting.push(input.figure.from)
      }
    }
  }
  return found
}

function shownFigure(named: NamedFigure | undefined): Figure<FigureValue> | null {
  if (named === undefined) return null
  if (!named.figure.known) return named.figure
  const { value } = named.figure
  const isBand = typeof value === 'object' && value !== null && 'low' in value && 'central' in value && 'high' in value
  return typeof value === 'number' || isBand ? (named.figure as Figure<FigureValue>) : null
}
