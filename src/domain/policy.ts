/** An organization's policy as an ordered list of rules: the first one that fits a question answers it. */

import type { Severity } from './finding.ts'
import type { Openness, Reciprocity } from './license-facts.ts'
import type { IsoDate } from './figure.ts'
import type { Audience, Origin, PersonId, ProductId } from './organization.ts'
import type { PartKind, PurlText, Scope } from './part.ts'

export type PolicyOutcome = 'allow' | 'review' | 'deny'

/** What is judged: the terms of a part, a known vulnerability in it, or how its project fares. */
export type PolicyAspect = 'license' | 'vulnerability' | 'health'

export const policyAspects: readonly PolicyAspect[] = ['license', 'vulnerability', 'health']

export const policyStates = ['unsupported', 'dormant', 'weak', 'falling', 'one-person'] as const

/** States of a project that a rule can name. */
export type PolicyState = (typeof policyStates)[number]

/** All criteria that are given must fit; of a list one is enough. Empty lists and nulls ask for nothing. */
export type PolicyMatch = {
  /** Ids of license families, and identifiers of licenses. */
  readonly families: readonly string[]
  readonly licenses: readonly string[]
  readonly openness: readonly Openness[]
  readonly reciprocity: readonly Reciprocity[]
  /** This severity or a graver one. */
  readonly severity: Exclude<Severity, 'unknown'> | null
  /** Ids of advisories. */
  readonly advisories: readonly string[]
  /** Package URLs without version; `*` stands for any characters. */
  readonly parts: readonly string[]
  /** A vers range. */
  readonly versions: string | null
  readonly states: readonly PolicyState[]
  readonly kinds: readonly PartKind[]
  readonly scopes: readonly Scope[]
  readonly audience: readonly Audience[]
  readonly origins: readonly Origin[]
  readonly products: readonly ProductId[]
}

export type PolicyRule = {
  readonly id: string
  readonly match: PolicyMatch
  readonly outcome: PolicyOutcome
  readonly reason: string
  /** What to do instead, in the organization's own words; null: what follows from the aspect. */
  readonly wayOut: string | null
  /** The last day on which the rule counts. */
  readonly until: IsoDate | null
}

/** An exception from one rule for one part, until a day. */
export type PolicyWaiver = {
  readonly id: string
  readonly rule: string
  /** Package URL without version; null: for all parts. */
  readonly part: PurlText | null
  readonly versions: string | null
  /** One advisory only. */
  readonly advisory: string | null
  readonly product: ProductId | null
  readonly by: PersonId
  readonly reason: string
  readonly until: IsoDate
}

export type Policy = {
  /** Path of the file, or `default`. */
  readonly name: string
  readonly rules: readonly PolicyRule[]
  readonly waivers: readonly PolicyWaiver[]
}
