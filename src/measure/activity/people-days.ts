import type { OwnActivity } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'

/** Commits, people, and the days on which each was active: several commits on one day are one day. */
export class PeopleDays {
  private commits = 0
  private readonly days = new Map<string, Set<IsoDate>>()

  /** A commit by these people. */
  add(people: readonly string[], day: IsoDate): void {
    this.commits += 1
    for (const person of people) {
      const days = this.days.get(person)
      if (days === undefined) this.days.set(person, new Set([day]))
      else days.add(day)
    }
  }

  has(person: string): boolean {
    return this.days.has(person)
  }

  people(): Iterable<string> {
    return this.days.keys()
  }

  activity(): OwnActivity {
    const activeDays = [...this.days.values()].reduce((sum, days) => sum + days.size, 0)
    return { commits: this.commits, people: this.days.size, activeDays }
  }
}
