/** Keeps the tables of releases that the organization brings: the tables first, then what they say about packages. */

import { readFileSync } from 'node:fs'
import type { IsoTime } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import { readReleaseFile } from '#sources/release-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import type { Survey } from './survey.ts'

/** @returns what could not be taken, by the path of its table */
export async function recordReleases(
  store: Store,
  { brought }: Pick<Survey, 'brought'>,
  now: IsoTime,
): Promise<readonly { readonly path: string; readonly issue: Issue }[]> {
  const issues: { path: string; issue: Issue }[] = []
  for (const { path, location } of brought.releaseFiles) {
    let bytes: Uint8Array
    try {
      bytes = readFileSync(location)
    } catch {
      issues.push({ path, issue: issue('unreadable', path) })
      continue
    }
    const [evidence] = await saveEvidence(store, [
      { kind: 'registry-answer', name: path, bytes, retrievedAt: now, recordedAt: now },
    ])
    if (evidence === undefined) continue
    const read = readReleaseFile(bytes, path, dayOf(now))
    issues.push(...read.issues.map((one) => ({ path, issue: one })))
    await saveFacts(
      store,
      read.packages.map(({ at, observedOn, ...facts }) => ({
        kind: 'package',
        subject: facts.package,
        source: 'table',
        evidence: evidence.id,
        at,
        observedOn,
        facts,
      })),
      { recordedAt: now },
    )
  }
  return issues
}
