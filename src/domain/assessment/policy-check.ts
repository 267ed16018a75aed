/** What a policy says to what is used: findings with the rule, the reason and the way out. */

import type { ContributionLane } from '#domain/decision.ts'
import type { Severity } from '#domain/finding.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { PersonId, ProductId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { PolicyAspect, PolicyOutcome } from '#domain/policy.ts'

/** What can be done about a finding. */
export type WayOut =
  | { readonly code: 'own-words'; readonly text: string }
  | { readonly code: 'upgrade'; readonly version: string }
  | { readonly code: 'no-fix-known' }
  | { readonly code: 'replace'; readonly by: string | null }
  | { readonly code: 'state-license' }
  | { readonly code: 'ask-exception'; readonly rule: string; readonly part: PurlText | null }
  | { readonly code: 'meet-conditions'; readonly conditions: readonly string[] }
  | { readonly code: 'engage'; readonly part: string }

export type CheckFinding = {
  readonly purl: PurlText | null
  readonly name: string
  readonly version: string | null
  readonly products: readonly ProductId[]
  readonly aspect: PolicyAspect
  readonly outcome: Exclude<PolicyOutcome, 'allow'>
  /** `policy:ID` or `decision:ID`. */
  readonly rule: string
  /** In the words of the rule or of the decision. */
  readonly reason: string
  /** The license, the advisory, the state. */
  readonly what: string
  readonly severity: Severity | null
  readonly wayOut: readonly WayOut[]
  /** File and place of the first occurrence. */
  readonly file: string
  readonly at: string
}

/** A finding that an exception lets pass until a day. */
export type WaivedFinding = CheckFinding & {
  readonly waiver: { readonly id: string; readonly by: PersonId; readonly until: IsoDate | null }
}

/** What could not be judged; never the same as nothing found. */
export type NotJudged = {
  readonly aspect: PolicyAspect
  readonly parts: number
  readonly of: number
}

export type PolicyCheck = {
  readonly policy: string
  readonly parts: number
  /** Gravest first: denied before review, then severity, aspect, part. */
  readonly findings: readonly CheckFinding[]
  readonly waived: readonly WaivedFinding[]
  readonly notJudged: readonly NotJudged[]
}

/** The answer to "may I use it?" and "may I contribute to it?". */
export type PolicyAnswer = {
  readonly part: PurlText
  readonly about: 'use' | 'contribute'
  readonly outcome: PolicyOutcome | 'allow-with-conditions' | 'unknown'
  /** Null when no rule answers. */
  readonly rule: string | null
  readonly reason: string | null
  readonly conditions: readonly string[]
  readonly until: IsoDate | null
  readonly findings: readonly CheckFinding[]
  readonly wayOut: readonly WayOut[]
  /** How a contribution gets out; null for questions about use and where it may not. */
  readonly lane: ContributionLane | null
}
