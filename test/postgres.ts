/**
 * A private PostgreSQL for tests: its own cluster in a temporary folder, on a free port of the loopback address, with
 * every commit on disk. Nothing of a PostgreSQL that runs on the machine is touched.
 */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

export type PrivatePostgres = {
  readonly url: string
  /** An empty database of its own in the same cluster. */
  readonly createDatabase: () => Promise<string>
  /** Goes away in the midst of whatever is done, for so long at least, and comes back with what was acknowledged. */
  readonly restart: (awayMs?: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** How the cluster compares text unless a column says otherwise: by bytes, or by the rules of a language. */
export type Collation = 'C' | 'icu'

/** False when PostgreSQL is not installed or there is no account to run it under; the tests then count as skipped. */
export function isPostgresAtHand(): boolean {
  return findPrograms() !== undefined && findAccount() !== undefined
}

/** Undefined where `isPostgresAtHand` is false. */
export async function startPostgres(collation: Collation = 'C'): Promise<PrivatePostgres | undefined> {
  const programs = findPrograms()
  const account = findAccount()
  if (programs === undefined || account === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'headwater-postgres-'))
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  const password = randomBytes(16).toString('hex')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(passwordFile, password)
  for (const path of [folder, data, passwordFile]) if (account.ids !== undefined) chownSync(path, ...account.ids)

  const encoding = ['--encoding', 'UTF8', '--locale', 'C']
  if (collation === 'icu') encoding.push('--locale-provider', 'icu', '--icu-locale', 'en-US')
  const access = ['--username', 'headwater', '--pwfile', passwordFile, '--auth', 'scram-sha-256']
  const initialize = ['--pgdata', data, '--no-sync', ...access, ...encoding]
  execFileSync(...account.command(join(programs, 'initdb'), initialize), { cwd: folder, stdio: 'pipe' })
  const port = await freePort()
  const settings = [
    `listen_addresses=127.0.0.1`,
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'max_connections=40',
  ]
  const serve = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  const start = () => spawn(...account.command(join(programs, 'postgres'), serve), { cwd: folder, stdio: 'ignore' })
  let server = start()
  // A test run that ends early takes its server along.
  const kill = (): void => void server.kill('SIGQUIT')
  process.once('exit', kill)
  const urlOf = (database: string): string => `postgresql://headwater:${password}@127.0.0.1:${port}/${database}`
  await untilReady(urlOf('postgres'), server)

  let databases = 0
  return {
    url: urlOf('postgres'),
    createDatabase: async () => {
      const name = `test_${(databases += 1)}`
      const client = new Client(urlOf('postgres'))
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return urlOf(name)
    },
    restart: async (awayMs = 0) => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGQUIT')
      await ended
      await wait(awayMs)
      server = start()
      await untilReady(urlOf('postgres'), server)
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      process.off('exit', kill)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The folder of the newest `initdb` and `postgres`: Debian keeps them out of the path. */
function findPrograms(): string | undefined {
  const packaged = '/usr/lib/postgresql'
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(packaged, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ]
  return folders.find((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))))
}

type Account = {
  /** Owner and group of its files; undefined for the account that runs the tests. */
  readonly ids: [number, number] | undefined
  readonly command: (program: string, options: readonly string[]) => [string, string[]]
}

/** PostgreSQL refuses to run as root; an account without rights that exists already is taken instead. */
function findAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return { ids: undefined, command: (program, options) => [program, [...options]] }
  if (!existsSync('/usr/bin/setpriv')) return undefined
  for (const name of ['postgres', 'nobody']) {
    const ids = idsOf(name)
    if (ids === undefined) continue
    const become = ['--reuid', `${ids[0]}`, '--regid', `${ids[1]}`, '--clear-groups', '--']
    return { ids, command: (program, options) => ['/usr/bin/setpriv', [...become, program, ...options]] }
  }
  return undefined
}

function idsOf(account: string): [number, number] | undefined {
  try {
    const [user, group] = ['-u', '-g'].map((option) =>
      Number(execFileSync('id', [option, account], { stdio: 'pipe' }).toString()),
    )
    return user === undefined || group === undefined ? undefined : [user, group]
  } catch {
    return undefined
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const client = new Client(url)
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error
      await wait(50)
    }
  }
}
