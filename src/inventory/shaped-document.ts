import type { Issue } from '#domain/issue.ts'
import type { Refusal } from '#domain/part.ts'
import type { Foreign } from './foreign.ts'

/** An SBOM in the shape of its format's JSON, whatever it was written in, with what is known about the writing. */
export type ShapedDocument = {
  /** Id of the reader. */
  readonly reader: string
  readonly document: Foreign
  /** The shape has every field, not only those that parts are made of. */
  readonly isWhole?: true
  /** In front of every JSON pointer: where the document stands in what encloses it. */
  readonly prefix: string
  readonly issues: readonly Issue[]
  /** Entries that the document lists and that could not be brought into this shape. */
  readonly unreachable: readonly Refusal[]
  /** Where an element stands, given its JSON pointer in this shape: the pointer itself, or lines of the original. */
  readonly placeOf: (element: object, pointer: string) => string
  /** The original broke off inside the element. */
  readonly isCutOff: (element: object, pointer: string) => boolean
}
