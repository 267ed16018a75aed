/** What a clone tells about its project on a day: its history, its version tags and the files of its newest commit. */

import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { IsoDate } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import { projectOfAddress, type ProjectId } from '#domain/project.ts'
import type { FactOrigin, ProjectFacts, ReadFiles } from '#domain/upstream.ts'
import { affiliationsBy } from '#measure/activity/affiliation.ts'
import { authoredPaths } from '#measure/activity/authored-paths.ts'
import { ProjectTally } from '#measure/activity/project-tally.ts'
import { cloneToldUpTo } from '#sources/clone-day.ts'
import { openGitHistory, type GitHistoryOptions } from '#sources/git-history.ts'
import { openRepository } from '#sources/git-repository.ts'
import { readVersionTags } from '#sources/git-tags.ts'
import { commitAsOf, readProjectFiles } from '#sources/git-tree.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Progress } from './progress.ts'

export type CloneAtHand = {
  /** What it is called wherever it is kept or shown; never a path of this machine. */
  readonly path: string
  readonly location: string
  /** Null: told from the address it was cloned from. */
  readonly project: ProjectId | null
}

/** Facts without the place they are kept in. */
export type ProjectExtract = Omit<ProjectFacts, 'evidence' | 'at' | 'project' | 'files'> & {
  readonly files: ReadFiles
  /** Null when nothing tells which project the clone is of. */
  readonly project: ProjectId | null
}

export type ProjectRead =
  | { readonly ok: true; readonly extract: ProjectExtract; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue }

export type ReadProjectOptions = {
  /** The last day; an earlier one for a clone that was fetched before it. */
  readonly asOf: FactOrigin['observedOn']
  readonly home: string
  readonly progress: Progress
  /** People who were erased stay out of what is kept of histories. */
  readonly concealment: GitHistoryOptions['concealment']
  /** What another pass over the history has counted already. */
  readonly tally?: ProjectTally | undefined
}

/**
 * Counts along when one pass over the histories serves several counts: `visit` gives what takes the commits of a clone, and
 * `tallies` has it by the path of the clone.
 */
export class ProjectVisits {
  readonly tallies = new Map<string, ProjectTally>()
  private readonly asOf: IsoDate

  constructor(asOf: IsoDate) {
    this.asOf = asOf
  }

  readonly visit = ({ path, location }: Pick<CloneAtHand, 'path' | 'location'>): ProjectTally => {
    const tally = projectTally(cloneToldUpTo(location, this.asOf))
    this.tallies.set(path, tally)
    return tally
  }
}

/** Who wrote counts as an organization by the domain of the address alone: nobody's list is asked about strangers. */
function projectTally(asOf: IsoDate): ProjectTally {
  return new ProjectTally(asOf, affiliationsBy({ employments: [], domains: [], domainsStandForOrganizations: true }))
}

export async function readProject(
  { path, location, project }: CloneAtHand,
  { asOf: asked, home, progress, concealment, tally }: ReadProjectOptions,
): Promise<ProjectRead> {
  const asOf = cloneToldUpTo(location, asked)
  const opened = await openGitHistory(location, {
    cache: cacheFolder(home, 'git'),
    authored: authoredPaths,
    until: asOf,
    concealment,
    onProgress: (done, total) => progress.report({ step: 'reading', done, total }),
  })
  if (!opened.ok) return { ok: false, issue: { ...opened.issue, where: path } }
  const { history } = opened
  const counted = tally ?? projectTally(asOf)
  if (tally === undefined) for await (const commit of history.commits()) counted.add(commit)
  const room = join(cacheFolder(home, 'project-rooms'), createHash('sha256').update(resolve(location)).digest('hex'))
  const found = await openRepository(location, room)
  if (!found.ok) return { ok: false, issue: { code: found.code, where: path, detail: found.detail } }
  const { repository } = found
  const commit = await commitAsOf(repository, asOf)
  return {
    ok: true,
    extract: {
      project: project ?? (history.origin === null ? undefined : projectOfAddress(history.origin)) ?? null,
      observedOn: asOf,
      tip: commit,
      isShallow: repository.isShallow,
      ...counted.history(),
      tags: await readVersionTags(repository, asOf),
      files: commit === null ? noFiles : await readProjectFiles(repository, commit),
    },
    issues: history.issues.map((one) => (one.where === location ? { ...one, where: path } : one)),
  }
}

const noFiles: ReadFiles = { total: 0, paths: [], texts: {}, binaries: [] }
