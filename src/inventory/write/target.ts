/**
 * The contract of everything that a document can be written as: one file per target in `targets/`. A writer is pure: the
 * same document and options give the same text. What the target cannot hold is listed, never lost silently.
 */

import type { IsoTime } from '#domain/figure.ts'
import type { ReadDocument } from '#domain/part.ts'

export const lossKinds = [
  'kind',
  'version',
  'scope',
  'directness',
  'relation',
  'license-expression',
  'license-found',
  'license-list',
  'license-portion',
  'license-reference',
  'license-spelling',
  'license-text',
  'hash',
  'supplier',
  'source-address',
  'deprecation',
  'reference',
  'subject',
  'subject-as-part',
  'refused',
  'services',
  'field',
] as const

/** What the target cannot hold, or says otherwise; `text` has a sentence for each. */
export type LossKind = (typeof lossKinds)[number]

export type Loss = {
  /** The place in the document that was read, as `DocumentPart.at`; empty for the document as a whole. */
  readonly where: string
  readonly what: LossKind
  /** The value that was lost or changed, shortened; never a sentence. */
  readonly detail?: string
}

export type WriteOptions = {
  /** The time of writing that the document states; whole seconds are kept. */
  readonly created: IsoTime
  /** Names the document: derived from its content, so that the same input gives the same bytes. */
  readonly uuid: string
  /** What to call the document, and its subject where it names none. */
  readonly name: string
  /** The version of Headwater that writes. */
  readonly toolVersion: string
}

export type Written = { readonly text: string; readonly lost: readonly Loss[] }

export type Target = {
  /** The file name of the implementation; what a person writes after `-o`. */
  readonly id: string
  readonly label: string
  /** What it holds and what it does not, in a sentence or two. */
  readonly explanation: string
  /** Where the format is described. */
  readonly source: string
  readonly write: (document: ReadDocument, options: WriteOptions) => Written
}

export function defineTarget(target: Target): Target {
  return target
}
