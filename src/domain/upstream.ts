/**
 * What is known of the packages in use and of the undertakings behind them, from evidence on a day: registries' answers,
 * tables that the user brings, clones, imported results. Everything may be absent: what needs it is then unknown.
 */

import type { ActivityWindow } from './activity-window.ts'
import type { EvidenceId } from './evidence.ts'
import type { IsoDate } from './figure.ts'
import type { PurlText } from './part.ts'
import type { ProjectId } from './project.ts'

/** Where a fact stands: the kept original, and the place in it (a JSON pointer or `line N`). */
export type FactOrigin = { readonly evidence: EvidenceId; readonly at: string; readonly observedOn: IsoDate }

/** One published version of a package. */
export type Release = {
  readonly version: string
  /** The day it was published; null when the source does not say. */
  readonly on: IsoDate | null
  readonly isPrerelease: boolean
  /** Yanked, retracted or unpublished: nobody should take it up. */
  readonly isWithdrawn: boolean
  /** Why the publishers tell people to leave it; null when they do not. */
  readonly deprecation: string | null
  /** As the version's own metadata states it; null when it does not. */
  readonly license: string | null
}

/** What a registry, an index or a table of the user's says about a package. */
export type PackageFacts = FactOrigin & {
  /** Package URL without version. */
  readonly package: PurlText
  /** Ascending by day, then in the order of the source. */
  readonly releases: readonly Release[]
  /** Accounts that may publish it; counted, never named. Null when the source does not say. */
  readonly publishers: number | null
  /** The address of its source repository as the source states it. */
  readonly repository: string | null
  /** Pages on which it takes money. */
  readonly fundingLinks: readonly string[]
}

/** What happened in a clone in a window; plain commits are neither merges nor by bots. */
export type ProjectActivity = ActivityWindow & {
  readonly plainCommits: number
  readonly authors: number
  readonly absenceFactor: number | null
  readonly topAuthorShare: number | null
  /** Share of plain commits whose author's organization is known. */
  readonly attributable: number | null
  /** Null when withheld: less than 60 % attributable, or nothing happened. */
  readonly elephantFactor: number | null
  /** Share of the largest organization among all plain commits; null as above. */
  readonly topOrganizationShare: number | null
}

/** The files of a clone's newest commit that tell how it is governed and built. */
export type ProjectFiles = {
  readonly total: number
  /** Paths worth knowing: governance, workflows, build and lock files, in the order of git. */
  readonly paths: readonly string[]
  /**
   * Contents of those that are read: at most 256 KiB each, longer ones are cut. Null where names alone were told: what only
   * a text can say is then unknown.
   */
  readonly texts: Readonly<Record<string, string>> | null
  /** Executables and libraries checked in as binaries. */
  readonly binaries: readonly string[]
}

/** Files whose contents are at hand. */
export type ReadFiles = ProjectFiles & { readonly texts: Readonly<Record<string, string>> }

/** A tag that names a version. */
export type ProjectTag = { readonly name: string; readonly on: IsoDate; readonly isSigned: boolean }

/** What a clone tells about a project, up to `observedOn`. */
export type ProjectFacts = FactOrigin & {
  readonly project: ProjectId
  readonly tip: string | null
  readonly isShallow: boolean
  readonly firstCommitOn: IsoDate | null
  readonly lastCommitOn: IsoDate | null
  /** All people who ever committed, and plain commits of all time. */
  readonly authorsEver: number
  readonly plainCommitsEver: number
  /** The twelve months up to the day, the twelve before, and the last six and three months. */
  readonly year: ProjectActivity
  readonly yearBefore: ProjectActivity
  readonly halfYear: ProjectActivity
  readonly quarter: ProjectActivity
  /** Plain commits by calendar month `YYYY-MM`, ascending; months without any are left out. */
  readonly byMonth: readonly { readonly month: string; readonly commits: number; readonly authors: number }[]
  /**
   * The person with most commits of the two years before the last six months: the share of those commits, and whether a
   * commit came since. Null when there were fewer than ten commits then.
   */
  readonly mainAuthor: { readonly share: number; readonly isActive: boolean; readonly lastOn: IsoDate } | null
  /** Merge commits and commits with review trailers among the plain commits and merges of the year. */
  readonly reviewedShare: number | null
  readonly tags: readonly ProjectTag[]
  /** Null where only the history was told, as by a file that another machine wrote. */
  readonly files: ProjectFiles | null
  /** Pages on which it takes money, as its files named them, where the files themselves are not told. */
  readonly fundingLinks?: readonly string[] | undefined
}

/** A result of OpenSSF Scorecard that was brought from outside. −1 stands for inconclusive. */
export type ScorecardResult = FactOrigin & {
  readonly project: ProjectId
  /** The day of the run. */
  readonly on: IsoDate
  readonly aggregate: number | null
  readonly checks: readonly { readonly name: string; readonly score: number }[]
}

/** A release line of a product and when it ends, as endoflife.date or a vendor states it. */
export type LifecycleCycle = {
  readonly cycle: string
  readonly releasedOn: IsoDate | null
  /** A day, or whether it has ended where no day is given; null when nothing is stated. */
  readonly end: IsoDate | boolean | null
  readonly supportEnd: IsoDate | boolean | null
  /** When support beyond the end stops, by whoever offers it and often for money; absent in facts kept before it was read. */
  readonly extendedEnd?: IsoDate | boolean | null
  /** Since when it is kept for longer than other lines, or whether. */
  readonly longTermFrom?: IsoDate | boolean | null
  /** The place of this line in the original. */
  readonly at?: string
  readonly latest: string | null
}

export type Lifecycle = FactOrigin & {
  /** The id of the product in its source. */
  readonly product: string
  /** Package URLs without version that the source gives for it. */
  readonly packages: readonly PurlText[]
  readonly cycles: readonly LifecycleCycle[]
}

export type Upstream = {
  readonly packages: ReadonlyMap<PurlText, PackageFacts>
  readonly projects: ReadonlyMap<ProjectId, ProjectFacts>
  readonly scorecards: ReadonlyMap<ProjectId, ScorecardResult>
  readonly lifecycles: readonly Lifecycle[]
}

export const nothingUpstream: Upstream = {
  packages: new Map(),
  projects: new Map(),
  scorecards: new Map(),
  lifecycles: [],
}
