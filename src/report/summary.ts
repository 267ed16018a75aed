/** What a person reads in the terminal after `assess`: the three questions, what is missing, what to do next. */

import type { Block, Text } from './block.ts'
import { code } from './block.ts'
import { asks } from './one-ask.ts'
import { bandView, countView, moneyView, type ReportContext } from './report-context.ts'
import { byEcosystem, mostShared } from './sections/inventory.ts'
import { severityFigures } from './sections/vulnerabilities.ts'
import { lostFiles, reading } from './sections/coverage.ts'
import { depthChart } from './pictures.ts'

/** Rows that fit on a screen beside everything else. */
const mostEcosystems = 12
const mostShown = 5
const mostLost = 8

export function summarize(context: ReportContext): readonly Block[] {
  return [...depend(context), ...risk(context), ...worth(context), ...unread(context), ...next(context)]
}

function depend(context: ReportContext): readonly Block[] {
  const { assessment, words } = context
  const { inventory: found } = assessment
  const { inventory, summary } = words
  const depth = depthChart(context)
  const shared = mostShared(context)
  const ecosystems = byEcosystem(context)
  return [
    { type: 'heading', text: summary.depend },
    {
      type: 'figures',
      items: [
        { label: inventory.packages, view: { ...countView(found.packages), coverage: found.coverage } },
        { label: inventory.direct, view: countView(found.direct) },
        { label: inventory.transitive, view: countView(found.transitive) },
        { label: inventory.unknownDirectness, view: countView(found.unknownDirectness) },
        { label: inventory.maxDepth, view: countView(found.maxDepth) },
        { label: inventory.products, view: countView(found.products) },
      ],
    },
    {
      ...ecosystems,
      rows: ecosystems.rows.slice(0, mostEcosystems),
      more: Math.max(0, ecosystems.rows.length - mostEcosystems),
    },
    ...(depth.type === 'chart' ? [depth.twin] : []),
    { ...shared, rows: shared.rows.slice(0, mostShown) },
  ]
}

function risk(context: ReportContext): readonly Block[] {
  return [
    { type: 'heading', text: context.words.summary.risk },
    { type: 'figures', items: severityFigures(context) },
  ]
}

function worth({ assessment, portfolio, words, formats, notMeasured }: ReportContext): readonly Block[] {
  const { value } = words
  const { laborRate } = portfolio.organization
  const rate: Text = words.value.rate(
    { type: 'name', text: formats.money(laborRate.yearlyWage, laborRate.currency) },
    { type: 'name', text: formats.exact(laborRate.loadFactor) },
    { type: 'name', text: laborRate.source },
    { type: 'date', date: laborRate.asOf },
  )
  return [
    { type: 'heading', text: words.summary.worth },
    {
      type: 'band',
      label: value.personMonths,
      view: bandView(assessment.value.personMonths, notMeasured),
      picture: null,
    },
    {
      type: 'band',
      label: value.money,
      view: moneyView(assessment.value.money, notMeasured),
      picture: null,
      note: rate,
    },
    ...(laborRate.basis === 'default'
      ? [{ type: 'paragraph' as const, tone: 'muted' as const, content: [value.defaultRate] }]
      : []),
  ]
}

function unread(context: ReportContext): readonly Block[] {
  const { words, assessment } = context
  const lost = lostFiles(context)
  const gaps = assessment.gaps.filter(({ why }) => why === 'not-built')
  return [
    { type: 'heading', text: words.summary.unread },
    reading(context),
    ...(lost.length === 0 && assessment.inventory.reading.refused === 0
      ? [{ type: 'paragraph' as const, content: [words.summary.everythingRead] }]
      : []),
    ...(lost.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            id: 'summary-unread',
            caption: words.coverage.unread,
            columns: [
              { label: words.coverage.file, type: 'text' as const },
              { label: words.coverage.reason, type: 'text' as const },
            ],
            rows: lost.slice(0, mostLost).map(({ path, code: reason }) => [
              { type: 'text' as const, content: [code(path)] },
              { type: 'text' as const, content: [words.issues[reason]] },
            ]),
            more: Math.max(0, lost.length - mostLost),
          },
        ]),
    ...(gaps.length === 0
      ? []
      : [
          {
            type: 'paragraph' as const,
            tone: 'muted' as const,
            content: [
              words.summary.notIn,
              ': ',
              { type: 'names' as const, texts: gaps.map(({ area }) => words.areas[area]), most: gaps.length },
            ],
          },
        ]),
  ]
}

function next(context: ReportContext): readonly Block[] {
  const { words, assessment } = context
  const wanted = asks(context).slice(0, 3)
  const items: readonly Text[] =
    wanted.length === 0
      ? [[words.front.askAgain]]
      : wanted.map(({ title, command }) => (command === null ? title : [...title, ' ', code(command)]))
  return [
    { type: 'heading', text: words.summary.next },
    { type: 'list', items },
    {
      type: 'paragraph',
      tone: 'muted',
      content: words.summary.explainHint(code(`headwater explain ${assessment.inventory.packages.id}`)),
    },
  ]
}
