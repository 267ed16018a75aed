/**
 * What a report is made of, before any format. A section returns blocks; HTML, Markdown and the terminal each render all
 * of them.
 *
 * A number reaches a reader in two ways only: as a `FigureView`, which can explain itself, or as a cell of a table whose
 * rows are the things counted. Plain text carries no digits; foreign text (names, versions, paths) is marked as such, so
 * that every format escapes it and a contract test can tell it from our own words.
 */

import type { Coverage, Figure, FigureId } from '#domain/figure.ts'
import type { LevelInterval } from '#domain/assessment/maturity.ts'
import type { Band, MoneyBand } from '#domain/money.ts'
import type { State } from '#charts/state.ts'

/**
 * How a figure is written: a plain count, a count of person-months, money, a share of a whole (0 to 1), years, days, an index
 * between 0 and 1 such as health, a score between 0 and 10, a level of engagement or a stage of the office, 0 to 4.
 */
export type Unit =
  | 'count'
  | 'person-months'
  | 'money'
  | 'share'
  | 'years'
  | 'days'
  | 'index'
  | 'score'
  | 'level'
  | 'stage'

/** A value with its ends, which can be drawn as a band. */
export type BandValue = Band | MoneyBand
export type FigureValue = number | Band | MoneyBand | LevelInterval

/** A figure as shown. `show` picks what of a band stands in the text: the range, or the central value. */
export type FigureView = {
  readonly id: FigureId
  readonly figure: Figure<FigureValue>
  readonly unit: Unit
  readonly show: 'range' | 'central'
  readonly coverage?: Coverage
  /** Why it is unknown, more precisely than the figure itself can say. */
  readonly reason?: string
}

export type Inline =
  | string
  | { readonly type: 'figure'; readonly view: FigureView }
  /** Foreign or technical text in monospace: a package URL, a version, a path, a command. */
  | { readonly type: 'code'; readonly text: string }
  /** Foreign text in running type: the name of a product or package, a summary, a source. */
  | { readonly type: 'name'; readonly text: string }
  /** Several foreign texts in one sentence, joined as the language joins them; beyond `most` the rest is counted. */
  | { readonly type: 'names'; readonly texts: readonly string[]; readonly most: number; readonly isCode?: boolean }
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'state'; readonly state: State; readonly word: string }

export type Text = readonly Inline[]

export type Cell =
  | { readonly type: 'text'; readonly content: Text }
  /** A count of the things the row is about. */
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'band'; readonly band: Band; readonly unit: 'person-months' }
  | { readonly type: 'money'; readonly band: MoneyBand }
  | { readonly type: 'figure'; readonly view: FigureView }
  | { readonly type: 'state'; readonly state: State; readonly word: string; readonly rank: number }
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'coverage'; readonly coverage: Coverage }
  | { readonly type: 'unknown'; readonly reason: string }

export type Column = {
  readonly label: string
  readonly type: 'text' | 'number' | 'state'
  /** A bar beside the number, for counts only. */
  readonly bar?: true
}

export type Table = {
  readonly type: 'table'
  /** Unique in the report; names the CSV file. */
  readonly id: string
  readonly caption: string
  /** How to read it. */
  readonly note?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Rows beyond those given, which only the JSON output lists. */
  readonly more: number
}

/** The same drawing for a page and for a telephone. */
export type Picture = { readonly wide: string; readonly narrow: string }

export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly content: Text; readonly tone?: 'muted' }
  | { readonly type: 'figures'; readonly items: readonly LabeledFigure[] }
  | {
      readonly type: 'band'
      readonly label: string
      readonly view: FigureView
      readonly picture: string | null
      readonly note?: Text
    }
  | { readonly type: 'answers'; readonly items: readonly Answer[] }
  | Table
  | {
      readonly type: 'chart'
      readonly id: string
      readonly label: string
      readonly explanation: string
      readonly picture: Picture
      readonly legend: readonly LegendItem[]
      readonly twin: Table
    }
  | { readonly type: 'list'; readonly items: readonly Text[] }
  | {
      readonly type: 'callout'
      readonly tone: 'unknown' | 'act' | 'watch' | 'good' | 'ask'
      readonly label: string
      readonly title: Text
      readonly body: readonly Text[]
      readonly command?: string
    }
  | { readonly type: 'columns'; readonly columns: readonly (readonly Block[])[] }
  | { readonly type: 'details'; readonly label: string; readonly blocks: readonly Block[] }

/** `isSoft` is the lighter of two colors of the same state. */
export type LegendItem = { readonly state: State; readonly word: string; readonly isSoft?: boolean }

export type LabeledFigure = { readonly label: string; readonly view: FigureView; readonly state?: State }

/** One of the three questions of the front page, with its answer. */
export type Answer = {
  readonly question: string
  readonly view: FigureView
  readonly unit: string
  readonly sentences: readonly Text[]
  readonly picture: string | null
  /** Counts that stand under the sentence, each with its state. */
  readonly states: readonly { readonly state: State; readonly word: string; readonly view: FigureView }[]
}

/** Null for a plain number, a level, and what is unknown. */
export function bandOf({ figure }: FigureView): BandValue | null {
  return figure.known && typeof figure.value === 'object' && 'central' in figure.value ? figure.value : null
}

export function code(text: string): Inline {
  return { type: 'code', text }
}

export function name(text: string): Inline {
  return { type: 'name', text }
}

export function textCell(...content: Text): Cell {
  return { type: 'text', content }
}

export function numberCell(value: number): Cell {
  return { type: 'number', value }
}

/** All figures that a list of blocks shows, in reading order; the same figure may come more than once. */
export function figuresOf(blocks: readonly Block[]): readonly FigureView[] {
  return blocks.flatMap((block): readonly FigureView[] => {
    switch (block.type) {
      case 'figures':
        return block.items.map(({ view }) => view)
      case 'band':
        return [block.view, ...textFigures(block.note ?? [])]
      case 'answers':
        return block.items.flatMap((item) => [
          item.view,
          ...item.sentences.flatMap(textFigures),
          ...item.states.map(({ view }) => view),
        ])
      case 'paragraph':
        return textFigures(block.content)
      case 'list':
        return block.items.flatMap(textFigures)
      case 'callout':
        return [...textFigures(block.title), ...block.body.flatMap(textFigures)]
      case 'table':
        return tableFigures(block)
      case 'chart':
        return tableFigures(block.twin)
      case 'columns':
        return block.columns.flatMap(figuresOf)
      case 'details':
        return figuresOf(block.blocks)
      case 'heading':
        return []
    }
  })
}

function textFigures(content: Text): readonly FigureView[] {
  return content.flatMap((inline) => (typeof inline !== 'string' && inline.type === 'figure' ? [inline.view] : []))
}

function tableFigures({ rows }: Table): readonly FigureView[] {
  return rows.flatMap((row) =>
    row.flatMap((cell) =>
      cell.type === 'figure' ? [cell.view] : cell.type === 'text' ? textFigures(cell.content) : [],
    ),
  )
}
