/**
 * How lockfiles of a repository changed on its main line, and when it was tagged: commits, the names of the contents at
 * each, and those contents on request. Along the first parents only, so that a change counts when it was merged.
 */

import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import type { ReleaseTag } from '#domain/update-history.ts'
import { askGit, demandGit, GitFailure, type GitPlace } from './git-command.ts'
import { readContents } from './git-contents.ts'
import { readReleaseTags, type ReleaseTags } from './git-release-tags.ts'
import { openRepository } from './git-repository.ts'

export type LockfileHistoryOptions = ReleaseTags & {
  /** Where the borrowing repository lies; deleting it loses nothing. */
  readonly cache: string
  /** Decides by the path alone. */
  readonly isLockfile: (path: string) => boolean
  /** The last day, in UTC, on which a change may have landed. */
  readonly until: IsoDate
  /** The newest so many changes of each file are read; 500 when undefined. */
  readonly mostChanges?: number
  /** Longer contents are not read; 32 MiB when undefined. */
  readonly largestBytes?: number
}

/** A content of a lockfile after a commit on the main line. */
export type LockfileState = {
  readonly commit: string
  /** When the commit was made; the clock of whoever made it. */
  readonly on: IsoTime
  /** The name git gives the content; null: the file was taken away. */
  readonly blob: string | null
}

export type LockfileStates = {
  readonly path: string
  /** Oldest first. */
  readonly states: readonly LockfileState[]
  /** False when there are older changes that are not listed. */
  readonly isWhole: boolean
}

export type LockfileRepository = {
  readonly tip: string | null
  readonly origin: string | null
  readonly isShallow: boolean
  readonly files: readonly LockfileStates[]
  readonly tags: readonly ReleaseTag[]
  readonly issues: readonly Issue[]
  /** Contents by their names, each handed over once; those that are missing or too long are left out. */
  readonly contents: (blobs: readonly string[]) => AsyncGenerator<readonly [blob: string, bytes: Uint8Array]>
}

export type OpenedLockfiles =
  | { readonly ok: true; readonly repository: LockfileRepository }
  | { readonly ok: false; readonly issue: Issue }

/** More files than any repository has by hand: test fixtures of tools that read lockfiles. */
const mostFiles = 200
const defaultChanges = 500
/** Opens a commit; no path begins so. */
const mark = '\u0001'
const defaultBytes = 32 * 1024 * 1024

/** `ok: false` when there is no repository or it cannot be read. Never throws on a damaged one. */
export async function openLockfileHistory(path: string, options: LockfileHistoryOptions): Promise<OpenedLockfiles> {
  const room = join(options.cache, createHash('sha256').update(resolve(path)).digest('hex').slice(0, 24))
  mkdirSync(room, { recursive: true })
  const opened = await openRepository(path, room)
  if (!opened.ok) return { ok: false, issue: issue(opened.code, path, opened.detail) }
  const { place, origin, isShallow, location } = opened.repository
  try {
    const tip = opened.repository.tip === null ? null : await lastBefore(place, opened.repository.tip, options.until)
    const paths = tip === null ? [] : await lockfilesAt(place, tip, options.isLockfile)
    const files = tip === null ? [] : await statesOf(place, tip, paths.slice(0, mostFiles), options)
    const { largestBytes = defaultBytes } = options
    return {
      ok: true,
      repository: {
        tip,
        origin,
        isShallow,
        files: isShallow ? files.map((file) => ({ ...file, isWhole: false })) : files,
        tags: tip === null ? [] : await readReleaseTags(place, location, options),
        issues: [
          ...(tip === null ? [issue('no-commits', path)] : []),
          ...(isShallow ? [issue('shallow-clone', path)] : []),
          ...(paths.length > mostFiles ? [issue('too-large', path, `${paths.length} lockfiles`)] : []),
        ],
        contents: (blobs) => readContents(place, blobs, largestBytes),
      },
    }
  } catch (error) {
    if (error instanceof GitFailure) return { ok: false, issue: issue('unreadable', path, error.message.trim()) }
    throw error
  }
}

async function lastBefore(place: GitPlace, tip: string, until: IsoDate): Promise<string | null> {
  const found = await demandGit(['rev-list', '-1', '--first-parent', `--before=${until}T23:59:59Z`, tip], place)
  return found.toString('latin1').trim() || null
}

async function lockfilesAt(
  place: GitPlace,
  tip: string,
  isLockfile: (path: string) => boolean,
): Promise<readonly string[]> {
  const listed = await demandGit(['ls-tree', '-r', '-z', '--name-only', tip], place)
  return listed
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '' && isLockfile(path))
}

async function statesOf(
  place: GitPlace,
  tip: string,
  paths: readonly string[],
  { mostChanges = defaultChanges, until }: LockfileHistoryOptions,
): Promise<readonly LockfileStates[]> {
  if (paths.length === 0) return []
  const diff = ['--first-parent', '--diff-merges=first-parent', '--raw', '--no-abbrev', '--no-renames', '-z']
  const wanted = paths.map((path) => `:(top,literal)${path}`)
  const log = await demandGit(['log', ...diff, `--format=${mark}%H %ct`, tip, '--', ...wanted], place)
  const byPath = new Map<string, LockfileState[]>(paths.map((path) => [path, []]))
  const end = `${until}T23:59:59.000Z`
  let commit = ''
  let on = ''
  let blob: string | null = null
  let isPathNext = false
  for (const token of log.toString('utf8').split('\0')) {
    if (isPathNext) {
      byPath.get(token)?.push({ commit, on, blob })
      isPathNext = false
      continue
    }
    const [head = '', ...others] = token.trim().split('\n')
    const isCommit = head.startsWith(mark)
    if (isCommit) {
      const [hash = '', seconds = ''] = head.slice(mark.length).split(' ')
      commit = hash
      // A clock that was wrong says nothing that lies after the last day.
      on = new Date(Math.min(Number(seconds) * 1000, Date.parse(end))).toISOString()
    }
    const change = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]/.exec(isCommit ? (others.at(-1) ?? '') : head)?.[1]
    if (change === undefined) continue
    blob = /^0+$/.test(change) ? null : change
    isPathNext = true
  }
  return [...byPath].map(([path, newestFirst]) => ({
    path,
    states: newestFirst.slice(0, mostChanges).toReversed(),
    isWhole: newestFirst.length <= mostChanges,
  }))
}

/** The address that a repository was cloned from; null when it names none, or the folder is no repository. */
export async function readOrigin(folder: string): Promise<string | null> {
  const { code, output } = await askGit(['config', '--get', 'remote.origin.url'], { folder })
  return code === 0 ? output.toString('utf8').trim() || null : null
}
