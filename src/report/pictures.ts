/** The pictures of the report: data of the assessment in, a drawing with its table twin out. */

import { severities } from '#domain/finding.ts'
import { depthColumns, drawDepth } from '#charts/depth.ts'
import { drawSeverityByProduct } from '#charts/severity-by-product.ts'
import { severityStates, shapes } from '#charts/state.ts'
import { drawValueBand } from '#charts/value-band.ts'
import { drawWatershed } from '#charts/watershed.ts'
import { gatherStreams } from '#charts/watershed-streams.ts'
import type { Block, Cell, FigureView, Table } from './block.ts'
import { bandOf, name, numberCell, textCell } from './block.ts'
import { valueWords } from './figure-words.ts'
import { ecosystemName, type ReportContext } from './report-context.ts'
import { packageRisks } from './risk-of-packages.ts'

/** Rows of a drawing that would otherwise grow without end. */
const mostProducts = 15

export function watershedChart(context: ReportContext): Block {
  const { usage, portfolio, words, formats } = context
  const { front } = words
  const riskOf = packageRisks(context)
  const watershed = gatherStreams(
    usage.packages.map((used) => ({
      name: used.name,
      ecosystem: ecosystemName(used.ecosystem, words),
      ...riskOf(used),
      products: used.products,
    })),
    portfolio.organization.products.map((product) => product.name),
    {
      otherEcosystems: front.otherEcosystems,
      morePackages: (count) => front.morePackages(formats.count(count)),
      moreProducts: (count) => front.moreProducts(formats.count(count)),
    },
  )
  const { sources, parts, products, inflow, outflow } = watershed
  const legendWords = {
    act: front.legendAct,
    watch: front.legendWatch,
    plain: front.legendPlain,
    unknown: front.legendUnknown,
    good: front.legendPlain,
  }
  const row = (from: string, to: string, state: keyof typeof shapes, weight: number): readonly Cell[] => [
    textCell(name(from)),
    textCell(name(to)),
    numberCell(weight),
    { type: 'state', state, word: legendWords[state], rank: Object.keys(shapes).indexOf(state) },
  ]
  const twin: Table = {
    type: 'table',
    id: 'watershed',
    caption: front.watershedTable,
    columns: [
      { label: front.from, type: 'text' },
      { label: front.to, type: 'text' },
      { label: front.uses, type: 'number' },
      { label: front.state, type: 'state' },
    ],
    rows: [
      ...inflow.map(({ from, to, weight, state }) =>
        row(sources[from]?.label ?? '', parts[to]?.label ?? '', state, weight),
      ),
      ...outflow.map(({ from, to, weight, state }) =>
        row(parts[from]?.label ?? '', products[to]?.label ?? '', state, weight),
      ),
    ],
    more: 0,
  }
  const shown = new Set(parts.map(({ state }) => state))
  return {
    type: 'chart',
    id: 'watershed',
    label: front.watershed,
    explanation: front.watershedExplanation,
    picture: {
      wide: drawWatershed('watershed-wide', front.watershed, watershed, 'wide').svg,
      narrow: drawWatershed('watershed-narrow', front.watershed, watershed, 'narrow').svg,
    },
    legend: (['act', 'watch', 'plain', 'unknown'] as const)
      .filter((state) => shown.has(state))
      .map((state) => ({ state, word: legendWords[state] })),
    twin,
  }
}

/** `width` is the natural width in pixels; text keeps its size when the place is as wide. */
export function bandPicture(
  id: string,
  label: string,
  view: FigureView,
  { formats }: ReportContext,
  width = 520,
): string | null {
  const band = bandOf(view)
  if (band === null) return null
  const show = (amount: number) =>
    'currency' in band ? formats.money(amount, band.currency) : valueWords(amount, view.unit, 'central', formats)
  const labels = { low: show(band.low), central: show(band.central), high: show(band.high) }
  return drawValueBand(id, label, band, view.coverage, labels, width).svg
}

export function depthChart({ assessment, words, formats }: ReportContext): Block {
  const { inventory } = words
  const columns = depthColumns(assessment.inventory.byDepth, {
    step: formats.count,
    orMore: (step) => inventory.stepOrMore(formats.count(step)),
    unknown: inventory.depthUnknown,
    count: formats.count,
  })
  return {
    type: 'chart',
    id: 'depth',
    label: inventory.depth,
    explanation: inventory.depthExplanation,
    picture: {
      wide: drawDepth('depth-wide', inventory.depth, columns, 520).svg,
      narrow: drawDepth('depth-narrow', inventory.depth, columns, 350).svg,
    },
    legend: [],
    twin: {
      type: 'table',
      id: 'depth',
      caption: inventory.depth,
      columns: [
        { label: inventory.step, type: 'text' },
        { label: inventory.parts, type: 'number', bar: true },
      ],
      rows: columns.map((column) => [textCell(name(column.label)), numberCell(column.count)]),
      more: 0,
    },
  }
}

export function severityChart({ assessment, portfolio, usage, words, formats }: ReportContext): Block {
  const { vulnerabilities } = words
  const used = severities.filter((severity) =>
    assessment.vulnerabilities.findings.some((finding) => finding.severity === severity),
  )
  const counts = new Map<number, Map<string, number>>()
  for (const { part, severity } of assessment.vulnerabilities.findings)
    for (const product of usage.productsOfPart(part)) {
      const row = counts.get(product) ?? new Map<string, number>()
      row.set(severity, (row.get(severity) ?? 0) + 1)
      counts.set(product, row)
    }
  const rank = (product: number) => used.map((severity) => counts.get(product)?.get(severity) ?? 0)
  const productName = (product: number) => portfolio.organization.products[product]?.name ?? ''
  const ordered = [...counts.keys()].toSorted((a, b) => {
    const difference = rank(a)
      .map((count, index) => (rank(b)[index] ?? 0) - count)
      .find((count) => count !== 0)
    return difference ?? formats.compare(productName(a), productName(b))
  })
  const rows = ordered.map((product) => ({
    product,
    counts: used.map((severity, index) => ({ severity, count: rank(product)[index] ?? 0 })),
  }))
  const total = (row: (typeof rows)[number]) => row.counts.reduce((sum, { count }) => sum + count, 0)
  const drawn = rows
    .slice(0, mostProducts)
    .map((row) => ({ label: productName(row.product), counts: row.counts, shown: formats.count(total(row)) }))
  return {
    type: 'chart',
    id: 'severity-by-product',
    label: vulnerabilities.byProduct,
    explanation: vulnerabilities.byProductExplanation,
    picture: {
      wide: drawSeverityByProduct('severity-wide', vulnerabilities.byProduct, drawn, 560).svg,
      narrow: drawSeverityByProduct('severity-narrow', vulnerabilities.byProduct, drawn, 350).svg,
    },
    legend: used.map((severity) => ({
      state: severityStates[severity],
      word: words.severities[severity],
      isSoft: severity === 'high' || severity === 'low',
    })),
    twin: {
      type: 'table',
      id: 'severity-by-product',
      caption: vulnerabilities.byProduct,
      columns: [
        { label: words.inventory.product, type: 'text' },
        ...used.map((severity) => ({ label: words.severities[severity], type: 'number' as const })),
      ],
      rows: rows
        .slice(0, 500)
        .map((row) => [textCell(name(productName(row.product))), ...row.counts.map(({ count }) => numberCell(count))]),
      more: Math.max(0, rows.length - 500),
    },
  }
}
