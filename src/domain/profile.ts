/** What kind of organization it is, and which words it uses. Both change defaults and wording, never a figure. */

import type { LocalText } from './maturity-model.ts'

export type Profile = 'company' | 'vendor' | 'university' | 'public-administration'

export const profiles: readonly Profile[] = ['company', 'vendor', 'university', 'public-administration']

/** Terms that an organization may call otherwise: "open technology" in place of "open source". */
export type LabelId = 'open-source' | 'open-source-program-office' | 'leadership' | 'units' | 'users'

export const labelIds: readonly LabelId[] = [
  'open-source',
  'open-source-program-office',
  'leadership',
  'units',
  'users',
]

/** In the organization's own language; the same text stands in every language. */
export type LabelSet = Readonly<Partial<Record<LabelId, string>>>

/** The terms that all profiles share. */
export const commonTerms = {
  'open-source': { en: 'open source', de: 'Open Source', ja: 'オープンソース' },
  'open-source-program-office': {
    en: 'open source program office',
    de: 'Open-Source-Büro',
    ja: 'オープンソース・プログラム・オフィス',
  },
} as const satisfies Partial<Record<LabelId, LocalText>>
