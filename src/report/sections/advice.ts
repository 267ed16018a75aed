import type { AdviceNeed, GoalView, ScenarioResult } from '#domain/assessment/advice.ts'
import type { EngagementAdvice } from '#domain/assessment/engagement.ts'
import type { Block, Cell, Table } from '#report/block.ts'
import { code, name, numberCell, textCell } from '#report/block.ts'
import { indexView, moneyView, shareView, type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

const mostParts = 20
/** What is used as it is asks for nothing. */
const asItIs = 1

export const section = defineSection({
  id: 'advice',
  order: 55,
  label: (words) => words.executive.advice,
  explanation: (words) => words.executive.adviceExplanation,
  source:
    'TODO Group, The Value of Open Source Program Offices: scenarios, challenges, roles; ranking and thresholds: Headwater (docs/scenarios.md)',
  render: (context) => [
    recommendations(context),
    ...unclear(context),
    ...partsToActOn(context),
    ...goals(context),
    roles(context),
  ],
})

function recommendations({ assessment, words, language }: ReportContext): Block {
  const { executive, maturity } = words
  const { recommendations: best, scenarios } = assessment.advice
  if (best.length === 0) return { type: 'paragraph', content: [executive.nothingFires] }
  return {
    type: 'table',
    id: 'recommendations',
    caption: executive.recommendations,
    columns: [
      { label: executive.scenario, type: 'text' },
      { label: executive.signal, type: 'text' },
      { label: executive.step, type: 'text' },
      { label: executive.cost, type: 'text' },
      { label: executive.checkOn, type: 'text' },
    ],
    rows: best.flatMap(({ scenario, cost, checkOn }): readonly Cell[][] => {
      const found = scenarios.find(({ id }) => id === scenario)
      if (found === undefined) return []
      const signals = found.symptoms.filter(({ shows }) => shows === true)
      return [
        [
          textCell(name(found.label[language])),
          textCell(
            ...signals.flatMap(({ label }, at) => [
              ...(at === 0 ? [] : [words.report.listSeparator]),
              name(label[language]),
            ]),
          ),
          textCell(name(found.action[language][0] ?? '')),
          textCell(maturity.costs[cost]),
          { type: 'date', date: checkOn },
        ],
      ]
    }),
    more: 0,
  }
}

function unclear({ assessment, words, language }: ReportContext): readonly Block[] {
  const { executive, advice } = words
  const unknown = assessment.advice.scenarios.filter(({ state }) => state === 'unknown')
  if (unknown.length === 0) return []
  const table: Table = {
    type: 'table',
    id: 'scenarios-unknown',
    caption: executive.cannotTell,
    columns: [
      { label: executive.scenario, type: 'text' },
      { label: executive.missing, type: 'text' },
    ],
    rows: unknown.map(({ label, missing }: ScenarioResult): Cell[] => [
      textCell(name(label[language])),
      textCell(
        ...missing.flatMap((need: AdviceNeed, at) => [
          ...(at === 0 ? [] : [words.report.listSeparator]),
          name(advice.needs[need]),
        ]),
      ),
    ]),
    more: 0,
  }
  return [{ type: 'details', label: executive.cannotTell, blocks: [table] }]
}

function partsToActOn(context: ReportContext): readonly Block[] {
  const { assessment, words, options, language } = context
  const { executive } = words
  const asking = assessment.engagement.advice.filter(({ option, decided }) => option !== asItIs || decided !== null)
  if (asking.length === 0) return []
  const criticality = (one: EngagementAdvice): Cell => {
    const input = one.inputs.find(({ fact }) => fact === 'criticality')?.figure
    return input?.figure.known === true && typeof input.figure.value === 'number'
      ? { type: 'figure', view: indexView({ id: input.id, figure: { ...input.figure, value: input.figure.value } }) }
      : { type: 'unknown', reason: words.unknownReasons['not-collected'] }
  }
  const table: Table = {
    type: 'table',
    id: 'engagement-advice',
    caption: executive.parts,
    note: executive.partsNote,
    columns: [
      { label: executive.part, type: 'text' },
      { label: executive.criticality, type: 'number' },
      { label: executive.way, type: 'text' },
      { label: executive.basis, type: 'text' },
      { label: executive.yearly, type: 'number' },
      { label: executive.owner, type: 'text' },
      { label: executive.review, type: 'text' },
    ],
    rows: asking
      .slice(0, mostParts)
      .map((one): Cell[] => [
        textCell(code(one.name)),
        criticality(one),
        textCell(name(options.find(({ number }) => number === one.option)?.label[language] ?? '')),
        textCell(one.decided === null ? executive[one.standing] : executive.decided),
        { type: 'figure', view: moneyView(one.cost, words.engagement.costUnknown) },
        one.owner === null ? { type: 'unknown', reason: executive.nobody } : textCell(code(one.owner.person)),
        { type: 'date', date: one.reviewOn },
      ]),
    more: Math.max(0, asking.length - mostParts),
  }
  return [table]
}

function goals({ assessment, words }: ReportContext): readonly Block[] {
  const { executive } = words
  const { goals: all } = assessment.advice.start
  if (all.length === 0) return []
  return [
    {
      type: 'table',
      id: 'goals',
      caption: executive.goals,
      columns: [
        { label: executive.goalHead, type: 'text' },
        { label: executive.wayDone, type: 'number' },
        { label: executive.due, type: 'text' },
        { label: executive.outputs, type: 'number' },
        { label: executive.lastOutput, type: 'text' },
      ],
      rows: all.map(({ title, progress, by, outputs }: GoalView): Cell[] => [
        textCell(name(title)),
        { type: 'figure', view: shareView(progress) },
        { type: 'date', date: by },
        numberCell(outputs.length),
        outputs[0] === undefined
          ? { type: 'unknown', reason: words.advice.servedByNothing }
          : textCell(name(outputs[0].title)),
      ]),
      more: 0,
    },
  ]
}

function roles({ assessment, words }: ReportContext): Table {
  const { executive, advice } = words
  return {
    type: 'table',
    id: 'roles',
    caption: executive.roles,
    columns: [
      { label: executive.role, type: 'text' },
      { label: executive.lastOutput, type: 'text' },
      { label: executive.on, type: 'text' },
      { label: executive.lately, type: 'state' },
    ],
    rows: assessment.advice.roles.map(({ role, outputs, isEmpty }): Cell[] => {
      const [last] = outputs
      return [
        textCell(advice.roles[role]),
        last === undefined ? textCell('–') : textCell(name(last.title)),
        last === undefined ? textCell('–') : { type: 'date', date: last.on },
        isEmpty === null
          ? { type: 'state', state: 'unknown', word: words.unknownReasons['not-collected'], rank: 1 }
          : isEmpty
            ? { type: 'state', state: 'watch', word: executive.emptyRole, rank: 0 }
            : { type: 'state', state: 'good', word: advice.there, rank: 2 },
      ]
    }),
    more: 0,
  }
}
