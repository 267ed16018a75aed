/** What an SPDX document describes: there the described product is one of the packages. */

import type { PurlText, ReadDocument } from '#domain/part.ts'
import type { LossList } from './loss-list.ts'
import type { Outline } from './outline.ts'

export type Described =
  /** A part of the document is the subject. */
  | { readonly kind: 'part'; readonly index: number }
  /** The document describes several of its parts and no product that uses them. */
  | { readonly kind: 'several'; readonly indices: readonly number[] }
  /** The subject becomes a package of its own. */
  | { readonly kind: 'own'; readonly name: string; readonly version: string | null; readonly purl: PurlText | null }

/** @param name what to call the subject where the document names none */
export function describedBy(document: ReadDocument, outline: Outline, name: string, lost: LossList): Described {
  const { subject, format } = document
  const roots = outline.uses[0] ?? []
  if (subject === null) {
    if (format === 'SPDX' && roots.length > 1) return { kind: 'several', indices: roots }
    lost.add('', 'subject', name)
    return { kind: 'own', name, version: null, purl: null }
  }
  const index = roots.find((candidate) => isSubject(document, outline, candidate))
  if (index !== undefined) return { kind: 'part', index }
  lost.add('', 'subject-as-part', subject.name)
  return { kind: 'own', ...subject }
}

/** SPDX documents are read so that the subject is a part which only the subject leads to, and whose uses are the subject's. */
function isSubject({ subject, parts }: ReadDocument, { uses, users }: Outline, index: number): boolean {
  const part = parts[index]
  if (subject === null || part === undefined) return false
  const isSame = part.name === subject.name && part.version === subject.version && part.purl === subject.purl
  return isSame && users[index] === 1 && (uses[index + 1] ?? []).length === 0
}
