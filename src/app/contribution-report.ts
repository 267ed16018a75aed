/** What is given back, from the store: the last assessment's values, and what was recorded of contributions. */

import { assessContribution } from '#contribution/assess.ts'
import { publishedBenchmarks } from '#contribution/give-take.ts'
import type { ContributionAssessment, ContributionGap } from '#domain/assessment/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import { fail } from '#domain/problem.ts'
import { listFigures } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { contributionContext } from './contribution-context.ts'
import { loadContributions } from './load-contributions.ts'
import { loadPortfolio, type Times } from './load-portfolio.ts'

export type ContributionReport = {
  readonly asOf: IsoDate
  readonly organization: { readonly id: string; readonly name: string }
  readonly contribution: ContributionAssessment
  readonly benchmarks: typeof publishedBenchmarks
  readonly gaps: readonly ContributionGap[]
  readonly issues: readonly { readonly path: string; readonly issue: Issue }[]
}

/** Throws `nothing-found` when no organization was recorded. */
export async function contributionReport(store: Store, times: Times): Promise<ContributionReport> {
  const portfolio = (await loadPortfolio(store, times)) ?? fail({ code: 'nothing-found', paths: [] })
  const { histories, ledger, outward, ledgerIssues } = await loadContributions(store, times)
  const figures = new Map((await listFigures(store, 'value/')).map((figure) => [figure.id, figure]))
  const context = contributionContext(portfolio, figures, outward)
  const contribution = assessContribution(portfolio, histories, ledger, context)
  const { activeDays, ratios, forks } = contribution
  const gaps: readonly (readonly [ContributionGap, boolean])[] = [
    ['no-assessment', portfolio.documents.length === 0],
    ['no-clones', histories === null],
    ['no-ledger', ledger === null],
    ['no-value', !contribution.take.figure.known],
    ['no-developers', !ratios.perDeveloper.figure.known && portfolio.organization.stated.developers === null],
    ['small-group', !activeDays.figure.known && activeDays.figure.why === 'withheld'],
    ['fork-releases', forks.some(({ releases }) => !releases.figure.known)],
  ]
  return {
    asOf: times.asOf,
    organization: { id: portfolio.organization.id, name: portfolio.organization.name },
    contribution,
    benchmarks: publishedBenchmarks,
    gaps: gaps.flatMap(([gap, isThere]) => (isThere ? [gap] : [])),
    issues: [
      ...ledgerIssues,
      ...(histories?.repositories ?? []).flatMap(({ path, issues }) => issues.map((issue) => ({ path, issue }))),
    ],
  }
}
