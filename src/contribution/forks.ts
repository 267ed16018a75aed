/** What it costs to carry changed copies along instead of giving the changes back; `methods.md` 8a. */

import type { ForkContribution, ForkCost } from '#domain/assessment/contribution.ts'
import type { Aggregate, IsoDate, Method, NamedFigure } from '#domain/figure.ts'
import { aggregate, compute, observed, unknown } from '#domain/figure.ts'
import type { MoneyBand } from '#domain/money.ts'
import { band } from '#domain/money.ts'
import type { CarriedFork, Organization } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { PackageFacts } from '#domain/upstream.ts'
import type { ContributionAssumptions } from './assumptions.ts'
import { privateForkCost, publishedBenchmarks } from './give-take.ts'
import { methods } from './methods.ts'

export type Forks = {
  readonly forks: readonly ForkContribution[]
  readonly cost: ForkCost
  readonly figures: readonly NamedFigure[]
}

type PlacedFork = CarriedFork & { readonly at: string }

export function assessForks(portfolio: Portfolio, assumptions: ContributionAssumptions): Forks {
  const { currency } = portfolio.organization.laborRate
  const assessed = forksOf(portfolio.organization).map((fork) => forkOf(fork, portfolio, assumptions))
  const sum = (bands: readonly MoneyBand[]): MoneyBand => {
    const total = bands.reduce((all, one) => all + one.central, 0)
    return { ...band(total, total, total), currency }
  }
  const hours = total(
    methods.forkHours,
    assessed.map((one) => one.hours),
    (known) => known.reduce((all, one) => all + one, 0),
  )
  const release = total(
    methods.forkReleaseTotal,
    assessed.map(({ fork }) => fork.perRelease),
    sum,
  )
  const year = total(
    methods.forkYearTotal,
    assessed.map(({ fork }) => fork.perYear),
    sum,
  )
  const forks = assessed.map(({ fork }) => fork)
  const cost: ForkCost = {
    hoursPerRelease: { id: 'contribution/forks/hours-per-release', ...hours },
    perRelease: { id: 'contribution/forks/per-release', ...release },
    perYear: { id: 'contribution/forks/per-year', ...year },
    withPlan: forks.filter(({ plan }) => plan !== null).length,
    withoutPlan: forks.filter(({ plan }) => plan === null).length,
    survey: {
      forks: publishedBenchmarks.forksCarried,
      hoursPerRelease: publishedBenchmarks.forksCarried * publishedBenchmarks.hoursPerForkAndRelease,
      source: publishedBenchmarks.source,
    },
  }
  return {
    forks,
    cost,
    figures: [
      ...[cost.hoursPerRelease, cost.perRelease, cost.perYear].map(({ id, figure }) => ({ id, figure })),
      ...assessed.flatMap(({ fork, hours: perFork }) => [fork.perRelease, fork.perYear, fork.releases, perFork]),
    ],
  }
}

/** Where nobody listed a fork, nobody said that none is carried. */
function total<T>(method: Method, forks: readonly NamedFigure<T>[], sum: (known: readonly T[]) => T): Aggregate<T> {
  return forks.length === 0
    ? { figure: unknown('not-collected'), coverage: { known: 0, of: 0, unit: 'forks' } }
    : aggregate(method, forks, 'forks', sum)
}

/** Forks that the organization lists, and patches that somebody declared and no list holds. */
function forksOf({ stated }: Organization): readonly PlacedFork[] {
  const listed = stated.forks.map((fork, index): PlacedFork => ({ ...fork, at: `/forks/${index}` }))
  const isListed = (part: string, product: string | null): boolean =>
    listed.some((fork) => fork.part === part && (fork.product === product || fork.product === null || product === null))
  const declared = stated.declarations.flatMap((one, index): PlacedFork[] => {
    if (one.subject !== 'carried-patches' || one.part === null || isListed(one.part, one.product)) return []
    return [
      {
        id: one.id,
        part: one.part,
        product: one.product,
        patches: typeof one.value === 'number' ? one.value : null,
        since: null,
        reason: one.note,
        hoursPerRelease: null,
        releasesPerYear: null,
        plan: null,
        at: `/declarations/${index}`,
      },
    ]
  })
  return [...listed, ...declared]
}

function forkOf(
  fork: PlacedFork,
  { organizationFile, upstream, asOf, organization }: Portfolio,
  { rate, forkHours }: ContributionAssumptions,
): { readonly fork: ForkContribution; readonly hours: NamedFigure<number> } {
  const id = `contribution/fork/${fork.id}`
  const { currency } = organization.laborRate
  const file = organizationFile ?? ''
  const hours: NamedFigure<number> = {
    id: `${id}/hours`,
    figure:
      fork.hoursPerRelease === null
        ? forkHours.figure
        : observed(fork.hoursPerRelease, file, `${fork.at}/hoursPerRelease`),
  }
  const releases: NamedFigure<number> = {
    id: `${id}/releases`,
    figure:
      fork.releasesPerYear === null
        ? published(upstream.packages.get(fork.part), asOf)
        : observed(fork.releasesPerYear, file, `${fork.at}/releasesPerYear`),
  }
  const even = (amount: number): MoneyBand => ({ ...band(amount, amount, amount), currency })
  const perRelease = compute(methods.forkRelease, [hours, rate], (perFork, hourly) =>
    even(privateForkCost(1, perFork, hourly, 0).perRelease),
  )
  const perYear = compute(methods.forkYear, [hours, rate, releases], (perFork, hourly, count) =>
    even(privateForkCost(1, perFork, hourly, count).perYear),
  )
  const { id: name, part, product, patches, since, reason, plan } = fork
  return {
    hours,
    fork: {
      id: name,
      part,
      product,
      patches,
      since,
      reason,
      plan,
      hoursPerRelease: hours.figure.known ? hours.figure.value : null,
      basis: fork.hoursPerRelease === null ? 'survey-average' : 'stated',
      releases,
      perRelease: { id: `${id}/per-release`, figure: perRelease },
      perYear: { id: `${id}/per-year`, figure: perYear },
    },
  }
}

/** Releases of the original in the last 365 days that people could take up. */
function published(facts: PackageFacts | undefined, asOf: IsoDate): NamedFigure<number>['figure'] {
  if (facts === undefined || facts.releases.every(({ on }) => on === null)) return unknown('not-collected')
  const from = new Date(Date.parse(`${asOf}T00:00:00Z`) - 364 * 86_400_000).toISOString().slice(0, 10)
  const recent = facts.releases.filter(
    ({ on, isPrerelease, isWithdrawn }) => on !== null && from <= on && on <= asOf && !isPrerelease && !isWithdrawn,
  )
  return observed(recent.length, facts.evidence, facts.at)
}
