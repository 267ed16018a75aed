/**
 * The contract of a field check: one thing that a profile of a good SBOM asks for. One file per check in `checks/`; the file
 * name is the id.
 */

import type { DocumentFacts, PartFacts } from '#domain/document-facts.ts'
import type { IssueCode } from '#domain/issue.ts'
import type { DocumentPart, ReadDocument } from '#domain/part.ts'

/** What a profile may tighten. A setting that is absent asks for nothing. */
export type CheckSettings = {
  /** Accepted hash algorithms, by their common names; any when absent. */
  readonly algorithms?: readonly string[] | undefined
  /** Somebody must be reachable at a mail or web address; a name is not enough. */
  readonly reachable?: boolean | undefined
  /** Accepted bases of a license statement; any when absent. */
  readonly bases?: readonly ('declared' | 'concluded' | 'found')[] | undefined
  /** The least version of each format that is accepted. */
  readonly formats?: Readonly<Record<string, string>> | undefined
}

type Common = {
  readonly id: string
  readonly version: number
  readonly label: string
  /** What it looks at, for a reader who has never seen an SBOM. */
  readonly question: string
  /** Why somebody who buys or runs software wants to know. */
  readonly why: string
  /** Where the formats keep it. */
  readonly source: string
}

/** About the document as a whole: the answer is what was found, or null when there is nothing acceptable. */
export type DocumentCheck = Common & {
  readonly of: 'document'
  readonly needsFacts: boolean
  /** The field must not be there: the answer is then a fault. */
  readonly isForbidden?: true
  readonly find: (document: ReadDocument, facts: DocumentFacts, settings: CheckSettings) => string | null
}

export type PartCheck = Common & {
  readonly of: 'part'
  readonly needsFacts: boolean
  /** Entries that were refused for this reason lack the field too. */
  readonly refusedFor?: IssueCode
  /** Made once per document: tells for the part at an index whether the field is stated acceptably. */
  readonly isStated: (
    document: ReadDocument,
    settings: CheckSettings,
  ) => (part: DocumentPart, facts: PartFacts, index: number) => boolean
}

export type FieldCheck = DocumentCheck | PartCheck

export function defineCheck<Check extends FieldCheck>(check: Check): Check {
  return check
}
