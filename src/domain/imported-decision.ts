/** What somebody decided about a finding or a breach of a rule, in words that do not depend on where it was decided. */

import type { ProductId } from './organization.ts'

/** After VEX (CISA, "Minimum Requirements for VEX", 2023), with the states of a rule beside them. */
export type DecisionState =
  | 'affected'
  | 'not-affected'
  | 'fixed'
  | 'under-investigation'
  /** What was matched is not there at all. */
  | 'false-positive'
  | 'accepted'
  | 'refused'
  /** Hidden, or commented, without saying what it is. */
  | 'undecided'

/** Why something is not affected; the words of CycloneDX 1.4 and later, written our way. */
export type DecisionJustification =
  | 'code-not-present'
  | 'code-not-reachable'
  | 'requires-configuration'
  | 'requires-dependency'
  | 'requires-environment'
  | 'protected-by-compiler'
  | 'protected-at-runtime'
  | 'protected-at-perimeter'
  | 'protected-by-mitigating-control'

export type DecisionResponse = 'can-not-fix' | 'will-not-fix' | 'update' | 'rollback' | 'workaround-available'

export type Decision = {
  readonly about: 'vulnerability' | 'rule'
  readonly product: ProductId
  /** The product's version it was decided for; null when that has none. */
  readonly revision: string | null
  readonly part: { readonly purl: string | null; readonly name: string; readonly version: string | null }
  /** The advisory, or the name of the rule. */
  readonly subject: string
  readonly state: DecisionState
  readonly justification: DecisionJustification | null
  readonly response: DecisionResponse | null
  readonly details: string | null
  /** No longer shown where it was decided. */
  readonly isSuppressed: boolean
  /** The words of the system it comes from. */
  readonly original: Readonly<Record<string, string | null>>
}
