/** How names and figures around motivators are spelled for a person. */

import { benefitWords, wordsOf, type MotivatorsNow } from './run-motivators.ts'
import type { LevelInterval } from '#domain/assessment/maturity.ts'
import type { Unlock } from '#domain/assessment/motivators.ts'
import type { FigureId, NamedFigure } from '#domain/figure.ts'
import type { UnitId } from '#domain/organization.ts'
import { figureName, isShare } from '#text/figure-names.ts'
import { formatsFor } from '#text/formats.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'

export type Shown = { readonly now: MotivatorsNow; readonly words: Words; readonly language: Language }

export function areaName({ now, words }: Shown, area: UnitId | null): string {
  if (area === null) return words.motivators.organization
  return now.evidence.portfolio.organization.units.find(({ id }) => id === area)?.name ?? area
}

export function motivatorName({ now, language }: Shown, id: string): string {
  return wordsOf(now.evidence, id)[language]
}

export function benefitName({ now, language }: Shown, id: string): string {
  return benefitWords(now.evidence, id)[language]
}

export function dayText({ now, language }: Shown): string {
  return formatsFor(language).date(now.evidence.portfolio.asOf)
}

export function intervalText({ floor, ceiling }: LevelInterval, letter: string): string {
  return floor === ceiling ? `${letter}${floor}` : `${letter}${floor}–${letter}${ceiling}`
}

export function levelText({ words }: Shown, { figure }: NamedFigure<LevelInterval>, letter: string): string {
  return figure.known ? intervalText(figure.value, letter) : words.motivators.notAssessed
}

export function indicatorName({ now, language }: Shown, id: string): string {
  const label = now.evidence.model.indicators.find((one) => one.id === id)?.label[language] ?? ''
  return `${id} ${label}`.trim()
}

export function unlockText(shown: Shown, unlock: Unlock | null): string {
  if (unlock === null) return ''
  const { words } = shown
  const cost = words.maturity.costs[unlock.cost]
  const gates = unlock.openGates === 0 ? [] : [words.motivators.openGates(unlock.openGates)]
  return `${indicatorName(shown, unlock.indicator)} (${[cost, ...gates].join(', ')})`
}

/** A number of the organization with the id that `explain` opens. */
export function figureText(shown: Shown, { id, figure }: NamedFigure): string {
  return figure.known ? `${valueText(shown, id, figure.value)} [${id}]` : shown.words.motivators.nothingMeasured
}

/** With what the number is of, since it stands beside a benefit that does not say it. */
export function valueText(shown: Shown, id: FigureId, value: unknown): string {
  const name = figureName(shown.words, id)
  const text = bareText(shown, id, value)
  return name === undefined || text === '' ? text : `${name}: ${text}`
}

function bareText(shown: Shown, id: FigureId, value: unknown): string {
  const { words, language } = shown
  const formats = formatsFor(language)
  if (typeof value === 'number') return isShare(id) ? formats.smallPercent(value) : formats.exact(value)
  if (typeof value === 'boolean') return value ? words.maturity.yes : words.maturity.no
  if (typeof value === 'string') {
    const indicator = /^maturity\/indicator\/([^/]+)/.exec(id)?.[1]
    const state = (words.maturity.states as Readonly<Record<string, string>>)[value] ?? value
    return indicator === undefined ? state : `${indicatorName(shown, indicator)}: ${state}`
  }
  if (typeof value !== 'object' || value === null) return ''
  const { value: single, low, central, high, currency } = value as Readonly<Record<string, unknown>>
  if (typeof single === 'number') return formats.exact(single)
  if (typeof low !== 'number' || typeof central !== 'number' || typeof high !== 'number') return ''
  const [middle, range] =
    typeof currency === 'string'
      ? [formats.money(central, currency), formats.moneyRange({ low, central, high, currency })]
      : [formats.exact(central), formats.range({ low, central, high })]
  return low === high ? middle : `${middle} (${range})`
}
