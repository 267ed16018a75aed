/** What people give: commits as read from git, and what a repository's history sums up to. */

import type { IsoDate } from './figure.ts'

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

/** What the organization's own people did in a repository. */
export type OwnActivity = {
  readonly commits: number
  readonly people: number
  /** Pairs of a person and a day, where the person was, with at least one commit. */
  readonly activeDays: number
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
