/** Who is credited with a commit: its author and the co-authors it names; `methods.md` 4.3 step 3. */

import type { CoAuthorRule, Commit } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { Affiliate, Affiliation } from './affiliation.ts'
import { isBot } from './bots.ts'

export type Credits = {
  /** The author first; each person once, bots never. */
  readonly authors: readonly [Affiliation, ...Affiliation[]]
  /** What each of them is credited with. */
  readonly each: number
}

/** @param commit by a person */
export function creditsOf(
  { author, coAuthors }: Pick<Commit, 'author' | 'coAuthors'>,
  affiliate: Affiliate,
  day: IsoDate,
  rule: CoAuthorRule,
): Credits {
  const first = affiliate(author.email, day)
  if (coAuthors.length === 0) return { authors: [first], each: 1 }
  const people = new Map([[first.person, first]])
  for (const one of coAuthors) {
    if (isBot(one)) continue
    const who = affiliate(one.email, day)
    if (!people.has(who.person)) people.set(who.person, who)
  }
  const [, ...others] = people.values()
  return { authors: [first, ...others], each: rule === 'split' ? 1 / people.size : 1 }
}
