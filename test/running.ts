/** Commands that run until they are stopped or killed: `serve` and `worker`, as processes of their own. */

import { spawn, type ChildProcess } from 'node:child_process'
import { entry } from './headwater.ts'

export type Running = {
  /** Of a server. */
  readonly address: string
  readonly said: () => string
  /** At once, without a chance to tidy up. */
  readonly kill: () => Promise<void>
  /** As the system asks. @returns the exit code */
  readonly stop: () => Promise<number | null>
}

/** Resolves once it says that it is up. `DATABASE_URL` selects PostgreSQL; the clock is the machine's. */
export async function startCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const { DATABASE_URL: _, SOURCE_DATE_EPOCH: __, ...inherited } = process.env
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...inherited, NO_COLOR: '1', HEADWATER_LANGUAGE: 'en', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  await isUp(child, () => said)
  return {
    address: /http:\/\/[\d.]+:\d+/.exec(said)?.[0] ?? '',
    said: () => said,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

function isUp(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', () => {
      if (/Ctrl\+C/.test(said())) resolve()
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said()}`)))
  })
}
