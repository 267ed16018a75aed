/**
 * Commits that were read once: lines of JSON in segments that are never changed, and a list of the segments that is
 * replaced as a whole. Whatever is cut off in the middle is not on the list. All of it can be deleted.
 */

import {
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Commit, Signature } from '#domain/contribution.ts'

/** Rises when lines are written in another way. */
const layout = 1
const oneDay = 24 * 60 * 60 * 1000

export type CacheState = {
  /** Of the layout and of the rules that were applied while reading. */
  readonly version: string
  /** Commits whose whole history is in the segments. */
  readonly tips: readonly string[]
  readonly segments: readonly string[]
  readonly commits: number
  /** Commits whose contents were not at hand. */
  readonly missing: number
}

export function emptyState(rules: string): CacheState {
  return { version: `${layout}.${rules}`, tips: [], segments: [], commits: 0, missing: 0 }
}

/** What is there under these rules. What was written under others is removed: it may name people who were erased since. */
export function loadState(folder: string, rules: string): CacheState {
  const empty = emptyState(rules)
  try {
    const state = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as CacheState
    if (state.version !== empty.version) return cleared(folder, empty)
    for (const segment of state.segments) statSync(join(folder, segment))
    return state
  } catch {
    return empty
  }
}

function cleared(folder: string, empty: CacheState): CacheState {
  for (const name of readdirSync(folder))
    if (name.endsWith('.jsonl') || name.startsWith('state.json')) rmSync(join(folder, name), { force: true })
  return empty
}

/** Replaces the list, and removes segments that nobody has listed for a day. */
export function saveState(folder: string, state: CacheState): void {
  const file = join(folder, 'state.json')
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(state))
  const savedAt = statSync(draft).mtimeMs
  renameSync(draft, file)
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.jsonl') || state.segments.includes(name)) continue
    if (savedAt - statSync(join(folder, name)).mtimeMs > oneDay) rmSync(join(folder, name), { force: true })
  }
}

export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
}

type Line = readonly [
  hash: string,
  parents: string,
  people: readonly string[],
  times: readonly [authored: string, committed: string],
  trailers: readonly (readonly string[])[],
  change: readonly (number | string)[],
]

/** One line without its end. */
export function writeCommit({ change: c, ...commit }: Commit): string {
  const line: Line = [
    commit.hash,
    commit.parents.join(' '),
    pairs([commit.author, commit.committer]),
    [commit.authoredAt, commit.committedAt],
    [pairs(commit.signedOff), pairs(commit.coAuthors), pairs(commit.reviewers)],
    [
      c.files,
      c.binaries,
      c.added,
      c.deleted,
      c.authoredFiles,
      c.authoredAdded,
      c.authoredDeleted,
      c.shape,
      c.isMissing ? 1 : 0,
    ],
  ]
  return JSON.stringify(line)
}

function readCommit(text: string): Commit {
  const [hash, parents, people, [authoredAt, committedAt], [signed = [], together = [], reviewed = []], numbers] =
    JSON.parse(text) as Line
  const [author = nobody, committer = nobody] = signatures(people)
  const [files, binaries, added, deleted, authoredFiles, authoredAdded, authoredDeleted, shape, missing] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    string,
    number,
  ]
  return {
    hash,
    parents: parents === '' ? [] : parents.split(' '),
    author,
    authoredAt,
    committer,
    committedAt,
    signedOff: signatures(signed),
    coAuthors: signatures(together),
    reviewers: signatures(reviewed),
    change: {
      files,
      binaries,
      added,
      deleted,
      authoredFiles,
      authoredAdded,
      authoredDeleted,
      shape,
      isMissing: missing === 1,
    },
  }
}

const nobody: Signature = { name: '', email: '' }

function pairs(all: readonly Signature[]): string[] {
  return all.flatMap(({ name, email }) => [name, email])
}

function signatures(flat: readonly string[]): readonly Signature[] {
  if (flat.length === 0) return none
  const all: Signature[] = []
  for (let at = 0; at < flat.length; at += 2) all.push({ name: flat[at] ?? '', email: flat[at + 1] ?? '' })
  return all
}

const none: readonly Signature[] = []

/** The kept commits one after another; memory does not grow with their number. */
export async function* readSegments(folder: string, { segments }: CacheState): AsyncGenerator<readonly Commit[]> {
  for (const segment of segments) {
    let rest = ''
    const stream = createReadStream(join(folder, segment), { encoding: 'utf8', highWaterMark: 1 << 18 })
    for await (const chunk of stream as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      yield lines.map(readCommit)
    }
  }
}
