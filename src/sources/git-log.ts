/** Reads commits out of what `git diff-tree --stdin` writes, as it is written. */

import { createHash } from 'node:crypto'
import type { Change, Commit, Signature } from '#domain/contribution.ts'
import { startGit, type GitPlace } from './git-command.ts'

/** Which files count as written by hand. `version` rises when the answer to a path may change. */
export type AuthoredPaths = { readonly version: number; readonly isAuthored: (path: string) => boolean }

const fields = ['%H', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', ...trailers()]
/** Opens a commit; a line of numbers never begins so. */
const mark = '\u0001'
const between = '\u0002'
const format = `--format=%x01${fields.join('%x00')}%x00`
const common = ['diff-tree', '--stdin', '--root', '-r', '--always', '-z', '--encoding=UTF-8']
const plainDiff = ['--no-renames', '--no-ext-diff', '--no-textconv', '--diff-algorithm=default', format]

function trailers(): string[] {
  const keys = [['Signed-off-by'], ['Co-authored-by'], ['Reviewed-by', 'Acked-by', 'Tested-by']]
  return keys.map(
    (names) => `%(trailers:${names.map((name) => `key=${name},`).join('')}valueonly,unfold,separator=%x02)`,
  )
}

export type LogLines = {
  readonly authored: AuthoredPaths
  /** Which files to count: all, none (no content is needed then), or all but those whose content is not at hand. */
  readonly lines: 'all' | 'none' | { readonly without: readonly string[] }
}

export type LogRead = {
  /** How many of the commits asked for were begun. */
  readonly begun: number
  /** False when git ended before its work was done. */
  readonly isWhole: boolean
  readonly errors: string
}

/** Reads the commits in the order of their hashes and hands them over as they come. */
export async function readLog(
  place: GitPlace,
  hashes: readonly string[],
  { authored, lines }: LogLines,
  take: (commit: Commit) => void,
): Promise<LogRead> {
  if (hashes.length === 0) return { begun: 0, isWhole: true, errors: '' }
  const without = typeof lines === 'object' ? lines.without : []
  const paths = without.length === 0 ? [] : ['--', '.', ...without.map((path) => `:(exclude,literal)${path}`)]
  const args = [...common, ...plainDiff, lines === 'none' ? '-s' : '--numstat', ...paths]
  const { process: child, ended } = startGit(args, place)
  child.stdin.end(hashes.map((hash) => `${hash}\n`).join(''))
  const reader = new LogReader(
    authored,
    lines === 'all' ? take : (commit) => take({ ...commit, change: { ...commit.change, isMissing: true } }),
  )
  child.stdout.setEncoding('utf8').on('data', (text: string) => reader.push(text))
  const { code, errors } = await ended
  if (code === 0) reader.finish()
  return { begun: reader.begun, isWhole: code === 0, errors }
}

class LogReader {
  begun = 0
  private readonly take: (commit: Commit) => void
  private readonly authored: AuthoredPaths
  private rest = ''
  private header: string[] | null = null
  private tally = new ChangeTally()

  constructor(authored: AuthoredPaths, take: (commit: Commit) => void) {
    this.authored = authored
    this.take = take
  }

  push(text: string): void {
    const tokens = (this.rest + text).split('\0')
    this.rest = tokens.pop() ?? ''
    for (const token of tokens) this.token(token)
  }

  private token(token: string): void {
    if (this.header !== null && this.header.length < fields.length) {
      this.header.push(token)
      return
    }
    const content = token.startsWith('\n') ? token.slice(1) : token
    if (content.startsWith(mark)) {
      this.finish()
      this.begun += 1
      this.header = [content.slice(1)]
    } else if (content !== '') this.tally.add(content, this.authored)
  }

  /** Hands over the commit that was begun last; it is whole only when git says so. */
  finish(): void {
    if (this.header === null) return
    this.take(commitOf(this.header, this.tally.change()))
    this.header = null
    this.tally = new ChangeTally()
  }
}

class ChangeTally {
  private files = 0
  private binaries = 0
  private added = 0
  private deleted = 0
  private authoredFiles = 0
  private authoredAdded = 0
  private authoredDeleted = 0
  private readonly lines: string[] = []

  /** `ADDED \t DELETED \t PATH`; both are `-` for a file without lines. */
  add(line: string, { isAuthored }: AuthoredPaths): void {
    const first = line.indexOf('\t')
    const second = line.indexOf('\t', first + 1)
    if (second < 0) return
    const isBinary = line.startsWith('-')
    const added = isBinary ? 0 : Number(line.slice(0, first))
    const deleted = isBinary ? 0 : Number(line.slice(first + 1, second))
    this.files += 1
    this.binaries += isBinary ? 1 : 0
    this.added += added
    this.deleted += deleted
    this.lines.push(line)
    if (isBinary || !isAuthored(line.slice(second + 1))) return
    this.authoredFiles += 1
    this.authoredAdded += added
    this.authoredDeleted += deleted
  }

  change(): Change {
    const { files, binaries, added, deleted, authoredFiles, authoredAdded, authoredDeleted, lines } = this
    const shape = files === 0 ? '' : createHash('sha256').update(lines.join('\0')).digest('base64url').slice(0, 16)
    return { files, binaries, added, deleted, authoredFiles, authoredAdded, authoredDeleted, shape, isMissing: false }
  }
}

function commitOf(header: readonly string[], change: Change): Commit {
  const [hash = '', parents = '', name = '', email = '', authoredAt = '', ...others] = header
  const [committerName = '', committerEmail = '', committedAt = '', signed = '', together = '', reviewed = ''] = others
  return {
    hash,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name, email },
    authoredAt,
    committer: { name: committerName, email: committerEmail },
    committedAt,
    signedOff: signatures(signed),
    coAuthors: signatures(together),
    reviewers: signatures(reviewed),
    change,
  }
}

/** `Name <address>` each; a trailer without an address names nobody who could be told apart from others. */
function signatures(text: string): Signature[] {
  if (text === '') return []
  return text.split(between).flatMap((one) => {
    const match = /^(.*?)\s*<([^<>]*@[^<>]*)>/.exec(one.trim())
    return match === null ? [] : [{ name: match[1] ?? '', email: (match[2] ?? '').trim() }]
  })
}
