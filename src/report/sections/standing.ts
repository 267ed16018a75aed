import { drawLevelLadder, type LadderRow } from '#charts/level-ladder.ts'
import type { State } from '#charts/state.ts'
import type { IndicatorState, MaturityFinding, ScopeMaturity, UnitMaturity } from '#domain/assessment/maturity.ts'
import { levelNumbers, maturityFunctions, type LevelNumber } from '#domain/maturity-model.ts'
import type { Block, Cell, Inline, Table, Text } from '#report/block.ts'
import { code, name, textCell } from '#report/block.ts'
import { figureWords } from '#report/figure-words.ts'
import { indicatorName, levelName, levelView, stageName, unitName } from '#report/level-words.ts'
import { indexView, type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

const mostFindings = 12

const states: Readonly<Record<IndicatorState, State>> = {
  met: 'good',
  partly: 'watch',
  'not-met': 'act',
  unknown: 'unknown',
  'not-applicable': 'plain',
}
const stateOrder: readonly IndicatorState[] = ['not-met', 'partly', 'unknown', 'met', 'not-applicable']

export const section = defineSection({
  id: 'standing',
  order: 50,
  label: (words) => words.standing.label,
  explanation: (words) => words.standing.explanation,
  source: 'TODO Group, The Value of Open Source Program Offices; level rule and weights: Headwater (docs/methods.md)',
  render: (context) => {
    const { assessment, words } = context
    const [organization] = assessment.maturity.units
    if (organization === undefined || !organization.whole.level.figure.known) return [nothing(context)]
    return [
      { type: 'figures', items: totals(organization, context) },
      { type: 'paragraph', content: inWords(organization, context) },
      ladder(context),
      functionTable(context),
      nextSteps(organization, context),
      ...(assessment.maturity.findings.length === 0 ? [] : findings(context)),
      { type: 'details', label: words.standing.indicators, blocks: [indicatorTable(organization, context)] },
    ]
  },
})

/** What the evidence shows of the organization and its office, in a sentence each. */
export function inWords({ whole, stage }: UnitMaturity, context: ReportContext): Text {
  const { standing, report } = context.words
  const of = (
    scope: ScopeMaturity,
    named: (level: LevelNumber, context: ReportContext) => string,
    is: (from: Inline) => Text,
    mayBe: (from: Inline, to: Inline) => Text,
  ): Text => {
    if (!scope.level.figure.known) return []
    const { floor, ceiling } = scope.level.figure.value
    const [from, to] = [name(named(floor, context)), name(named(ceiling, context))]
    return floor === ceiling ? is(from) : mayBe(from, to)
  }
  return [
    ...of(whole, levelName, standing.engagementIs, standing.engagementMayBe),
    report.sentenceSpace,
    ...of(stage, stageName, standing.stageIs, standing.stageMayBe),
  ]
}

function totals({ whole, stage }: UnitMaturity, context: ReportContext) {
  const { standing } = context.words
  return [
    { label: standing.engagement, view: levelView(whole, context) },
    { label: standing.stage, view: levelView(stage, context) },
    { label: standing.confidence, view: indexView(whole.confidence) },
  ]
}

function nothing({ words }: ReportContext): Block {
  const { standing } = words
  return {
    type: 'callout',
    tone: 'unknown',
    label: standing.engagement,
    title: [standing.notAssessed],
    body: [[standing.notAssessedBody]],
    command: 'headwater maturity answer',
  }
}

function ladder(context: ReportContext): Block {
  const { assessment, words } = context
  const { standing } = words
  const rows = assessment.maturity.units.map(({ unit, whole }): LadderRow => ({
    label: unitName(unit, context),
    interval: whole.level.figure.known ? whole.level.figure.value : null,
    target: whole.target?.level ?? null,
    shown: whole.level.figure.known ? figureWords(levelView(whole, context), context) : '',
  }))
  const names = levelNumbers.map((level) => levelName(level, context))
  const short = levelNumbers.map((level) => `L${level}`)
  return {
    type: 'chart',
    id: 'level-ladder',
    label: standing.ladder,
    explanation: standing.ladderExplanation,
    picture: {
      wide: drawLevelLadder('ladder-wide', standing.ladder, rows, names, 1000).svg,
      narrow: drawLevelLadder('ladder-narrow', standing.ladder, rows, short, 350).svg,
    },
    legend: [],
    twin: {
      type: 'table',
      id: 'level-ladder',
      caption: standing.ladderTable,
      note: standing.ladderNote,
      columns: [
        { label: standing.unit, type: 'text' },
        { label: standing.engagement, type: 'text' },
        { label: standing.target, type: 'text' },
        { label: standing.stage, type: 'text' },
        { label: standing.known, type: 'number' },
        { label: standing.confidence, type: 'number' },
      ],
      rows: assessment.maturity.units.map(({ unit, whole, stage }): Cell[] => [
        textCell(name(unitName(unit, context))),
        levelCell(whole, context),
        targetCell(whole, context),
        levelCell(stage, context),
        { type: 'coverage', coverage: whole.coverage },
        { type: 'figure', view: indexView(whole.confidence) },
      ]),
      more: 0,
    },
  }
}

function functionTable(context: ReportContext): Table {
  const { assessment, words } = context
  return {
    type: 'table',
    id: 'levels-by-function',
    caption: words.standing.functions,
    note: words.standing.ladderNote,
    columns: [
      { label: words.standing.unit, type: 'text' },
      ...maturityFunctions.map((one) => ({ label: words.maturity.functions[one] ?? one, type: 'text' as const })),
    ],
    rows: assessment.maturity.units.map(({ unit, functions }): Cell[] => [
      textCell(name(unitName(unit, context))),
      ...maturityFunctions.map((one): Cell => {
        const scope = functions.find((each) => each.function === one)
        return scope === undefined ? { type: 'unknown', reason: words.maturity.notAssessed } : levelCell(scope, context)
      }),
    ]),
    more: 0,
  }
}

function nextSteps({ whole, functions, stage }: UnitMaturity, context: ReportContext): Table {
  const { standing, maturity } = context.words
  const scopes = [whole, ...functions, stage]
  return {
    type: 'table',
    id: 'next-steps',
    caption: standing.next,
    columns: [
      { label: standing.function, type: 'text' },
      { label: standing.level, type: 'text' },
      { label: standing.target, type: 'text' },
      { label: standing.next, type: 'text' },
      { label: standing.cost, type: 'text' },
    ],
    rows: scopes.flatMap((scope): readonly Cell[][] =>
      scope.next === null
        ? []
        : [
            [
              textCell(scope === stage ? standing.stage : (maturity.functions[scope.function ?? 'whole'] ?? '')),
              levelCell(scope, context),
              targetCell(scope, context),
              textCell(name(indicatorName(scope.next.indicator, context))),
              textCell(maturity.costs[scope.next.cost]),
            ],
          ],
    ),
    more: 0,
  }
}

function levelCell(scope: ScopeMaturity, context: ReportContext): Cell {
  const view = levelView(scope, context)
  if (scope.basis !== 'claimed' || !view.figure.known) return { type: 'figure', view }
  // The word stands around the figure, so that a claim is never read as shown.
  const [before = '', after = ''] = context.words.maturity.claimed('\u0000').split('\u0000')
  return textCell(before, { type: 'figure', view }, after)
}

function targetCell({ target, level }: ScopeMaturity, context: ReportContext): Cell {
  if (target === null) return textCell(context.words.standing.noTarget)
  const isReached = level.figure.known && level.figure.value.floor >= target.level
  const state: State = isReached ? 'good' : level.figure.known ? 'watch' : 'unknown'
  return { type: 'state', state, word: levelName(target.level, context), rank: target.level }
}

function findings(context: ReportContext): readonly Block[] {
  const { assessment, words } = context
  const { findings: all } = assessment.maturity
  const rest = all.length - mostFindings
  return [
    { type: 'heading', text: words.standing.findings },
    { type: 'list', items: all.slice(0, mostFindings).map((finding) => findingText(finding, context)) },
    ...(rest > 0
      ? ([
          {
            type: 'paragraph',
            tone: 'muted',
            content: [name(words.report.moreRows(context.formats.count(rest)))],
          },
        ] satisfies readonly Block[])
      : []),
  ]
}

function findingText(finding: MaturityFinding, context: ReportContext): Text {
  const { standing, maturity } = context.words
  const unit = name(unitName(finding.unit, context))
  switch (finding.kind) {
    case 'contradiction':
      return standing.contradiction<Inline>(unit, name(indicatorName(finding.indicator, context)))
    case 'axes-apart':
      return finding.ahead === 'engagement' ? standing.practiceAhead<Inline>(unit) : standing.officeAhead<Inline>(unit)
    case 'expired':
      return standing.expired<Inline>(unit, code(finding.what), { type: 'date', date: finding.since })
    case 'target-missed':
      return standing.targetMissed<Inline>(unit, name(maturity.functions[finding.function ?? 'whole'] ?? ''), {
        type: 'date',
        date: finding.until,
      })
  }
}

function indicatorTable({ indicators }: UnitMaturity, context: ReportContext): Table {
  const { standing, maturity } = context.words
  const ordered = indicators.toSorted((a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state))
  return {
    type: 'table',
    id: 'indicators',
    caption: standing.indicators,
    columns: [
      { label: standing.indicator, type: 'text' },
      { label: standing.level, type: 'text' },
      { label: standing.state, type: 'state' },
      { label: standing.evidence, type: 'text' },
      { label: standing.until, type: 'text' },
    ],
    rows: ordered.map((result): Cell[] => {
      const level = context.model.indicators.find(({ id }) => id === result.indicator)?.level ?? null
      return [
        textCell(code(result.indicator), ' ', name(indicatorName(result.indicator, context))),
        textCell(level === null ? standing.none : name(levelName(level, context))),
        {
          type: 'state',
          state: states[result.state],
          word: maturity.states[result.state],
          rank: stateOrder.indexOf(result.state),
        },
        result.grade === null ? textCell(standing.none) : textCell(name(maturity.grades[result.grade])),
        result.validUntil === null ? textCell('–') : { type: 'date', date: result.validUntil },
      ]
    }),
    more: 0,
  }
}
