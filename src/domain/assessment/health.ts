/** How well the undertakings behind the parts are, as far as clones, registries and imported results tell. */

import type { CriticalityLevel } from '#domain/criticality.ts'
import type { Coverage, FigureId, IsoDate, NamedFigure, UnknownReason } from '#domain/figure.ts'
import type { PersonId, ProductId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { ProjectId } from '#domain/project.ts'
import type { NamedAggregate } from './aggregate.ts'
import type { Assumption } from './value.ts'

/** A project, or a package whose project nothing names. */
export type HealthSubject = string

/** Good from 0.7, weak below 0.4; withheld when less than 40 % of the weight is known. */
export type HealthLevel = 'good' | 'fair' | 'weak' | 'withheld'

/** Dormant is not bad by itself: small things get finished. */
export type ProjectState = 'active' | 'slow' | 'dormant' | 'unsupported' | 'unknown'

/** What is asked of each subject; one file each in `src/health/indicators`. */
export type IndicatorId =
  | 'absence-factor'
  | 'code-of-conduct'
  | 'continuous-integration'
  | 'contributing-guide'
  | 'declared-maintained'
  | 'dependency-updates'
  | 'funding-route'
  | 'license-file'
  | 'license-stable'
  | 'main-author-active'
  | 'named-maintainers'
  | 'not-deprecated'
  | 'not-past-end-of-life'
  | 'not-withdrawn'
  | 'recent-activity'
  | 'recent-release'
  | 'release-rhythm'
  | 'review-rules'
  | 'reviewed-changes'
  | 'security-policy'
  | 'several-organizations'
  | 'several-publishers'
  | 'tests'
  | 'top-author-share'

export type IndicatorAnswer = {
  readonly indicator: IndicatorId
  readonly answer: 'passed' | 'failed'
  /** What was found, in numbers, days and names alone. */
  readonly value: string
  readonly weight: number
  /** True when passed. */
  readonly figure: NamedFigure<boolean>
}

/** An indicator that nothing answers, and why. */
export type OpenIndicator = { readonly indicator: IndicatorId; readonly why: UnknownReason }

/** Why something deserves a look, with the figure that shows it. */
export type HealthWarning = {
  readonly id:
    | 'one-person'
    | 'main-author-gone'
    | 'single-organization'
    | 'license-changed'
    | 'deprecated'
    | 'withdrawn-version'
    | 'end-of-life'
    | 'archived'
    | 'activity-halved'
    | 'falling'
  readonly figure: FigureId
  /** A day, a version, a license: what the sentence names. */
  readonly detail: string
}

export type FundingLink = { readonly url: string; readonly basis: 'funding-file' | 'registry-metadata' }

/** A level that lies between two when part of what it asks is unknown. */
export type LevelInterval = { readonly low: number; readonly high: number }

export type SubjectHealth = {
  readonly subject: HealthSubject
  readonly project: ProjectId | null
  /** Packages in use that it publishes. */
  readonly packages: readonly PurlText[]
  readonly products: number
  /** H, 0 to 1: weighted share of passed indicators among the known ones. */
  readonly health: NamedFigure<number>
  /** Known weight of all weight, 0 to 1. */
  readonly known: number
  readonly level: HealthLevel
  readonly state: NamedFigure<ProjectState>
  /** The highest criticality K of its packages. */
  readonly criticality: NamedFigure<number>
  readonly criticalityLevel: CriticalityLevel | null
  /** People who made half of last year's changes, or accounts that may publish where no clone is at hand. */
  readonly absenceFactor: NamedFigure<number>
  /** Those that were answered. */
  readonly indicators: readonly IndicatorAnswer[]
  readonly open: readonly OpenIndicator[]
  readonly warnings: readonly HealthWarning[]
  /** openCode's published maintenance level, 0 to 3; an interval, for how fast issues are answered is in no clone. */
  readonly openCodeLevel: NamedFigure<LevelInterval>
  /** criticality_score of OpenSSF by its current formula, over the inputs at hand. */
  readonly criticalityScore: NamedFigure<number>
  /** Weight of those inputs of the weight of all, 0 to 1; 0 when there are none. */
  readonly criticalityScoreKnown: number
  /** Aggregate of OpenSSF Scorecard, 0 to 10: imported, or over the checks that can be read offline. */
  readonly scorecard: NamedFigure<number>
  readonly funding: readonly FundingLink[]
  readonly lastReleaseOn: IsoDate | null
  readonly lastCommitOn: IsoDate | null
}

/** What people stated about the use of a product; shown as declared, never computed with. */
export type DeclaredUse = {
  readonly product: ProductId
  readonly usersPerMonth: NamedFigure<number> | null
  readonly runningInstances: NamedFigure<number> | null
  /** Others who use it: the latest statement of each. */
  readonly otherUsers: readonly DeclaredText[]
  /** Whom to ask, and where. */
  readonly experts: readonly DeclaredText[]
  readonly supportRoutes: readonly DeclaredText[]
  readonly serviceProviders: readonly DeclaredText[]
}

export type DeclaredText = { readonly text: string; readonly on: IsoDate; readonly by: PersonId; readonly note: string }

/** A cell of criticality against health. */
export type QuadrantCell = {
  readonly criticality: CriticalityLevel
  readonly level: HealthLevel
  readonly count: NamedFigure<number>
}

/** A share of a budget, with the factors it comes from: U·K·(1 − H). */
export type FundingShare = {
  readonly subject: HealthSubject
  readonly usage: number
  readonly criticality: number
  readonly health: number
  /** True when H is unknown and a half stands in. */
  readonly isHealthAssumed: boolean
  readonly share: number
  readonly amount: number
  readonly limit: 'floor' | 'cap' | null
  readonly remedy: 'time' | 'money'
}

export type HealthAssessment = {
  /**
   * Subjects behind packages in use of which anything is known, most at risk first: by criticality level, then by health,
   * unknown after weak.
   */
  readonly subjects: readonly SubjectHealth[]
  /** Subjects of which nothing is known; they are counted, not listed. */
  readonly unlisted: number
  /** Subjects whose health is known, of all. */
  readonly assessed: NamedAggregate<number>
  readonly byLevel: readonly { readonly level: HealthLevel; readonly count: NamedFigure<number> }[]
  /** Packages in use that lean on one person. */
  readonly leaningOnOne: NamedAggregate<number>
  /** Packages in use that nobody supports any longer. */
  readonly unsupported: NamedAggregate<number>
  /** Of high criticality, weak or falling or on one person: where help does most. */
  readonly whereToHelp: readonly HealthSubject[]
  /** How many those are; unknown when health is known of nothing. */
  readonly toHelp: NamedAggregate<number>
  /** Listed subjects by criticality K and health H: a look at both, never a product of the two alone. */
  readonly quadrant: readonly QuadrantCell[]
  readonly declaredUse: readonly DeclaredUse[]
  /** Packages that a project stands behind. */
  readonly withProject: Coverage
  readonly assumptions: readonly Assumption[]
}
