/**
 * Where the organization's people contribute, starting from its domains and people and not from what it uses: in clones at
 * hand and in a list of commits that the user brings (a commit index or an archive's export).
 */

import type { IsoDate } from '#domain/figure.ts'
import type { Affiliate } from './affiliation.ts'

/** Commits of one address on one day; `commits` may sum up several. */
export type ExportedCommits = {
  readonly project: string
  readonly address: string
  readonly on: IsoDate
  readonly commits: number
}

export type OutwardProject = {
  readonly project: string
  readonly own: number
  /** All commits of the project that the list holds. It may hold only part of them. */
  readonly listed: number
  /** Own ÷ listed. */
  readonly ownShare: number
  readonly people: number
  readonly last: IsoDate
}

/** Projects with at least one own commit, most own commits first. */
export function discoverOutward(
  rows: Iterable<ExportedCommits>,
  affiliate: Affiliate,
  organization: string,
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
      people: people.size,
      last,
    }))
    .sort((a, b) => b.own - a.own || (a.project < b.project ? -1 : 1))
}
