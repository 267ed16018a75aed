/** Amounts in the smallest unit of their currency, so that sums are exact. */

import type { Currency } from '#domain/money.ts'

/** Digits behind the point in amounts of a currency; two for one that nobody knows. */
export function minorDigits(currency: Currency): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

export function toMinor(amount: number, currency: Currency): number {
  return Math.round(amount * 10 ** minorDigits(currency))
}

export function fromMinor(minor: number, currency: Currency): number {
  return minor / 10 ** minorDigits(currency)
}
