/** The own commits of the window: few among many, so that they are kept until all repositories are read. */

import type { Commit } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { UnitId } from '#domain/organization.ts'

export type OwnAuthor = { readonly person: string; readonly unit: UnitId | null; readonly isRegistered: boolean }

export type OwnCommit = {
  readonly hash: string
  readonly day: IsoDate
  readonly time: number
  readonly authors: readonly OwnAuthor[]
  readonly added: number
  readonly deleted: number
  /** Too large for one piece of writing. */
  readonly isCapped: boolean
  /** Whether git can tell the identity of its patch. */
  readonly isComparable: boolean
  /** Equal for commits that a cherry-pick or a rebase made of one; null when no file changed. */
  readonly key: string | null
}

export function ownCommit(commit: Commit, authors: readonly OwnAuthor[], isCapped: boolean): OwnCommit {
  const { hash, author, authoredAt, change } = commit
  return {
    hash,
    day: authoredAt.slice(0, 10),
    time: Date.parse(authoredAt),
    authors,
    added: change.authoredAdded,
    deleted: change.authoredDeleted,
    isCapped,
    isComparable: !isCapped && !change.isMissing && change.shape !== '',
    // A cherry-pick and a rebase keep the author, the moment and the change.
    key: change.shape === '' ? null : `${change.shape} ${author.email.toLowerCase()} ${authoredAt}`,
  }
}

/**
 * The commits that make the same change as an earlier one: by the identity of the patch as `git patch-id --stable` tells it,
 * or by author, moment and line counts where that is not known.
 *
 * @param repositories own commits of each, in the order of the repositories
 * @param patchIds commit → identity of its patch
 */
export function copiesAmong(
  repositories: readonly (readonly OwnCommit[])[],
  patchIds: ReadonlyMap<string, string>,
): ReadonlySet<OwnCommit> {
  const all = repositories.flatMap((commits, repository) => commits.map((commit) => ({ commit, repository })))
  all.sort(
    (a, b) => a.commit.time - b.commit.time || a.repository - b.repository || (a.commit.hash < b.commit.hash ? -1 : 1),
  )
  const seen = new Set<string>()
  const copies = new Set<OwnCommit>()
  for (const { commit } of all) {
    const patch = patchIds.get(commit.hash)
    const keys = [...(commit.key === null ? [] : [commit.key]), ...(patch === undefined ? [] : [`patch ${patch}`])]
    if (keys.some((key) => seen.has(key))) copies.add(commit)
    for (const key of keys) seen.add(key)
  }
  return copies
}
