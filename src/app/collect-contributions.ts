/** Sums up who contributed to repositories: their histories, and what the organization's own people did in them. */

import { affiliationsBy } from '#measure/activity/affiliation.ts'
import { authoredPaths } from '#measure/activity/authored-paths.ts'
import { HistoryTally } from '#measure/activity/history-tally.ts'
import { isBot } from '#measure/activity/bots.ts'
import { PeopleDays } from '#measure/activity/people-days.ts'
import { shownGroup } from '#measure/activity/groups.ts'
import { contributionAssumptions } from '#contribution/assumptions.ts'
import type { HistorySummary, ShownActivity } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import { openGitHistory, type GitHistoryOptions } from '#sources/git-history.ts'
import { cacheFolder } from './cache-folder.ts'
import { readOwnPeople, type OwnPeople } from './own-people.ts'
import type { Progress } from './progress.ts'

export type CollectOptions = {
  readonly repositories: readonly string[]
  readonly revision: string | undefined
  /** The last day, in UTC. */
  readonly until: IsoDate | undefined
  /** Path of an `organization.yaml`. */
  readonly organization: string | undefined
  readonly withNames: boolean
  readonly home: string
  /** What is kept instead of the signatures of erased people. */
  readonly concealment: GitHistoryOptions['concealment']
}

/** An author as the command shows one on request; people of the organization by pseudonym unless they agreed. */
export type NamedAuthor = {
  /** Null for people of the organization whom its file does not list, all together. */
  readonly name: string | null
  readonly commits: number
}

export type CollectedRepository = { readonly path: string } & HistorySummary & {
    /** Null when no organization was named; people and days are null for a group too small to be shown. */
    readonly organization: ShownActivity | null
    readonly names?: readonly NamedAuthor[]
    readonly issues: readonly Issue[]
  }

export type Collection = {
  readonly repositories: readonly CollectedRepository[]
  /** Paths that are no repository, or do not have the revision. */
  readonly issues: readonly Issue[]
}

/** Repositories are read one after another with all processors, so that the largest does not come last alone. */
export async function collectContributions(options: CollectOptions, progress: Progress): Promise<Collection> {
  const own = options.organization === undefined ? undefined : readOwnPeople(options.organization)
  const affiliate = own && affiliationsBy(own.affiliations)
  const smallestGroup = own === undefined ? 0 : contributionAssumptions(own.organization, null).counting.smallestGroup
  const repositories: CollectedRepository[] = []
  const issues: Issue[] = []
  for (const path of options.repositories) {
    const opened = await openGitHistory(path, {
      cache: cacheFolder(options.home, 'git'),
      authored: authoredPaths,
      revision: options.revision,
      until: options.until,
      concealment: options.concealment,
      onProgress: (done, total) => progress.report({ step: 'reading', done, total }),
    })
    if (!opened.ok) {
      issues.push(opened.issue)
      continue
    }
    const { history } = opened
    const tally = new HistoryTally()
    const ownDays = new PeopleDays()
    const namesOf = options.withNames ? new Map<string, string>() : undefined
    for await (const commit of history.commits()) {
      tally.add(commit)
      if (affiliate !== undefined && commit.parents.length < 2 && !isBot(commit.author)) {
        const day = commit.authoredAt.slice(0, 10)
        const { organization, person } = affiliate(commit.author.email, day)
        if (organization !== null) ownDays.add([person], day)
      }
      namesOf?.set(commit.author.email.toLowerCase(), commit.author.name)
    }
    repositories.push({
      path,
      ...tally.summary(),
      organization: own === undefined ? null : shownGroup(ownDays.activity(), smallestGroup),
      ...(namesOf === undefined ? {} : { names: namedAuthors(tally.byAuthor(), namesOf, own) }),
      issues: history.issues,
    })
  }
  return { repositories, issues }
}

/** Most commits first. */
function namedAuthors(
  commits: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
  own: OwnPeople | undefined,
): readonly NamedAuthor[] {
  const sums = new Map<string | null, number>()
  for (const [address, count] of commits) {
    const name = own === undefined ? undefined : own.nameOf(address)
    const shown = name === undefined ? (names.get(address) ?? '') : name
    sums.set(shown, (sums.get(shown) ?? 0) + count)
  }
  return [...sums]
    .map(([name, count]) => ({ name, commits: count }))
    .sort((a, b) => b.commits - a.commits || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}
