/** What is given back, in money and in people's work, beside what is taken; `methods.md` 4. */

import type { LedgerKind, OwnActivity } from '#domain/contribution.ts'
import type { Coverage, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import type { UnitId } from '#domain/organization.ts'
import type { ProjectId } from '#domain/project.ts'
import type { NamedAggregate } from './aggregate.ts'
import type { Assumption } from './value.ts'

/** A group of people as it may be shown: counts of people and their days only where the group is large enough. */
export type ShownActivity = {
  readonly commits: number
  /** Null: fewer people than are shown as a group. */
  readonly people: number | null
  readonly activeDays: number | null
}

export type RepositoryContribution = {
  readonly path: string
  readonly project: ProjectId | null
  readonly own: ShownActivity
  /** Own commits ÷ all plain commits of the window; null when nothing happened. */
  readonly ownShare: NamedFigure<number>
  readonly plainCommits: number
  readonly authors: number
  readonly absenceFactor: number | null
  readonly elephantFactor: number | null
  readonly attributable: number | null
  /** Packages in use that the project publishes; empty for others. */
  readonly packages: readonly string[]
  /** The highest criticality among them; null when none is in use or it is not known. */
  readonly criticality: number | null
  /** Own share × the replacement value of those packages. */
  readonly replacementShare: NamedFigure<MoneyBand>
}

export type UnitContribution = { readonly unit: UnitId | null; readonly activity: ShownActivity }

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
  readonly activity: NamedFigure<OwnActivity>
  /** Active days × hours × rate. */
  readonly labor: NamedFigure<MoneyBand>
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
  readonly repositories: readonly RepositoryContribution[]
  readonly byUnit: readonly UnitContribution[]
  /** People who write from the organization's domain and are not on its list. */
  readonly unregistered: NamedFigure<OwnActivity>
  readonly ledger: readonly LedgerTotal[]
  readonly receipts: readonly Receipt[]
  readonly assumptions: readonly Assumption[]
  /** Repositories that could be read to their end. */
  readonly coverage: Coverage
}
