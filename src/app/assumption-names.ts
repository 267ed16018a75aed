/** What assumptions are called where only their ids are kept, as in the chain behind a figure. */

import type { AssumptionAbout } from '#domain/assessment/value.ts'
import type { AssumptionId, IsoTime } from '#domain/figure.ts'
import { loadEngagementOptions } from '#sources/engagement-content.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { loadOrganization } from '#store/organization.ts'
import type { Store } from '#store/store.ts'
import { assumptionLabel } from '#text/assumption-label.ts'
import type { Language } from '#text/language.ts'
import { textsInOwnTerms, wordsInOwnTerms } from '#text/own-terms.ts'
import type { Words } from '#text/words.ts'
import { defaultLaborRate } from '#value/assumptions.ts'
import { dayOf } from './clock.ts'

export type AssumptionNames = (assumption: AssumptionId) => string

export async function assumptionNames(
  store: Store,
  words: Words,
  language: Language,
  now: IsoTime,
): Promise<AssumptionNames> {
  const organization = await loadOrganization(store, { asOf: dayOf(now), knownAt: now })
  const { currency } = organization?.laborRate ?? defaultLaborRate()
  const labels = organization?.labels
  const said = wordsInOwnTerms(words, labels, language)
  const about = new Map<AssumptionId, AssumptionAbout>()
  for (const { label, cost } of textsInOwnTerms(loadEngagementOptions(), labels)) {
    if (cost.hours !== null) about.set(cost.assumption, { kind: 'hours', name: label })
    if (cost.amount !== null)
      about.set(cost.hours === null ? cost.assumption : `${cost.assumption}-amount`, {
        kind: 'amount',
        name: label,
        currency,
      })
  }
  for (const { id, label } of textsInOwnTerms(loadMaturityModel().indicators, labels))
    about.set(`M8-${id}`, { kind: 'threshold', name: label })
  return (id) => {
    const named = about.get(id)
    return assumptionLabel(named === undefined ? { id } : { id, about: named }, said, language)
  }
}
