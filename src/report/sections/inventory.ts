import type { Block, Cell, Table } from '#report/block.ts'
import { code, name, numberCell, textCell } from '#report/block.ts'
import { depthChart } from '#report/pictures.ts'
import { countView, ecosystemName, type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

const mostProducts = 200

export const section = defineSection({
  id: 'inventory',
  order: 20,
  label: (words) => words.inventory.label,
  explanation: (words) => words.inventory.explanation,
  source: 'Package URL specification; package = package URL without version',
  render: (context) => [
    totals(context),
    ...(context.portfolio.organization.isDeclared ? [] : [undeclared(context)]),
    { type: 'columns', columns: [[byEcosystem(context)], [depthChart(context)]] },
    { type: 'columns', columns: [[mostShared(context)], [byKind(context), byProduct(context)]] },
  ],
})

function totals({ assessment, words }: ReportContext): Block {
  const { inventory: found } = assessment
  const { inventory } = words
  return {
    type: 'figures',
    items: [
      { label: inventory.packages, view: { ...countView(found.packages), coverage: found.coverage } },
      { label: inventory.versions, view: countView(found.versions) },
      { label: inventory.direct, view: countView(found.direct) },
      { label: inventory.transitive, view: countView(found.transitive) },
      { label: inventory.unknownDirectness, view: countView(found.unknownDirectness) },
      { label: inventory.maxDepth, view: countView(found.maxDepth) },
      { label: inventory.occurrences, view: countView(found.occurrences) },
      { label: inventory.products, view: countView(found.products) },
    ],
  }
}

function undeclared({ words }: ReportContext): Block {
  return { type: 'paragraph', tone: 'muted', content: [words.inventory.undeclared] }
}

export function byEcosystem({ assessment, words }: ReportContext): Table {
  const { inventory } = words
  return {
    type: 'table',
    id: 'ecosystems',
    caption: inventory.byEcosystem,
    columns: [
      { label: inventory.ecosystem, type: 'text' },
      { label: inventory.packages, type: 'number', bar: true },
      { label: inventory.direct, type: 'number' },
      { label: inventory.transitive, type: 'number' },
      { label: inventory.neitherColumn, type: 'number' },
    ],
    rows: assessment.inventory.byEcosystem.map((row) => [
      textCell(name(ecosystemName(row.ecosystem, words))),
      numberCell(row.packages),
      numberCell(row.direct),
      numberCell(row.transitive),
      numberCell(row.unknownDirectness),
    ]),
    more: 0,
  }
}

export function mostShared({ assessment, words }: ReportContext): Table {
  const { inventory } = words
  return {
    type: 'table',
    id: 'most-shared',
    caption: inventory.mostShared,
    note: inventory.mostSharedExplanation,
    columns: [
      { label: inventory.package, type: 'text' },
      { label: inventory.byProduct, type: 'number', bar: true },
      { label: inventory.versions, type: 'number' },
    ],
    rows: assessment.inventory.mostShared
      .slice(0, 15)
      .map((row) => [textCell(code(row.name)), numberCell(row.products), numberCell(row.versions)]),
    more: 0,
  }
}

function byKind({ assessment, words }: ReportContext): Table {
  const { inventory } = words
  return {
    type: 'table',
    id: 'kinds',
    caption: inventory.byKind,
    columns: [
      { label: inventory.kind, type: 'text' },
      { label: inventory.versions, type: 'number' },
    ],
    rows: assessment.inventory.byKind.map(({ kind, versions }) => [textCell(words.kinds[kind]), numberCell(versions)]),
    more: 0,
  }
}

function byProduct({ portfolio, usage, words }: ReportContext): Table {
  const { inventory } = words
  const counts = new Map<number, number>()
  for (const { products } of usage.packages)
    for (const product of products) counts.set(product, (counts.get(product) ?? 0) + 1)
  const rows = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  return {
    type: 'table',
    id: 'products',
    caption: inventory.products,
    columns: [
      { label: inventory.product, type: 'text' },
      { label: inventory.origin, type: 'text' },
      { label: inventory.criticality, type: 'text' },
      { label: inventory.packages, type: 'number', bar: true },
    ],
    rows: rows.slice(0, mostProducts).map(([index, packages]) => {
      const product = portfolio.organization.products[index]
      const criticality = product?.criticality ?? null
      const declared: Cell =
        criticality === null
          ? { type: 'unknown', reason: inventory.notDeclared }
          : textCell(inventory.criticalities[criticality])
      return [
        textCell(name(product?.name ?? '')),
        textCell(product === undefined ? '' : inventory.origins[product.origin]),
        declared,
        numberCell(packages),
      ]
    }),
    more: Math.max(0, rows.length - mostProducts),
  }
}
