/** What the organization's own people did: commits, people, active days. Only their commits are kept in mind. */

import type { Commit, OwnActivity } from '#domain/contribution.ts'
import type { Affiliate } from './affiliation.ts'
import { isBot } from './bots.ts'

export class OwnTally {
  private commits = 0
  private readonly days = new Map<string, Set<string>>()
  private readonly affiliate: Affiliate
  private readonly organization: string

  constructor(affiliate: Affiliate, organization: string) {
    this.affiliate = affiliate
    this.organization = organization
  }

  /** Counts plain commits whose author worked for the organization on the author's own day. */
  add(commit: Commit): void {
    if (commit.parents.length > 1 || isBot(commit.author)) return
    const day = commit.authoredAt.slice(0, 10)
    const { organization, person } = this.affiliate(commit.author.email, day)
    if (organization !== this.organization) return
    this.commits += 1
    const days = this.days.get(person)
    if (days === undefined) this.days.set(person, new Set([day]))
    else days.add(day)
  }

  activity(): OwnActivity {
    const activeDays = [...this.days.values()].reduce((sum, days) => sum + days.size, 0)
    return { commits: this.commits, people: this.days.size, activeDays }
  }
}
