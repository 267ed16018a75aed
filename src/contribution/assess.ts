/** What is given back: histories and ledger in, contribution assessment and its figures out. */

import { yearUpTo } from '#domain/activity-window.ts'
import type { ContributionAssessment, CriticalCoverage } from '#domain/assessment/contribution.ts'
import type { ContributionHistories, ContributionLedger, OwnActivity } from '#domain/contribution.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { aggregate, compute, observed, unknown } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { addBands, band } from '#domain/money.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { allocate } from './allocate.ts'
import { allocationWeights } from './allocation-weights.ts'
import { contributionAssumptions, type ContributionAssumptions } from './assumptions.ts'
import { emptyContext, type ContributionContext } from './context.ts'
import { criticalCoverage } from './critical-coverage.ts'
import { giveToTake, laborCost } from './give-take.ts'
import { ledgerFigures, ledgerTotals, loggedTimeFigure, moneyFigure } from './ledger-figures.ts'
import { methods } from './methods.ts'
import { recentFigures, repositoryContribution, shown, unregisteredIn } from './repository-contribution.ts'

export function assessContribution(
  portfolio: Portfolio,
  histories: ContributionHistories | null,
  ledger: ContributionLedger | null,
  context: ContributionContext = emptyContext,
): ContributionAssessment {
  return work(portfolio, histories, ledger, context).assessment
}

/** Every figure behind an assessment: totals, ratios, repositories, ledger lines, assumptions. */
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
  const context = { ...given, links: portfolio.projectLinks }
  const { laborRate } = portfolio.organization
  const { currency } = laborRate
  const assumptions = contributionAssumptions(laborRate)
  const window = histories ?? yearUpTo(portfolio.asOf)
  const entries = (ledger?.entries ?? []).filter(({ on }) => window.from <= on && on <= window.to)

  const activity: NamedFigure<OwnActivity> = {
    id: 'contribution/activity',
    figure: histories === null ? unknown('not-collected') : observed(histories.total, histories.evidence, '/total'),
  }
  const lines = ledgerFigures(entries, ledger)
  const labor = laborFigure(activity, assumptions, currency)
  const loggedTime = loggedTimeFigure(lines, ledger, assumptions, currency)
  const money = moneyFigure(lines, ledger, currency)
  const give: NamedFigure<MoneyBand> = {
    id: 'contribution/give',
    // A year without a ledger is not a year without gifts, yet labor alone is still something: what is known is summed.
    figure: aggregate(methods.give, [labor, loggedTime, money], 'kinds of giving', (known) => sum(known, currency))
      .figure,
  }
  const recent = recentFigures(histories)
  const unregistered: NamedFigure<OwnActivity> = { id: 'contribution/unregistered', figure: unregisteredIn(recent) }
  const repositories = (histories?.repositories ?? []).flatMap((one, index) => {
    const figure = recent[index]
    return figure === undefined ? [] : [repositoryContribution(one, figure, context)]
  })
  const shares = repositories.map(({ replacementShare: share }) => share)
  const replacement = aggregate(methods.replacementTotal, shares, 'repositories', (known) => sum(known, currency))
  const ratios = ratioFigures(give, context, criticalCoverage(histories, recent, lines, context))

  const assessment: ContributionAssessment = {
    from: window.from,
    to: window.to,
    activity,
    labor,
    loggedTime,
    money,
    give,
    take: context.take,
    ratios,
    replacementShare: { id: 'contribution/replacement-share', ...replacement },
    repositories,
    byUnit: (histories?.byUnit ?? []).map(({ unit, ...own }) => ({ unit, activity: shown(own) })),
    unregistered,
    ledger: ledgerTotals(entries),
    receipts: allocate(entries, allocationWeights(portfolio, context)),
    assumptions: assumptions.printed,
    coverage: {
      known: (histories?.repositories ?? []).filter(({ issues }) => issues.length === 0).length,
      of: histories?.repositories.length ?? 0,
      unit: 'repositories',
    },
  }
  const figures: NamedFigure[] = [
    give,
    labor,
    loggedTime,
    money,
    ratios.giveToTake,
    ratios.criticalCoverage,
    ratios.perDeveloper,
    { id: assessment.replacementShare.id, figure: assessment.replacementShare.figure },
    activity,
    unregistered,
    ...repositories.flatMap(({ ownShare, replacementShare: share }) => [share, ownShare]),
    ...recent,
    ...lines,
    context.developers,
    assumptions.hours,
    assumptions.rate,
  ]
  return { assessment, figures }
}

function laborFigure(
  activity: NamedFigure<OwnActivity>,
  { hours, rate }: ContributionAssumptions,
  currency: string,
): NamedFigure<MoneyBand> {
  const figure = compute(methods.labor, [activity, hours, rate], ({ activeDays }, perDay, hourly) => ({
    ...laborCost(activeDays, hourly, perDay),
    currency,
  }))
  return { id: 'contribution/labor', figure }
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
