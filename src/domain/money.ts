/** Money, always as a range with a currency; never one bare number. */

/** ISO 4217 code, for example `USD`. */
export type Currency = string

/** Three bands of one quantity. A scenario band, not a confidence interval. */
export type Band = { readonly low: number; readonly central: number; readonly high: number }

export type MoneyBand = Band & { readonly currency: Currency }

export function band(low: number, central: number, high: number): Band {
  return { low, central, high }
}

export function addBands(a: Band, b: Band): Band {
  return { low: a.low + b.low, central: a.central + b.central, high: a.high + b.high }
}

/** Working hours of a year: the annual productive hours of a full-time person in grants of the European Union. */
export const hoursOfYear = 1720
