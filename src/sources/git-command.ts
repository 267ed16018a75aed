/**
 * Runs the `git` command so that nothing of the machine, the user or the repository decides what it does: no system or
 * user configuration, no hooks, no pager, no transports (so a partial clone fetches nothing), no replaced objects, no
 * grafts, no prompt.
 */

import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { devNull } from 'node:os'
import type { Readable, Writable } from 'node:stream'

const settings = [
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['core.commitGraph', 'true'],
  ['protocol.allow', 'never'],
  ['protocol.file.allow', 'never'],
  // Clones that another user owns are read, never trusted: see above.
  ['safe.directory', '*'],
  ['log.showSignature', 'false'],
]

export type GitPlace = {
  /** Where it runs; discovery does not climb above it. */
  readonly folder: string
  /** Further variables such as `GIT_DIR`. */
  readonly variables?: Readonly<Record<string, string>>
}

export type GitAnswer = { readonly code: number; readonly output: Buffer; readonly errors: string }

export type GitProcess = {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>
  /** Resolves when the process has ended, with its exit code and the end of what it said; -1 when it could not start. */
  readonly ended: Promise<{ readonly code: number; readonly errors: string }>
}

/** Git cannot read what it was asked for: a damaged repository. Never leaves the history readers. */
export class GitFailure extends Error {}

/** Starts git with its three streams open. */
export function startGit(args: readonly string[], { folder, variables = {} }: GitPlace): GitProcess {
  const { PATH, SystemRoot } = process.env
  const child = spawn('git', [...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]), ...args], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...(PATH === undefined ? {} : { PATH }),
      ...(SystemRoot === undefined ? {} : { SystemRoot }),
      LC_ALL: 'C',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_ATTR_NOSYSTEM: '1',
      GIT_CEILING_DIRECTORIES: folder.replace(/[/\\][^/\\]*[/\\]?$/, ''),
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_GRAFT_FILE: devNull,
      GIT_NO_LAZY_FETCH: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      GIT_PAGER: 'cat',
      // Into a pipe git would otherwise write every commit by itself.
      GIT_FLUSH: '0',
      // The C library on Linux gives memory back after every large file and asks for it again: a tenth of the time.
      MALLOC_TRIM_THRESHOLD_: '268435456',
      MALLOC_TOP_PAD_: '16777216',
      MALLOC_MMAP_THRESHOLD_: '67108864',
      ...variables,
    },
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-2000)))
  // A process that ends early closes its input; what it says tells why.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<{ code: number; errors: string }>((resolve) => {
    child.once('error', (error) => resolve({ code: -1, errors: error.message }))
    child.once('close', (code) => resolve({ code: code ?? -1, errors }))
  })
  return { process: child, ended }
}

/** Runs git to its end and returns all it wrote. */
export async function askGit(args: readonly string[], place: GitPlace, input = ''): Promise<GitAnswer> {
  const { process: child, ended } = startGit(args, place)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stdin.end(input)
  const { code, errors } = await ended
  return { code, output: Buffer.concat(chunks), errors }
}

/** What git wrote; throws `GitFailure` when it could not do what it was asked. */
export async function demandGit(args: readonly string[], place: GitPlace, input = ''): Promise<Buffer> {
  const { code, output, errors } = await askGit(args, place, input)
  if (code !== 0) throw new GitFailure(errors)
  return output
}
