/** How values of advice read: figures of any area, symptoms, texts in three languages. */

import type { AdviceAssessment, ScenarioResult, SymptomReading } from '#domain/assessment/advice.ts'
import type { Figure } from '#domain/figure.ts'
import type { LocalText } from '#domain/maturity-model.ts'
import type { Organization } from '#domain/organization.ts'
import { formatsFor, type Formats } from '#text/formats.ts'
import type { Language } from '#text/language.ts'
import { inOwnTerms } from '#text/own-terms.ts'
import type { Words } from '#text/words.ts'

export type AdviceWords = {
  readonly words: Words
  readonly formats: Formats
  readonly language: Language
  readonly organization: Organization
  /** A finished text with what the organization calls things. */
  readonly said: (text: string) => string
}

export function adviceWords(words: Words, language: Language, organization: Organization): AdviceWords {
  const { labels } = organization
  return {
    words,
    formats: formatsFor(language),
    language,
    organization,
    said: (text) => inOwnTerms(text, labels, language),
  }
}

export function local(text: LocalText, { language }: AdviceWords): string {
  return text[language]
}

export function scenarioName(assessment: AdviceAssessment, id: string, tell: AdviceWords): string {
  const found = assessment.scenarios.find((one) => one.id === id)
  return found === undefined ? id : labelOf(found, tell)
}

export function labelOf({ number, label }: ScenarioResult, tell: AdviceWords): string {
  return `${number} ${local(label, tell)}`
}

export function symptomValue({ figure, unit }: SymptomReading, tell: AdviceWords): string {
  return figure.figure.known ? plainValue(figure.figure.value, unit === 'share', tell) : tell.words.advice.unknown
}

export function limitText({ limit, unit }: SymptomReading, tell: AdviceWords): string {
  if (limit === null) return ''
  const { above, below } = tell.words.advice
  const value = plainValue(limit.value, unit === 'share', tell)
  return limit.when === 'above' ? above(value, limit.assumption) : below(value, limit.assumption)
}

export function plainValue(value: number | boolean, isShare: boolean, { words, formats }: AdviceWords): string {
  if (typeof value === 'boolean') return value ? words.advice.isYes : words.advice.isNo
  return isShare ? formats.percent(value) : formats.exact(value)
}

/** A figure of any area: a number, yes or no, or a band of money or effort. */
export function figureText(figure: Figure<unknown>, tell: AdviceWords, isShare = false): string {
  if (!figure.known) return `${tell.words.advice.unknown} (${tell.words.unknownReasons[figure.why]})`
  const { value } = figure
  if (typeof value === 'number' || typeof value === 'boolean') return plainValue(value, isShare, tell)
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null) return objectText(value as Readonly<Record<string, unknown>>, tell)
  return ''
}

function objectText(value: Readonly<Record<string, unknown>>, { formats }: AdviceWords): string {
  const { low, high, currency, floor, ceiling, median, value: inner } = value
  if (typeof low === 'number' && typeof high === 'number')
    return typeof currency === 'string'
      ? formats.moneyRange({ low, central: low, high, currency })
      : formats.range({ low, central: low, high })
  if (typeof floor === 'number' && typeof ceiling === 'number')
    return floor === ceiling ? `L${floor}` : `L${floor}–L${ceiling}`
  const single = median ?? inner
  return typeof single === 'number' ? formats.exact(single) : JSON.stringify(value)
}

/** Measures that are shares from 0 to 1 by what they are. */
export const shareFigures: ReadonlySet<string> = new Set([
  'coverage',
  'licenses-resolved',
  'supplier-sboms',
  'reuse-share',
  'merge-ratio',
  'critical-with-remedy',
  'critical-health',
  'training-reach',
  'champion-reach',
  'fast-lane',
  'published-healthy',
  'policies-on-time',
  'policy-coverage',
  'notices',
  'own-fixes-upstream',
  'roles-held',
  'people-trained',
])
