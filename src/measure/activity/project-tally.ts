/**
 * What a history tells about a project: activity in the windows that matter, who carries it, what was reviewed. One pass
 * over the commits; what is kept grows with authors and months, not with commits. People are counted, never named.
 */

import { monthsUpTo, type ActivityWindow } from '#domain/activity-window.ts'
import type { Commit, Signature } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { ProjectActivity, ProjectFacts } from '#domain/upstream.ts'
import type { Affiliate } from './affiliation.ts'
import { isBot } from './bots.ts'
import { absenceFactor, elephantFactor } from './concentration.ts'
import { joinIdentities } from './identities.ts'

/** The part of `ProjectFacts` that stands in the history. */
export type ProjectHistory = Pick<
  ProjectFacts,
  | 'firstCommitOn'
  | 'lastCommitOn'
  | 'authorsEver'
  | 'plainCommitsEver'
  | 'year'
  | 'yearBefore'
  | 'halfYear'
  | 'quarter'
  | 'byMonth'
  | 'mainAuthor'
  | 'reviewedShare'
>

/** Fewer commits than these do not make a main author. */
const fewestOfMainAuthor = 10
/** What git writes where nobody knew the day. */
const noDay = '1970-01-01'

type Author = {
  readonly signatures: Map<string, Signature>
  /** Plain commits in each window, in the order of `windows`. */
  readonly commits: number[]
  ever: number
  lastOn: IsoDate
}

export class ProjectTally {
  private readonly asOf: IsoDate
  private readonly end: number
  private readonly affiliate: Affiliate
  private readonly windows: Readonly<Record<WindowName, ActivityWindow>>
  private readonly organizations: readonly Map<string, number>[]
  private readonly authors = new Map<string, Author>()
  private readonly months = new Map<string, { commits: number; readonly addresses: Set<string> }>()
  private firstOn: IsoDate | null = null
  private lastOn: IsoDate | null = null
  private mergesOfYear = 0
  private reviewedOfYear = 0

  /**
   * @param asOf the last day; commits that were committed later are left out
   * @param affiliate tells for whom somebody worked; domains that nobody claims should stand for organizations
   */
  constructor(asOf: IsoDate, affiliate: Affiliate) {
    this.asOf = asOf
    this.end = Date.parse(`${asOf}T23:59:59.999Z`)
    this.affiliate = affiliate
    this.windows = windowsUpTo(asOf)
    this.organizations = windowNames.map(() => new Map())
  }

  add(commit: Commit): void {
    if (Date.parse(commit.committedAt) > this.end) return
    const isMerge = commit.parents.length > 1
    if (!isMerge && isBot(commit.author)) return
    const day = commit.authoredAt.slice(0, 10)
    const isOfYear = isWithin(this.windows.year, day)
    if (isMerge) {
      if (isOfYear) this.mergesOfYear += 1
      // Bots merge what people reviewed as well as what they wrote themselves: no sign of life by itself.
      if (!isBot(commit.author)) this.bound(day, commit.committedAt.slice(0, 10))
      return
    }
    this.bound(day, commit.committedAt.slice(0, 10))
    if (isOfYear && commit.reviewers.length > 0) this.reviewedOfYear += 1
    this.addPlain(commit, day)
  }

  history(): ProjectHistory {
    const people = this.people()
    const year = this.activity('year', people)
    return {
      firstCommitOn: this.firstOn,
      lastCommitOn: this.lastOn,
      authorsEver: people.length,
      plainCommitsEver: people.reduce((sum, { ever }) => sum + ever, 0),
      year,
      yearBefore: this.activity('yearBefore', people),
      halfYear: this.activity('halfYear', people),
      quarter: this.activity('quarter', people),
      byMonth: this.byMonth(),
      mainAuthor: mainAuthor(people),
      reviewedShare:
        year.plainCommits + this.mergesOfYear === 0
          ? null
          : (this.mergesOfYear + this.reviewedOfYear) / (year.plainCommits + this.mergesOfYear),
    }
  }

  private bound(authored: IsoDate, committed: IsoDate): void {
    if (authored > noDay && (this.firstOn === null || authored < this.firstOn)) this.firstOn = authored
    // A change counts as life from the day it came in. East of Greenwich the day may be one further than the last one.
    const on = committed > this.asOf ? this.asOf : committed
    if (this.lastOn === null || on > this.lastOn) this.lastOn = on
  }

