/** What is given back, in money and in people's work, beside what is taken; `methods.md` 4. */

import type { CoAuthorRule, LedgerKind, ShownActivity, UnitActivity } from '#domain/contribution.ts'
import type { AssumptionId, Coverage, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { ProductId } from '#domain/organization.ts'
import type { ProjectId } from '#domain/project.ts'
import type { NamedAggregate } from './aggregate.ts'
import type { Assumption } from './value.ts'

export type RepositoryContribution = {
  readonly path: string
  readonly project: ProjectId | null
  /** The organization publishes it itself. */
  readonly isOwn: boolean
  readonly own: ShownActivity
  /** Own commits that repeat an earlier one, in this or another repository. */
  readonly copies: number
  /** Sign-offs and reviews by own people under the work of others. */
  readonly stewardship: number
  /** Own credits ÷ all credits of the window; not applicable when nothing happened. */
  readonly ownShare: NamedFigure<number>
  readonly plainCommits: number
  readonly authors: number | null
  readonly absenceFactor: number | null
  readonly elephantFactor: number | null
  readonly attributable: number | null
  /** Packages in use that the project publishes; empty for others. */
  readonly packages: readonly string[]
  /** The highest criticality among them; null when none is in use or it is not known. */
  readonly criticality: number | null
  /** Own share × the replacement value of those packages. */
  readonly replacementShare: NamedFigure<MoneyBand>
  /** Person-months of the growth of those packages in the window, by the own share of added lines. */
  readonly marginalEffort: NamedFigure<number>
}

/** A changed copy that is carried along, and what that costs. */
export type ForkContribution = {
  readonly id: string
  /** Package URL without version. */
  readonly part: string
  readonly product: ProductId | null
  readonly patches: number | null
  readonly since: IsoDate | null
  readonly reason: string
  /** How it is to end; null when nobody plans that. */
  readonly plan: string | null
  readonly hoursPerRelease: number | null
  /** Whether the hours are the organization's own or the average of a survey. */
  readonly basis: 'stated' | 'survey-average'
  /** Releases of the original in a year that are followed. */
  readonly releases: NamedFigure<number>
  readonly perRelease: NamedFigure<MoneyBand>
  readonly perYear: NamedFigure<MoneyBand>
}

export type ForkCost = {
  readonly hoursPerRelease: NamedAggregate<number>
  readonly perRelease: NamedAggregate<MoneyBand>
  readonly perYear: NamedAggregate<MoneyBand>
  readonly withPlan: number
  readonly withoutPlan: number
  /** What others carry on average; it stands beside and enters no sum. */
  readonly survey: { readonly forks: number; readonly hoursPerRelease: number; readonly source: string }
}

/** A project in which own people contribute and that the organization does not publish itself. */
export type OutwardContribution = {
  /** Its id, or what a list or the clone's folder calls it. */
  readonly project: string
  readonly own: number
  readonly all: number
  readonly ownShare: number
  readonly people: number | null
  readonly from: 'clone' | 'list'
  /** Packages in use that it publishes; empty when the organization uses none. */
  readonly packages: readonly string[]
  readonly criticality: number | null
}

export type CriticalPackage = { readonly package: string; readonly criticality: number; readonly isReached: boolean }

export type LedgerTotal = {
  readonly kind: LedgerKind
  readonly entries: number
  readonly hours: number
  readonly amount: number
}

/** What one recipient got by the allocation of each entry. */
export type Receipt = { readonly recipient: string; readonly amount: number }

export type CriticalCoverage = { readonly covered: number; readonly of: number; readonly share: number }

export type ContributionAssessment = {
  /** Both days are counted. */
  readonly from: IsoDate
  readonly to: IsoDate
  readonly activity: NamedFigure<ShownActivity>
  /** Withheld when fewer people were active than are shown as a group. */
  readonly activeDays: NamedFigure<number>
  /** Active days × hours × rate. */
  readonly labor: NamedFigure<MoneyBand>
  /** The part of it in repositories that the organization does not publish itself. */
  readonly upstreamLabor: NamedFigure<MoneyBand>
  /** Hours of the ledger × rate. */
  readonly loggedTime: NamedFigure<MoneyBand>
  /** Money and things of the ledger. */
  readonly money: NamedFigure<MoneyBand>
  /** Labor, logged time and money of the window. */
  readonly give: NamedFigure<MoneyBand>
  /** What a year of use is worth; unknown when no value was assessed. */
  readonly take: NamedFigure<MoneyBand>
  /** Three ratios beside one another; no single one tells, and teams are not ranked by them. */
  readonly ratios: {
    readonly giveToTake: NamedFigure<number>
    readonly criticalCoverage: NamedFigure<CriticalCoverage>
    readonly perDeveloper: NamedFigure<MoneyBand>
  }
  /** Beside `labor`, never added to it: the same work by its share of the rebuild value. */
  readonly replacementShare: NamedAggregate<MoneyBand>
  /** Beside both, as a third way: the growth that own people wrote, in person-months and priced. */
  readonly marginalEffort: NamedAggregate<number>
  readonly marginalMoney: NamedFigure<MoneyBand>
  readonly repositories: readonly RepositoryContribution[]
  readonly byUnit: readonly UnitActivity[]
  /** People who write from the organization's domain and are not on its list. */
  readonly unregistered: NamedFigure<ShownActivity>
  /** Share of all plain commits of the window whose author's organization is known. */
  readonly attribution: NamedFigure<number>
  /** The most critical packages, and whether they got anything. */
  readonly critical: readonly CriticalPackage[]
  readonly outward: readonly OutwardContribution[]
  readonly forks: readonly ForkContribution[]
  readonly forkCost: ForkCost
  readonly ledger: readonly LedgerTotal[]
  readonly receipts: readonly Receipt[]
  readonly smallestGroup: number
  readonly coAuthors: CoAuthorRule
  readonly assumptions: readonly Assumption[]
  /** Assumptions that the organization set to something that cannot be: the default acts. */
  readonly refusedAssumptions: readonly AssumptionId[]
  /** Repositories that could be read to their end. */
  readonly coverage: Coverage
}

export type ContributionAssumptionId =
  | 'C1-hours'
  | 'C2-rate'
  | 'C3-files'
  | 'C3-lines'
  | 'C4-group'
  | 'C5-coauthors'
  | 'C6-critical'
  | 'C7-fork-hours'

/** What could not be told about contributions; each can be closed. */
export type ContributionGap =
  | 'no-assessment'
  | 'no-clones'
  | 'no-ledger'
  | 'no-value'
  | 'no-developers'
  | 'small-group'
  | 'fork-releases'
