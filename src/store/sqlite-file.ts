/** A SQLite database as a file of its own: written while others go on working, and put in place of another one. */

import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Writes a compact copy as of one moment. At the path stands nothing, or an empty file. */
export async function writeSqliteCopy(store: Store, path: string): Promise<void> {
  await sql`vacuum into ${path}`.execute(store.db)
}

/** What SQLite finds wrong with its own file, and rows that refer to rows which are not there. */
export async function sqliteMistakes(store: Store): Promise<readonly string[]> {
  if (store.engine !== 'sqlite') return []
  const pages = await sql<{ quick_check: string }>`pragma quick_check(20)`.execute(store.db)
  const keys = await sql<{ table: string }>`select distinct "table" from pragma_foreign_key_check`.execute(store.db)
  return [
    ...pages.rows.map((row) => row.quick_check).filter((text) => text !== 'ok'),
    ...keys.rows.map(({ table }) => table),
  ]
}

/** Puts a closed database in the place of the home's, which is kept beside it. @returns where; null when there was none */
export function replaceDatabase(home: string, from: string): string | null {
  const path = databasePath(home)
  let number = 1
  while (existsSync(`${path}.before-${number}`)) number += 1
  const kept = existsSync(path) ? `${path}.before-${number}` : null
  if (kept !== null) renameSync(path, kept)
  // Side files belong to the database that they were written for.
  for (const side of ['-wal', '-shm']) {
    if (kept !== null && existsSync(path + side)) renameSync(path + side, kept + side)
    else rmSync(path + side, { force: true })
  }
  chmodSync(from, 0o600)
  renameSync(from, path)
  return kept
}

export function databasePath(home: string): string {
  return join(home, 'headwater.db')
}
