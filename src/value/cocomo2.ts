/** COCOMO II Post-Architecture: PM = A·KSLOC^E·∏EM, TDEV = C·PM^F; `methods.md` 1.2. */

export type ScaleFactor = 'PREC' | 'FLEX' | 'RESL' | 'TEAM' | 'PMAT'
export type Rating = 'very-low' | 'low' | 'nominal' | 'high' | 'very-high' | 'extra-high'

/** The sum of the five at `nominal` is 18.97, which makes the exponent 1.0997. */
export const scaleFactors: Readonly<Record<ScaleFactor, Readonly<Record<Rating, number>>>> = {
  PREC: { 'very-low': 6.2, low: 4.96, nominal: 3.72, high: 2.48, 'very-high': 1.24, 'extra-high': 0 },
  FLEX: { 'very-low': 5.07, low: 4.05, nominal: 3.04, high: 2.03, 'very-high': 1.01, 'extra-high': 0 },
  RESL: { 'very-low': 7.07, low: 5.65, nominal: 4.24, high: 2.83, 'very-high': 1.41, 'extra-high': 0 },
  TEAM: { 'very-low': 5.48, low: 4.38, nominal: 3.29, high: 2.19, 'very-high': 1.1, 'extra-high': 0 },
  PMAT: { 'very-low': 7.8, low: 6.24, nominal: 4.68, high: 3.12, 'very-high': 1.56, 'extra-high': 0 },
}

const A = 2.94
const B = 0.91
const C = 3.67
const D = 0.28

export type Cocomo2Settings = {
  /** Ratings that differ from nominal. */
  readonly ratings?: Readonly<Partial<Record<ScaleFactor, Rating>>>
  /** The product of the effort multipliers; 1 when all are nominal. */
  readonly multiplier?: number
}

export function cocomo2({ ratings = {}, multiplier = 1 }: Cocomo2Settings = {}): {
  /** E, the exponent of size. */
  readonly exponent: number
  readonly effort: (thousandLines: number) => number
  readonly schedule: (personMonths: number) => number
} {
  const sum = Object.entries(scaleFactors).reduce(
    (total, [factor, values]) => total + values[ratings[factor as ScaleFactor] ?? 'nominal'],
    0,
  )
  const exponent = B + 0.01 * sum
  const scheduleExponent = D + 0.2 * (exponent - B)
  return {
    exponent,
    effort: (thousandLines) => A * thousandLines ** exponent * multiplier,
    schedule: (personMonths) => C * personMonths ** scheduleExponent,
  }
}
