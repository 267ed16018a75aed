/** What people give: commits as read from git, and what a repository's history sums up to. */

import type { EvidenceId } from './evidence.ts'
import type { FigureId, IsoDate } from './figure.ts'
import type { Issue } from './issue.ts'
import type { Currency } from './money.ts'
import type { UnitId } from './organization.ts'
import type { ProjectId } from './project.ts'

/** A name with an address, as a commit states it; after `.mailmap` where that was applied. */
export type Signature = { readonly name: string; readonly email: string }

/** How many lines a commit changed. Merges have no lines of their own: both sides are counted where they were made. */
export type Change = {
  readonly files: number
  /** Files without lines. */
  readonly binaries: number
  readonly added: number
  readonly deleted: number
  /** The same without vendored, generated and lock files. */
  readonly authoredFiles: number
  readonly authoredAdded: number
  readonly authoredDeleted: number
  /** Equal for commits that change the same files by the same numbers of lines; empty when no file changed. */
  readonly shape: string
  /** True when contents were not at hand (a partial clone): the numbers leave their files out. */
  readonly isMissing: boolean
}

/** Commits beyond these are formatting, imports or license headers, not writing; `methods.md` 4.3, pitfalls. */
export const mostFilesOfOneCommit = 200
export const mostLinesOfOneCommit = 10_000

export type Commit = {
  readonly hash: string
  readonly parents: readonly string[]
  readonly author: Signature
  /** ISO 8601 with the author's own zone: its first ten characters are the day where the author was. */
  readonly authoredAt: string
  readonly committer: Signature
  readonly committedAt: string
  /** From the trailers of the message. A sign-off hands over; it is no authorship. */
  readonly signedOff: readonly Signature[]
  readonly coAuthors: readonly Signature[]
  /** Reviewed-by, Acked-by and Tested-by. */
  readonly reviewers: readonly Signature[]
  readonly change: Change
}

export type DomainCommits = { readonly domain: string; readonly commits: number }
export type YearCommits = { readonly year: number; readonly commits: number; readonly authors: number }

/** What a group of people did, counted exactly: it exists while it is counted, and is neither kept nor shown. */
export type OwnActivity = {
  readonly commits: number
  readonly people: number
  /** Pairs of a person and a day, where the person was, with at least one commit. */
  readonly activeDays: number
}

/**
 * The same as it may be kept and shown: people and their days only where the group is large enough that it tells about
 * nobody, neither by itself nor by its difference to a larger group; see `docs/decisions/0007-people-in-groups.md`.
 */
export type ShownActivity = {
  /** Counts of what stands in a history, whatever the size of the group. */
  readonly commits: number
  /** Null: fewer people than are shown as a group, but not nobody. */
  readonly people: number | null
  readonly activeDays: number | null
}

/**
 * Sums over a history. Plain commits are neither merges nor by bots; authors, absence factor, shares, domains and years are
 * over plain commits, the rest over all. An author is an address after `.mailmap`, in lower case.
 */
export type HistorySummary = {
  readonly commits: number
  readonly merges: number
  readonly bots: number
  readonly plainCommits: number
  readonly authors: number
  /** Null without plain commits, as the share. */
  readonly absenceFactor: number | null
  readonly topAuthorShare: number | null
  /** All of them, by commits, then by name. */
  readonly domains: readonly DomainCommits[]
  /** By the author's own calendar, ascending. */
  readonly byYear: readonly YearCommits[]
  readonly linesAdded: number
  readonly linesDeleted: number
  readonly signedOff: number
  readonly coAuthored: number
}

/** A day's bounds are included. Null is open. */
export type Period = { readonly from: IsoDate | null; readonly to: IsoDate | null }

/** Work of the organization's people in one repository within a window, counted by what they wrote themselves. */
export type OwnWork = ShownActivity & {
  /** Their part of the credits of the repository. */
  readonly credits: number
  /** Lines of their commits in authored files; commits beyond the caps and copies of other commits add none. */
  readonly linesAdded: number
  readonly linesDeleted: number
  /** Commits whose lines were left out: too many files or lines for one piece of writing. */
  readonly capped: number
  /** Commits that make the same change as an earlier own commit in any repository, as after a cherry-pick or in a fork. */
  readonly copies: number
  /** Sign-offs and reviews by own people under commits of others: stewardship, no authorship. */
  readonly stewardship: number
  /** Of the above, by people who write from the organization's domain and are not on its list. */
  readonly unregistered: ShownActivity
}

/** How a commit of several authors is credited: in equal parts of one, or with one for each. */
export type CoAuthorRule = 'split' | 'each'

