import { severities } from '#domain/finding.ts'
import { severityStates } from '#charts/state.ts'
import type { Block, Cell, FigureView, LabeledFigure, Table } from '#report/block.ts'
import { code, name, textCell } from '#report/block.ts'
import { severityChart } from '#report/pictures.ts'
import { countView, type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

const mostRows = 250
const mostNames = 3

export const section = defineSection({
  id: 'vulnerabilities',
  order: 30,
  label: (words) => words.vulnerabilities.label,
  explanation: (words) => words.vulnerabilities.explanation,
  source: 'OSV schema; CVSS; advisories that are aliases of one another are one finding',
  render: (context) => {
    const { assessment, words, isLookedUp } = context
    const totals: Block = { type: 'figures', items: severityFigures(context) }
    if (!isLookedUp) return [notLookedUp(context), totals]
    if (assessment.vulnerabilities.findings.length === 0)
      return [totals, { type: 'paragraph', content: [words.vulnerabilities.none] }, ...partly(context)]
    return [totals, ...partly(context), severityChart(context), queue(context)]
  },
})

/** The total with its coverage, which stands for its parts; nothing but the total where nobody looked. */
export function severityFigures({ assessment, words, notLookedUp: reason }: ReportContext): readonly LabeledFigure[] {
  const found = assessment.vulnerabilities
  const { vulnerabilities } = words
  const total = { label: vulnerabilities.total, view: countView(found.total, reason) }
  if (!found.total.figure.known) return [total]
  // Severities that say nothing about danger are shown only when there is something to count.
  const shown = found.bySeverity.filter(
    ({ severity, count }) =>
      (severity !== 'none' && severity !== 'unknown') || !count.figure.known || count.figure.value > 0,
  )
  return [
    total,
    ...shown.map(({ severity, count }) => ({
      label: words.severities[severity],
      state: severityStates[severity],
      view: withoutCoverage(countView(count)),
    })),
    { label: vulnerabilities.affectedParts, view: withoutCoverage(countView(found.affectedParts)) },
    { label: vulnerabilities.affectedProducts, view: withoutCoverage(countView(found.affectedProducts)) },
  ]
}

function withoutCoverage({ id, figure, unit, show }: FigureView): FigureView {
  return { id, figure, unit, show }
}

function notLookedUp({ words, assessment, notLookedUp: reason }: ReportContext): Block {
  const command = assessment.gaps.find(({ area }) => area === 'vulnerabilities')?.remedy ?? 'headwater data import DIR'
  return {
    type: 'callout',
    tone: 'unknown',
    label: reason,
    title: [words.vulnerabilities.notLookedUp],
    body: [[words.vulnerabilities.notLookedUpBody]],
    command,
  }
}

function partly({ assessment, words }: ReportContext): readonly Block[] {
  return assessment.vulnerabilities.undecided.length === 0
    ? []
    : [{ type: 'paragraph', tone: 'muted', content: [words.vulnerabilities.partly] }]
}

function queue({ assessment, portfolio, usage, words }: ReportContext): Table {
  const { findings } = assessment.vulnerabilities
  const { vulnerabilities } = words
  return {
    type: 'table',
    id: 'findings',
    caption: vulnerabilities.queue,
    note: vulnerabilities.queueExplanation,
    columns: [
      { label: vulnerabilities.severity, type: 'state' },
      { label: vulnerabilities.id, type: 'text' },
      { label: vulnerabilities.part, type: 'text' },
      { label: vulnerabilities.installed, type: 'text' },
      { label: vulnerabilities.fixed, type: 'text' },
      { label: vulnerabilities.products, type: 'text' },
      { label: vulnerabilities.about, type: 'text' },
    ],
    rows: findings.slice(0, mostRows).map((finding) => {
      const part = portfolio.parts[finding.part]
      const products = usage
        .productsOfPart(finding.part)
        .map((product) => portfolio.organization.products[product]?.name ?? '')
      const fixed: Cell =
        finding.fixed.length === 0
          ? { type: 'unknown', reason: vulnerabilities.noFix }
          : textCell({ type: 'names', texts: finding.fixed, most: mostNames, isCode: true })
      return [
        {
          type: 'state',
          state: severityStates[finding.severity],
          word: words.severities[finding.severity],
          rank: severities.indexOf(finding.severity),
        },
        textCell(code(finding.id)),
        textCell(code(part?.name ?? '')),
        part?.version == null ? { type: 'unknown', reason: words.inventory.notStated } : textCell(code(part.version)),
        fixed,
        textCell({ type: 'names', texts: products, most: mostNames }),
        textCell(name(shortened(finding.summary))),
      ]
    }),
    more: Math.max(0, findings.length - mostRows),
  }
}

/** Summaries of advisories are sometimes whole pages. */
function shortened(summary: string): string {
  return summary.length > 160 ? `${summary.slice(0, 159).trimEnd()}…` : summary
}
