/**
 * What happened in many repositories, with the part of the organization's own people: their days are counted once whatever
 * number of repositories they worked in, their copies of one commit once whatever forks hold it.
 */

import type { ContributionHistories } from '#domain/contribution.ts'
import type { UnitId } from '#domain/organization.ts'
import type { ActivityRules } from './activity-rules.ts'
import type { Affiliate } from './affiliation.ts'
import { shownGroup, shownUnits, shownWithin } from './groups.ts'
import { copiesAmong, type OwnCommit } from './own-commits.ts'
import { PeopleDays } from './people-days.ts'
import { RepositoryTally, type RepositoryAbout } from './repository-tally.ts'

export class ActivityTally {
  private readonly rules: ActivityRules
  private readonly repositories: RepositoryTally[] = []

  constructor(rules: ActivityRules) {
    this.rules = rules
  }

  /**
   * Begins a repository; commits go to the tally that is returned.
   *
   * @param affiliate knows who is who in this repository, where more is known than everywhere
   */
  repository(about: RepositoryAbout, affiliate: Affiliate = this.rules.affiliate): RepositoryTally {
    const tally = new RepositoryTally(about, { ...this.rules, affiliate })
    this.repositories.push(tally)
    return tally
  }

  /** @param patchIds own commit → identity of its patch, for those of which it is known */
  histories(patchIds: ReadonlyMap<string, string> = new Map()): Omit<ContributionHistories, 'evidence'> {
    const { from, to, smallestGroup, coAuthors } = this.rules
    const copies = copiesAmong(
      this.repositories.map(({ ownCommits }) => ownCommits),
      patchIds,
    )
    const total = new PeopleDays()
    const upstream = new PeopleDays()
    const unregistered = new PeopleDays()
    const units = new Map<UnitId | null, PeopleDays>()
    for (const { about, ownCommits } of this.repositories)
      for (const commit of ownCommits) {
        if (copies.has(commit)) continue
        add(total, commit)
        if (!about.isOwn) add(upstream, commit)
        addSome(unregistered, commit, ({ isRegistered }) => !isRegistered)
        for (const unit of new Set(commit.authors.map((author) => author.unit))) {
          const people = units.get(unit) ?? new PeopleDays()
          units.set(unit, people)
          addSome(people, commit, (author) => author.unit === unit)
        }
      }
    const repositories = this.repositories.map((tally) => tally.activity(copies, total))
    return {
      from,
      to,
      smallestGroup,
      coAuthors,
      repositories,
      total: shownGroup(total.activity(), smallestGroup),
      upstream: shownWithin(upstream, total, smallestGroup),
      unregistered: shownWithin(unregistered, total, smallestGroup),
      attribution: {
        known: this.repositories.reduce((sum, { attributed }) => sum + attributed, 0),
        of: repositories.reduce((sum, { recent }) => sum + recent.plainCommits, 0),
      },
      byUnit: shownUnits(units, smallestGroup),
    }
  }
}

function add(days: PeopleDays, { authors, day }: OwnCommit): void {
  days.add(
    authors.map(({ person }) => person),
    day,
  )
}

function addSome(
  days: PeopleDays,
  commit: OwnCommit,
  isMeant: (author: OwnCommit['authors'][number]) => boolean,
): void {
  const authors = commit.authors.filter(isMeant)
  if (authors.length > 0) add(days, { ...commit, authors })
}
