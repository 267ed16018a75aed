/** In which projects the organization's people contribute: clones at hand and lists of commits, beside what is in use. */

import type { OutwardContribution } from '#domain/assessment/contribution.ts'
import type { ContributionHistories } from '#domain/contribution.ts'
import { criticalityOf, packagesOf, type LinkedContext } from './context.ts'

/**
 * One line a project, most own commits first. A clone holds the whole history, a list perhaps a part: where both are at
 * hand the clone counts.
 */
export function outwardContributions(
  histories: ContributionHistories | null,
  context: LinkedContext,
): readonly OutwardContribution[] {
  const found = new Map<string, Omit<OutwardContribution, 'packages' | 'criticality'>>()
  for (const { path, project, recent, isOwn } of histories?.repositories ?? []) {
    const name = project ?? path
    if (isOwn || recent.own.commits === 0 || found.has(name)) continue
    const { own, credits } = recent
    const ownShare = credits === 0 ? 0 : own.credits / credits
    found.set(name, {
      project: name,
      own: own.commits,
      all: recent.plainCommits,
      ownShare,
      people: own.people,
      from: 'clone',
    })
  }
  for (const { projects } of context.outward)
    for (const { project, own, listed, ownShare, people } of projects)
      if (!found.has(project)) found.set(project, { project, own, all: listed, ownShare, people, from: 'list' })
  return [...found.values()]
    .map((one) => {
      const packages = packagesOf(one.project, context.links)
      return { ...one, packages, criticality: criticalityOf(packages, context) }
    })
    .sort((a, b) => b.own - a.own || (a.project < b.project ? -1 : 1))
}
