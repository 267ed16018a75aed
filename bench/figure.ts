/** One line per figure, with the bar it is held against where there is one. */

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
