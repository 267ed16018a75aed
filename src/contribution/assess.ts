/** What is given back: histories and ledger in, contribution assessment and its figures out. */

import { yearUpTo } from '#domain/activity-window.ts'
import type { ContributionAssessment, CriticalCoverage } from '#domain/assessment/contribution.ts'
import type { ContributionHistories, ContributionLedger, ShownActivity } from '#domain/contribution.ts'
import type { Aggregate, Method, NamedFigure } from '#domain/figure.ts'
import { aggregate, compute, observed, unknown } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { addBands, band, hoursOfYear } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { ProjectId } from '#domain/project.ts'
import { allocate } from './allocate.ts'
import { allocationWeights } from './allocation-weights.ts'
import { contributionAssumptions } from './assumptions.ts'
import { emptyContext, type ContributionContext } from './context.ts'
import { criticalCoverage } from './critical-coverage.ts'
import { assessForks } from './forks.ts'
import { giveToTake } from './give-take.ts'
import { ownLabor } from './labor.ts'
import { ledgerFigures, ledgerTotals, loggedTimeFigure, moneyFigure } from './ledger-figures.ts'
import { methods } from './methods.ts'
import { outwardContributions } from './outward.ts'
import { recentFigures, repositoryContribution } from './repository-contribution.ts'

export function assessContribution(
  portfolio: Portfolio,
  histories: ContributionHistories | null,
  ledger: ContributionLedger | null,
  context: ContributionContext = emptyContext,
): ContributionAssessment {
  return work(portfolio, histories, ledger, context).assessment
}

/** Every figure behind an assessment: totals, ratios, repositories, forks, ledger lines, assumptions. */
export function contributionFigures(
  portfolio: Portfolio,
  histories: ContributionHistories | null,
  ledger: ContributionLedger | null,
  context: ContributionContext = emptyContext,
): readonly NamedFigure[] {
  return work(portfolio, histories, ledger, context).figures
}

type Worked = { readonly assessment: ContributionAssessment; readonly figures: readonly NamedFigure[] }

function work(
  portfolio: Portfolio,
  histories: ContributionHistories | null,
  ledger: ContributionLedger | null,
  given: ContributionContext,
): Worked {
  const context = { ...given, links: portfolio.projectLinks, developers: developersOf(portfolio, given) }
  const { currency } = portfolio.organization.laborRate
  const assumptions = contributionAssumptions(portfolio.organization, portfolio.organizationFile)
  const window = histories ?? yearUpTo(portfolio.asOf)
  const entries = (ledger?.entries ?? []).filter(({ on }) => window.from <= on && on <= window.to)

  const own = ownLabor(histories, assumptions, currency)
  const lines = ledgerFigures(entries)
  const loggedTime = loggedTimeFigure(lines, ledger, assumptions, currency)
  const money = moneyFigure(lines, ledger, currency)
  const give: NamedFigure<MoneyBand> = {
    id: 'contribution/give',
    // A year without a ledger is not a year without gifts, yet labor alone is still something: what is known is summed.
    figure: aggregate(methods.give, [own.labor, loggedTime, money], 'kinds of giving', (known) => sum(known, currency))
      .figure,
  }
  const recent = recentFigures(histories)
  const { unregistered, attribution, counts } = peopleFigures(histories)
  const valued = new Set<ProjectId>()
  const repositories = (histories?.repositories ?? []).flatMap((one, index) => {
    const figure = recent[index]
    return figure === undefined ? [] : [repositoryContribution(one, figure, context, valued)]
  })
  const shares = repositories.map(({ replacementShare: share }) => share)
  // No clone at hand is no proof of no work.
  const replacement = totalOf(histories, methods.replacementTotal, shares, (known) => sum(known, currency))
  const efforts = repositories.map(({ marginalEffort: effort }) => effort)
  const marginalEffort = {
    id: 'contribution/marginal-effort',
    ...totalOf(histories, methods.marginalTotal, efforts, (known) => known.reduce((all, one) => all + one, 0)),
  }
  const marginalMoney: NamedFigure<MoneyBand> = {
    id: 'contribution/marginal-money',
    figure: compute(methods.marginalMoney, [marginalEffort, assumptions.rate], (personMonths, hourly) => {
      const amount = (personMonths * hourly * hoursOfYear) / 12
      return { ...band(amount, amount, amount), currency }
    }),
  }
  const critical = criticalCoverage(histories, recent, lines, context, assumptions.mostCritical)
  const ratios = ratioFigures(give, context, critical.coverage)
  const forks = assessForks(portfolio, assumptions)

  const assessment: ContributionAssessment = {
    from: window.from,
    to: window.to,
    activity: own.activity,
    activeDays: own.activeDays,
    labor: own.labor,
    upstreamLabor: own.upstreamLabor,
    loggedTime,
    money,
    give,
    take: context.take,
    ratios,
    replacementShare: { id: 'contribution/replacement-share', ...replacement },
    marginalEffort,
    marginalMoney,
    repositories,
    byUnit: histories?.byUnit ?? [],
    unregistered,
    attribution,
    critical: critical.packages,
    outward: outwardContributions(histories, context),
    forks: forks.forks,
    forkCost: forks.cost,
    ledger: ledgerTotals(entries),
    receipts: allocate(entries, allocationWeights(portfolio, context)),
    smallestGroup: histories?.smallestGroup ?? assumptions.counting.smallestGroup,
    coAuthors: histories?.coAuthors ?? assumptions.counting.coAuthors,
    assumptions: assumptions.printed,
    refusedAssumptions: assumptions.refused,
    coverage: {
      known: (histories?.repositories ?? []).filter(({ issues }) => issues.length === 0).length,
      of: histories?.repositories.length ?? 0,
      unit: 'repositories',
    },
  }
  const figures: NamedFigure[] = [
    give,
    own.labor,
    own.upstreamLabor,
    loggedTime,
    money,
    ratios.giveToTake,
    ratios.criticalCoverage,
    ratios.perDeveloper,
    { id: assessment.replacementShare.id, figure: assessment.replacementShare.figure },
    { id: marginalEffort.id, figure: marginalEffort.figure },
    marginalMoney,
    own.activity,
    own.activeDays,
    own.upstreamDays,
    unregistered,
    attribution,
    counts,
    ...repositories.flatMap(({ ownShare, replacementShare: share, marginalEffort: effort }) => [
      share,
      ownShare,
      effort,
    ]),
    ...recent,
    ...lines,
    ...forks.figures,
    context.developers,
    assumptions.hours,
    assumptions.rate,
    assumptions.forkHours,
  ]
  return { assessment, figures }
}

