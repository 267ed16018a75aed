/**
 * Where the organization's people contribute, starting from its domains and people and not from what it uses: in clones at
 * hand and in a list of commits that the user brings (a commit index or an archive's export).
 */

import type { OutwardProject } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { Affiliate } from './affiliation.ts'

/** Commits of one address on one day; `commits` may sum up several. */
export type ExportedCommits = {
  readonly project: string
  readonly address: string
  readonly on: IsoDate
  readonly commits: number
}

/** Projects with at least one own commit, most own commits first. */
export function discoverOutward(
  rows: Iterable<ExportedCommits>,
  affiliate: Affiliate,
  organization: string,
  smallestGroup: number,
): readonly OutwardProject[] {
  const found = new Map<string, { own: number; listed: number; people: Set<string>; last: IsoDate }>()
  for (const { project, address, on, commits } of rows) {
    const sum = found.get(project) ?? { own: 0, listed: 0, people: new Set(), last: '' }
    found.set(project, sum)
    sum.listed += commits
    const affiliation = affiliate(address, on)
    if (affiliation.organization !== organization) continue
    sum.own += commits
    sum.people.add(affiliation.person)
    if (on > sum.last) sum.last = on
  }
  return [...found]
    .filter(([, { own }]) => own > 0)
    .map(([project, { own, listed, people, last }]) => ({
      project,
      own,
      listed,
      ownShare: own / listed,
      people: people.size >= smallestGroup ? people.size : null,
      // A day could be one person's.
      last: last.slice(0, 7),
    }))
    .sort((a, b) => b.own - a.own || (a.project < b.project ? -1 : 1))
}
