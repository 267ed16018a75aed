/** Figures as the server hands them over, and how they read. */

import type { Static } from 'typebox'
import type { CoverageBody, moneyBand, band, unknownReason } from '#api/common.ts'
import type { Speech } from './speech.tsx'

export type Band = Static<typeof band>
export type MoneyBand = Static<typeof moneyBand>
export type UnknownReason = Static<typeof unknownReason>

export type FigureBody<T> = {
  /** Null for a number that has no figure of its own: one counted over what this person may see, or one that was tried out. */
  readonly id: string | null
  readonly value: T | null
  readonly why: UnknownReason | null
  readonly coverage?: CoverageBody | null
}

/** How a number is written: see `Formats`. `percent` is a share of a whole, 0 to 1. */
export type Unit = 'count' | 'person-months' | 'money' | 'percent' | 'years' | 'index' | 'score' | 'days'

export type FigureValue = number | Band | MoneyBand

/** `central` picks the middle of a band where the band itself stands beside. */
export function valueText(
  value: FigureValue,
  unit: Unit,
  { formats }: Pick<Speech, 'formats'>,
  show: 'range' | 'central' = 'range',
): string {
  if (typeof value !== 'number') {
    if ('currency' in value)
      return show === 'central' ? formats.money(value.central, value.currency) : formats.moneyRange(value)
    return show === 'central' ? formats.personMonths(value.central) : formats.range(value)
  }
  switch (unit) {
    case 'person-months':
      return formats.personMonths(value)
    case 'percent':
      return formats.smallPercent(value)
    case 'years':
    case 'score':
      return formats.score(value)
    case 'index':
      return formats.index(value)
    case 'count':
    case 'days':
    case 'money':
      return formats.count(value)
  }
}

export function coverageText({ known, of, unit }: CoverageBody, { words, formats }: Speech): string {
  return words.report.coverage(formats.count(known), formats.count(of), words.units[unit] ?? unit)
}
