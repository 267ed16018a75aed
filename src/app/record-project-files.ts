/**
 * Keeps what `headwater health collect --json` wrote elsewhere, on a machine that has the clones: each project of a file as a
 * fact of the day it was collected.
 */

import { readFileSync } from 'node:fs'
import type { IsoTime } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import { readProjectFile } from '#sources/project-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import type { Survey } from './survey.ts'

export async function recordProjectFiles(
  store: Store,
  { brought }: Pick<Survey, 'brought'>,
  now: IsoTime,
): Promise<readonly { readonly path: string; readonly issue: Issue }[]> {
  const issues: { path: string; issue: Issue }[] = []
  for (const { path, location } of brought.projectFiles) {
    const bytes = bytesOf(location)
    if (bytes === undefined) {
      issues.push({ path, issue: issue('unreadable', path) })
      continue
    }
    const read = readProjectFile(bytes, path)
    issues.push(...read.issues.map((each) => ({ path, issue: each })))
    const [original] = await saveEvidence(store, [
      { kind: 'git-extract', name: path, bytes, retrievedAt: now, recordedAt: now },
    ])
    if (original === undefined) continue
    const told = read.projects.filter(({ observedOn, at }) => {
      if (observedOn <= dayOf(now)) return true
      issues.push({ path, issue: issue('in-the-future', at, observedOn) })
      return false
    })
    await saveFacts(
      store,
      told.map(({ at, observedOn, ...facts }) => ({
        kind: 'project',
        subject: facts.project,
        source: 'clone',
        evidence: original.id,
        at,
        observedOn,
        facts,
      })),
      { recordedAt: now },
    )
  }
  return issues
}

function bytesOf(location: string): Uint8Array | undefined {
  try {
    return readFileSync(location)
  } catch {
    return undefined
  }
}
