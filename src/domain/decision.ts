/** What the organization decided about parts, projects and licenses, and until when: rules that everybody is answered with. */

import type { EngagementOption } from './engagement.ts'
import type { EvidenceId } from './evidence.ts'
import type { IsoDate } from './figure.ts'
import type { PersonId, ProductId, UnitId } from './organization.ts'
import type { PurlText } from './part.ts'
import type { ProjectId } from './project.ts'

export type DecisionId = string

export type DecisionSubject =
  | {
      readonly kind: 'part'
      /** Package URL without version. */
      readonly package: PurlText
      /** A vers range; null: every version. */
      readonly versions: string | null
    }
  | { readonly kind: 'project'; readonly project: ProjectId }
  /** A license identifier, with its exception. */
  | { readonly kind: 'license'; readonly license: string }

export type DecisionOutcome = 'allow' | 'allow-with-conditions' | 'review' | 'refuse' | 'engage'

/** What the answer is about: using something, or giving changes back. */
export type DecisionAbout = 'use' | 'contribute'

/** How a contribution gets out of the house; `ospo.md` 4.2. */
export const contributionLanes = [
  'full-review',
  'small-change',
  'release-cycle',
  'full-trust',
  'pre-approved-project',
  'spare-time',
] as const

export type ContributionLane = (typeof contributionLanes)[number]

export type Decision = {
  readonly id: DecisionId
  readonly on: IsoDate
  readonly by: PersonId
  readonly subject: DecisionSubject
  readonly about: DecisionAbout
  readonly outcome: DecisionOutcome
  /** Of an outcome `engage`; null for the others. */
  readonly option: EngagementOption | null
  /** Of an allowed contribution; null for others. */
  readonly lane: ContributionLane | null
  readonly conditions: readonly string[]
  readonly reason: string
  /** The last day on which it holds; null: until it is replaced. */
  readonly until: IsoDate | null
  /** Null: for all of them. */
  readonly unit: UnitId | null
  readonly product: ProductId | null
  readonly replaces: readonly DecisionId[]
  /** The original it stands in, and its place there. */
  readonly evidence: EvidenceId
  readonly at: string
}

/** Those that hold on a day: begun, not run out, and not replaced by one that has begun. */
export function decisionsInForce(decisions: readonly Decision[], day: IsoDate): readonly Decision[] {
  const begun = decisions.filter(({ on }) => on <= day)
  const replaced = new Set(begun.flatMap(({ replaces }) => replaces))
  return begun.filter(({ id, until }) => !replaced.has(id) && (until === null || day <= until))
}

/** What a question is about; null is not known. */
export type DecisionQuestion = {
  readonly package: PurlText | null
  readonly version: string | null
  readonly project: ProjectId | null
  /** Terms under which it is used. */
  readonly licenses: readonly string[]
  /** The product asked for, its unit and the units above it. Empty and null: for the organization. */
  readonly product: ProductId | null
  readonly units: readonly UnitId[]
  readonly about: DecisionAbout
}

/** Whether a version range holds a version; undefined when it cannot be told. */
export type InRange = (range: string, version: string) => boolean | undefined

/**
 * The decisions that answer a question, the one that counts first: nearer subjects before wider ones (a version, a part, its
 * project, its license), then nearer scopes (a product, a unit, all), then a refusal before the rest, then the newer one.
 * A refusal of some versions also answers where the version is not known; a permission of some does not.
 */
export function decisionsAbout(
  inForce: readonly Decision[],
  question: DecisionQuestion,
  isInRange: InRange,
): readonly Decision[] {
  return inForce
    .filter((decision) => isScope(decision, question) && isSubject(decision, question, isInRange))
    .toSorted(
      (a, b) =>
        nearness(b) - nearness(a) ||
        scopeNearness(b) - scopeNearness(a) ||
        Number(b.outcome === 'refuse') - Number(a.outcome === 'refuse') ||
        compare(b.on, a.on) ||
        compare(a.id, b.id),
    )
}

function isScope({ product, unit, about, outcome }: Decision, question: DecisionQuestion): boolean {
  if (product !== null && product !== question.product) return false
  if (unit !== null && !question.units.includes(unit)) return false
  return outcome === 'engage' || about === question.about
}

function isSubject({ subject, outcome }: Decision, question: DecisionQuestion, isInRange: InRange): boolean {
  switch (subject.kind) {
    case 'project':
      return subject.project === question.project
    case 'license':
      return question.licenses.includes(subject.license)
    case 'part': {
      if (subject.package !== question.package) return false
      if (subject.versions === null) return true
      const isIn = question.version === null ? undefined : isInRange(subject.versions, question.version)
      return isIn ?? outcome === 'refuse'
    }
  }
}

function nearness({ subject }: Decision): number {
  if (subject.kind === 'license') return 0
  if (subject.kind === 'project') return 1
  return subject.versions === null ? 2 : 3
}

function scopeNearness({ product, unit }: Decision): number {
  if (product !== null) return 2
  return unit === null ? 0 : 1
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
