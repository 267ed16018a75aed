/**
 * The history of a repository: read once by git, kept per commit, and only what is new is read again. Commits are handed
 * out as a stream, with `.mailmap` applied; nothing grows with their number.
 */

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Commit, Signature } from '#domain/contribution.ts'
import type { IsoDate } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import { askGit, GitFailure } from './git-command.ts'
import { loadState, prepareFolder, readSegments, saveState, writeCommit, type CacheState } from './git-history-cache.ts'
import { readLog, type AuthoredPaths, type LogLines } from './git-log.ts'
import { applyMailmap, readMailmap, withSignatures } from './git-mailmap.ts'
import { missingContents } from './git-objects.ts'
import { readPatchIds } from './git-patch-ids.ts'
import { openRepository, type GitRepository } from './git-repository.ts'

export type { AuthoredPaths } from './git-log.ts'

export type GitHistoryOptions = {
  /** Where commits are kept; deleting it loses time, nothing else. */
  readonly cache: string
  readonly authored: AuthoredPaths
  /** A branch, tag or commit; what is checked out when undefined. */
  readonly revision?: string | undefined
  /** The last day, in UTC, on which a commit may have been committed. */
  readonly until?: IsoDate | undefined
  /** False leaves names and addresses as the commits state them. */
  readonly mailmap?: boolean
  /**
   * What is kept instead of a signature, for people who were erased (`erasedSignatures` of the store); under another
   * version all is read again. Nobody may forget it: the cache would name them once more.
   */
  readonly concealment: { readonly version: string; readonly conceal: (signature: Signature) => Signature } | undefined
  /** Processes of git at once; the number of processors when undefined. */
  readonly concurrency?: number
  /** Called with the commits read so far and the commits to read. */
  readonly onProgress?: (done: number, total: number) => void
}

