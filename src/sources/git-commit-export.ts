/**
 * Reads a list of commits that the user brings from a commit index or an archive (CSV): project, address, date and, where a
 * line sums up several, commits. It tells where the organization's people contribute besides the clones at hand.
 */

import type { IsoDate } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import { isCalendarDay, readCsvLines } from './csv-lines.ts'

export type CommitExportRow = {
  readonly project: string
  readonly address: string
  readonly on: IsoDate
  readonly commits: number
}

export type CommitExport = { readonly rows: readonly CommitExportRow[]; readonly issues: readonly Issue[] }

/** @param path of the file; it stands in issues about the file as a whole */
export function readCommitExport(bytes: Uint8Array, path: string): CommitExport {
  const table = readCsvLines(bytes, path, ['project', 'address', 'date'])
  const rows: CommitExportRow[] = []
  const issues = [...table.issues]
  for (const { at, field } of table.lines) {
    const on = field('date').slice(0, 10)
    const commits = field('commits') === '' ? '1' : field('commits')
    if (field('project') === '') issues.push(issue('missing-field', at, 'project'))
    else if (!field('address').includes('@')) issues.push(issue('wrong-type', at, field('address')))
    else if (!isCalendarDay(on)) issues.push(issue('wrong-type', at, field('date')))
    else if (!/^[1-9]\d{0,8}$/.test(commits)) issues.push(issue('wrong-type', at, commits))
    else rows.push({ project: field('project'), address: field('address'), on, commits: Number(commits) })
  }
  return { rows, issues }
}
