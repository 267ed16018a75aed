/** Questions about the health of what is in use, as it was last recorded, and of clones at hand. */

import type { DeclaredUse, HealthAssessment, SubjectHealth } from '#domain/assessment/health.ts'
import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { projectOfAddress } from '#domain/project.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { assessClone } from '#health/assess-clone.ts'
import { assessHealth } from '#health/assess.ts'
import { listEvidence } from '#store/evidence.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { loadPortfolio } from './load-portfolio.ts'
import { readProject, type ProjectExtract, type ReadProjectOptions } from './read-project.ts'

export type HealthEvidence = {
  readonly sha256: EvidenceId
  readonly source: string
  readonly observedOn: IsoDate
}

export type HealthAnswer = {
  readonly asked: string
  /** Null when it is in use and nothing is known of it. */
  readonly health: SubjectHealth | null
  readonly evidence: readonly HealthEvidence[]
}

/**
 * The project of a package URL, or the project by its address.
 *
 * Throws `nothing-found` when nothing was recorded, or it is not in use.
 */
export async function askHealth(store: Store, asked: string, now: IsoTime): Promise<HealthAnswer> {
  const portfolio = await recorded(store, now)
  const parsed = parsePurl(asked)
  const wanted = parsed.ok ? packageOf(parsed.canonical) : (projectOfAddress(asked) ?? projectNamed(asked))
  const { subjects } = assessHealth(portfolio)
  const health = subjects.find(({ subject, packages }) => subject === wanted || packages.includes(wanted)) ?? null
  const isInUse =
    portfolio.parts.some((part) => part.package === wanted) ||
    portfolio.projectLinks.some(({ project }) => project === wanted)
  if (health === null && !isInUse) return fail({ code: 'nothing-found', paths: [asked] })
  return { asked, health, evidence: health === null ? [] : await evidenceOf(store, portfolio, health) }
}

export type HealthRank = Pick<
  HealthAssessment,
  'subjects' | 'unlisted' | 'assessed' | 'byLevel' | 'quadrant' | 'whereToHelp' | 'withProject' | 'assumptions'
> & { readonly unit: string | null; readonly declaredUse: readonly DeclaredUse[] }

/** Throws `nothing-found` when nothing was recorded, and `usage` for a unit that does not exist. */
export async function askHealthRank(store: Store, unit: string | undefined, now: IsoTime): Promise<HealthRank> {
  const portfolio = await recorded(store, now)
  const { units, products } = portfolio.organization
  if (unit !== undefined && !units.some(({ id }) => id === unit))
    return fail({ code: 'usage', what: `--unit ${unit}: no unit has this id` })
  const assessment = assessHealth(portfolio, { unit })
  const ofUnit = new Set(products.filter((product) => unit === undefined || product.unit === unit).map(({ id }) => id))
  return {
    unit: unit ?? null,
    subjects: assessment.subjects,
    unlisted: assessment.unlisted,
    assessed: assessment.assessed,
    byLevel: assessment.byLevel,
    quadrant: assessment.quadrant,
    whereToHelp: assessment.whereToHelp,
    withProject: assessment.withProject,
    assumptions: assessment.assumptions,
    declaredUse: assessment.declaredUse.filter(({ product }) => ofUnit.has(product)),
  }
}

/** Contents of files are left out of what is shown. */
export type CollectedClone = {
  readonly path: string
  readonly facts: Omit<ProjectExtract, 'files'> & { readonly files: Omit<ProjectExtract['files'], 'texts'> }
  readonly health: SubjectHealth
  readonly issues: readonly Issue[]
}

export type CollectedHealth = {
  readonly projects: readonly CollectedClone[]
  /** Paths that are no repository. */
  readonly issues: readonly Issue[]
}

/** Nothing is kept but what saves time. */
export async function collectHealth(
  paths: readonly string[],
  options: Omit<ReadProjectOptions, 'tally'>,
): Promise<CollectedHealth> {
  const projects: CollectedClone[] = []
  const issues: Issue[] = []
  for (const path of paths) {
    const read = await readProject({ path, location: path, project: null }, options)
    if (!read.ok) {
      issues.push(read.issue)
      continue
    }
    const { total, paths: named, binaries } = read.extract.files
    projects.push({
      path,
      facts: { ...read.extract, files: { total, paths: named, binaries } },
      health: assessClone(path, read.extract),
      issues: read.issues,
    })
  }
  return { projects, issues }
}

async function recorded(store: Store, now: IsoTime): Promise<Portfolio> {
  return (await loadPortfolio(store, { asOf: dayOf(now), knownAt: now })) ?? fail({ code: 'nothing-found', paths: [] })
}

/** `forge.example/name` as a person types it. */
function projectNamed(asked: string): string {
  return projectOfAddress(`https://${asked}`) ?? asked.toLowerCase()
}

async function evidenceOf(
  store: Store,
  { upstream }: Portfolio,
  { project, packages }: SubjectHealth,
): Promise<readonly HealthEvidence[]> {
  const origins = [
    ...(project === null ? [] : [upstream.projects.get(project), upstream.scorecards.get(project)]),
    ...packages.map((name) => upstream.packages.get(name)),
    ...upstream.lifecycles.filter((lifecycle) => lifecycle.packages.some((name) => packages.includes(name))),
  ].filter((origin) => origin !== undefined)
  const observed = new Map(origins.map(({ evidence, observedOn }) => [evidence, observedOn]))
  const originals = await listEvidence(store, { ids: [...observed.keys()] })
  return originals.map(({ id, name }) => ({ sha256: id, source: name, observedOn: observed.get(id) ?? '' }))
}
