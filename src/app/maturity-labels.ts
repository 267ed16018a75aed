/** What ids of the maturity model are called. */

import { loadMaturityModel } from '#sources/maturity-content.ts'
import type { Language } from '#text/language.ts'

export type MaturityLabels = { levels: string[]; indicators: Record<string, string> }

export function labelsOfMaturity(language: Language): MaturityLabels {
  const { levels, indicators } = loadMaturityModel()
  return {
    levels: levels.map(({ label }) => label[language]),
    indicators: Object.fromEntries(indicators.map(({ id, label }) => [id, label[language]])),
  }
}
