/**
 * Who could be helped: the projects and lone packages behind what is in use, with use, criticality, health, links and
 * skill. Health is what the last assessment found; where none is kept it is unknown.
 */

import type { FundingCandidate } from '#domain/assessment/funding.ts'
import type { HealthSubject } from '#domain/assessment/health.ts'
import { criticalityOfPackages, type PackageCriticality } from '#domain/criticality.ts'
import { lift, unknown, type Figure, type Method, type NamedFigure } from '#domain/figure.ts'
import type { Declaration, UnitId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { projectsOfPackages, type ProjectId } from '#domain/project.ts'
import { fundingLinksOf, merged, registryFunding } from '#health/funding/links.ts'
import { listFigures } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { assessValue } from '#value/assess.ts'

const usageMethod: Method = { id: 'funding-usage', version: 1 }
const criticalityMethod: Method = { id: 'funding-criticality', version: 1 }

/** Half of a year's changes by so few people is a small project, where time can be offered directly. */
const fewPeople = 2

/** Health by subject: the figures `health/score/SUBJECT` of the last assessment that was kept. */
export async function healthKept(store: Store): Promise<ReadonlyMap<HealthSubject, NamedFigure<number>>> {
  const prefix = 'health/score/'
  const kept = await listFigures(store, prefix)
  return new Map(
    kept.map(({ id, figure }) => [id.slice(prefix.length), { id, figure: figure as Figure<number> }] as const),
  )
}

/** The subject that a package or project of a ledger line stands for. */
export function subjectOf(portfolio: Portfolio): (recipient: string) => HealthSubject {
  const projects = projectsOfPackages(portfolio.projectLinks)
  return (recipient) => projects.get(recipient)?.project ?? recipient
}

/**
 * @param unit only what its products use; everything when undefined
 */
export function fundingCandidates(
  portfolio: Portfolio,
  health: ReadonlyMap<HealthSubject, NamedFigure<number>>,
  unit?: UnitId,
): readonly FundingCandidate[] {
  const subject = subjectOf(portfolio)
  const used = criticalityOfPackages(portfolio, unit)
  const values = valuesOf(portfolio, new Set(used.map((each) => each.package)))
  const subjects = [...Map.groupBy(used, (each) => subject(each.package))]
  const uses = subjects.reduce((sum, [, packages]) => sum + usingProducts(packages), 0)
  return subjects.map(([id, packages]): FundingCandidate => {
    const usage = usageOf(packages, values, uses)
    const project = portfolio.upstream.projects.get(id)
    const k = Math.max(...packages.map((each) => each.k))
    return {
      subject: id,
      usage: { id: `health/funding-usage/${id}`, figure: lift(usage.share, usageMethod, usage.inputs) },
      usageBasis: usage.basis,
      criticality: { id: `health/funding-criticality/${id}`, figure: lift(k, criticalityMethod, []) },
      health: health.get(id) ?? { id: `health/score/${id}`, figure: unknown('not-collected') },
      links: linksOf(portfolio, id, packages),
      hasSkill: hasSkill(portfolio.organization.stated.declarations, id, packages, unit),
      isSmall: project === undefined ? null : (project.year.absenceFactor ?? project.year.authors) <= fewPeople,
    }
  })
}

type Values = {
  readonly of: ReadonlyMap<PurlText, { readonly central: number; readonly figure: string }>
  readonly total: number
  readonly totalFigure: string
}

function valuesOf(portfolio: Portfolio, used: ReadonlySet<PurlText>): Values {
  const { packages, money } = assessValue(portfolio)
  const inUse = packages.filter((each) => used.has(each.package))
  return {
    of: new Map(inUse.map((each) => [each.package, { central: each.money.central, figure: each.figure }])),
    total: inUse.reduce((sum, each) => sum + each.money.central, 0),
    totalFigure: money.id,
  }
}

/** How many products use at least one of them. */
function usingProducts(packages: readonly PackageCriticality[]): number {
  return new Set(packages.flatMap(({ uses }) => uses.map(({ product }) => product))).size
}

/** A share of the whole either way, so that those with and without a value can be weighed against each other. */
function usageOf(
  packages: readonly PackageCriticality[],
  { of, total, totalFigure }: Values,
  allUses: number,
): { readonly share: number; readonly basis: FundingCandidate['usageBasis']; readonly inputs: readonly string[] } {
  const valued = packages.flatMap((each) => of.get(each.package) ?? [])
  if (valued.length > 0 && total > 0) {
    const share = valued.reduce((sum, { central }) => sum + central, 0) / total
    return { share, basis: 'value', inputs: [totalFigure, ...valued.map(({ figure }) => figure)] }
  }
  return {
    share: allUses === 0 ? 0 : usingProducts(packages) / allUses,
    basis: 'products',
    inputs: ['inventory/count-products'],
  }
}

function linksOf({ upstream }: Portfolio, id: ProjectId, packages: readonly PackageCriticality[]) {
  const project = upstream.projects.get(id)
  return merged([
    ...(project === undefined ? [] : [fundingLinksOf(project.files?.texts ?? {}, id)]),
    registryFunding(project?.fundingLinks ?? [], id),
    ...packages.map((each) => registryFunding(upstream.packages.get(each.package)?.fundingLinks ?? [], each.package)),
  ]).links
}

/** Declared as `skill` for one of the packages, for the project, or for a type of packages such as `npm`. */
function hasSkill(
  declarations: readonly Declaration[],
  id: HealthSubject,
  packages: readonly PackageCriticality[],
  unit: UnitId | undefined,
): boolean {
  const names = new Set(packages.map((each) => each.package))
  const types = new Set([...names].map((name) => name.slice('pkg:'.length, name.indexOf('/'))))
  return declarations.some(
    ({ subject, part, value, unit: of }) =>
      subject === 'skill' &&
      value !== false &&
      (unit === undefined || of === null || of === unit) &&
      (part !== null ? names.has(part) : typeof value === 'string' && (value === id || types.has(value))),
  )
}
