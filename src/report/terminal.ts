/**
 * The summary for a terminal: the same order of things as the report, aligned columns without box drawing, one blank line
 * between groups, shapes with words, and color only where the terminal has it.
 */

import { shapes, type State } from '#charts/state.ts'
import type { Block, FigureView, Table } from './block.ts'
import { bandOf } from './block.ts'
import { coverageWords, isComplete } from './figure-words.ts'
import { cellPlain, textPlain, type Style } from './plain-text.ts'
import type { Report } from './report.ts'
import { displayWidth, fitted, padded, wrapped } from './text-width.ts'

export type TerminalOptions = {
  /** Colors and bars; off when the output is a file or NO_COLOR is set. */
  readonly color: boolean
  readonly width: number
}

type Page = TerminalOptions & { readonly report: Report; readonly style: Style }

const barWidth = 16

export function renderSummary(report: Report, options: TerminalOptions): string {
  const style: Style = {
    code: (text) => paint(harmless(text), 'code', options.color),
    foreign: harmless,
    state: (shape, word) => paint(`${shape} ${harmless(word)}`, stateOf(shape), options.color),
  }
  const page = { ...options, report, style }
  const { report: labels } = report.words
  const title = `${paint(harmless(report.organization), 'heading', options.color)}  ${labels.asOf} ${report.formats.date(report.asOf)}`
  const groups = [title, ...report.summary.map((block) => blockLines(block, page).join('\n'))]
  return `${groups.filter((group) => group !== '').join('\n\n')}\n`
}

function blockLines(block: Block, page: Page): readonly string[] {
  const { report, style, width, color } = page
  switch (block.type) {
    case 'heading':
      return [paint(block.text, 'heading', color)]
    case 'paragraph':
      return wrapped(textPlain(block.content, report, style), width - 2).map((line) => `  ${line}`)
    case 'figures':
      return figureLines(block.items, page)
    case 'band': {
      const unit =
        block.view.figure.known && block.view.unit === 'person-months' ? ` ${report.words.report.personMonths}` : ''
      const note = block.note === undefined ? [] : wrapped(textPlain(block.note, report, style), width - 4)
      return [
        `  ${padded(block.label, 28)}  ${figurePlain(block.view, page)}${unit}`,
        ...(block.view.figure.known
          ? [`  ${padded('', 28)}  ${centralText(block.view, page)}${coverageText(block.view, page)}`]
          : []),
        ...note.map((line) => `    ${line}`),
      ]
    }
    case 'table':
      return tableLines(block, page)
    case 'list':
      return block.items.flatMap((item, index) =>
        wrapped(textPlain(item, report, style), width - 5).map(
          (line, at) => `  ${at === 0 ? `${index + 1}.` : '  '} ${line}`,
        ),
      )
    case 'callout':
      return [
        `  ${textPlain(block.title, report, style)}`,
        ...block.body.flatMap((line) =>
          wrapped(textPlain(line, report, style), width - 4).map((text) => `    ${text}`),
        ),
      ]
    case 'chart':
      return tableLines(block.twin, page)
    case 'answers':
      return block.items.flatMap(({ question, view, unit }) => [`  ${question} ${figurePlain(view, page)} ${unit}`])
    case 'columns':
      return block.columns.flatMap((column) => column.flatMap((inner) => blockLines(inner, page)))
    case 'details':
      return block.blocks.flatMap((inner) => blockLines(inner, page))
  }
}

function figureLines(items: Extract<Block, { type: 'figures' }>['items'], page: Page): readonly string[] {
  const mark = (state: State | undefined) => (state === undefined ? '' : `${paint(shapes[state], state, page.color)} `)
  const labels = Math.max(...items.map(({ label, state }) => displayWidth(label) + (state === undefined ? 0 : 2)))
  const values = Math.max(
    ...items.filter(({ view }) => view.figure.known).map(({ view }) => displayWidth(figurePlain(view, page))),
    0,
  )
  return items.map(({ label, view, state }) => {
    const text = figurePlain(view, page)
    const shown = view.figure.known ? padded(text, values, 'right') : text
    return `  ${padded(mark(state) + label, Math.max(labels, 28))}  ${shown}${coverageText(view, page)}`.trimEnd()
  })
}

