/** Numbers, money, dates and lists as a language writes them. Days and times are in UTC. */

import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Band, Currency, MoneyBand } from '#domain/money.ts'
import { locales, type Language } from './language.ts'

export type Formats = {
  readonly count: (n: number) => string
  /** Up to four decimals: rates and factors. */
  readonly exact: (n: number) => string
  /** Person-months: whole from ten on, one decimal below. */
  readonly personMonths: (n: number) => string
  /** Three significant digits, shortened: `$44M`, `4400万 $`. */
  readonly money: (amount: number, currency: Currency) => string
  /** `1,901 – 5,197`. */
  readonly range: (band: Band) => string
  readonly moneyRange: (band: MoneyBand) => string
  readonly percent: (share: number) => string
  /** As `percent`, with two decimals below one percent: `0.82 %`. */
  readonly smallPercent: (share: number) => string
  /** One decimal. */
  readonly score: (score: number) => string
  /** Two decimals. */
  readonly index: (n: number) => string
  /** Of a day or a moment. */
  readonly date: (date: IsoDate) => string
  readonly time: (time: IsoTime) => string
  readonly list: (items: readonly string[]) => string
  readonly compare: (a: string, b: string) => number
}

export function formatsFor(language: Language): Formats {
  const locale = locales[language]
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const small = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const finePercent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  const twoDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const list = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' })
  const collator = new Intl.Collator(locale, { numeric: true })
  const currencies = new Map<Currency, Intl.NumberFormat>()

  function money(amount: number, currency: Currency): string {
    let format = currencies.get(currency)
    if (format === undefined) {
      // Intl throws on anything that does not look like an ISO 4217 code; the code then stands behind the number.
      const style = /^[A-Z]{3}$/.test(currency) ? ({ style: 'currency', currency } as const) : {}
      format = new Intl.NumberFormat(locale, { ...style, notation: 'compact', maximumSignificantDigits: 3 })
      currencies.set(currency, format)
    }
    const text = plainSpaces(format.format(amount))
    return /^[A-Z]{3}$/.test(currency) ? text : `${text} ${currency}`
  }
  // Zero is exact: an assumption sets it. Something small never reads as nothing.
  const personMonths = (n: number) => (n !== 0 && Math.abs(n) < 9.95 ? small : count).format(n)

  return {
    count: (n) => count.format(n),
    exact: (n) => exact.format(n),
    personMonths,
    money,
    range: (band) => `${personMonths(band.low)} – ${personMonths(band.high)}`,
    moneyRange: (band) =>
      band.low === band.high
        ? money(band.central, band.currency)
        : `${money(band.low, band.currency)} – ${money(band.high, band.currency)}`,
    percent: (share) => plainSpaces(percent.format(honest(share))),
    smallPercent: (share) =>
      plainSpaces(share !== 0 && Math.abs(share) < 0.01 ? finePercent.format(share) : percent.format(honest(share))),
    score: (score) => small.format(score),
    index: (n) => twoDecimals.format(n),
    date: (date) => shown(day, date),
    time: (time) => {
      const text = shown(minute, time)
      return text === time ? time : `${text} UTC`
    },
    list: (items) => list.format(items),
    compare: (a, b) => collator.compare(a, b),
  }
}

/** A share that is not all never reads 100 %, and one that is not nothing never reads 0 %. */
function honest(share: number): number {
  return share <= 0 || share >= 1 ? share : Math.min(0.99, Math.max(0.01, share))
}

/** Foreign dates may be anything; one that is no date stays as it was written. */
function shown(format: Intl.DateTimeFormat, text: string): string {
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? text : plainSpaces(format.format(moment))
}

/** Intl puts narrow and non-breaking spaces into what it writes; one kind of space keeps columns and bytes stable. */
function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, '\u00a0')
}
