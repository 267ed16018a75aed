/** What the counselor knows of the whole organization, made ready once for all parts. */

import type { ContributionAssessment, RepositoryContribution } from '#domain/assessment/contribution.ts'
import type { HealthAssessment, SubjectHealth } from '#domain/assessment/health.ts'
import type { PackageValue, ValueAssessment } from '#domain/assessment/value.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import { criticalityOfPackages, type PackageCriticality } from '#domain/criticality.ts'
import { decisionsInForce, type Decision } from '#domain/decision.ts'
import type { EngagementOptionText, LicenseStanding } from '#domain/engagement.ts'
import type { Figure } from '#domain/figure.ts'
import type { Finding } from '#domain/finding.ts'
import type { CarriedFork, Product, UnitId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { projectsOfPackages, type ProjectId } from '#domain/project.ts'
import { packageOf } from '#ecosystems/purl.ts'
import { statementsOf, type Statements } from './stated.ts'

/** An area that was not assessed is null: what depends on it is not known. */
export type CounselorInput = {
  readonly portfolio: Portfolio
  readonly health: HealthAssessment | null
  readonly vulnerabilities: VulnerabilityAssessment | null
  readonly contribution: ContributionAssessment | null
  readonly value: ValueAssessment | null
  /** What the organization's rules say to the terms of each package; null when nobody asked them. */
  readonly licenses: ReadonlyMap<PurlText, Figure<LicenseStanding>> | null
  /** As read, also those that do not hold any longer. */
  readonly decisions: readonly Decision[]
  readonly options: readonly EngagementOptionText[]
  /** Criticality and statements of this unit only. */
  readonly unit?: UnitId | undefined
}

export type Prepared = CounselorInput & {
  readonly statements: Statements
  readonly criticality: ReadonlyMap<PurlText, PackageCriticality>
  /** Indices of the part versions of a package. */
  readonly partsOf: ReadonlyMap<PurlText, readonly number[]>
  readonly projectOf: ReadonlyMap<PurlText, ProjectId>
  readonly healthOf: ReadonlyMap<PurlText, SubjectHealth>
  readonly healthOfProject: ReadonlyMap<ProjectId, SubjectHealth>
  readonly findingsOf: ReadonlyMap<PurlText, readonly Finding[]>
  /** Packages with a part version that could not be looked up. */
  readonly undecided: ReadonlySet<PurlText>
  /** Part versions with findings that no version ends. */
  readonly unfixedParts: ReadonlySet<number>
  readonly forksOf: ReadonlyMap<PurlText, readonly CarriedFork[]>
  readonly worthOf: ReadonlyMap<PurlText, PackageValue>
  readonly workIn: ReadonlyMap<ProjectId, RepositoryContribution>
  readonly inForce: readonly Decision[]
  readonly own: ReadonlySet<PurlText>
  readonly published: ReadonlyMap<ProjectId, Product>
}

export function prepare(input: CounselorInput): Prepared {
  const { portfolio, health, vulnerabilities, contribution, value, unit } = input
  const { organization, parts } = portfolio
  const partsOf = new Map<PurlText, number[]>()
  for (const [index, part] of parts.entries()) if (part.package !== null) push(partsOf, part.package, index)
  const packageAt = (part: number): PurlText | null => parts[part]?.package ?? null
  const findingsOf = new Map<PurlText, Finding[]>()
  for (const finding of vulnerabilities?.findings ?? []) {
    const name = packageAt(finding.part)
    if (name !== null) push(findingsOf, name, finding)
  }
  const forksOf = new Map<PurlText, CarriedFork[]>()
  for (const fork of organization.stated.forks) push(forksOf, packageOf(fork.part), fork)
  const links = projectsOfPackages(portfolio.projectLinks)
  const subjects = health?.subjects ?? []
  return {
    ...input,
    statements: statementsOf(portfolio, unit),
    criticality: new Map(criticalityOfPackages(portfolio, unit).map((one) => [one.package, one])),
    partsOf,
    projectOf: new Map([...links].map(([name, { project }]) => [name, project])),
    healthOf: new Map(subjects.flatMap((subject) => subject.packages.map((name) => [name, subject] as const))),
    healthOfProject: new Map(
      subjects.flatMap((subject) => (subject.project === null ? [] : [[subject.project, subject] as const])),
    ),
    findingsOf,
    undecided: new Set((vulnerabilities?.undecided ?? []).flatMap(({ part }) => packageAt(part) ?? [])),
    unfixedParts: new Set(
      (vulnerabilities?.remedies ?? []).flatMap(({ part, version }) => (version === null ? [part] : [])),
    ),
    forksOf,
    worthOf: new Map((value?.packages ?? []).map((one) => [one.package, one])),
    workIn: new Map(
      (contribution?.repositories ?? []).flatMap((one) => (one.project === null ? [] : [[one.project, one] as const])),
    ),
    inForce: decisionsInForce(input.decisions, portfolio.asOf),
    own: ownPackages(portfolio, links),
    published: new Map(
      organization.products.flatMap((product) => (product.published == null ? [] : [[product.published, product]])),
    ),
  }
}

/** What the organization publishes itself, and what its own products describe as themselves. */
function ownPackages(
  { organization, documents }: Portfolio,
  links: ReadonlyMap<string, { readonly project: ProjectId }>,
): ReadonlySet<PurlText> {
  const own = new Set<PurlText>()
  const published = new Set(organization.products.flatMap((one) => one.published ?? []))
  for (const [name, { project }] of links) if (published.has(project)) own.add(name)
  for (const { subject, product } of documents)
    if (subject?.purl != null && organization.products[product]?.origin === 'made') own.add(packageOf(subject.purl))
  return own
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}
