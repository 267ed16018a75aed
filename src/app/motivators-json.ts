/** The JSON of benefits, conversations and motivators: what may be shown, each number with its figure's id. */

import type {
  AreaMatrix,
  Bar,
  BenefitSelection,
  MatrixAxis,
  Pitch,
  ShownBenefit,
} from '#domain/assessment/motivators.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { benefitWords, templateRows, wordsOf, type MotivatorsNow } from './run-motivators.ts'

type Json = Record<string, unknown>

export function mapJson(now: MotivatorsNow, matrix: AreaMatrix, axis: MatrixAxis): Json {
  const { evidence, assessment } = now
  return {
    asOf: evidence.portfolio.asOf,
    area: matrix.area,
    axis,
    level: shownFigure(matrix.level),
    rows: matrix.rows.map(({ kind, bars }) => ({ kind, bars: bars.map((bar) => barJson(now, bar)) })),
    unaware: assessment.unaware,
    top: assessment.top,
    contradictions: assessment.contradictions,
    isWithholding: evidence.heard.isWithholding,
    conversations: evidence.heard.conversations,
    assumptions: assessment.assumptions,
  }
}

function barJson({ evidence }: MotivatorsNow, bar: Bar): Json {
  const entry = evidence.heard.motivators.find(({ id }) => id === bar.motivator)
  return {
    motivator: bar.motivator,
    statement: wordsOf(evidence, bar.motivator),
    from: bar.from,
    to: bar.to,
    state: bar.state,
    mayBeReachable: bar.mayBeReachable,
    evidence: bar.evidence,
    unlock: bar.unlock,
    people: shownFigure(bar.people),
    weight: shownFigure(bar.weight),
    strength: shownFigure(bar.strength),
    activities: entry?.activities ?? [],
    obstacle: entry?.obstacle ?? null,
    wish: entry?.wish ?? null,
    followUp: entry?.followUp ?? null,
    conversations: entry?.conversations ?? [],
  }
}

export function templateJson({ evidence: { content, heard } }: MotivatorsNow): Json {
  return { isProposal: content.template.isProposal, note: content.template.note, rows: templateRows(content, heard) }
}

export function planJson({ evidence, assessment: { plan, process } }: MotivatorsNow): Json {
  return {
    asOf: evidence.portfolio.asOf,
    ...plan,
    areasHeard: shownFigure(plan.areasHeard),
    process,
    guides: evidence.content.guides,
  }
}

/** Areas beside one another: the state of each motivator in each. */
export function areasJson({ evidence }: MotivatorsNow, matrices: readonly AreaMatrix[], axis: MatrixAxis): Json {
  return {
    asOf: evidence.portfolio.asOf,
    axis,
    areas: matrices.map(({ area, level, rows }) => ({
      area,
      level: shownFigure(level),
      states: Object.fromEntries(rows.flatMap(({ bars }) => bars.map(({ motivator, state }) => [motivator, state]))),
    })),
  }
}

export function pitchJson({ evidence }: MotivatorsNow, pitch: Pitch): Json {
  if (!pitch.ok) return pitch
  const { points, ...rest } = pitch
  return {
    ...rest,
    points: points.map(({ benefit, ...point }) => ({
      ...point,
      statement: wordsOf(evidence, point.motivator),
      benefit: benefit === null ? null : benefitJson(evidence, benefit),
    })),
  }
}

export function benefitsJson({ evidence }: MotivatorsNow, { headlines, annex }: BenefitSelection): Json {
  const each = (one: ShownBenefit): Json => benefitJson(evidence, one)
  return { asOf: evidence.portfolio.asOf, headlines: headlines.map(each), annex: annex.map(each) }
}

function benefitJson(evidence: MotivatorsNow['evidence'], { benefit, figures, ...one }: ShownBenefit): Json {
  return { id: benefit, label: benefitWords(evidence, benefit), ...one, figures: figures.map(shownFigure) }
}

function shownFigure({ id, figure }: NamedFigure): Json {
  return figure.known ? { figure: id, value: figure.value } : { figure: id, value: null, why: figure.why }
}
