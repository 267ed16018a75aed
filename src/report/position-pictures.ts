/** The pictures of give and take and of the risk quadrant: data of the assessment in, a drawing with its table twin out. */

import type { SubjectHealth } from '#domain/assessment/health.ts'
import { drawGiveAndTake, type Side } from '#charts/give-and-take.ts'
import { drawRiskQuadrant, type QuadrantDot } from '#charts/risk-quadrant.ts'
import type { State } from '#charts/state.ts'
import type { Block, Cell, FigureView, Table } from './block.ts'
import { bandOf, code, numberCell, textCell } from './block.ts'
import { figureWords } from './figure-words.ts'
import { countView, indexView, moneyView, type ReportContext } from './report-context.ts'
import { levelStates, subjectName } from './health-words.ts'

/** Dots beyond these would hide one another; the table twin lists as many. */
const mostDots = 60
const mostUnknown = 12
const mostNamed = 10

/** Null when neither side is known: a picture of two unknowns says nothing. */
export function giveAndTakePicture(id: string, width: number, context: ReportContext): string | null {
  const { given, taken } = sides(context)
  if (given.band === null && taken.band === null) return null
  return drawGiveAndTake(id, context.words.position.picture, given, taken, width).svg
}

export function giveAndTakeChart(context: ReportContext): Block {
  const { assessment, words } = context
  const { position } = words
  const { given, taken } = sides(context)
  const row = (title: string, view: FigureView): Cell[] => [textCell(title), { type: 'figure', view }]
  const twin: Table = {
    type: 'table',
    id: 'give-and-take',
    caption: position.pictureTable,
    columns: [
      { label: position.side, type: 'text' },
      { label: words.value.money, type: 'number' },
    ],
    rows: [
      row(position.give, moneyView(assessment.contribution.give)),
      row(position.take, moneyView(assessment.contribution.take)),
    ],
    more: 0,
  }
  return {
    type: 'chart',
    id: 'give-and-take',
    label: position.picture,
    explanation: position.pictureExplanation,
    picture: {
      wide: drawGiveAndTake('give-wide', position.picture, given, taken, 1080).svg,
      narrow: drawGiveAndTake('give-narrow', position.picture, given, taken, 350).svg,
    },
    legend: [],
    twin,
  }
}

function sides(context: ReportContext): { readonly given: Side; readonly taken: Side } {
  const { assessment, words } = context
  const side = (title: string, view: FigureView): Side => ({
    title,
    shown: figureWords({ ...view, show: 'central' }, context),
    band: bandOf(view),
  })
  return {
    given: side(words.position.given, moneyView(assessment.contribution.give)),
    taken: side(words.position.received, moneyView(assessment.contribution.take)),
  }
}

export function quadrantChart(context: ReportContext): Block {
  const { assessment, words } = context
  const { sustain } = words
  const all = assessment.health.subjects
    .flatMap((subject) => (subject.criticality.figure.known ? [{ subject, k: subject.criticality.figure.value }] : []))
    .toSorted((a, b) => urgency(b.subject, b.k) - urgency(a.subject, a.k) || byName(a.subject, b.subject))
  // What is known tells more than what is not: the unknown only fill a part of the room.
  const known = all.filter(({ subject }) => subject.health.figure.known).slice(0, mostDots)
  const placed = [
    ...known,
    ...all.filter(({ subject }) => !subject.health.figure.known).slice(0, known.length === 0 ? mostDots : mostUnknown),
  ]
  const dots = placed.map(({ subject, k }, index): QuadrantDot => ({
    label: subjectName(subject),
    criticality: k,
    health: subject.health.figure.known ? subject.health.figure.value : null,
    state: stateOf(subject),
    isNamed: index < mostNamed,
  }))
  const axis = {
    criticality: sustain.axisCriticality,
    weakness: sustain.axisWeakness,
    unknown: sustain.axisUnknown,
    help: sustain.help,
  }
  return {
    type: 'chart',
    id: 'risk-quadrant',
    label: sustain.quadrant,
    explanation: sustain.quadrantExplanation,
    picture: {
      wide: drawRiskQuadrant('quadrant-wide', sustain.quadrant, dots, axis, 720).svg,
      narrow: drawRiskQuadrant('quadrant-narrow', sustain.quadrant, dots, axis, 350).svg,
    },
    legend: (['good', 'fair', 'weak', 'withheld'] as const).map((level) => ({
      state: levelStates[level],
      word: sustain.levels[level],
    })),
    twin: {
      type: 'table',
      id: 'risk-quadrant',
      caption: sustain.quadrantTable,
      columns: [
        { label: sustain.project, type: 'text' },
        { label: sustain.products, type: 'number' },
        { label: sustain.criticality, type: 'number' },
        { label: sustain.health, type: 'number' },
        { label: sustain.absenceFactor, type: 'number' },
        { label: sustain.activity, type: 'text' },
      ],
      rows: placed
        .slice(0, mostDots)
        .map(({ subject }): Cell[] => [
          textCell(code(subjectName(subject))),
          numberCell(subject.products),
          { type: 'figure', view: indexView(subject.criticality) },
          { type: 'figure', view: indexView(subject.health) },
          { type: 'figure', view: countView(subject.absenceFactor) },
          textCell(sustain.states[subject.state.figure.known ? subject.state.figure.value : 'unknown']),
        ]),
      more: all.length - placed.length,
    },
  }
}

/** What depends on it, weighed by how unwell it is; an unknown health counts a half. Orders names, is shown nowhere. */
function urgency({ health }: SubjectHealth, k: number): number {
  return k * (1 - (health.figure.known ? health.figure.value : 0.5))
}

function stateOf({ level }: SubjectHealth): State {
  return levelStates[level]
}

function byName(a: SubjectHealth, b: SubjectHealth): number {
  return a.subject < b.subject ? -1 : 1
}
