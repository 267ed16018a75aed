/**
 * One pass over the clones at hand: who of the organization did what in the twelve months up to a day, and whatever else
 * wants to see the same commits.
 */

import { yearUpTo } from '#domain/activity-window.ts'
import type { Commit, ContributionHistories, Signature } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { Organization } from '#domain/organization.ts'
import { projectOfAddress, type ProjectId } from '#domain/project.ts'
import type { CountingRules } from '#contribution/assumptions.ts'
import { ActivityTally } from '#measure/activity/activity-tally.ts'
import { affiliationsBy, type Affiliate, type AffiliationFacts } from '#measure/activity/affiliation.ts'
import { authoredPaths } from '#measure/activity/authored-paths.ts'
import { affiliateWithin, joinIdentities } from '#measure/activity/identities.ts'
import { openGitHistory, type GitHistory, type GitHistoryOptions } from '#sources/git-history.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Progress } from './progress.ts'

export type RepositoryAtHand = {
  /** What it is called wherever it is kept or shown; never a path of this machine. */
  readonly path: string
  readonly location: string
  /** Null: told from the address it was cloned from. */
  readonly project: ProjectId | null
}

/** A repository of the pass, as it is told to visitors before its first commit. */
export type VisitedClone = RepositoryAtHand & {
  readonly tip: string | null
  readonly isShallow: boolean
  readonly issues: readonly Issue[]
  /** For whom somebody worked, with what this repository tells about who is who. */
  readonly affiliate: Affiliate
}

/** Sees every commit up to the day, in no particular order; `.mailmap` is applied. */
export type CommitVisitor = { readonly add: (commit: Commit) => void }

export type ClonePass = {
  readonly repositories: readonly RepositoryAtHand[]
  readonly people: { readonly organization: Organization; readonly affiliations: AffiliationFacts }
  readonly counting: CountingRules
  /** The last day; what is recent are the twelve months that end with it. */
  readonly asOf: IsoDate
  readonly home: string
  /** What is kept instead of the signatures of erased people. */
  readonly concealment: GitHistoryOptions['concealment']
  /** Each is asked for one visitor a repository. */
  readonly visitors: readonly ((about: VisitedClone) => CommitVisitor)[]
}

export type CollectedHistories = {
  /** To be kept as evidence; its id completes the `ContributionHistories`. */
  readonly histories: Omit<ContributionHistories, 'evidence'>
  /** Paths that are no repository. */
  readonly issues: readonly Issue[]
}

export async function collectHistories(pass: ClonePass, progress: Progress): Promise<CollectedHistories> {
  const { organization, affiliations } = pass.people
  const affiliate = affiliationsBy({ ...affiliations, domainsStandForOrganizations: true })
  const published = new Set(organization.products.flatMap((product) => product.published ?? []))
  const tally = new ActivityTally({
    ...yearUpTo(pass.asOf),
    ...pass.counting,
    affiliate,
    organization: organization.id,
    unitOf: new Map(organization.people.map(({ id, unit }) => [id, unit])),
  })
  const patchIds = new Map<string, string>()
  const issues: Issue[] = []
  for (const repository of pass.repositories) {
    const { path, location } = repository
    const opened = await openGitHistory(location, {
      cache: cacheFolder(pass.home, 'git'),
      authored: authoredPaths,
      until: pass.asOf,
      concealment: pass.concealment,
      onProgress: (done, total) => progress.report({ step: 'reading', done, total }),
    })
    if (!opened.ok) {
      issues.push({ ...opened.issue, where: path })
      continue
    }
    const { tip, origin, isShallow, commits } = opened.history
    const project = repository.project ?? (origin === null ? undefined : projectOfAddress(origin)) ?? null
    const found = opened.history.issues.map((one) => (one.where === location ? { ...one, where: path } : one))
    const within = await identitiesOf(opened.history, affiliate)
    const isOwn = project !== null && published.has(project)
    const repositoryTally = tally.repository({ path, project, tip, isOwn, issues: found }, within)
    const about = { path, location, project, tip, isShallow, issues: found, affiliate: within }
    const visitors: readonly CommitVisitor[] = [repositoryTally, ...pass.visitors.map((visit) => visit(about))]
    for await (const commit of commits()) for (const visitor of visitors) visitor.add(commit)
    for (const [hash, id] of await opened.history.patchIds(repositoryTally.comparable())) patchIds.set(hash, id)
  }
  return { histories: tally.histories(patchIds), issues }
}

/** A walk of its own, since a name may meet its address in the last commit only. */
async function identitiesOf({ commits }: GitHistory, affiliate: Affiliate): Promise<Affiliate> {
  const signatures = new Map<string, Signature>()
  for await (const { author, coAuthors } of commits())
    for (const one of coAuthors.length === 0 ? [author] : [author, ...coAuthors]) {
      const key = `${one.email}\n${one.name}`
      if (!signatures.has(key)) signatures.set(key, one)
    }
  const listed = (address: string): string | undefined => {
    const { isListed, person } = affiliate(address, '')
    return isListed ? person : undefined
  }
  return affiliateWithin(affiliate, joinIdentities(signatures.values(), listed))
}
