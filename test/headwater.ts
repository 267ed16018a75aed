/** Runs the command as a person or another program would: as a process of its own. */

import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const entry = join(import.meta.dirname, '..', 'bin', 'headwater.js')

/** Fixed, so that the same input gives the same bytes: 2026-11-22T00:00:00Z. */
export const fixedTime = '1795305600'

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type RunOptions = {
  readonly input?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** The command obeys permission bits even when the tests run as root. */ readonly isOrdinaryUser?: boolean
}

export function headwater(
  args: readonly string[],
  { input = '', environment = {}, cwd, isOrdinaryUser = false }: RunOptions = {},
): Ran {
  const [program = '', ...rest] = [
    ...(isOrdinaryUser && process.getuid?.() === 0 ? withoutPrivileges : []),
    process.execPath,
    entry,
    ...args,
  ]
  const { status, stdout, stderr } = spawnSync(program, rest, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 29,
    // One that waits for ever fails its own test and no other.
    timeout: 300_000,
    cwd,
    env: environmentWith(environment),
  })
  return { code: status, stdout, stderr }
}

const withoutPrivileges = ['setpriv', '--bounding-set', '-dac_override,-dac_read_search']

/** Starts the command and kills it outright after some milliseconds, unless it ended before. */
export async function headwaterKilled(
  args: readonly string[],
  afterMilliseconds: number,
): Promise<Ran & { readonly wasKilled: boolean }> {
  const child = spawn(process.execPath, [entry, ...args], {
    env: environmentWith({}),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMilliseconds)
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  clearTimeout(timer)
  return { code, stdout, stderr, wasKilled: signal === 'SIGKILL' }
}

/** The parsed JSON lines of an output. */
export function jsonLines(text: string): readonly Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

function environmentWith(environment: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...inherited } = process.env
  return { ...inherited, SOURCE_DATE_EPOCH: fixedTime, NO_COLOR: '1', HEADWATER_LANGUAGE: 'en', ...environment }
}
