/**
 * The page for executives: at most three headlines, the value, one success, one risk, progress against the target, one ask;
 * and the annex it rests on. It prints on one sheet of A4.
 */

import { assumptionLabel } from '#text/assumption-label.ts'
import type { ShownBenefit } from '#domain/assessment/motivators.ts'
import type { NamedFigure } from '#domain/figure.ts'
import type { Block, Cell, Inline, LabeledFigure, Table, Text } from './block.ts'
import { code, name, textCell } from './block.ts'
import { levelName, levelView } from './level-words.ts'
import { oneAsk, oneRisk } from './one-ask.ts'
import { figureName, ownFigure } from './own-figure.ts'
import { bandPicture } from './pictures.ts'
import { moneyView, shareView, type ReportContext } from './report-context.ts'
import type { Section } from './section.ts'

/** A long list weakens the case; `ospo.md` and the chapter ask for three at most. */
const mostHeadlines = 3
const mostGoals = 3
/** What the annex takes over from the full report: coverage and gaps, figures and methods. */
const annexed = new Set(['coverage', 'method-annex'])

const page: Section = {
  id: 'front',
  order: 10,
  label: (words) => words.executive.label,
  explanation: (words) => words.executive.explanation,
  source:
    'TODO Group, The Value of Open Source Program Offices: report to executives; Headwater: rules for every figure',
  render: (context) => [
    { type: 'columns', columns: headlines(context) },
    worth(context),
    { type: 'columns', columns: [[oneSuccess(context)], [oneRisk(context)]] },
    { type: 'columns', columns: [progress(context), [theAsk(context)]] },
  ],
}

const annex: Section = {
  id: 'annex',
  order: 20,
  label: (words) => words.executive.annex,
  explanation: (words) => words.executive.annexExplanation,
  source: 'Headwater: assumptions and benefits',
  render: (context) => [assumptionTable(context), otherBenefits(context)],
}

/** @param all sections of the full report, of which the annex shows some */
export function executiveSections(all: readonly Section[]): readonly Section[] {
  return [page, annex, ...all.filter(({ id }) => annexed.has(id))]
}

function headlines(context: ReportContext): readonly (readonly Block[])[] {
  const { assessment, words } = context
  const { executive } = words
  const chosen = assessment.motivators.benefits.headlines.slice(0, mostHeadlines)
  if (chosen.length === 0)
    return [
      [
        {
          type: 'callout',
          tone: 'unknown',
          label: executive.headline,
          title: [executive.noHeadline],
          body: [[executive.noHeadlineBody]],
          command: 'headwater motivators benefits',
        },
      ],
    ]
  return chosen.map((one) => [
    {
      type: 'callout',
      tone: one.evidence.length > 0 ? 'good' : 'watch',
      label: executive.headline,
      title: [name(benefitName(one, context))],
      body: benefitBody(one, context),
    },
  ])
}

function benefitName({ benefit }: ShownBenefit, { benefits, language }: ReportContext): string {
  return benefits.get(benefit)?.[language] ?? benefit
}

/** The figure that shows it best: one that says that it arrives, before the others. */
function benefitBody(one: ShownBenefit, context: ReportContext): readonly Text[] {
  const { executive } = context.words
  const [best] = shownFigures(one, context)
  if (best === undefined) return [[executive.headlineNoFigure]]
  return [
    executive.headlineShown<Inline>(name(best.label), best.shown),
    ...(one.evidence.length > 0 ? [[executive.headlineArrives]] : []),
  ]
}

type Shown = { readonly label: string; readonly shown: Inline }

function shownFigures({ figures, evidence }: ShownBenefit, context: ReportContext): readonly Shown[] {
  const isShowing = ({ id }: NamedFigure): boolean => evidence.includes(id)
  const ordered = [...figures.filter(isShowing), ...figures.filter((figure) => !isShowing(figure))]
  return ordered.flatMap((figure): readonly Shown[] => {
    const shown = ownFigure(figure, context)
    return shown === null ? [] : [{ label: figureName(figure, context), shown }]
  })
}

function worth(context: ReportContext): Block {
  const { assessment, portfolio, words, notMeasured } = context
  const view = moneyView(assessment.value.money, notMeasured)
  const { basis } = portfolio.organization.laborRate
  return {
    type: 'band',
    label: words.executive.worth,
    view,
    picture: bandPicture('executive-value', words.executive.worth, view, context, 680),
    ...(basis === 'default' && view.figure.known ? { note: [words.front.worthDefaultRate] } : {}),
  }
}

