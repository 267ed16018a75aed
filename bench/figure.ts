/** One line per figure, with the bar it is held against where there is one. */

import type { Engine } from '#store/dialect.ts'

export type BenchFigure = {
  readonly bench: string
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly bar?: number
  /** `at-most` unless said otherwise. */
  readonly direction?: 'at-most' | 'at-least'
}

export function print(figure: BenchFigure): void {
  const { bar, direction = 'at-most', ...rest } = figure
  const value = Math.round(figure.value * 1000) / 1000
  const met = bar === undefined ? undefined : direction === 'at-most' ? figure.value <= bar : figure.value >= bar
  process.stdout.write(`${JSON.stringify({ ...rest, value, ...(bar === undefined ? {} : { bar, direction, met }) })}\n`)
}

/** Prints a figure of one engine; `bar` as in `BenchFigure`. */
export type EngineFigure = (
  figure: string,
  value: number,
  unit: string,
  bar?: number,
  direction?: 'at-most' | 'at-least',
) => void

const seen = new Map<string, Map<string, Partial<Record<Engine, BenchFigure>>>>()

/** Figures of one engine, kept for `printSideBySide`. */
export function figuresOf(bench: string, engine: Engine, size: string): EngineFigure {
  const ofBench = seen.get(bench) ?? new Map<string, Partial<Record<Engine, BenchFigure>>>()
  seen.set(bench, ofBench)
  return (name, value, unit, bar, direction) => {
    const figure = { bench, value, unit, ...(bar === undefined ? {} : { bar }), ...(direction && { direction }) }
    print({ ...figure, figure: `${engine}, ${size}: ${name}` })
    ofBench.set(name, { ...ofBench.get(name), [engine]: { ...figure, figure: name } })
  }
}

/** What every engine told, one line a figure; for reading, so it goes where messages go. */
export function printSideBySide(bench: string): void {
  const rows = [...(seen.get(bench) ?? [])].map(([name, { sqlite, postgresql }]) => {
    const { unit = '', bar } = sqlite ?? postgresql ?? {}
    return [name, rounded(sqlite), rounded(postgresql), unit, bar === undefined ? '' : String(bar)]
  })
  const table = [['figure', 'SQLite', 'PostgreSQL', 'unit', 'bar'], ...rows]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table)
    process.stderr.write(
      `${row.map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}\n`,
    )
}

function rounded(figure: BenchFigure | undefined): string {
  if (figure === undefined) return '–'
  return figure.value.toLocaleString('en-US', { maximumFractionDigits: figure.value < 10 ? 2 : 0 })
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The smallest value that this share of the values does not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}