export type GitHistory = {
  /** The newest commit; null in a repository without commits. */
  readonly tip: string | null
  /** The address the repository was cloned from; null when it names none. */
  readonly origin: string | null
  /** How many commits had to be read now. */
  readonly newlyRead: number
  readonly issues: readonly Issue[]
  readonly isShallow: boolean
  /** May be walked more than once. The order means nothing. */
  readonly commits: () => AsyncGenerator<Commit>
  /** Commit → identity of its patch, for those that change lines. */
  readonly patchIds: (hashes: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

export type OpenedHistory =
  | { readonly ok: true; readonly history: GitHistory }
  | { readonly ok: false; readonly issue: Issue }

/** Commits that one process reads: enough that starting it costs nothing, few enough that all processors end together. */
const chunkSizes = { fewest: 500, most: 10_000 }
const writeSize = 1 << 18
/** Where more commits of a chunk lack contents, as in a partial clone, they are read without any lines. */
const mostReadAlone = 50

/** Reads what is new in the repository and opens the whole. `ok: false` when there is none or the revision is not in it. */
export async function openGitHistory(path: string, options: GitHistoryOptions): Promise<OpenedHistory> {
  const name = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 24)
  const folder = join(options.cache, name)
  prepareFolder(folder)
  const opened = await openRepository(path, join(folder, 'room'), options.revision)
  if (!opened.ok) return { ok: false, issue: issue(opened.code, path, opened.detail) }
  const { repository } = opened
  const { tip } = repository
  const before = loadState(folder, `${options.authored.version}.${options.concealment?.version ?? ''}`)
  const known = await knownTips(repository, before)
  const refreshed = await refresh(folder, repository, known, options).catch((error: unknown) => {
    if (error instanceof GitFailure) return error
    throw error
  })
  if (refreshed instanceof GitFailure) return { ok: false, issue: issue('unreadable', path, refreshed.message.trim()) }
  const state: CacheState = refreshed
  const left = tip === null ? undefined : await outside(repository, tip, state)
  const mailmap = options.mailmap === false ? readMailmap('') : readMailmap(repository.mailmap)
  const issues = [
    ...(tip === null ? [issue('no-commits', path)] : []),
    ...(repository.isShallow ? [issue('shallow-clone', path)] : []),
    ...(tip !== null && state.missing > 0 ? [issue('contents-missing', path, String(state.missing))] : []),
    ...mailmap.issues,
  ]
  const until = options.until === undefined ? Infinity : Date.parse(`${options.until}T23:59:59.999Z`)
  async function* commits(): AsyncGenerator<Commit> {
    if (tip === null) return
    for await (const some of readSegments(folder, state))
      for (const commit of some) {
        if (left?.has(commit.hash) === true) continue
        if (until !== Infinity && Date.parse(commit.committedAt) > until) continue
        yield applyMailmap(mailmap, commit)
      }
  }
  return {
    ok: true,
    history: {
      tip,
      origin: repository.origin,
      newlyRead: state.commits - known.commits,
      issues,
      isShallow: repository.isShallow,
      commits,
      patchIds: (hashes) => readPatchIds(repository.place, hashes, join(folder, 'patch-ids')),
    },
  }
}

/** A clone that was made anew may lack commits that were read before. */
async function knownTips({ place }: GitRepository, state: CacheState): Promise<CacheState> {
  if (state.tips.length === 0) return state
  const input = state.tips.map((tip) => `${tip}\n`).join('')
  const { output } = await askGit(['cat-file', '--batch-check'], place, input)
  return output.includes(' missing') ? { ...state, tips: [], segments: [], commits: 0, missing: 0 } : state
}

/** Reads the commits that are not kept yet into a segment of their own. */
async function refresh(
  folder: string,
  { place, tip }: GitRepository,
  state: CacheState,
  options: GitHistoryOptions,
): Promise<CacheState> {
  if (tip === null || state.tips.includes(tip)) return state
  const revisions = [tip, ...state.tips.map((known) => `^${known}`), ''].join('\n')
  const listed = await askGit(['rev-list', '--stdin'], place, revisions)
  if (listed.code !== 0) throw new GitFailure(listed.errors)
  const hashes = listed.output.toString('latin1').split('\n').filter(Boolean)
  if (hashes.length === 0) return state
  const segment = `${tip.slice(0, 16)}-${process.pid}-${state.segments.length}.jsonl`
  const missing = await readInto(join(folder, segment), hashes, place, options)
  const heads = await askGit(['merge-base', '--independent', tip, ...state.tips], place)
  const next: CacheState = {
    ...state,
    tips: heads.code === 0 ? heads.output.toString('latin1').split('\n').filter(Boolean) : [...state.tips, tip],
    segments: [...state.segments, segment],
    commits: state.commits + hashes.length,
    missing: state.missing + missing,
  }
  saveState(folder, next)
  return next
}

/** @returns the number of commits whose contents are not at hand */
async function readInto(
  file: string,
  hashes: readonly string[],
  place: GitRepository['place'],
  { authored, concealment, concurrency = availableParallelism(), onProgress }: GitHistoryOptions,
): Promise<number> {
  const out = createWriteStream(file)
  let lines = ''
  const counts = { done: 0, missing: 0 }
  const take = (commit: Commit): void => {
    counts.done += 1
    if (commit.change.isMissing) counts.missing += 1
    lines += `${writeCommit(concealment === undefined ? commit : withSignatures(commit, concealment.conceal))}\n`
    if (lines.length < writeSize) return
    out.write(lines)
    lines = ''
  }
  const read = async (some: readonly string[], which: LogLines['lines']): Promise<void> => {
    const { isWhole, errors } = await readLog(place, some, { authored, lines: which }, take)
    if (!isWhole) throw new GitFailure(errors)
  }
  const readChunk = async (chunk: readonly string[]): Promise<void> => {
    const { begun, isWhole } = await readLog(place, chunk, { authored, lines: 'all' }, take)
    if (isWhole) return
    // The commit begun last was not handed over.
    const rest = chunk.slice(Math.max(0, begun - 1))
    const missing = await missingContents(place, rest)
    if (missing === null) return read(rest, 'none')
    if (missing.size <= mostReadAlone)
      for (const [hash, without] of missing) await read([hash], { without: [...without] })
    else await read([...missing.keys()], 'none')
    await read(
      rest.filter((hash) => !missing.has(hash)),
      'all',
    )
  }
  const even = Math.ceil(hashes.length / (2 * Math.max(1, concurrency)))
  const chunkSize = Math.min(chunkSizes.most, Math.max(chunkSizes.fewest, even))
  const chunks = Array.from({ length: Math.ceil(hashes.length / chunkSize) }, (_, at) =>
    hashes.slice(at * chunkSize, (at + 1) * chunkSize),
  ).values()
  await Promise.all(
    Array.from({ length: Math.max(1, concurrency) }, async () => {
      for (const chunk of chunks) {
        await readChunk(chunk)
        onProgress?.(counts.done, hashes.length)
        if (out.writableNeedDrain) await once(out, 'drain')
      }
    }),
  )
  out.end(lines)
  await finished(out)
  return counts.missing
}

/** Commits that are kept and do not belong to the history asked for, as after a rewrite or for an older revision. */
async function outside({ place }: GitRepository, tip: string, state: CacheState): Promise<ReadonlySet<string>> {
  const others = state.tips.filter((known) => known !== tip)
  if (others.length === 0) return new Set()
  const { output } = await askGit(['rev-list', '--stdin'], place, [...others, `^${tip}`, ''].join('\n'))
  return new Set(output.toString('latin1').split('\n').filter(Boolean))
}
