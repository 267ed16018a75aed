/** What happened in one repository, with the part of the organization's own people. */

import type { Commit, RecentActivity, RepositoryActivity } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { ActivityRules } from './activity-rules.ts'
import type { Affiliation } from './affiliation.ts'
import { isBot } from './bots.ts'
import { absenceFactor, elephantFactor } from './concentration.ts'
import { creditsOf, type Credits } from './credits.ts'
import { shownGroup, shownWithin } from './groups.ts'
import { HistoryTally } from './history-tally.ts'
import { ownCommit, type OwnAuthor, type OwnCommit } from './own-commits.ts'
import { PeopleDays } from './people-days.ts'

export type RepositoryAbout = Pick<RepositoryActivity, 'path' | 'project' | 'tip' | 'issues' | 'isOwn'>

export class RepositoryTally {
  readonly about: RepositoryAbout
  /** Of the window. */
  readonly ownCommits: OwnCommit[] = []
  /** Plain commits of the window whose author's organization is known. */
  attributed = 0
  private readonly rules: ActivityRules
  private readonly whole = new HistoryTally()
  private readonly wholeOwn = new PeopleDays()
  private readonly authors = new Map<string, number>()
  private readonly organizations = new Map<string, number>()
  private plainCommits = 0
  private credits = 0
  private ownCredits = 0
  private linesAdded = 0
  private linesDeleted = 0
  private stewardship = 0

  constructor(about: RepositoryAbout, rules: ActivityRules) {
    this.about = about
    this.rules = rules
  }

  add(commit: Commit): void {
    this.whole.add(commit)
    const day = commit.authoredAt.slice(0, 10)
    const isRecent = this.rules.from <= day && day <= this.rules.to
    if (isRecent) this.addStewardship(commit, day)
    if (commit.parents.length > 1 || isBot(commit.author)) return
    const credits = creditsOf(commit, this.rules.affiliate, day, this.rules.coAuthors)
    const own = credits.authors.filter(({ organization }) => organization === this.rules.organization)
    if (own.length > 0)
      this.wholeOwn.add(
        own.map(({ person }) => person),
        day,
      )
    if (!isRecent) return
    const isCapped = this.isMassChange(commit)
    this.addRecent(commit, credits, isCapped)
    if (own.length === 0) return
    this.ownCredits += own.length * credits.each
    this.ownCommits.push(
      ownCommit(
        commit,
        own.map((who) => this.authorOf(who)),
        isCapped,
      ),
    )
  }

  /** Own commits whose patches are to be compared with those of other repositories. */
  comparable(): readonly string[] {
    return this.ownCommits.filter(({ isComparable }) => isComparable).map(({ hash }) => hash)
  }

  /**
   * @param copies own commits that repeat an earlier one
   * @param everyone own people of all repositories
   */
  activity(copies: ReadonlySet<OwnCommit>, everyone: PeopleDays): RepositoryActivity {
    const { smallestGroup } = this.rules
    const { commits, merges, bots, plainCommits, linesAdded, linesDeleted, signedOff, coAuthored } =
      this.whole.summary()
    return {
      ...this.about,
      summary: { commits, merges, bots, plainCommits, linesAdded, linesDeleted, signedOff, coAuthored },
      own: shownGroup(this.wholeOwn.activity(), smallestGroup),
      recent: this.recent(copies, everyone),
    }
  }

  private authorOf(who: Affiliation): OwnAuthor {
    const isRegistered = who.organization !== null && who.basis === 'person'
    const { person } = who
    return { person, unit: isRegistered ? (this.rules.unitOf.get(person) ?? null) : null, isRegistered }
  }

  private addRecent({ author, change }: Commit, { authors, each }: Credits, isCapped: boolean): void {
    this.plainCommits += 1
    this.credits += authors.length * each
    if (!isCapped) {
      this.linesAdded += change.authoredAdded
      this.linesDeleted += change.authoredDeleted
    }
    const address = author.email.toLowerCase()
    this.authors.set(address, (this.authors.get(address) ?? 0) + 1)
    const [{ organization }] = authors
    if (organization === null) return
    this.attributed += 1
    this.organizations.set(organization, (this.organizations.get(organization) ?? 0) + 1)
  }

  private addStewardship({ author, signedOff, reviewers }: Commit, day: IsoDate): void {
    for (const { email } of new Map(
      [...signedOff, ...reviewers].map((one) => [one.email.toLowerCase(), one]),
    ).values()) {
      if (email.toLowerCase() === author.email.toLowerCase()) continue
      if (this.rules.affiliate(email, day).organization === this.rules.organization) this.stewardship += 1
    }
  }

  private isMassChange({ change }: Commit): boolean {
    const { mostFiles, mostLines } = this.rules
    return change.authoredFiles > mostFiles || change.authoredAdded + change.authoredDeleted > mostLines
  }

  private recent(copies: ReadonlySet<OwnCommit>, everyone: PeopleDays): RecentActivity {
    const own = this.recentOwn(copies, everyone)
    const elephant = elephantFactor([...this.organizations.values()], this.plainCommits - this.attributed)
    return {
      plainCommits: this.plainCommits,
      ...this.concentration(own.people === null),
      attributable: this.plainCommits === 0 ? null : elephant.coverage,
      elephantFactor: elephant.known ? elephant.factor : null,
      credits: rounded(this.credits),
      linesAdded: this.linesAdded,
      linesDeleted: this.linesDeleted,
      own,
    }
  }

  private concentration(isOwnWithheld: boolean): Pick<RecentActivity, 'authors' | 'absenceFactor' | 'topAuthorShare'> {
    const counts = [...this.authors.values()]
    if (isOwnWithheld && counts.length < this.rules.smallestGroup)
      return { authors: null, absenceFactor: null, topAuthorShare: null }
    const most = counts.reduce((highest, count) => Math.max(highest, count), 0)
    return {
      authors: counts.length,
      absenceFactor: absenceFactor(counts),
      topAuthorShare: this.plainCommits === 0 ? null : most / this.plainCommits,
    }
  }

  private recentOwn(copies: ReadonlySet<OwnCommit>, everyone: PeopleDays): RecentActivity['own'] {
    const { smallestGroup } = this.rules
    const all = new PeopleDays()
    const unregistered = new PeopleDays()
    const lines = { added: 0, deleted: 0, capped: 0, copies: 0 }
    for (const commit of this.ownCommits) {
      const people = commit.authors.map(({ person }) => person)
      all.add(people, commit.day)
      const others = commit.authors.filter(({ isRegistered }) => !isRegistered).map(({ person }) => person)
      if (others.length > 0) unregistered.add(others, commit.day)
      if (copies.has(commit)) lines.copies += 1
      else if (commit.isCapped) lines.capped += 1
      else {
        lines.added += commit.added
        lines.deleted += commit.deleted
      }
    }
    return {
      ...shownWithin(all, everyone, smallestGroup),
      credits: rounded(this.ownCredits),
      linesAdded: lines.added,
      linesDeleted: lines.deleted,
      capped: lines.capped,
      copies: lines.copies,
      stewardship: this.stewardship,
      unregistered: shownWithin(unregistered, all, smallestGroup),
    }
  }
}

/** Thirds of a commit add up to whole ones again. */
function rounded(credits: number): number {
  return Math.round(credits * 1e6) / 1e6
}
