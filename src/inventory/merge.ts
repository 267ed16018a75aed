/**
 * Joins documents into the columnar portfolio. Pure and linear: each unique part is interned once, each entry of a document
 * becomes one occurrence. The same part in two documents of one product stays two occurrences; it is one use of the part by
 * that product, which `graph.ts` counts.
 */

import type { Evidence, EvidenceId } from '#domain/evidence.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Organization } from '#domain/organization.ts'
import { nothingUpstream, type Upstream } from '#domain/upstream.ts'
import { directnesses, scopes, type DocumentPart, type ReadDocument } from '#domain/part.ts'
import type { PackageSize, Portfolio, PortfolioDocument, Unread } from '#domain/portfolio.ts'
import { projectOfAddress } from '#domain/project.ts'
import { documentDepths } from './depths.ts'
import { PartTable } from './part-table.ts'
import { ProjectLinks } from './project-links.ts'

export type MergeDocument = {
  readonly path: string
  readonly evidence: EvidenceId
  /** Index into `organization.products`. */
  readonly product: number
  readonly document: ReadDocument
}

export type MergeInput = {
  readonly asOf: IsoDate
  readonly knownAt: IsoTime
  readonly organization: Organization
  readonly documents: readonly MergeDocument[]
  readonly sizes: readonly PackageSize[]
  readonly upstream?: Upstream
  readonly organizationFile?: EvidenceId | null
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>
  readonly unread: readonly Unread[]
}

const unknownDirectness = directnesses.indexOf('unknown')

/** The same documents in any order give the same portfolio: they are taken by path. */
export function buildPortfolio(input: MergeInput): Portfolio {
  const documents = input.documents.toSorted(
    (a, b) => byText(a.path, b.path) || a.product - b.product || byText(a.evidence, b.evidence),
  )
  const occurrences = occurrenceColumns(sum(documents, ({ document }) => document.parts.length))
  const edges = edgeColumns(sum(documents, ({ document }) => document.edges.length))
  const table = new PartTable()
  let nextOccurrence = 0
  let nextEdge = 0
  const projects = new ProjectLinks()
  for (const [index, { document, evidence }] of documents.entries()) {
    const isSbom = document.format === 'CycloneDX' || document.format === 'SPDX'
    const first = nextOccurrence
    const depths = documentDepths(document)
    for (const [position, part] of document.parts.entries()) {
      const at = nextOccurrence
      nextOccurrence += 1
      occurrences.part[at] = table.intern(part)
      occurrences.document[at] = index
      occurrences.scope[at] = scopes.indexOf(part.scope)
      occurrences.depth[at] = depths[position] ?? 0
      occurrences.directness[at] = directnessCode(part, depths[position] ?? 0)
      occurrences.at[at] = part.at
      if (part.deprecation !== undefined)
        table.deprecate(occurrences.part[at] ?? -1, { note: part.deprecation, evidence, at: part.at })
      const packageUrl = table.packageOf(occurrences.part[at] ?? -1)
      if (packageUrl !== null) projects.add(packageUrl, part, evidence, isSbom)
    }
    for (const [from, to] of document.edges) {
      edges.from[nextEdge] = from < 0 ? -1 : first + from
      edges.to[nextEdge] = first + to
      edges.document[nextEdge] = index
      nextEdge += 1
    }
  }
  addStatedProjects(projects, input, table)
  return {
    asOf: input.asOf,
    knownAt: input.knownAt,
    organization: input.organization,
    organizationFile: input.organizationFile ?? null,
    parts: table.parts(),
    documents: documents.map(portfolioDocument),
    occurrences,
    edges,
    projectLinks: projects.links(),
    sizes: input.sizes,
    upstream: input.upstream ?? nothingUpstream,
    evidence: input.evidence,
    unread: input.unread,
  }
}

/** What the organization and the packages' own registries say of projects, for packages in use. */
function addStatedProjects(projects: ProjectLinks, input: MergeInput, table: PartTable): void {
  const inUse = new Set(table.parts().flatMap((part) => part.package ?? []))
  const { organizationFile = null, upstream = nothingUpstream, organization } = input
  if (organizationFile !== null)
    for (const [at, { package: of, project }] of organization.stated.projects.entries())
      if (inUse.has(of))
        projects.state({
          package: of,
          project,
          basis: 'declared',
          evidence: organizationFile,
          at: `/projects/${at}/project`,
        })
  for (const { package: of, repository, evidence, at } of upstream.packages.values()) {
    const project = repository === null ? undefined : projectOfAddress(repository)
    if (project !== undefined && inUse.has(of))
      projects.state({ package: of, project, basis: 'registry-metadata', evidence, at })
  }
}

/** What the reader said; where it could not tell, the way from the product does. */
function directnessCode(part: DocumentPart, depth: number): number {
  const stated = directnesses.indexOf(part.directness)
  if (stated !== unknownDirectness || depth === 0) return stated
  return directnesses.indexOf(depth === 1 ? 'direct' : 'transitive')
}

function portfolioDocument({ path, evidence, product, document }: MergeDocument): PortfolioDocument {
  const { reader, format, specVersion, subject, counts, refused, issues } = document
  return { path, evidence, reader, format, specVersion, subject, product, counts, refused, issues }
}

function occurrenceColumns(count: number) {
  return {
    count,
    part: new Int32Array(count),
    document: new Int32Array(count),
    scope: new Uint8Array(count),
    directness: new Uint8Array(count),
    depth: new Uint8Array(count),
    at: Array.from({ length: count }, () => ''),
  }
}

function edgeColumns(count: number) {
  return { count, from: new Int32Array(count), to: new Int32Array(count), document: new Int32Array(count) }
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  let total = 0
  for (const item of items) total += count(item)
  return total
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
