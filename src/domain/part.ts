/** What is used, by package URL. */

import type { DocumentFacts } from './document-facts.ts'
import type { Issue } from './issue.ts'

/** What a part is. Hardware, data, content and models are parts like software. */
export type PartKind = 'software' | 'firmware' | 'hardware' | 'data' | 'content' | 'model' | 'service'

export const partKinds: readonly PartKind[] = [
  'software',
  'firmware',
  'hardware',
  'data',
  'content',
  'model',
  'service',
]

/** What a part is needed for in the place where it occurs. */
export type Scope = 'runtime' | 'optional' | 'development' | 'unknown'

/** The order is the code in `Portfolio.occurrences.scope`. */
export const scopes: readonly Scope[] = ['runtime', 'optional', 'development', 'unknown']

/** Whether a product asked for the part itself or got it through another part. */
export type Directness = 'direct' | 'transitive' | 'unknown'

/** The order is the code in `Portfolio.occurrences.directness`. */
export const directnesses: readonly Directness[] = ['direct', 'transitive', 'unknown']

/** A canonical package URL as the specification's type rules write it. */
export type PurlText = string

/** A license statement as found: declared by the authors, concluded by somebody, or found in files. */
export type LicenseStatement = {
  readonly basis: 'declared' | 'concluded' | 'found'
  /** The text as written; `expression` is set only when it follows the SPDX grammar. */
  readonly text: string
  readonly expression?: string
  /** The portion of the asset it is about, where the source says so: `code`, `weights`, `data`, `documentation`. */
  readonly portion?: string
}

export type Hash = { readonly algorithm: string; readonly value: string }

/** One entry of an SBOM, a lockfile or a package list, as its reader took it. */
export type DocumentPart = {
  /** The entry's own name inside the document, unique there: `bom-ref`, `SPDXID`, lockfile key. */
  readonly ref: string
  /** Where it stands: a JSON pointer (`/packages/0`) or `line 12`. `explain` re-reads it there. */
  readonly at: string
  readonly kind: PartKind
  /** Canonical package URL; null when none is stated or can be told for certain. */
  readonly purl: PurlText | null
  readonly name: string
  readonly version: string | null
  readonly scope: Scope
  readonly directness: Directness
  readonly licenses: readonly LicenseStatement[]
  readonly hashes: readonly Hash[]
  /** Who supplied it and where its source is said to be, as stated; evidence for `Project`. */
  readonly supplier?: string
  readonly sourceUrl?: string
  /** What its publishers told whoever installed this version: to leave it, and often for what. */
  readonly deprecation?: string
}

/** Why an entry was not taken; `found = taken + refused`, always. */
export type Refusal = { readonly where: string; readonly code: Issue['code'] }

/** Facts, and the described product as a part, where it is described apart from the parts. */
export type AboutDocument = DocumentFacts & { readonly described?: DocumentPart }

/** What a reader got out of one file. */
export type ReadDocument = {
  /** `CycloneDX`, `SPDX`, or the lockfile's own name such as `package-lock.json`. */
  readonly format: string
  readonly specVersion: string | null
  readonly reader: string
  /** What the document describes, where it says so: the root component, the module of go.mod, the project of a lockfile. */
  readonly subject: { readonly name: string; readonly version: string | null; readonly purl: PurlText | null } | null
  readonly counts: {
    readonly found: number
    readonly taken: number
    readonly refused: number
    readonly edges: number
    readonly services: number
  }
  readonly parts: readonly DocumentPart[]
  /** `[from, to]` as indices into `parts`; from -1 is the described subject itself. */
  readonly edges: readonly (readonly [number, number])[]
  readonly refused: readonly Refusal[]
  readonly issues: readonly Issue[]
  /** Left out by readers that do not look for it, and by the store. */
  readonly about?: AboutDocument
}
