/** Who is asked about: the projects and lone packages behind what is in use, with the facts at hand. */

import { criticalityOfPackages, type PackageCriticality } from '#domain/criticality.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { UnitId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { projectsOfPackages, type ProjectId } from '#domain/project.ts'
import type { Lifecycle, PackageFacts, ProjectFacts, ScorecardResult } from '#domain/upstream.ts'
import { monthsBack } from './days.ts'
import { cycleOf } from '#health/lifecycle/state.ts'
import { releaseDaysOf } from './releases.ts'
import type {
  CloneFacts,
  RegistryFacts,
  Subject,
  SubjectDays,
  SubjectFacts,
  UsedCycle,
  UsedDeprecation,
} from './subject.ts'

export type UsedSubject = Subject & {
  /** The highest criticality K of its packages; null when nobody's use is looked at. */
  readonly criticality: number | null
  readonly products: number
  /** Where each fact stands, for the chain of a figure. */
  readonly origins: SubjectOrigins
}

export type SubjectOrigins = {
  readonly project: ProjectFacts | null
  readonly packages: readonly PackageFacts[]
  readonly lifecycles: readonly Lifecycle[]
  readonly scorecard: ScorecardResult | null
}

export type Subjects = {
  /** Those of which anything is known. */
  readonly listed: readonly UsedSubject[]
  readonly unlisted: number
  readonly packages: { readonly known: number; readonly of: number }
}

/** @param staleMonths facts that are older on the day of the portfolio do not count */
export function subjectsOf(portfolio: Portfolio, staleMonths: number, unit?: UnitId): Subjects {
  const { upstream, asOf } = portfolio
  const oldest = monthsBack(asOf, staleMonths)
  const projectOf = projectsOfPackages(portfolio.projectLinks)
  const lifecyclesOf = lifecyclesByPackage(upstream.lifecycles)
  const groups = new Map<string, { project: ProjectId | null; members: PackageCriticality[] }>()
  let withProject = 0
  const used = criticalityOfPackages(portfolio, unit)
  for (const one of used) {
    const project = projectOf.get(one.package)?.project ?? null
    if (project !== null) withProject += 1
    const id = project ?? one.package
    const group = groups.get(id)
    if (group === undefined) groups.set(id, { project, members: [one] })
    else group.members.push(one)
  }
  const versionsOf = versionsInUse(portfolio, unit)
  const deprecationsOf = deprecationsInUse(portfolio, versionsOf)
  const listed: UsedSubject[] = []
  for (const [id, { project, members }] of groups) {
    const clone = project === null ? undefined : upstream.projects.get(project)
    const origins: SubjectOrigins = {
      project: clone !== undefined && clone.observedOn >= oldest ? clone : null,
      packages: members.flatMap((member) => {
        const facts = upstream.packages.get(member.package)
        return facts !== undefined && facts.observedOn >= oldest ? [facts] : []
      }),
      lifecycles: lifecyclesOf.size === 0 ? [] : members.flatMap((member) => lifecyclesOf.get(member.package) ?? []),
      scorecard: project === null ? null : (upstream.scorecards.get(project) ?? null),
    }
    const deprecations =
      deprecationsOf.size === 0 ? [] : members.flatMap((one) => deprecationsOf.get(one.package) ?? [])
    const isKnown =
      origins.project !== null ||
      deprecations.length > 0 ||
      origins.packages.length > 0 ||
      origins.lifecycles.length > 0 ||
      origins.scorecard !== null
    if (!isKnown) continue
    const days = daysOf(asOf, origins)
    listed.push({
      id,
      project,
      packages: members.map((member) => member.package),
      days,
      facts: {
        ...factsOf(cloneFacts(origins.project), registryFacts(members, origins, versionsOf), origins, days),
        ...(deprecations.length === 0 ? {} : { deprecations }),
      },
      criticality: members.reduce((most, { k }) => Math.max(most, k), 0),
      products: countProducts(members),
      origins,
    })
  }
  return { listed, unlisted: groups.size - listed.length, packages: { known: withProject, of: used.length } }
}

function factsOf(
  clone: Partial<CloneFacts>,
  registry: Partial<RegistryFacts>,
  { project }: SubjectOrigins,
  days: SubjectDays,
): SubjectFacts {
  const releaseDays = releaseDaysOf(registry.releases ?? [], project?.tags ?? [], days)
  const links = [...new Set([...(registry.fundingLinks ?? []), ...(project?.fundingLinks ?? [])])]
  return {
    ...clone,
    ...registry,
    ...(registry.fundingLinks === undefined && links.length === 0 ? {} : { fundingLinks: links }),
    ...(releaseDays === undefined ? {} : { releaseDays }),
  }
}

