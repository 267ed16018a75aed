/** Keeps what clones tell about their projects: one original a clone, and the facts read out of it. */

import type { IsoDate, IsoTime } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import type { ProjectId } from '#domain/project.ts'
import type { ProjectTally } from '#measure/activity/project-tally.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import { erasedSignatures } from '#store/people.ts'
import type { Store } from '#store/store.ts'
import type { Progress } from './progress.ts'
import { readProject, type CloneAtHand } from './read-project.ts'

export type RecordedProjects = {
  readonly projects: readonly ProjectId[]
  readonly issues: readonly { readonly path: string; readonly issue: Issue }[]
}

/**
 * @param times `asOf`: the day up to which histories are told; `now`: when they were read
 * @param tallies by path: what another pass over the histories has counted; others are walked here
 */
export async function recordProjects(
  store: Store,
  clones: readonly CloneAtHand[],
  times: { readonly asOf: IsoDate; readonly now: IsoTime },
  options: {
    readonly home: string
    readonly progress: Progress
    readonly tallies?: ReadonlyMap<string, ProjectTally>
  },
): Promise<RecordedProjects> {
  const { asOf, now } = times
  const concealment = await erasedSignatures(store)
  const projects: ProjectId[] = []
  const issues: { path: string; issue: Issue }[] = []
  for (const clone of clones) {
    const { path } = clone
    const read = await readProject(clone, { asOf, ...options, concealment, tally: options.tallies?.get(path) })
    if (!read.ok) {
      issues.push({ path, issue: read.issue })
      continue
    }
    issues.push(...read.issues.map((one) => ({ path, issue: one })))
    const { project } = read.extract
    if (project === null) {
      issues.push({ path, issue: issue('project-unknown', path) })
      continue
    }
    const bytes = Buffer.from(`${JSON.stringify(read.extract, null, 1)}\n`)
    const [original] = await saveEvidence(store, [
      { kind: 'git-extract', name: path, bytes, retrievedAt: now, recordedAt: now },
    ])
    if (original === undefined) continue
    const { observedOn, ...facts } = read.extract
    await saveFacts(
      store,
      [
        {
          kind: 'project',
          subject: project,
          source: 'clone',
          evidence: original.id,
          at: '',
          observedOn,
          facts: { ...facts, project },
        },
      ],
      { recordedAt: now },
    )
    projects.push(project)
  }
  return { projects: [...new Set(projects)].sort(), issues }
}
