/** How a figure reads: the value in the formats of the language, or why it is unknown. Never an empty text, never a zero for the unknown. */

import type { Coverage, Figure } from '#domain/figure.ts'
import type { Formats } from '#text/formats.ts'
import type { Words } from '#text/words.ts'
import type { FigureValue, FigureView, Unit } from './block.ts'
import { intervalWords } from './interval-words.ts'

type Speech = { readonly words: Words; readonly formats: Formats }

export function figureWords({ figure, unit, show, reason }: FigureView, speech: Speech): string {
  return figure.known
    ? valueWords(figure.value, unit, show, speech.formats)
    : (reason ?? speech.words.unknownReasons[figure.why])
}

export function valueWords(value: FigureValue, unit: Unit, show: FigureView['show'], formats: Formats): string {
  if (typeof value === 'number') return numberWords(value, unit, formats)
  if ('floor' in value) return intervalWords(value, unit === 'stage' ? 'S' : 'L')
  if ('currency' in value)
    return show === 'central' ? formats.money(value.central, value.currency) : formats.moneyRange(value)
  return show === 'central' ? formats.personMonths(value.central) : formats.range(value)
}

function numberWords(value: number, unit: Unit, formats: Formats): string {
  switch (unit) {
    case 'person-months':
      return formats.personMonths(value)
    case 'share':
      return formats.smallPercent(value)
    case 'years':
      return formats.score(value)
    case 'index':
      return formats.index(value)
    case 'score':
      return formats.score(value)
    case 'count':
    case 'days':
    case 'money':
    case 'level':
    case 'stage':
      return formats.count(value)
  }
}

/** A figure that is an input of another one; its unit is told by its value. */
export function inputWords(figure: Figure<FigureValue> | null, { words, formats }: Speech): string | null {
  if (figure === null) return null
  if (!figure.known) return words.unknownReasons[figure.why]
  return typeof figure.value === 'number'
    ? formats.exact(figure.value)
    : valueWords(figure.value, 'person-months', 'range', formats)
}

export function coverageWords({ known, of, unit }: Coverage, { words, formats }: Speech): string {
  return words.report.coverage(formats.count(known), formats.count(of), words.units[unit] ?? unit)
}

/** What a figure is sorted and weighed by: its value, the central one of a band, what is shown of a level. */
export function sizeOf(value: FigureValue): number {
  if (typeof value === 'number') return value
  return 'floor' in value ? value.floor : value.central
}

export function isComplete({ known, of }: Coverage): boolean {
  return known >= of
}
