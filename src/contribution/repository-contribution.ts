/** What the organization's people did in one repository, and what share of its packages' value that is. */

import type { RepositoryContribution } from '#domain/assessment/contribution.ts'
import type { ContributionHistories, RecentActivity, RepositoryActivity } from '#domain/contribution.ts'
import type { Figure, NamedFigure } from '#domain/figure.ts'
import { compute, observed, unknown } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { addBands } from '#domain/money.ts'
import type { ProjectId } from '#domain/project.ts'
import { criticalityOf, packagesOf, type LinkedContext } from './context.ts'
import { replacementShare } from './give-take.ts'
import { marginalEffort } from './marginal-effort.ts'
import { methods } from './methods.ts'

/** The recent activity of each repository as it stands in the kept original. */
export function recentFigures(histories: ContributionHistories | null): readonly NamedFigure<RecentActivity>[] {
  if (histories === null) return []
  return histories.repositories.map(({ path, recent }, index) => ({
    id: `contribution/recent/${path}`,
    figure: observed(recent, histories.evidence, `/repositories/${index}/recent`),
  }))
}

/** @param valued projects whose packages were valued with an earlier clone of them; this one is added */
export function repositoryContribution(
  { path, project, isOwn, recent }: RepositoryActivity,
  recentFigure: NamedFigure<RecentActivity>,
  context: LinkedContext,
  valued: Set<ProjectId>,
): RepositoryContribution {
  const packages = packagesOf(project, context.links)
  const ownShare: NamedFigure<number> = {
    id: `contribution/own-share/${path}`,
    figure: compute(methods.ownShare, [recentFigure], ({ credits, own }) =>
      credits === 0 ? undefined : own.credits / credits,
    ),
  }
  const isAgain = project !== null && valued.has(project)
  if (project !== null) valued.add(project)
  const values = packages.flatMap((name) => context.packageValue(name) ?? [])
  const { commits, people, activeDays } = recent.own
  return {
    path,
    project,
    isOwn,
    own: { commits, people, activeDays },
    copies: recent.own.copies,
    stewardship: recent.own.stewardship,
    ownShare,
    plainCommits: recent.plainCommits,
    authors: recent.authors,
    absenceFactor: recent.absenceFactor,
    elephantFactor: recent.elephantFactor,
    attributable: recent.attributable,
    packages,
    criticality: criticalityOf(packages, context),
    replacementShare: {
      id: `contribution/replacement-share/${path}`,
      figure: isAgain ? unknown('not-applicable') : shareOfValue(ownShare, values),
    },
    marginalEffort: {
      id: `contribution/marginal-effort/${path}`,
      figure: isAgain ? unknown('not-applicable') : marginalEffort(recentFigure, packages, context),
    },
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
