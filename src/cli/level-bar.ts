/** A bar over levels, drawn with block characters: one narrow strip for level 0, four columns beside it. */

import type { CellState } from '#domain/assessment/motivators.ts'
import { levelNumbers, type LevelNumber } from '#domain/maturity-model.ts'
import type { LevelSpan } from '#domain/motivators.ts'

export const marks: Readonly<Record<CellState, string>> = {
  served: '█',
  reachable: '▓',
  locked: '░',
  'not-wanted': '×',
  unknown: '?',
}

/** What a box of the template is drawn with, which has no state. */
export const templateMark = '▒'

const separator = '│'
const widthOf = (level: LevelNumber): number => (level === 0 ? 2 : 5)

/** @param letter `L` for levels, `S` for stages */
export function barHead(letter: string): string {
  return levelNumbers.map((level) => `${letter}${level}`.padEnd(widthOf(level))).join(separator)
}

export function drawBar({ from, to }: LevelSpan, mark: string): string {
  return levelNumbers
    .map((level) => {
      const isIn = from <= level && level <= to
      const isJoined = from <= level && level < to
      const end = level === levelNumbers.at(-1) ? '' : isJoined ? mark : separator
      return (isIn ? mark : ' ').repeat(widthOf(level)) + end
    })
    .join('')
}

/** The same as cells of a Markdown table. */
export function barCells({ from, to }: LevelSpan, mark: string): readonly string[] {
  return levelNumbers.map((level) => (from <= level && level <= to ? mark.repeat(3) : ''))
}
