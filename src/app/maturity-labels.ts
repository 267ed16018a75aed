/** What ids of the maturity model are called. */

import type { IsoTime } from '#domain/figure.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import { textsInOwnTerms } from '#text/own-terms.ts'
import { ownLabels } from './own-labels.ts'

export type MaturityLabels = { levels: string[]; indicators: Record<string, string> }

export async function labelsOfMaturity(store: Store, language: Language, now: IsoTime): Promise<MaturityLabels> {
  const { levels, indicators } = textsInOwnTerms(loadMaturityModel(), await ownLabels(store, now))
  return {
    levels: levels.map(({ label }) => label[language]),
    indicators: Object.fromEntries(indicators.map(({ id, label }) => [id, label[language]])),
  }
}