function tableLines({ caption, columns, rows, more }: Table, { report, style, width, color }: Page): readonly string[] {
  const { words, formats } = report
  const cells = rows.map((row) => row.map((cell) => cellPlain(cell, report, style)))
  const heads = columns.map(({ label }, index) => (index === 0 ? caption : label))
  const wide = columns.map((_, index) =>
    Math.max(displayWidth(heads[index] ?? ''), ...cells.map((row) => displayWidth(row[index] ?? ''))),
  )
  const others = wide.slice(1).reduce((sum, one) => sum + one + 2, 0)
  const firstWidth = Math.max(12, Math.min(Math.max(28, wide[0] ?? 0), width - 2 - others))
  const isNumber = columns.map(({ type }) => type === 'number')
  const line = (row: readonly string[]) =>
    `  ${row.map((text, index) => (index === 0 ? padded(fitted(text, firstWidth), firstWidth) : padded(text, wide[index] ?? 0, isNumber[index] === true ? 'right' : 'left'))).join('  ')}`.trimEnd()
  const barColumn = columns.findIndex(({ bar }) => bar === true)
  const counts = rows.map((row) => {
    const cell = row[barColumn]
    return cell?.type === 'number' ? cell.value : 0
  })
  const most = Math.max(1, ...counts)
  const hasBars = color && barColumn >= 0 && firstWidth + others + 4 + barWidth <= width
  return [
    paint(line(heads), 'muted', color),
    ...cells.map(
      (row, index) => line(row) + (hasBars ? `  ${paint(blockBar((counts[index] ?? 0) / most), 'plain', color)}` : ''),
    ),
    ...(more > 0 ? [`  ${words.report.andMore(formats.count(more))}`] : []),
  ]
}

function figurePlain(view: FigureView, { report, style }: Page): string {
  return textPlain([{ type: 'figure', view }], report, style)
}

function centralText(view: FigureView, { report }: Page): string {
  const band = bandOf(view)
  if (band === null) return ''
  const { formats, words } = report
  const central = 'currency' in band ? formats.money(band.central, band.currency) : formats.personMonths(band.central)
  return view.unit === 'count' ? '' : `${words.report.central} ${central}`
}

function coverageText({ coverage }: FigureView, { report, color }: Page): string {
  if (coverage === undefined) return ''
  const mark = isComplete(coverage) ? '' : `${paint(shapes.unknown, 'unknown', color)} `
  return `  ${mark}${coverageWords(coverage, report)}`
}

/** Eighths of a block, so that small counts are still told apart. */
function blockBar(share: number): string {
  const eighths = Math.round(share * barWidth * 8)
  const rest = eighths % 8
  const text = '█'.repeat(Math.floor(eighths / 8)) + (rest === 0 ? '' : (' ▏▎▍▌▋▊▉'[rest] ?? ''))
  return text === '' && share > 0 ? '▏' : text
}

type Paint = State | 'heading' | 'muted' | 'code'

const codes: Readonly<Record<Paint, string>> = {
  good: '32',
  watch: '33',
  act: '31',
  unknown: '90',
  plain: '36',
  heading: '1',
  muted: '90',
  code: '36',
}

function paint(text: string, as: Paint, color: boolean): string {
  return color && text !== '' ? `\u001B[${codes[as]}m${text}\u001B[0m` : text
}

function stateOf(shape: string): State {
  return (Object.keys(shapes) as State[]).find((state) => shapes[state] === shape) ?? 'plain'
}

/** Foreign text must not move the cursor, change colors or turn the line around. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '�')
}
