/**
 * Real histories as lists of commits (`git-history/*.jsonl.gz`): the sums of our tally against sums made here from the files
 * by other means, and, where clones lie in the folder that `HEADWATER_CLONES` names (`OWNER__NAME`), the commits that we read
 * with git against the same files.
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { authoredPaths } from '#measure/activity/authored-paths.ts'
import { isBot } from '#measure/activity/bots.ts'
import { HistoryTally } from '#measure/activity/history-tally.ts'
import type { Commit, HistorySummary } from '#domain/contribution.ts'
import { openGitHistory } from '#sources/git-history.ts'
import { sharedData } from '#test/shared-data.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

/** The keys are described in the README of the data. */
type Row = {
  readonly h: string
  readonly t: string
  readonly d: string
  readonly u: string
  readonly ct: string
  readonly merge?: 1
  readonly bot?: 1
  readonly sob?: readonly unknown[]
  readonly coa?: readonly unknown[]
  readonly a: number
  readonly r: number
  readonly f: number
  readonly bin?: number
}

export async function run(): Promise<readonly SuiteResult[]> {
  const folder = sharedData('git-history')
  if (folder === undefined) return [absent('git-history: tally'), absent('git-history: clones')]
  const files = readdirSync(folder)
    .filter((name) => name.includes('__'))
    .toSorted()
  const sums: Miss[] = []
  const clones: Miss[] = []
  for (const file of files) {
    const name = file.replace('.jsonl.gz', '')
    const rows = rowsOf(join(folder, file))
    const own = new HistoryTally()
    for (const row of rows) own.add(commitOf(row))
    sums.push(...compare(name, plainCount(rows), own.summary()))
    const clone = join(process.env['HEADWATER_CLONES'] ?? '', name)
    if (process.env['HEADWATER_CLONES'] !== undefined && existsSync(clone))
      clones.push(...(await compareClone(name, clone, rows)))
  }
  return [tally('git-history: tally', sums), tally('git-history: clones', clones)]
}

function rowsOf(path: string): readonly Row[] {
  const text = gunzipSync(readFileSync(path)).toString('utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}

/** The file has no names and no addresses: the hash stands for the person, and a bot gets a bot's name. */
function commitOf(row: Row): Commit {
  const nobody = { name: '', email: '' }
  return {
    hash: row.h,
    parents: row.merge === 1 ? ['1', '2'] : ['1'],
    author: { name: row.bot === 1 ? 'some[bot]' : row.u, email: `${row.u}@${row.d}` },
    authoredAt: row.t,
    committer: nobody,
    committedAt: row.ct,
    signedOff: (row.sob ?? []).map(() => nobody),
    coAuthors: (row.coa ?? []).map(() => nobody),
    reviewers: [],
    change: {
      files: row.f,
      binaries: row.bin ?? 0,
      added: row.a,
      deleted: row.r,
      authoredFiles: 0,
      authoredAdded: 0,
      authoredDeleted: 0,
      shape: '',
      isMissing: false,
    },
  }
}

/** Each sum by a pass of its own over the rows. */
function plainCount(rows: readonly Row[]): HistorySummary {
  const plain = rows.filter(({ merge, bot }) => merge !== 1 && bot !== 1)
  const byAuthor = Object.values(Object.groupBy(plain, ({ u, d }) => `${u} ${d}`)).map((of) => of?.length ?? 0)
  const domains = Object.entries(Object.groupBy(plain, ({ d }) => d)).map(
    ([domain, of = []]) => [domain, of.length] as const,
  )
  const years = Object.entries(Object.groupBy(plain, ({ t }) => t.slice(0, 4)))
  const sorted = byAuthor.toSorted((a, b) => b - a)
  const half = plain.length / 2
  const sumOf = (first: number): number => sorted.slice(0, first).reduce((sum, count) => sum + count, 0)
  return {
    commits: rows.length,
    merges: rows.filter(({ merge }) => merge === 1).length,
    bots: rows.filter(({ bot }) => bot === 1).length,
    plainCommits: plain.length,
    authors: byAuthor.length,
    absenceFactor: sorted.findIndex((_, index) => sumOf(index + 1) >= half) + 1,
    topAuthorShare: (sorted[0] ?? 0) / plain.length,
    domains: domains
      .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([domain, commits]) => ({ domain, commits })),
    byYear: years
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([year, of = []]) => ({
        year: Number(year),
        commits: of.length,
        authors: new Set(of.map(({ u, d }) => u + d)).size,
      })),
    linesAdded: rows.reduce((sum, { a }) => sum + a, 0),
    linesDeleted: rows.reduce((sum, { r }) => sum + r, 0),
    signedOff: rows.filter(({ sob }) => sob !== undefined).length,
    coAuthored: rows.filter(({ coa }) => coa !== undefined).length,
  }
}

function compare(name: string, expected: HistorySummary, got: HistorySummary): Miss[] {
  return (Object.keys(expected) as (keyof HistorySummary)[]).map((key) => ({
    case: `${name} ${key}`,
    expected: JSON.stringify(expected[key]),
    got: JSON.stringify(got[key]),
  }))
}

/** Commit by commit: zone, merges, bots, files, lines, trailers. */
async function compareClone(name: string, clone: string, rows: readonly Row[]): Promise<Miss[]> {
  const cache = mkdtempSync(join(tmpdir(), 'headwater-history-'))
  try {
    const revision = rows[0]?.h
    const opened = await openGitHistory(clone, { cache, authored: authoredPaths, concealment: undefined, revision })
    if (!opened.ok) return [{ case: name, expected: revision ?? '', got: opened.issue.code }]
    const known = new Map(rows.map((row) => [row.h, row]))
    const answers: Miss[] = []
    for await (const { hash, author, authoredAt, parents, change, signedOff, coAuthors } of opened.history.commits()) {
      const row = known.get(hash)
      known.delete(hash)
      const expected = row && [
        row.t,
        row.merge === 1,
        row.bot === 1,
        row.a,
        row.r,
        row.f,
        row.bin ?? 0,
        row.sob?.length ?? 0,
        row.coa?.length ?? 0,
      ]
      const { added, deleted, files, binaries } = change
      const got = [
        authoredAt.replace(/Z$/, '+00:00'),
        parents.length > 1,
        isBot(author),
        added,
        deleted,
        files,
        binaries,
        signedOff.length,
        coAuthors.length,
      ]
      answers.push({
        case: `${name} ${hash}`,
        expected: JSON.stringify(expected),
        got: JSON.stringify(got),
        ...(change.isMissing
          ? { reason: 'contents are not at hand: the file counts the absent version as empty, we leave the file out' }
          : {}),
      })
    }
    return [
      ...answers,
      ...[...known.keys()].map((hash) => ({ case: `${name} ${hash}`, expected: 'a commit', got: 'none' })),
    ]
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}
