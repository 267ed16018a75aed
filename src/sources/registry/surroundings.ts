/**
 * What tells where the user's own clients would look: the environment, files below the home folder, and the clients
 * themselves, who know their defaults. They are asked in the home folder: the configuration of an assessed folder does not
 * count, since a foreign repository must not choose which host is asked.
 */

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { promisify } from 'node:util'

export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** Where the machine keeps what is configured for all users. */
  readonly machine: string
  /** What a client prints; null when it is not there, fails, or takes too long. */
  readonly run: (program: string, args: readonly string[]) => Promise<string | null>
}

const patienceMs = 20_000

export function currentSurroundings(): Surroundings {
  const home = homedir()
  return {
    env: process.env,
    home,
    machine: '/etc',
    run: async (program, args) => {
      try {
        const { stdout } = await promisify(execFile)(program, [...args], { cwd: home, timeout: patienceMs })
        return stdout
      } catch {
        return null
      }
    },
  }
}

export function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** A base address and the credentials that stood in it. */
export type Base = { readonly base: string; readonly authorization: string | null }

/** Null for what is no web address. */
export function baseOf(text: string | null | undefined): Base | null {
  const url = text === null || text === undefined ? null : URL.parse(text.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  const authorization =
    url.username === '' ? null : basic(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`)
  return { base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, authorization }
}

export function basic(userAndPassword: string): string {
  return `Basic ${Buffer.from(userAndPassword).toString('base64')}`
}

/** Bases that are the same for every package; credentials go to addresses below the base they were set for alone. */
export function accessTo(bases: readonly Base[]): {
  readonly basesOf: () => readonly string[]
  readonly authorizationOf: (url: string) => string | null
  readonly hosts: readonly string[]
  readonly isPrivate: () => boolean
} {
  const unique = bases.filter(({ base }, index) => bases.findIndex((other) => other.base === base) === index)
  return {
    basesOf: () => unique.map(({ base }) => base),
    authorizationOf: (url) =>
      unique.find(({ base }) => url === base || url.startsWith(`${base}/`))?.authorization ?? null,
    hosts: [...new Set(unique.map(({ base }) => new URL(base).host))].toSorted(),
    isPrivate: () => false,
  }
}
