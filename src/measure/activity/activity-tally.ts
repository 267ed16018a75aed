/**
 * What happened in many repositories, with the part of the organization's own people: their days are counted once whatever
 * number of repositories they worked in, their copies of one commit once whatever forks hold it.
 */

import type {
  Commit,
  ContributionHistories,
  RecentActivity,
  RepositoryActivity,
  UnitActivity,
} from '#domain/contribution.ts'
import type { ActivityWindow } from '#domain/activity-window.ts'
import { mostFilesOfOneCommit, mostLinesOfOneCommit } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { PersonId, UnitId } from '#domain/organization.ts'
import type { Affiliate, Affiliation } from './affiliation.ts'
import { isBot } from './bots.ts'
import { absenceFactor, elephantFactor } from './concentration.ts'
import { HistoryTally } from './history-tally.ts'
import { PeopleDays } from './people-days.ts'

export type ActivityRules = ActivityWindow & {
  /** Tells for whom somebody worked; domains that nobody claims stand for organizations of their own. */
  readonly affiliate: Affiliate
  readonly organization: string
  readonly unitOf: ReadonlyMap<PersonId, UnitId | null>
}

export class ActivityTally {
  private readonly rules: ActivityRules
  private readonly own = new PeopleDays()
  private readonly units = new Map<UnitId | null, PeopleDays>()
  private readonly ownChanges = new Set<string>()
  private readonly repositories: RepositoryTally[] = []

  constructor(rules: ActivityRules) {
    this.rules = rules
  }

  /** Begins a repository; commits go to the tally that is returned. */
  repository(about: Pick<RepositoryActivity, 'path' | 'project' | 'tip' | 'issues'>): RepositoryTally {
    const tally = new RepositoryTally(about, this.rules, this.ownChanges, (person, day, isRegistered) => {
      this.own.add(person, day)
      const unit = isRegistered ? (this.rules.unitOf.get(person) ?? null) : null
      const people = this.units.get(unit) ?? new PeopleDays()
      this.units.set(unit, people)
      people.add(person, day)
    })
    this.repositories.push(tally)
    return tally
  }

  histories(): Omit<ContributionHistories, 'evidence'> {
    const { from, to } = this.rules
    return {
      from,
      to,
      repositories: this.repositories.map((repository) => repository.activity()),
      total: this.own.activity(),
      byUnit: [...this.units]
        .map(([unit, people]): UnitActivity => ({ unit, ...people.activity() }))
        .sort((a, b) => ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1)),
    }
  }
}

type OwnCommit = (person: string, day: IsoDate, isRegistered: boolean) => void

export class RepositoryTally {
  private readonly about: Pick<RepositoryActivity, 'path' | 'project' | 'tip' | 'issues'>
  private readonly rules: ActivityRules
  private readonly ownChanges: Set<string>
  private readonly onOwn: OwnCommit
  private readonly whole = new HistoryTally()
  private readonly wholeOwn = new PeopleDays()
  private readonly authors = new Map<string, number>()
  private readonly organizations = new Map<string, number>()
  private readonly recentOwn = new PeopleDays()
  private readonly unregistered = new PeopleDays()
  private plainCommits = 0
  private attributed = 0
  private linesAdded = 0
  private ownAdded = 0
  private ownDeleted = 0
  private capped = 0
  private copies = 0
  private stewardship = 0

  constructor(
    about: Pick<RepositoryActivity, 'path' | 'project' | 'tip' | 'issues'>,
    rules: ActivityRules,
    ownChanges: Set<string>,
    onOwn: OwnCommit,
  ) {
    this.about = about
    this.rules = rules
    this.ownChanges = ownChanges
    this.onOwn = onOwn
  }

  add(commit: Commit): void {
    this.whole.add(commit)
    const day = commit.authoredAt.slice(0, 10)
    const isRecent = this.rules.from <= day && day <= this.rules.to
    const author = this.rules.affiliate(commit.author.email, day)
    if (isRecent) this.addStewardship(commit, day)
    if (commit.parents.length > 1 || isBot(commit.author)) return
    const isOwn = author.organization === this.rules.organization
    if (isOwn) this.wholeOwn.add(author.person, day)
    if (!isRecent) return
    this.addRecent(commit, author)
    if (isOwn) this.addOwn(commit, author, day)
  }

  activity(): RepositoryActivity {
    return { ...this.about, summary: this.whole.summary(), own: this.wholeOwn.activity(), recent: this.recent() }
  }

  private addRecent({ author, change }: Commit, { organization }: Affiliation): void {
    this.plainCommits += 1
    if (!isMassChange(change)) this.linesAdded += change.authoredAdded
    const address = author.email.toLowerCase()
    this.authors.set(address, (this.authors.get(address) ?? 0) + 1)
    if (organization === null) return
    this.attributed += 1
    this.organizations.set(organization, (this.organizations.get(organization) ?? 0) + 1)
  }

  private addOwn({ author, authoredAt, change }: Commit, affiliation: Affiliation, day: IsoDate): void {
    const { person } = affiliation
    const isRegistered = affiliation.organization !== null && affiliation.basis === 'person'
    this.recentOwn.add(person, day)
    if (!isRegistered) this.unregistered.add(person, day)
    this.onOwn(person, day, isRegistered)
    // A cherry-pick and a rebase keep the author, the moment and the change.
    const key = `${change.shape} ${author.email.toLowerCase()} ${authoredAt}`
    if (change.shape !== '' && this.ownChanges.has(key)) this.copies += 1
    else if (isMassChange(change)) this.capped += 1
    else {
      this.ownAdded += change.authoredAdded
      this.ownDeleted += change.authoredDeleted
    }
    this.ownChanges.add(key)
  }

  private addStewardship({ author, signedOff, reviewers }: Commit, day: IsoDate): void {
    for (const { email } of new Map(
      [...signedOff, ...reviewers].map((one) => [one.email.toLowerCase(), one]),
    ).values()) {
      if (email.toLowerCase() === author.email.toLowerCase()) continue
      if (this.rules.affiliate(email, day).organization === this.rules.organization) this.stewardship += 1
    }
  }

  private recent(): RecentActivity {
    const counts = [...this.authors.values()]
    const elephant = elephantFactor([...this.organizations.values()], this.plainCommits - this.attributed)
    return {
      plainCommits: this.plainCommits,
      authors: this.authors.size,
      absenceFactor: absenceFactor(counts),
      topAuthorShare:
        this.plainCommits === 0 ? null : counts.reduce((most, count) => Math.max(most, count), 0) / this.plainCommits,
      attributable: this.plainCommits === 0 ? null : elephant.coverage,
      elephantFactor: elephant.known ? elephant.factor : null,
      linesAdded: this.linesAdded,
      own: {
        ...this.recentOwn.activity(),
        linesAdded: this.ownAdded,
        linesDeleted: this.ownDeleted,
        capped: this.capped,
        copies: this.copies,
        stewardship: this.stewardship,
        unregistered: this.unregistered.activity(),
      },
    }
  }
}

function isMassChange({ authoredFiles, authoredAdded, authoredDeleted }: Commit['change']): boolean {
  return authoredFiles > mostFilesOfOneCommit || authoredAdded + authoredDeleted > mostLinesOfOneCommit
}