/** Facts of a clone; of a shallow one only what lies after the end of its history. */
export function cloneFacts(facts: Omit<ProjectFacts, 'evidence' | 'at' | 'project'> | null): Partial<CloneFacts> {
  if (facts === null) return {}
  const { year, yearBefore, halfYear, files, lastCommitOn } = facts
  const start = facts.isShallow ? (facts.firstCommitOn ?? facts.observedOn) : ''
  // What is carried as the main author reaches back another six months than the year before.
  const isWholeBefore = start <= monthsBack(facts.observedOn, 30)
  return {
    lastCommitOn,
    ...(facts.isShallow ? {} : { firstCommitOn: facts.firstCommitOn, authorsEver: facts.authorsEver }),
    ...(start <= year.from ? { year, reviewedShare: facts.reviewedShare } : {}),
    ...(start <= yearBefore.from ? { yearBefore } : {}),
    ...(start <= halfYear.from ? { halfYear } : {}),
    ...(isWholeBefore ? { mainAuthor: facts.mainAuthor } : {}),
    // A clone without folders lists no file; that is no finding.
    ...(files !== null && files.total > 0 ? { files } : {}),
  }
}

function registryFacts(
  members: readonly PackageCriticality[],
  { packages, lifecycles }: SubjectOrigins,
  versionsOf: ReadonlyMap<PurlText, readonly string[]>,
): Partial<RegistryFacts> {
  const cycles = lifecycles.length === 0 ? [] : usedCycles(members, lifecycles, versionsOf)
  if (packages.length === 0) return cycles.length === 0 ? {} : { cycles }
  const releases = packages.flatMap(({ package: name, releases: of }) =>
    of.length === 0 ? [] : [{ package: name, releases: of, inUse: versionsOf.get(name) ?? [] }],
  )
  const publishers = packages.flatMap(({ package: name, publishers: count }) =>
    count === null ? [] : [{ package: name, publishers: count }],
  )
  return {
    ...(releases.length === 0 ? {} : { releases }),
    ...(publishers.length === 0 ? {} : { publishers }),
    fundingLinks: packages.length === 1 ? (packages[0]?.fundingLinks ?? []) : distinctLinks(packages),
    ...(cycles.length === 0 ? {} : { cycles }),
  }
}

function distinctLinks(packages: readonly PackageFacts[]): readonly string[] {
  return [...new Set(packages.flatMap(({ fundingLinks }) => fundingLinks))].toSorted()
}

function usedCycles(
  members: readonly PackageCriticality[],
  lifecycles: readonly Lifecycle[],
  versionsOf: ReadonlyMap<PurlText, readonly string[]>,
): readonly UsedCycle[] {
  return members.flatMap(({ package: name }) =>
    lifecycles
      .filter(({ packages }) => packages.includes(name))
      .flatMap((lifecycle) =>
        (versionsOf.get(name) ?? []).flatMap((version): readonly UsedCycle[] => {
          const cycle = cycleOf(version, lifecycle.cycles)
          return cycle === undefined ? [] : [{ ...cycle, package: name, version }]
        }),
      ),
  )
}

/** Of several registries the one that was asked first: nobody is called silent for news that was not fetched. */
function daysOf(asOf: IsoDate, { project, packages }: SubjectOrigins): SubjectDays {
  const asked = packages.reduce((least, { observedOn }) => (observedOn < least ? observedOn : least), asOf)
  return { asOf, clone: project?.observedOn ?? asOf, registry: asked }
}

function lifecyclesByPackage(lifecycles: readonly Lifecycle[]): ReadonlyMap<PurlText, readonly Lifecycle[]> {
  const by = new Map<PurlText, Lifecycle[]>()
  for (const lifecycle of lifecycles)
    for (const name of lifecycle.packages) {
      const known = by.get(name)
      if (known === undefined) by.set(name, [lifecycle])
      else known.push(lifecycle)
    }
  return by
}

function versionsInUse(portfolio: Portfolio, unit: UnitId | undefined): ReadonlyMap<PurlText, readonly string[]> {
  const { parts, documents, occurrences, organization } = portfolio
  const ofUnit = unit === undefined ? undefined : new Set<number>()
  if (ofUnit !== undefined)
    for (let index = 0; index < occurrences.count; index++) {
      const product = documents[occurrences.document[index] ?? -1]?.product ?? -1
      if (organization.products[product]?.unit === unit) ofUnit.add(occurrences.part[index] ?? -1)
    }
  const versions = new Map<PurlText, string[]>()
  for (const [index, { package: name, version }] of parts.entries()) {
    if (name === null || version === null || ofUnit?.has(index) === false) continue
    const known = versions.get(name)
    if (known === undefined) versions.set(name, [version])
    else if (!known.includes(version)) known.push(version)
  }
  for (const of of versions.values()) if (of.length > 1) of.sort()
  return versions
}

function deprecationsInUse(
  { parts }: Portfolio,
  versionsOf: ReadonlyMap<PurlText, readonly string[]>,
): ReadonlyMap<PurlText, readonly UsedDeprecation[]> {
  const by = new Map<PurlText, UsedDeprecation[]>()
  for (const { package: name, version, deprecation } of parts) {
    if (deprecation === undefined || name === null || version === null) continue
    if (versionsOf.get(name)?.includes(version) !== true) continue
    const known = by.get(name)
    if (known === undefined) by.set(name, [{ package: name, version, ...deprecation }])
    else if (!known.some((one) => one.version === version)) known.push({ package: name, version, ...deprecation })
  }
  return by
}

function countProducts(members: readonly PackageCriticality[]): number {
  const [first] = members
  if (members.length === 1 && first !== undefined) return first.uses.length
  return new Set(members.flatMap(({ uses }) => uses.map(({ product }) => product))).size
}
