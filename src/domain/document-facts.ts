/**
 * What a document says about itself and about its entries beyond what a part keeps: who made it, when, with what, how
 * complete it claims to be. Read for judging the document; the names of persons are not taken.
 */

/** Somebody who is named. `contact` tells that an address is stated with the name, not which one. */
export type Party = {
  readonly kind: 'person' | 'organization' | 'unknown'
  readonly contact: 'email' | 'url' | null
}

/** What a document claims about the list of what something uses or contains. */
export type Completeness = 'complete' | 'incomplete' | 'unknown'

/** Identifiers by which others can find the same thing. */
export type Identifier = {
  readonly kind: 'purl' | 'cpe' | 'swid' | 'swhid' | 'omnibor' | 'other'
  readonly value: string
}

/** A hash as the document names its algorithm. */
export type StatedHash = { readonly algorithm: string; readonly value: string }

/** An absent field was not stated. */
export type PartFacts = {
  readonly supplier?: Party
  /** Who made it; in SPDX the originator. */
  readonly manufacturer?: Party
  readonly identifiers?: readonly Identifier[]
  readonly filename?: string
  /** `library`, `container`, …, in the words of the format. */
  readonly purpose?: string
  /** Properties of BSI TR-03183-2, as stated. */
  readonly executable?: string
  readonly archive?: string
  readonly structured?: string
  readonly sourceUrl?: string
  /** What SPDX says in words about where it was taken from. */
  readonly sourceInfo?: string
  readonly sourceHashes?: readonly StatedHash[]
  readonly deployableUrl?: string
  /** Hashes of the file that is delivered, where they do not stand at the entry itself. */
  readonly deployableHashes?: readonly StatedHash[]
  readonly effectiveLicense?: string
  /** Address of a security.txt. */
  readonly securityContact?: string
  /** Claimed of the list of what it uses. */
  readonly completeness?: Completeness
  /** The document has a line about what it uses or contains, be it that there is nothing. */
  readonly saysWhatItUses?: true
}

export type DocumentFacts = {
  /** As written. */
  readonly timestamp: string | null
  readonly authors: readonly Party[]
  readonly tools: readonly { readonly name: string; readonly version: string | null }[]
  readonly supplier: Party | null
  readonly manufacturer: Party | null
  /** The document's own address: serial number, namespace. */
  readonly identity: string | null
  /** Phases of the life cycle the data was taken in. */
  readonly lifecycles: readonly string[]
  readonly dataLicense: string | null
  readonly signature: 'verifiable' | 'without-key' | null
  /** Entries about vulnerabilities inside the document. */
  readonly vulnerabilities: number
  /** Claimed of the document as a whole. */
  readonly completeness: Completeness | null
  readonly subject: PartFacts | null
  /** The name by which relations of the document call what it describes; null where it has none. */
  readonly subjectRef: string | null
  /** One for each part, in their order. */
  readonly parts: readonly PartFacts[]
}
