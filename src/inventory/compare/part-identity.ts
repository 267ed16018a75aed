/** When two entries are the same part: by package URL, or by kind, name and version where there is none. */

import type { DocumentPart, ReadDocument } from '#domain/part.ts'
import { packageOf } from '#ecosystems/purl.ts'

/** The same for two entries of the same part in the same version. */
export function identityOf({ purl, kind, name, version }: DocumentPart): string {
  if (purl === null) return `${kind}\n${name}\n${version ?? ''}`
  return hasVersion(purl) ? purl : `${purl}\n${version ?? ''}`
}

/** The same for two versions of the same package. */
export function packageKeyOf({ purl, kind, name }: DocumentPart): string {
  return purl === null ? `${kind}\n${name}` : packageOf(purl)
}

/** Of a described product, comparable with `identityOf` of a part that is the same product. */
export function subjectIdentities(subject: NonNullable<ReadDocument['subject']>): readonly string[] {
  const { purl, name, version } = subject
  if (purl !== null) return [hasVersion(purl) ? purl : `${purl}\n${version ?? ''}`]
  // A subject has no kind; without a version a name alone is too little to go by.
  return version === null ? [] : [`software\n${name}\n${version}`]
}

/** In a canonical package URL only the version is preceded by "@"; elsewhere it is encoded. */
function hasVersion(purl: string): boolean {
  return purl.includes('@')
}