/** What happened in a repository in the twelve months up to a day. */
export type RecentActivity = {
  readonly plainCommits: number
  /** Null, with the two below, where all authors are fewer than a group that is shown and own people are among them. */
  readonly authors: number | null
  readonly absenceFactor: number | null
  readonly topAuthorShare: number | null
  /** Share of plain commits whose author's organization is known. */
  readonly attributable: number | null
  /** Null when withheld: less than 60 % attributable, or nothing happened. */
  readonly elephantFactor: number | null
  /** As many as plain commits where co-authors share a commit; more where each is credited with one. */
  readonly credits: number
  /** Lines of authored files, mass changes left out. */
  readonly linesAdded: number
  readonly linesDeleted: number
  readonly own: OwnWork
}

export type RepositoryActivity = {
  /** As the user named it. */
  readonly path: string
  /** Null when nobody said which project the repository is of. */
  readonly project: ProjectId | null
  readonly tip: string | null
  /** The organization publishes it itself. */
  readonly isOwn: boolean
  /** Sums over the whole history; who the authors were in which year could be one person's story. */
  readonly summary: Pick<
    HistorySummary,
    'commits' | 'merges' | 'bots' | 'plainCommits' | 'linesAdded' | 'linesDeleted' | 'signedOff' | 'coAuthored'
  >
  readonly own: ShownActivity
  readonly recent: RecentActivity
  readonly issues: readonly Issue[]
}

/** Units are not seen from outside, so that commits too are shown only of groups that are large enough. */
export type UnitActivity = {
  /** Null: own people whose unit is not known. */
  readonly unit: UnitId | null
  readonly commits: number | null
  readonly people: number | null
  readonly activeDays: number | null
}

/**
 * The histories of all repositories at hand. A day on which a person worked in two of them is one day, and a commit of
 * which there are copies is one commit.
 */
export type ContributionHistories = {
  /** The kept original: this very object as JSON. Places are JSON pointers into it. */
  readonly evidence: EvidenceId
  /** Both days are counted. */
  readonly from: IsoDate
  readonly to: IsoDate
  /** Smaller groups of people are withheld. */
  readonly smallestGroup: number
  readonly coAuthors: CoAuthorRule
  readonly repositories: readonly RepositoryActivity[]
  readonly total: ShownActivity
  /** Of the total, in repositories that the organization does not publish itself. */
  readonly upstream: ShownActivity
  /** Of the total, by people who write from the organization's domain and are not on its list. */
  readonly unregistered: ShownActivity
  /** Plain commits of the window, by anybody, and those of them whose author's organization is known. */
  readonly attribution: { readonly known: number; readonly of: number }
  readonly byUnit: readonly UnitActivity[]
}

/** What is given besides commits. */
export type LedgerKind =
  | 'sponsorship'
  | 'membership'
  | 'bounty'
  | 'paid-maintainer'
  | 'event'
  | 'infrastructure'
  | 'review'
  | 'issue'
  | 'triage'
  | 'documentation'
  | 'security'
  | 'governance'
  | 'working-group'
  | 'standards'
  | 'mentoring'
  | 'other'

export const ledgerKinds: readonly LedgerKind[] = [
  'sponsorship',
  'membership',
  'bounty',
  'paid-maintainer',
  'event',
  'infrastructure',
  'review',
  'issue',
  'triage',
  'documentation',
  'security',
  'governance',
  'working-group',
  'standards',
  'mentoring',
  'other',
]

/** How an amount is shared out among several recipients. */
export type AllocationKey = 'equal' | 'usage' | 'value'

/** A line of the ledger: money or hours, on a day, for somebody. */
export type LedgerEntry = {
  readonly on: IsoDate
  readonly kind: LedgerKind
  /** In the organization's currency; null for time. */
  readonly amount: number | null
  /** As stated, where the currency was another. */
  readonly stated: { readonly amount: number; readonly currency: Currency } | null
  /** Null for money. */
  readonly hours: number | null
  /** Package URLs without version, or ids of projects; empty for open source as a whole. */
  readonly recipients: readonly string[]
  readonly allocation: AllocationKey
  readonly unit: UnitId | null
  readonly note: string
  readonly at: string
}

/** With the kept table that the line stands in. */
export type KeptLedgerEntry = LedgerEntry & { readonly evidence: EvidenceId; readonly file: string }

/** The id of the figure that holds a line of the ledger. */
export function ledgerFigureId({ file, at }: Pick<KeptLedgerEntry, 'file' | 'at'>): FigureId {
  return `contribution/ledger/${file}/${at.replaceAll(' ', '-')}`
}

export type ContributionLedger = { readonly entries: readonly KeptLedgerEntry[] }

/** Where the organization's people contribute besides the clones at hand, told from a list of commits. */
export type OutwardProject = {
  readonly project: string
  readonly own: number
  /** All commits of the project that the list holds. It may hold only part of them. */
  readonly listed: number
  /** Own ÷ listed. */
  readonly ownShare: number
  /** Null: fewer than are shown as a group. */
  readonly people: number | null
  /** Month of the last own commit, `YYYY-MM`. */
  readonly last: string
}

export type OutwardList = {
  readonly evidence: EvidenceId
  readonly file: string
  readonly projects: readonly OutwardProject[]
}
