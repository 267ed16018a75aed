/** What the organization's people did in one repository, and what share of its packages' value that is. */

import type { RepositoryContribution, ShownActivity } from '#domain/assessment/contribution.ts'
import type { ContributionHistories, OwnActivity, RecentActivity, RepositoryActivity } from '#domain/contribution.ts'
import type { Figure, NamedFigure } from '#domain/figure.ts'
import { aggregate, compute, observed, unknown } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { addBands } from '#domain/money.ts'
import { smallestGroup } from './assumptions.ts'
import { packagesOf, type LinkedContext } from './context.ts'
import { replacementShare } from './give-take.ts'
import { methods } from './methods.ts'

/** The recent activity of each repository as it stands in the kept original. */
export function recentFigures(histories: ContributionHistories | null): readonly NamedFigure<RecentActivity>[] {
  if (histories === null) return []
  return histories.repositories.map(({ path, recent }, index) => ({
    id: `contribution/recent/${path}`,
    figure: observed(recent, histories.evidence, `/repositories/${index}/recent`),
  }))
}

export function repositoryContribution(
  { path, project, recent }: RepositoryActivity,
  recentFigure: NamedFigure<RecentActivity>,
  context: LinkedContext,
): RepositoryContribution {
  const packages = packagesOf(project, context.links)
  const ownShare: NamedFigure<number> = {
    id: `contribution/own-share/${path}`,
    figure: compute(methods.ownShare, [recentFigure], ({ plainCommits, own }) =>
      plainCommits === 0 ? undefined : own.commits / plainCommits,
    ),
  }
  const values = packages.flatMap((name) => context.packageValue(name) ?? [])
  const critical = context.critical
    .filter((one) => packages.includes(one.package))
    .map(({ criticality }) => criticality)
  return {
    path,
    project,
    own: shown(recent.own),
    ownShare,
    plainCommits: recent.plainCommits,
    authors: recent.authors,
    absenceFactor: recent.absenceFactor,
    elephantFactor: recent.elephantFactor,
    attributable: recent.attributable,
    packages,
    criticality: critical.length === 0 ? null : Math.max(...critical),
    replacementShare: { id: `contribution/replacement-share/${path}`, figure: shareOfValue(ownShare, values) },
  }
}

function shareOfValue(ownShare: NamedFigure<number>, values: readonly NamedFigure<MoneyBand>[]): Figure<MoneyBand> {
  if (values.length === 0) return unknown('not-collected')
  return compute(methods.replacement, [ownShare, ...values], (share, ...bands) => {
    const [first, ...rest] = bands as readonly MoneyBand[]
    if (first === undefined) return undefined
    const total = rest.reduce<MoneyBand>((sum, one) => ({ ...addBands(sum, one), currency: first.currency }), first)
    const part = replacementShare(share, 1, total)
    return part === null ? undefined : { ...part, currency: first.currency }
  })
}

/** People of several repositories cannot be told apart here: of their number the largest group is what is certain. */
export function unregisteredIn(recent: readonly NamedFigure<RecentActivity>[]): Figure<OwnActivity> {
  if (recent.length === 0) return unknown('not-collected')
  return aggregate(methods.unregistered, recent, 'repositories', (known) => ({
    commits: known.reduce((total, { own }) => total + own.unregistered.commits, 0),
    people: known.reduce((most, { own }) => Math.max(most, own.unregistered.people), 0),
    activeDays: known.reduce((total, { own }) => total + own.unregistered.activeDays, 0),
  })).figure
}

/** Commits stand in public histories; people and their days are shown in groups only. */
export function shown({ commits, people, activeDays }: OwnActivity): ShownActivity {
  const isShown = people === 0 || people >= smallestGroup
  return { commits, people: isShown ? people : null, activeDays: isShown ? activeDays : null }
}
