/**
 * How lines follow from a published size in an ecosystem, out of packages of which both are known: lines = exp(a) · bytes^b
 * by least absolute deviations, with its error inside the sample and in ten-fold cross-validation (`methods.md` 1.7).
 */

import { fitLeastAbsolute, median } from './least-absolute.ts'

export type SizeSample = {
  /** Package URL with version: orders the samples, so that the folds are the same every time. */
  readonly of: string
  readonly bytes: number
  readonly deduplicated: number
  readonly raw: number
}

export type SizeError = {
  /** Median of |estimate ÷ lines − 1|. */
  readonly medianError: number
  /** Share of estimates between half and twice the lines. */
  readonly withinTwo: number
}

export type SizeFit = SizeError & {
  /** Samples with at least one line. */
  readonly n: number
  readonly a: number
  readonly b: number
  /** Each tenth estimated from the other nine. */
  readonly crossValidated: SizeError
}

export type SizeCalibration = { readonly deduplicated: SizeFit; readonly raw: SizeFit }

export type CalibrationRefusal = { readonly refused: 'too-few' | 'no-spread'; readonly n: number }

/** Fewer say nothing about an ecosystem. */
export const fewestSamples = 30
const folds = 10

export function calibrateSize(samples: readonly SizeSample[]): SizeCalibration | CalibrationRefusal {
  const sorted = samples.toSorted((a, b) => (a.of < b.of ? -1 : a.of > b.of ? 1 : 0))
  const deduplicated = fitTo(sorted.map(({ bytes, deduplicated: lines }) => ({ bytes, lines })))
  const raw = fitTo(sorted.map(({ bytes, raw: lines }) => ({ bytes, lines })))
  if ('refused' in deduplicated) return deduplicated
  return 'refused' in raw ? raw : { deduplicated, raw }
}

/** Not rounded: the caller rounds what it keeps. */
export function linesFromBytes({ a, b }: Pick<SizeFit, 'a' | 'b'>, bytes: number): number {
  return Math.exp(a) * bytes ** b
}

type Known = { readonly bytes: number; readonly lines: number }

function fitTo(all: readonly Known[]): SizeFit | CalibrationRefusal {
  // A package without code has no logarithm, and no estimate from its size can be right.
  const known = all.filter(({ bytes, lines }) => bytes > 0 && lines > 0)
  const n = known.length
  if (n < fewestSamples) return { refused: 'too-few', n }
  const model = modelOf(known)
  if (model === undefined) return { refused: 'no-spread', n }
  const estimates = known.map((one) => ratio(model, one))
  const checked = Array.from({ length: folds }, (_, fold) => {
    const isIn = (index: number): boolean => index % folds === fold
    const trained = modelOf(known.filter((_one, index) => !isIn(index)))
    return trained === undefined ? [] : known.filter((_one, index) => isIn(index)).map((one) => ratio(trained, one))
  }).flat()
  return { n, ...model, ...errorOf(estimates), crossValidated: errorOf(checked) }
}

function modelOf(known: readonly Known[]): { readonly a: number; readonly b: number } | undefined {
  const line = fitLeastAbsolute(known.map(({ bytes, lines }) => ({ x: Math.log(bytes), y: Math.log(lines) })))
  return line === undefined ? undefined : { a: line.intercept, b: line.slope }
}

function ratio(model: { readonly a: number; readonly b: number }, { bytes, lines }: Known): number {
  return linesFromBytes(model, bytes) / lines
}

function errorOf(ratios: readonly number[]): SizeError {
  return {
    medianError: median(ratios.map((one) => Math.abs(one - 1))),
    withinTwo: ratios.filter((one) => one >= 0.5 && one <= 2).length / Math.max(1, ratios.length),
  }
}