/** What the context knows, otherwise what the organization states in its file. */
function developersOf(
  { organization: { stated }, organizationFile }: Portfolio,
  { developers }: ContributionContext,
): NamedFigure<number> {
  if (developers.figure.known || stated.developers === null || organizationFile === null) return developers
  return { id: developers.id, figure: observed(stated.developers.count, organizationFile, '/developers/count') }
}

function peopleFigures(histories: ContributionHistories | null): {
  readonly unregistered: NamedFigure<ShownActivity>
  readonly attribution: NamedFigure<number>
  readonly counts: NamedFigure<ContributionHistories['attribution']>
} {
  const counts: NamedFigure<ContributionHistories['attribution']> = {
    id: 'contribution/attributed-commits',
    figure:
      histories === null
        ? unknown('not-collected')
        : observed(histories.attribution, histories.evidence, '/attribution'),
  }
  return {
    unregistered: {
      id: 'contribution/unregistered',
      figure:
        histories === null
          ? unknown('not-collected')
          : observed(histories.unregistered, histories.evidence, '/unregistered'),
    },
    attribution: {
      id: 'contribution/attribution',
      figure: compute(methods.attribution, [counts], ({ known, of }) => (of === 0 ? undefined : known / of)),
    },
    counts,
  }
}

function ratioFigures(
  give: NamedFigure<MoneyBand>,
  { take, developers }: ContributionContext,
  coverage: NamedFigure<CriticalCoverage>,
): ContributionAssessment['ratios'] {
  const share = compute(methods.giveToTake, [give, take], (given, taken) =>
    given.currency === taken.currency ? (giveToTake(given.central, taken.central) ?? undefined) : undefined,
  )
  const perDeveloper = compute(methods.perDeveloper, [give, developers], (given, count) =>
    count > 0
      ? { ...band(given.low / count, given.central / count, given.high / count), currency: given.currency }
      : undefined,
  )
  return {
    giveToTake: { id: 'contribution/give-to-take', figure: share },
    criticalCoverage: coverage,
    perDeveloper: { id: 'contribution/give-per-developer', figure: perDeveloper },
  }
}

function sum(bands: readonly MoneyBand[], currency: string): MoneyBand {
  return { ...bands.reduce(addBands, band(0, 0, 0)), currency }
}

function totalOf<T>(
  histories: ContributionHistories | null,
  method: Method,
  parts: readonly NamedFigure<T>[],
  add: (known: readonly T[]) => T,
): Aggregate<T> {
  return histories === null
    ? { figure: unknown('not-collected'), coverage: { known: 0, of: 0, unit: 'repositories' } }
    : aggregate(method, parts, 'repositories', add)
}
