/** Keeps results of OpenSSF Scorecard that the organization brings: the newest of every project, with its own date. */

import type { IsoTime } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import { readFilesAt } from '#sources/files-at.ts'
import { readScorecardFile, type ReadScorecard } from '#sources/scorecard-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import type { Survey } from './survey.ts'

/** The database of a large organization is some hundred kilobytes; a list for a whole portfolio some tens of megabytes. */
const largestBytes = 100 * 2 ** 20

export type RecordedScorecards = {
  readonly taken: number
  /** Results of projects of which a newer one is at hand. */
  readonly older: number
  readonly issues: readonly { readonly path: string; readonly issue: Issue }[]
}

/** Files, folders and archives of results. Results from after today are not taken. */
export async function recordScorecards(
  store: Store,
  { brought }: Pick<Survey, 'brought'>,
  now: IsoTime,
): Promise<RecordedScorecards> {
  const issues: { path: string; issue: Issue }[] = []
  const newest = new Map<string, { name: string; bytes: Uint8Array; result: ReadScorecard }>()
  let older = 0
  for (const { path, location } of brought.scorecardFiles) {
    for (const file of readFilesAt(location, (name) => /\.json$/i.test(name), largestBytes)) {
      const name = location.endsWith(file.name) ? path : `${path}/${file.name}`
      if ('issue' in file) {
        issues.push({ path: name, issue: file.issue })
        continue
      }
      const read = readScorecardFile(file.bytes, name)
      issues.push(...read.issues.map((each) => ({ path: name, issue: each })))
      for (const result of read.results) {
        if (result.on > dayOf(now)) {
          issues.push({ path: name, issue: issue('in-the-future', result.at, result.on) })
          continue
        }
        const known = newest.get(result.project)
        if (known !== undefined) older += 1
        if (known === undefined || isBetter(result, known.result))
          newest.set(result.project, { name, bytes: file.bytes, result })
      }
    }
  }
  const kept = [...newest.values()].toSorted((a, b) => (a.result.project < b.result.project ? -1 : 1))
  const originals = await saveEvidence(
    store,
    kept.map(({ name, bytes }) => ({ kind: 'registry-answer', name, bytes, retrievedAt: now, recordedAt: now })),
  )
  await saveFacts(
    store,
    kept.map(({ result: { at, ...facts } }, index) => ({
      kind: 'scorecard',
      subject: facts.project,
      source: 'scorecard',
      evidence: originals[index]?.id ?? '',
      at,
      observedOn: facts.on,
      facts,
    })),
    { recordedAt: now },
  )
  return { taken: kept.length, older, issues }
}

/** Newer, or of the same day with more checks to show. */
function isBetter(a: ReadScorecard, b: ReadScorecard): boolean {
  return a.on > b.on || (a.on === b.on && a.checks.length > b.checks.length)
}