/** The newest output that serves a goal. */
function oneSuccess({ assessment, words }: ReportContext): Block {
  const { executive } = words
  const [newest] = assessment.advice.start.goals
    .flatMap(({ title, outputs }) => outputs.map((output) => ({ ...output, goal: title })))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
  if (newest === undefined)
    return {
      type: 'callout',
      tone: 'unknown',
      label: executive.success,
      title: [executive.noSuccess],
      body: [[executive.noSuccessBody]],
    }
  return {
    type: 'callout',
    tone: 'good',
    label: executive.success,
    title: [name(newest.title)],
    body: [
      executive.successServes<Inline>(name(newest.goal)),
      executive.successOn<Inline>({ type: 'date', date: newest.on }),
    ],
  }
}

function progress(context: ReportContext): readonly Block[] {
  const { assessment, words } = context
  const { executive, standing } = words
  const [organization] = assessment.maturity.units
  const { goals } = assessment.advice.start
  const levels: readonly LabeledFigure[] =
    organization === undefined
      ? []
      : [
          { label: standing.engagement, view: levelView(organization.whole, context) },
          { label: standing.stage, view: levelView(organization.stage, context) },
        ]
  const target = organization?.whole.target ?? null
  return [
    { type: 'heading', text: executive.progress },
    { type: 'figures', items: levels },
    {
      type: 'paragraph',
      content:
        target === null ? [executive.noTarget] : executive.target<Inline>(name(levelName(target.level, context))),
    },
    ...(goals.length === 0
      ? []
      : ([
          {
            type: 'list',
            items: goals
              .slice(0, mostGoals)
              .map(({ title, progress: done }) =>
                executive.goal<Inline>(name(title), { type: 'figure', view: shareView(done) }),
              ),
          },
        ] satisfies readonly Block[])),
  ]
}

/** The recommendation that comes first, else what would make most known. */
function theAsk(context: ReportContext): Block {
  const { assessment, words, language } = context
  const { executive, maturity } = words
  const [first] = assessment.advice.recommendations
  const found = assessment.advice.scenarios.find(({ id }) => id === first?.scenario)
  if (first === undefined || found === undefined) {
    const { title, detail, command } = oneAsk(context)
    return {
      type: 'callout',
      tone: 'ask',
      label: executive.ask,
      title,
      body: detail,
      ...(command === null ? {} : { command }),
    }
  }
  return {
    type: 'callout',
    tone: 'ask',
    label: executive.ask,
    title: [name(found.action[language][0] ?? found.label[language])],
    body: [
      [name(found.label[language])],
      executive.askCost<Inline>(maturity.costs[first.cost], { type: 'date', date: first.checkOn }),
    ],
  }
}

function otherBenefits(context: ReportContext): Table {
  const { assessment, words } = context
  const { executive } = words
  const shown = assessment.motivators.benefits.annex.filter(({ figures }) => figures.length > 0)
  return {
    type: 'table',
    id: 'benefits',
    caption: executive.otherBenefits,
    columns: [
      { label: executive.benefit, type: 'text' },
      { label: executive.ownFigure, type: 'text' },
    ],
    rows: shown.map((one): Cell[] => {
      const [best] = shownFigures(one, context)
      return [
        textCell(name(benefitName(one, context))),
        best === undefined
          ? { type: 'unknown', reason: executive.headlineNoFigure }
          : textCell(name(best.label), ': ', best.shown),
      ]
    }),
    more: 0,
  }
}

/** Every assumption of every area, as low, central and high. */
function assumptionTable({ assessment, words, language }: ReportContext): Table {
  const { value, report } = words
  const all = [
    ...assessment.value.assumptions,
    ...assessment.health.assumptions,
    ...assessment.contribution.assumptions,
    ...assessment.maturity.assumptions,
    ...assessment.advice.assumptions,
  ]
  const once = [...new Map(all.map((one) => [one.id, one])).values()]
  return {
    type: 'table',
    id: 'all-assumptions',
    caption: value.assumptions,
    columns: [
      { label: value.assumption, type: 'text' },
      { label: report.low, type: 'text' },
      { label: report.central, type: 'text' },
      { label: report.high, type: 'text' },
      { label: value.basis, type: 'text' },
      { label: value.sourceLabel, type: 'text' },
    ],
    rows: once.map((one): Cell[] => [
      textCell(code(one.id), ' ', assumptionLabel(one, words, language)),
      textCell(name(one.low)),
      textCell(name(one.central)),
      textCell(name(one.high)),
      one.isDefault ? { type: 'state', state: 'watch', word: value.isDefault, rank: 1 } : textCell(value.isOwn),
      textCell(name(one.source)),
    ]),
    more: 0,
  }
}
