import type { SubjectHealth } from '#domain/assessment/health.ts'
import type { Answer, Block, Cell, Table, Text } from '#report/block.ts'
import { code, name, numberCell, textCell } from '#report/block.ts'
import { levelStates, subjectName } from '#report/health-words.ts'
import { quadrantChart } from '#report/position-pictures.ts'
import { counted, countView, indexView, type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

const mostRows = 20
const mostNamed = 3

export const section = defineSection({
  id: 'sustain',
  order: 35,
  label: (words) => words.sustain.label,
  explanation: (words) => words.sustain.explanation,
  source:
    'Headwater, health of projects (docs/methods.md); absence factor and elephant factor of CHAOSS; checks of OpenSSF Scorecard',
  render: (context) => {
    const { assessment, words, formats } = context
    const { subjects, withProject } = assessment.health
    if (!assessment.health.assessed.figure.known || subjects.length === 0) return [nothing(context)]
    return [
      { type: 'figures', items: totals(context) },
      {
        type: 'paragraph',
        tone: 'muted',
        content: [
          {
            type: 'name',
            text: words.sustain.withProject(formats.count(withProject.known), formats.count(withProject.of)),
          },
        ],
      },
      quadrantChart(context),
      ...(assessment.health.whereToHelp.length === 0 ? [] : [whereToHelp(context)]),
      warned(context),
    ]
  },
})

/** For the front page: what leans on one person. */
export function leaning({ assessment, words }: ReportContext): Answer {
  const { sustain } = words
  const { leaningOnOne, subjects } = assessment.health
  const view = countView(leaningOnOne)
  const names = subjects.filter(({ warnings }) => warnings.some(({ id }) => id === 'one-person')).map(subjectName)
  const sentences: Text[] = !view.figure.known
    ? [[sustain.leanUnknown]]
    : names.length === 0
      ? [[sustain.leanOnNobody]]
      : [sustain.leanOn({ type: 'names', texts: names, most: mostNamed })]
  return {
    question: sustain.question,
    view,
    unit: sustain.unit(counted(view).n),
    sentences,
    picture: null,
    states: [],
  }
}

/** For the front page: where a small sum helps most. */
export function helping({ assessment, words }: ReportContext): Answer {
  const { sustain } = words
  const { whereToHelp: ids, subjects, toHelp } = assessment.health
  const view = countView(toHelp)
  const chosen = ids.flatMap((id) => subjects.find(({ subject }) => subject === id) ?? [])
  const sentences: Text[] = !view.figure.known
    ? [[sustain.helpUnknown]]
    : chosen.length === 0
      ? [[sustain.helpNone]]
      : [sustain.helpSentence({ type: 'names', texts: chosen.map(subjectName), most: mostNamed })]
  return {
    question: sustain.helpQuestion,
    view,
    unit: sustain.helpUnit(counted(view).n),
    sentences,
    picture: null,
    states: [],
  }
}

function totals({ assessment, words }: ReportContext) {
  const { sustain } = words
  const { assessed, leaningOnOne, unsupported, byLevel } = assessment.health
  return [
    { label: sustain.assessed, view: countView(assessed) },
    { label: sustain.leaning, view: countView(leaningOnOne) },
    { label: sustain.unsupported, view: countView(unsupported) },
    ...byLevel.map(({ level, count }) => ({
      label: sustain.levels[level],
      view: countView(count),
      state: levelStates[level],
    })),
  ]
}

function nothing({ words }: ReportContext): Block {
  const { sustain } = words
  return {
    type: 'callout',
    tone: 'unknown',
    label: sustain.byLevel,
    title: [sustain.nothingCollected],
    body: [[sustain.nothingCollectedBody]],
    command: 'headwater assess PATH --clones DIR',
  }
}

function whereToHelp(context: ReportContext): Table {
  const { assessment, words } = context
  const { sustain } = words
  const chosen = assessment.health.whereToHelp.flatMap(
    (id) => assessment.health.subjects.find(({ subject }) => subject === id) ?? [],
  )
  return {
    type: 'table',
    id: 'where-to-help',
    caption: sustain.whereToHelp,
    note: sustain.whereToHelpNote,
    columns: [
      { label: sustain.project, type: 'text' },
      { label: sustain.products, type: 'number' },
      { label: sustain.criticality, type: 'number' },
      { label: sustain.health, type: 'number' },
      { label: sustain.absenceFactor, type: 'number' },
      { label: sustain.attention, type: 'text' },
      { label: sustain.funding, type: 'text' },
    ],
    rows: chosen
      .slice(0, mostRows)
      .map((one): Cell[] => [
        textCell(code(subjectName(one))),
        numberCell(one.products),
        { type: 'figure', view: indexView(one.criticality) },
        healthCell(one, context),
        { type: 'figure', view: countView(one.absenceFactor) },
        textCell(...warningWords(one, context)),
        one.funding.length > 0 ? textCell(sustain.fundingYes) : { type: 'unknown', reason: sustain.fundingNo },
      ]),
    more: Math.max(0, chosen.length - mostRows),
  }
}

/** The most critical ones with a warning, and those nobody supports. */
function warned(context: ReportContext): Table {
  const { assessment, words } = context
  const { sustain } = words
  const some = assessment.health.subjects.filter(({ warnings }) => warnings.length > 0)
  return {
    type: 'table',
    id: 'health-warnings',
    caption: sustain.warned,
    columns: [
      { label: sustain.project, type: 'text' },
      { label: sustain.products, type: 'number' },
      { label: sustain.criticality, type: 'number' },
      { label: sustain.health, type: 'number' },
      { label: sustain.lastRelease, type: 'text' },
      { label: sustain.attention, type: 'text' },
    ],
    rows: some
      .slice(0, mostRows)
      .map((one): Cell[] => [
        textCell(code(subjectName(one))),
        numberCell(one.products),
        { type: 'figure', view: indexView(one.criticality) },
        healthCell(one, context),
        one.lastReleaseOn === null
          ? { type: 'unknown', reason: words.unknownReasons['not-collected'] }
          : { type: 'date', date: one.lastReleaseOn },
        textCell(...warningWords(one, context)),
      ]),
    more: Math.max(0, some.length - mostRows),
  }
}

function healthCell({ health, level }: SubjectHealth, { words }: ReportContext): Cell {
  return level === 'withheld'
    ? { type: 'figure', view: { ...indexView(health), reason: words.sustain.levels.withheld } }
    : { type: 'figure', view: indexView(health) }
}

function warningWords({ warnings }: SubjectHealth, { words }: ReportContext): Text {
  return warnings.flatMap(({ id, detail }, index): Text => [
    ...(index === 0 ? [] : [words.report.listSeparator]),
    words.sustain.warnings[id],
    ...(detail === '' ? [] : [' (', name(detail), ')']),
  ])
}
