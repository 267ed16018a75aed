/** The working of a figure as far as a page shows it: method, inputs, evidence, assumptions. The rest is `headwater explain`. */

import type { Assumption } from '#domain/assessment/value.ts'
import type { Figure, FigureId, NamedFigure, Source } from '#domain/figure.ts'
import type { FigureValue, FigureView } from './block.ts'
import { sizeOf } from './figure-words.ts'
import type { ReportContext } from './report-context.ts'

export type Explanation = {
  readonly view: FigureView
  readonly kind: 'measured' | 'estimated' | 'declared' | 'computed' | null
  readonly method: { readonly id: string; readonly version: number } | null
  /** The inputs that weigh most, with their values where they are at hand. */
  readonly inputs: readonly { readonly id: FigureId; readonly figure: Figure<FigureValue> | null }[]
  readonly inputCount: number
  readonly evidence: readonly { readonly name: string; readonly id: string; readonly at: string | null }[]
  readonly evidenceCount: number
  readonly declared: readonly { readonly on: string; readonly note: string }[]
  readonly assumptions: readonly Assumption[]
}

const mostInputs = 6
const mostEvidence = 4
/** Inputs of a figure that are followed to find its assumptions: a total may rest on tens of thousands of like figures. */
const mostFollowed = 12

export function explain(view: FigureView, { figures, portfolio, assessment }: ReportContext): Explanation {
  const from: readonly Source[] = view.figure.from
  const computed = from.find((source) => source.kind === 'computed')
  const observations = from.flatMap((source) => (source.kind === 'observed' ? [source] : []))
  const inputs = weightiest(computed?.inputs ?? [], figures)
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
  for (let sources = waiting.shift(); sources !== undefined; sources = waiting.shift()) {
    for (const source of sources) {
      if (source.kind === 'assumed') found.add(source.assumption)
      if (source.kind !== 'computed') continue
      for (const id of weightiest(source.inputs, figures).slice(0, mostFollowed)) {
        const input = figures.get(id)
        if (input === undefined || seen.has(id)) continue
        seen.add(id)
        waiting.push(input.figure.from)
      }
    }
  }
  return found
}

/** Known before unknown, large before small; figures without a size keep their place. */
function weightiest(inputs: readonly FigureId[], figures: ReadonlyMap<FigureId, NamedFigure>): readonly FigureId[] {
  const weights = new Map(inputs.map((id) => [id, weightOf(shownFigure(figures.get(id)))]))
  return inputs.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
}

function weightOf(figure: Figure<FigureValue> | null): number {
  if (figure === null) return 0
  if (!figure.known) return -1
  return sizeOf(figure.value)
}

function shownFigure(named: NamedFigure | undefined): Figure<FigureValue> | null {
  if (named === undefined) return null
  if (!named.figure.known) return named.figure
  const { value } = named.figure
  const isObject = typeof value === 'object' && value !== null
  const isBand = isObject && 'low' in value && 'central' in value && 'high' in value
  const isInterval = isObject && 'floor' in value && 'ceiling' in value
  return typeof value === 'number' || isBand || isInterval ? (named.figure as Figure<FigureValue>) : null
}
