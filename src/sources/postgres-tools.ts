/** `pg_dump` and `pg_restore`, where PostgreSQL's client programs are installed. */

import { spawn } from 'node:child_process'

export type ToolAnswer = 'done' | 'absent' | { readonly failed: string }

/**
 * Writes the database as a file in PostgreSQL's own format. The password goes by environment, not by arguments.
 *
 * @param snapshot what an open transaction sees, exported by it
 */
export function dumpDatabase(databaseUrl: string, path: string, snapshot: string): Promise<ToolAnswer> {
  const options = ['--format=custom', '--no-owner', '--no-privileges', `--snapshot=${snapshot}`, `--file=${path}`]
  return run('pg_dump', options, databaseUrl)
}

/** Fills an empty database from such a file, all of it or nothing. */
export function restoreDatabase(databaseUrl: string, path: string): Promise<ToolAnswer> {
  const options = ['--no-owner', '--no-privileges', '--single-transaction', '--exit-on-error']
  return run('pg_restore', [...options, '--dbname', nameOf(databaseUrl), path], databaseUrl)
}

/** Whether a file begins as `pg_dump` writes it. */
export function isDump(start: Uint8Array): boolean {
  return Buffer.from(start).subarray(0, 5).toString('latin1') === 'PGDMP'
}

function nameOf(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1))
}

function run(program: string, options: readonly string[], databaseUrl: string): Promise<ToolAnswer> {
  const url = new URL(databaseUrl)
  const environment: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    LC_ALL: 'C',
    PGHOST: url.searchParams.get('host') ?? url.hostname.replace(/^\[|\]$/g, ''),
    PGPORT: url.port || '5432',
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: nameOf(databaseUrl),
    PGCONNECT_TIMEOUT: '10',
  }
  const mode = url.searchParams.get('sslmode')
  if (mode !== null) environment['PGSSLMODE'] = mode
  return new Promise((resolve) => {
    const child = spawn(program, options, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = `${errors}${text}`.slice(-2_000)))
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ENOENT' ? 'absent' : { failed: error.message }),
    )
    child.once('close', (code) => resolve(code === 0 ? 'done' : { failed: errors.trim().split('\n')[0] ?? '' }))
  })
}
