import { reciprocities } from '#domain/license-facts.ts'
import type { Block, Cell, Table } from '#report/block.ts'
import { code, name, numberCell, textCell } from '#report/block.ts'
import { countView, type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

const mostLicenses = 20
const mostParts = 50

export const section = defineSection({
  id: 'licenses',
  order: 35,
  label: (words) => words.licenses.label,
  explanation: (words) => words.licenses.explanation,
  source: 'SPDX license expressions; license families of content/licenses, each with its source',
  render: (context) => {
    const { licenses } = context.assessment
    return [
      totals(context),
      { type: 'columns', columns: [[openness(context)], [reciprocity(context)]] },
      ...(licenses.licenses.length === 0 ? [] : [mostFrequent(context)]),
      ...(licenses.restricted.length === 0 ? [] : [restricted(context)]),
      ...(licenses.unclear.length === 0 ? [] : [unclear(context)]),
      { type: 'paragraph', tone: 'muted', content: [context.words.licenses.noAdvice] },
    ]
  },
})

function totals({ assessment: { licenses }, words }: ReportContext): Block {
  return {
    type: 'figures',
    items: [
      { label: words.licenses.stated, view: countView(licenses.stated) },
      { label: words.licenses.guessed, view: countView(licenses.guessed) },
      { label: words.licenses.network, view: countView(licenses.network) },
      { label: words.licenses.disputed, view: countView(licenses.disputed) },
    ],
  }
}

function openness({ assessment: { licenses }, words }: ReportContext): Table {
  return {
    type: 'table',
    id: 'licenses-openness',
    caption: words.licenses.openness,
    columns: [
      { label: words.licenses.class, type: 'text' },
      { label: words.licenses.parts, type: 'number' },
    ],
    rows: licenses.byOpenness.map(({ openness: id, count }): readonly Cell[] => [
      textCell(words.licenses.opennesses[id]),
      { type: 'figure', view: countView({ id: count.id, figure: count.figure }) },
    ]),
    more: 0,
  }
}

function reciprocity({ assessment: { licenses }, words }: ReportContext): Table {
  const order = [...reciprocities, 'unknown']
  return {
    type: 'table',
    id: 'licenses-reciprocity',
    caption: words.licenses.reciprocity,
    columns: [
      { label: words.licenses.class, type: 'text' },
      { label: words.licenses.parts, type: 'number' },
    ],
    rows: licenses.byReciprocity
      .toSorted((a, b) => order.indexOf(a.reciprocity) - order.indexOf(b.reciprocity))
      .map(({ reciprocity: id, count }): readonly Cell[] => [
        textCell(words.licenses.reciprocities[id]),
        { type: 'figure', view: countView({ id: count.id, figure: count.figure }) },
      ]),
    more: 0,
  }
}

function mostFrequent({ assessment: { licenses }, words }: ReportContext): Table {
  return {
    type: 'table',
    id: 'licenses-most-frequent',
    caption: words.licenses.mostFrequent,
    columns: [
      { label: words.licenses.license, type: 'text' },
      { label: words.licenses.parts, type: 'number', bar: true },
      { label: words.licenses.ofThemGuessed, type: 'number' },
    ],
    rows: licenses.licenses
      .slice(0, mostLicenses)
      .map(({ license, parts, guessed }) => [textCell(code(license)), numberCell(parts), numberCell(guessed)]),
    more: Math.max(0, licenses.licenses.length - mostLicenses),
  }
}

function restricted({ assessment: { licenses }, words }: ReportContext): Table {
  return {
    type: 'table',
    id: 'licenses-restricted',
    caption: words.licenses.restricted,
    columns: [
      { label: words.licenses.part, type: 'text' },
      { label: words.licenses.license, type: 'text' },
      { label: words.licenses.class, type: 'text' },
      { label: words.licenses.products, type: 'number' },
    ],
    rows: licenses.restricted
      .slice(0, mostParts)
      .map(({ name: part, version, expression, text, openness: id, products }) => [
        textCell(name([part, version].filter((one) => one !== null).join(' '))),
        textCell(code(expression ?? text ?? '')),
        textCell(words.licenses.opennesses[id]),
        numberCell(products),
      ]),
    more: Math.max(0, licenses.restricted.length - mostParts),
  }
}

function unclear({ assessment: { licenses }, words }: ReportContext): Table {
  return {
    type: 'table',
    id: 'licenses-unclear',
    caption: words.licenses.unclear,
    columns: [
      { label: words.licenses.part, type: 'text' },
      { label: words.licenses.statement, type: 'text' },
      { label: words.licenses.products, type: 'number' },
    ],
    rows: licenses.unclear
      .slice(0, mostParts)
      .map(({ name: part, version, text, products }) => [
        textCell(name([part, version].filter((one) => one !== null).join(' '))),
        textCell(name(text ?? '')),
        numberCell(products),
      ]),
    more: Math.max(0, licenses.unclear.length - mostParts),
  }
}
