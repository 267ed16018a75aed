/** What families of licenses and duties are called; those that no table of ours has keep their own words. */

import type { PortalWords } from './portal-words.ts'

type Family = { readonly label: string; readonly note: string }
type Duty = { readonly label: string; readonly text: string }

export function familyWords(
  family: Family & { readonly id: string },
  { licenseTerms: { families } }: PortalWords,
): Family {
  return Object.hasOwn(families, family.id) ? families[family.id as keyof typeof families] : family
}

export function dutyWords(duty: Duty & { readonly id: string }, { licenseTerms: { duties } }: PortalWords): Duty {
  return Object.hasOwn(duties, duty.id) ? duties[duty.id as keyof typeof duties] : duty
}

/** Of a duty that is named by its id alone. */
export function dutyLabel(id: string, words: PortalWords): string {
  return dutyWords({ id, label: id, text: '' }, words).label
}