  private addPlain({ author: by }: Commit, day: IsoDate): void {
    const address = by.email.toLowerCase()
    const author = this.authors.get(address) ?? {
      signatures: new Map(),
      commits: windowNames.map(() => 0),
      ever: 0,
      lastOn: '',
    }
    this.authors.set(address, author)
    author.signatures.set(by.name, by)
    author.ever += 1
    if (day > author.lastOn && day <= this.asOf) author.lastOn = day
    const month = this.months.get(day.slice(0, 7)) ?? { commits: 0, addresses: new Set<string>() }
    this.months.set(day.slice(0, 7), month)
    month.commits += 1
    month.addresses.add(address)
    if (day < this.windows.main.from || day > this.asOf) return
    const { organization } = this.affiliate(by.email, day)
    for (const [index, name] of windowNames.entries()) {
      if (!isWithin(this.windows[name], day)) continue
      author.commits[index] = (author.commits[index] ?? 0) + 1
      const of = this.organizations[index]
      if (organization !== null) of?.set(organization, (of.get(organization) ?? 0) + 1)
    }
  }

  /** Authors after addresses of one person were joined. */
  private people(): readonly Pick<Author, 'commits' | 'ever' | 'lastOn'>[] {
    const { personOf } = this.identities()
    const people = new Map<string, { commits: number[]; ever: number; lastOn: IsoDate }>()
    for (const [address, { commits, ever, lastOn }] of this.authors) {
      const key = personOf.get(address) ?? address
      const person = people.get(key)
      if (person === undefined) people.set(key, { commits: [...commits], ever, lastOn })
      else {
        for (const [index, count] of commits.entries()) person.commits[index] = (person.commits[index] ?? 0) + count
        person.ever += ever
        if (lastOn > person.lastOn) person.lastOn = lastOn
      }
    }
    return [...people.values()]
  }

  private identities(): ReturnType<typeof joinIdentities> {
    return joinIdentities([...this.authors.values()].flatMap(({ signatures }) => [...signatures.values()]))
  }

  private activity(name: WindowName, people: readonly Pick<Author, 'commits'>[]): ProjectActivity {
    const index = windowNames.indexOf(name)
    const counts = people.map(({ commits }) => commits[index] ?? 0).filter((count) => count > 0)
    const ofOrganizations = [...(this.organizations[index]?.values() ?? [])]
    const total = sum(counts)
    const elephant = elephantFactor(ofOrganizations, total - sum(ofOrganizations))
    return {
      ...this.windows[name],
      plainCommits: total,
      authors: counts.length,
      absenceFactor: absenceFactor(counts),
      topAuthorShare: total === 0 ? null : most(counts) / total,
      attributable: total === 0 ? null : elephant.coverage,
      elephantFactor: elephant.known ? elephant.factor : null,
      topOrganizationShare: elephant.known ? most(ofOrganizations) / total : null,
    }
  }

  private byMonth(): ProjectFacts['byMonth'] {
    const { personOf } = this.identities()
    return [...this.months]
      .map(([month, { commits, addresses }]) => ({
        month,
        commits,
        authors: new Set([...addresses].map((address) => personOf.get(address) ?? address)).size,
      }))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1))
  }
}

/** `main`: the two years before the last six months. */
const windowNames = ['year', 'yearBefore', 'halfYear', 'quarter', 'main'] as const
type WindowName = (typeof windowNames)[number]

function windowsUpTo(day: IsoDate): Readonly<Record<WindowName, ActivityWindow>> {
  const year = monthsUpTo(day, 12)
  const halfYear = monthsUpTo(day, 6)
  return {
    year,
    yearBefore: monthsUpTo(dayBefore(year.from), 12),
    halfYear,
    quarter: monthsUpTo(day, 3),
    main: monthsUpTo(dayBefore(halfYear.from), 24),
  }
}

function mainAuthor(people: readonly Pick<Author, 'commits' | 'lastOn'>[]): ProjectFacts['mainAuthor'] {
  const [main, now] = [windowNames.indexOf('main'), windowNames.indexOf('halfYear')]
  const total = sum(people.map(({ commits }) => commits[main] ?? 0))
  if (total < fewestOfMainAuthor) return null
  // Of several with as many, the one who was here last: nobody is said to be gone while an equal stays.
  const [first] = people.toSorted(
    (a, b) => (b.commits[main] ?? 0) - (a.commits[main] ?? 0) || Date.parse(b.lastOn) - Date.parse(a.lastOn),
  )
  if (first === undefined) return null
  return {
    share: (first.commits[main] ?? 0) / total,
    isActive: (first.commits[now] ?? 0) > 0,
    lastOn: first.lastOn,
  }
}

function dayBefore(day: IsoDate): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

function isWithin({ from, to }: ActivityWindow, day: IsoDate): boolean {
  return from <= day && day <= to
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function most(counts: readonly number[]): number {
  return counts.reduce((top, count) => Math.max(top, count), 0)
}
