import type { AlternativeLine } from '#domain/assessment/alternatives.ts'
import type { Block, Cell, Table } from '#report/block.ts'
import { code, name, numberCell, textCell } from '#report/block.ts'
import { moneyView, type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

export const section = defineSection({
  id: 'alternatives',
  order: 42,
  label: (words) => words.worth.alternatives.label,
  explanation: (words) => words.worth.alternatives.explanation,
  source: 'Substitution records of the organization and a dated price book (content/prices), docs/methods.md',
  render: (context) => {
    const { alternatives } = context.assessment
    return [
      ...(alternatives.lines.length === 0 ? [nothing(context)] : [totals(context), functions(context)]),
      ...(alternatives.refused.length === 0 ? [] : [refused(context)]),
      ...(alternatives.candidates.length === 0 ? [] : [candidates(context)]),
    ]
  },
})

function nothing({ words }: ReportContext): Block {
  const { alternatives } = words.worth
  return {
    type: 'callout',
    tone: 'unknown',
    label: alternatives.label,
    title: [alternatives.nothing],
    body: [[alternatives.nothingBody]],
    command: 'headwater value alternatives',
  }
}

function totals({ assessment, words }: ReportContext): Block {
  const { alternatives } = words.worth
  const { gross, discounted, net } = assessment.alternatives
  return {
    type: 'figures',
    items: [
      { label: alternatives.gross, view: { ...moneyView(gross), show: 'central' } },
      { label: alternatives.discounted, view: moneyView(discounted) },
      { label: alternatives.net, view: moneyView(net) },
    ],
  }
}

function functions(context: ReportContext): Table {
  const { assessment, words } = context
  const { alternatives: own } = words.worth
  return {
    type: 'table',
    id: 'alternatives',
    caption: own.functions,
    columns: [
      { label: own.serves, type: 'text' },
      { label: own.product, type: 'text' },
      { label: own.instead, type: 'text' },
      { label: words.alternatives.state, type: 'text' },
      { label: own.gross, type: 'number' },
      { label: own.discounted, type: 'number' },
      { label: own.net, type: 'number' },
    ],
    rows: assessment.alternatives.lines.map((line) => lineCells(line, context)),
    more: 0,
  }
}

function lineCells(line: AlternativeLine, { portfolio, words }: ReportContext): Cell[] {
  const product = portfolio.organization.products.find(({ id }) => id === line.product)
  const reason = words.alternatives.states[line.state]
  return [
    textCell(name(line.serves)),
    product === undefined ? textCell(words.alternatives.everywhere) : textCell(name(product.name)),
    textCell(name(line.price.alternative)),
    line.state === 'priced' || line.state === 'paid-already' ? textCell(reason) : { type: 'unknown', reason },
    { type: 'figure', view: { ...moneyView(line.gross, reason), show: 'central' } },
    { type: 'figure', view: moneyView(line.discounted, reason) },
    {
      type: 'figure',
      view: moneyView(line.net, line.discounted.figure.known ? words.alternatives.runCostsMissing : reason),
    },
  ]
}

function refused({ assessment, words }: ReportContext): Table {
  const { alternatives: own } = words.worth
  return {
    type: 'table',
    id: 'alternatives-refused',
    caption: own.refused,
    columns: [
      { label: own.entry, type: 'text' },
      { label: own.serves, type: 'text' },
      { label: own.reason, type: 'text' },
    ],
    rows: assessment.alternatives.refused.map(({ substitution, serves, issue }) => [
      textCell(code(substitution)),
      textCell(name(serves)),
      textCell(words.issues[issue.code]),
    ]),
    more: 0,
  }
}

function candidates({ assessment, words }: ReportContext): Table {
  const { alternatives: own } = words.worth
  return {
    type: 'table',
    id: 'alternatives-candidates',
    caption: own.candidates,
    note: own.candidatesNote,
    columns: [
      { label: own.software, type: 'text' },
      { label: own.products, type: 'number' },
    ],
    rows: assessment.alternatives.candidates.map((one) => [textCell(name(one.name)), numberCell(one.products.length)]),
    more: 0,
  }
}
