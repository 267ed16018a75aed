/** Sums a history up commit by commit; what is kept grows with the authors, not with the commits. */

import type { Commit, HistorySummary } from '#domain/contribution.ts'
import { isBot } from './bots.ts'
import { absenceFactor } from './concentration.ts'

export class HistoryTally {
  private commits = 0
  private merges = 0
  private bots = 0
  private plainCommits = 0
  private linesAdded = 0
  private linesDeleted = 0
  private signedOff = 0
  private coAuthored = 0
  private readonly authors = new Map<string, number>()
  private readonly domains = new Map<string, number>()
  private readonly years = new Map<number, { commits: number; readonly authors: Set<string> }>()

  add(commit: Commit): void {
    const isMerge = commit.parents.length > 1
    const byBot = isBot(commit.author)
    this.commits += 1
    if (isMerge) this.merges += 1
    if (byBot) this.bots += 1
    this.linesAdded += commit.change.added
    this.linesDeleted += commit.change.deleted
    if (commit.signedOff.length > 0) this.signedOff += 1
    if (commit.coAuthors.length > 0) this.coAuthored += 1
    if (!isMerge && !byBot) this.addPlain(commit)
  }

  summary(): HistorySummary {
    const { commits, merges, bots, plainCommits, linesAdded, linesDeleted, signedOff, coAuthored } = this
    const counts = [...this.authors.values()]
    return {
      commits,
      merges,
      bots,
      plainCommits,
      authors: this.authors.size,
      absenceFactor: absenceFactor(counts),
      topAuthorShare:
        plainCommits === 0 ? null : counts.reduce((most, count) => Math.max(most, count), 0) / plainCommits,
      domains: [...this.domains]
        .map(([domain, count]) => ({ domain, commits: count }))
        .sort((a, b) => b.commits - a.commits || compareText(a.domain, b.domain)),
      byYear: [...this.years]
        .map(([year, one]) => ({ year, commits: one.commits, authors: one.authors.size }))
        .sort((a, b) => a.year - b.year),
      linesAdded,
      linesDeleted,
      signedOff,
      coAuthored,
    }
  }

  /** Plain commits by author: the address in lower case. */
  byAuthor(): ReadonlyMap<string, number> {
    return this.authors
  }

  private addPlain({ author, authoredAt, committedAt }: Commit): void {
    const address = author.email.toLowerCase()
    this.plainCommits += 1
    count(this.authors, address)
    count(this.domains, domainOf(address))
    const year = yearOf(authoredAt) ?? yearOf(committedAt) ?? 1970
    const known = this.years.get(year)
    if (known === undefined) this.years.set(year, { commits: 1, authors: new Set([address]) })
    else {
      known.commits += 1
      known.authors.add(address)
    }
  }
}

/** What follows the last `@`, in lower case; empty when there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? '' : address.slice(at + 1).toLowerCase()
}

/** By the author's own calendar. Days that no calendar has are left to the committer's. */
function yearOf(time: string): number | undefined {
  const match = /^(\d{4})-/.exec(time)
  return match === null ? undefined : Number(match[1])
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
