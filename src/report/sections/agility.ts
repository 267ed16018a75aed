import type { Freshness, MeasuredOverTime } from '#domain/assessment/agility.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { Block, Cell, FigureView, Table, Unit } from '#report/block.ts'
import { code, numberCell, textCell } from '#report/block.ts'
import { shareView, type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

const mostBehind = 15

export const section = defineSection({
  id: 'agility',
  order: 44,
  label: (words) => words.worth.agility.label,
  explanation: (words) => words.worth.agility.explanation,
  source: 'Libyears (Cox et al., ICSE 2015; CHAOSS); DORA measures as proxies from tags; Kaplan and Meier (1958)',
  render: (context) => {
    const { agility } = context.assessment
    const isKnown = agility.withReleaseDates.known > 0
    return [
      ...(isKnown ? [freshness(context)] : [nothing(context)]),
      ...(agility.behind.length === 0 ? [] : [behind(context)]),
      ...(measuresOf(context).length === 0 ? [] : [overTime(context)]),
    ]
  },
})

function nothing({ words }: ReportContext): Block {
  const { agility } = words.worth
  return {
    type: 'callout',
    tone: 'unknown',
    label: agility.libyears,
    title: [agility.nothing],
    body: [[agility.nothingBody]],
    command: 'headwater value agility',
  }
}

/** The organization as a whole, direct and transitive apart. */
function freshness({ assessment, words }: ReportContext): Table {
  const { agility } = words.worth
  const rows = assessment.agility.freshness.filter(({ kind }) => kind === 'organization')
  return {
    type: 'table',
    id: 'freshness',
    caption: agility.freshness,
    columns: [
      { label: agility.way, type: 'text' },
      { label: agility.parts, type: 'number' },
      { label: agility.libyears, type: 'number' },
      { label: agility.drift, type: 'number' },
    ],
    rows: rows.map((row): Cell[] => [
      textCell(words.directness[row.directness]),
      numberCell(row.parts),
      { type: 'figure', view: libyearView(row) },
      { type: 'figure', view: shareView(row.drift) },
    ]),
    more: 0,
  }
}

function libyearView({ measures }: Freshness): FigureView {
  const found = measures.find(({ measure }) => measure === 'libyear')
  if (found === undefined)
    return {
      id: 'agility/libyear',
      figure: { known: false, why: 'not-collected', from: [] },
      unit: 'years',
      show: 'range',
    }
  const { id, figure, coverage } = found.value
  return {
    id,
    figure: figure.known ? { ...figure, value: figure.value.sum } : figure,
    unit: 'years',
    show: 'range',
    coverage,
  }
}

function behind({ assessment, figures, words }: ReportContext): Table {
  const { agility } = words.worth
  const { behind: all } = assessment.agility
  return {
    type: 'table',
    id: 'parts-behind',
    caption: agility.behind,
    columns: [
      { label: agility.part, type: 'text' },
      { label: agility.used, type: 'text' },
      { label: agility.newest, type: 'text' },
      { label: agility.years, type: 'number' },
      { label: agility.products, type: 'number' },
    ],
    rows: all.slice(0, mostBehind).map((one): Cell[] => {
      const from = figures.get(one.figure)?.figure.from ?? []
      const [first, ...others] = from
      return [
        textCell(code(one.name)),
        textCell(code(one.version)),
        textCell(code(one.latest)),
        {
          type: 'figure',
          view: {
            id: one.figure,
            figure:
              first === undefined
                ? { known: false, why: 'failed', from: [] }
                : { known: true, value: one.libyears, from: [first, ...others] },
            unit: 'years',
            show: 'range',
          },
        },
        numberCell(one.products),
      ]
    }),
    more: Math.max(0, all.length - mostBehind),
  }
}

/** Those of all products together of which something is known. */
function measuresOf({ assessment }: ReportContext): readonly MeasuredOverTime[] {
  const all = assessment.agility.overTime.find(({ product }) => product === null)?.measures ?? []
  return all.filter(({ value, before }) => value.figure.known || before?.figure.known === true)
}

function overTime(context: ReportContext): Table {
  const { words } = context
  const { agility } = words.worth
  return {
    type: 'table',
    id: 'agility-over-time',
    caption: agility.overTime,
    note: agility.proxyNote,
    columns: [
      { label: agility.measure, type: 'text' },
      { label: agility.now, type: 'number' },
      { label: agility.before, type: 'number' },
    ],
    rows: measuresOf(context).map(({ measure, unit, value, before }): Cell[] => [
      textCell(words.agility.measures[measure]),
      { type: 'figure', view: measuredView(value, unit) },
      before === null
        ? { type: 'unknown', reason: words.unknownReasons['not-applicable'] }
        : { type: 'figure', view: measuredView(before, unit) },
    ]),
    more: 0,
  }
}

const units: Readonly<Record<MeasuredOverTime['unit'], Unit>> = {
  years: 'years',
  releases: 'count',
  days: 'days',
  'releases-per-year': 'score',
  'updates-per-30-days': 'score',
  'tags-per-week': 'index',
  share: 'share',
}

function measuredView(
  { id, figure, coverage }: NamedAggregate<{ readonly value: number }>,
  unit: MeasuredOverTime['unit'],
): FigureView {
  return {
    id,
    figure: figure.known ? { ...figure, value: figure.value.value } : figure,
    unit: units[unit],
    show: 'range',
    coverage,
  }
}
