import type { OwnActivity } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'

/** Commits, people, and the days on which each was active: several commits on one day are one day. */
export class PeopleDays {
  private commits = 0
  private readonly days = new Map<string, Set<IsoDate>>()

  add(person: string, day: IsoDate): void {
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
