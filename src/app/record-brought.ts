/**
 * Keeps what the organization brings besides documents: clones, ledgers, tables of releases, results of others, its own code,
 * the office's files. Each is an original with facts read out of it; what is missing stays unknown.
 */

import type { IsoDate, IsoTime } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { PersonId } from '#domain/organization.ts'
import type { Store } from '#store/store.ts'
import { clonesAtHand } from './clones-at-hand.ts'
import { collectLockfileHistories, keepLockfileHistories } from './collect-lockfile-history.ts'
import { measureOwnCode } from './measure-own-code.ts'
import { ownRepositories } from './own-repositories.ts'
import type { Progress } from './progress.ts'
import { ProjectVisits } from './read-project.ts'
import { recordContributions } from './record-contributions.ts'
import { recordDecisions } from './record-decisions.ts'
import { recordLifecycles } from './record-lifecycles.ts'
import { recordMotivators } from './record-motivators.ts'
import { recordOffice } from './record-office.ts'
import { recordProgram } from './record-program.ts'
import { recordProjectFiles } from './record-project-files.ts'
import { recordProjects } from './record-projects.ts'
import { recordReleases } from './record-releases.ts'
import { recordScorecards } from './record-scorecards.ts'
import type { Survey } from './survey.ts'

export type BroughtOptions = {
  readonly home: string
  /** Clones, or folders that hold them, besides those that the organization names. */
  readonly clones: readonly string[]
}

export type RecordedBrought = {
  readonly issues: readonly { readonly path: string; readonly issue: Issue }[]
  /** People of the list who were erased and are left out. */
  readonly refusedPeople: readonly PersonId[]
}

export async function recordBrought(
  store: Store,
  found: Survey,
  { home, clones }: BroughtOptions,
  times: { readonly asOf: IsoDate; readonly now: IsoTime },
  progress: Progress,
): Promise<RecordedBrought> {
  const { asOf, now } = times
  const releases = await recordReleases(store, found, now)
  const scorecards = await recordScorecards(store, found, now)
  const lifecycles = await recordLifecycles(store, found, now)
  const { expired } = await recordDecisions(store, found, times)
  const office = await recordOffice(store, found, times)
  await recordProgram(store, found, office, times)
  await recordMotivators(store, found, times)
  await measureOwnCode(store, found, times, progress)

  // One pass over each history serves what is given and how projects are.
  const visits = new ProjectVisits(asOf)
  const options = { home, clones, exports: [], visitors: [visits.visit] }
  const contributions = await recordContributions(store, found, options, times, progress)
  const { repositories } = clonesAtHand(found, clones)
  const projects = await recordProjects(store, repositories, times, { home, progress, tallies: visits.tallies })
  const projectFiles = await recordProjectFiles(store, found, now)

  const lockfiles = await collectLockfileHistories(await ownRepositories(found, repositories), asOf, home, progress)
  await keepLockfileHistories(store, lockfiles.histories, { recordedAt: now })

  return {
    issues: distinct([
      ...releases,
      ...scorecards.issues,
      ...lifecycles,
      ...contributions.issues,
      ...projects.issues,
      ...projectFiles,
      ...expired.map(({ file, issue }) => ({ path: file, issue })),
      ...lockfiles.issues.map((issue) => ({ path: issue.where, issue })),
    ]),
    refusedPeople: contributions.refusedPeople,
  }
}

/** A clone that several readers open is odd once. */
function distinct(issues: RecordedBrought['issues']): RecordedBrought['issues'] {
  const seen = new Set<string>()
  return issues.filter(({ path, issue: { code, where } }) => {
    const key = JSON.stringify([path, code, where])
    return seen.size !== seen.add(key).size
  })
}
