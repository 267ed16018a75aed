/** What an assumption is called in a language: by its id, or after the indicator or way that it is about. */

import type { Assumption } from '#domain/assessment/value.ts'
import type { IndicatorId } from '#domain/assessment/health.ts'
import type { Language } from './language.ts'
import type { PortalWords } from './portal-words.ts'

const weight = 'H1-'
const price = 'price-book/'

/** @param one of an assumption that is named by its id alone, the id */
export function assumptionLabel(
  { id, label = id, about }: Pick<Assumption, 'id' | 'about'> & { readonly label?: string },
  { assumptions, health }: PortalWords,
  language: Language,
): string {
  if (about !== undefined) {
    const name = about.name[language]
    if (about.kind === 'amount') return assumptions.amountOf(name, about.currency)
    return about.kind === 'hours' ? assumptions.hoursOf(name) : assumptions.thresholdOf(name)
  }
  if (Object.hasOwn(assumptions.labels, id)) return assumptions.labels[id as keyof typeof assumptions.labels]
  if (id.startsWith(price)) return assumptions.priceOf(id.slice(price.length))
  const indicator = id.slice(weight.length)
  return id.startsWith(weight) && Object.hasOwn(health.indicators, indicator)
    ? assumptions.weightOf(health.indicators[indicator as IndicatorId].label)
    : label
}
