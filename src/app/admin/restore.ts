/** Brings back what `backup` wrote. Everything is checked before anything is changed. */

import { copyFileSync, existsSync, mkdirSync, openSync, readSync, closeSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fail } from '#domain/problem.ts'
import { isDump, restoreDatabase } from '#sources/postgres-tools.ts'
import { addressOf, copyStore, fillStore, type Target } from '#store/copy-rows.ts'
import { emptyStore } from '#store/empty.ts'
import { knownSteps, migrate } from '#store/migrate.ts'
import { readPortable, readPortableHead } from '#store/portable.ts'
import { differingTables, isStoreEmpty, sumsOf, type TableSum } from '#store/read-rows.ts'
import { databasePath, replaceDatabase, sqliteMistakes } from '#store/sqlite-file.ts'
import type { Store, StoreOptions } from '#store/store.ts'
import { tableShapes } from '#store/table-shapes.ts'
import { fileSum, manifestPathOf, type Backup, type BackupForm, type Manifest } from './backup.ts'
import { openCopy } from './open-copy.ts'
import { withStoreAt } from './with-store.ts'

export type Restored = {
  readonly form: BackupForm
  readonly address: string
  readonly tables: readonly TableSum[]
  /** Where the database stands that was there before; null when there was none or it was emptied. */
  readonly before: string | null
  /** False when no manifest lay beside the file, so only what the file says of itself was checked. */
  readonly hadManifest: boolean
}

/**
 * @param isForced also when the place holds something: a SQLite file is kept aside, a PostgreSQL database is emptied
 * Problems: `path-missing`, `backup-damaged`, `store-newer`, `store-not-empty`, and those of `openStore`.
 */
export async function runRestore(
  options: StoreOptions,
  from: { readonly path: string; readonly isForced: boolean },
): Promise<Restored> {
  const path = resolve(from.path)
  const form = formOf(path)
  const manifest = await checkedManifest(path)
  if (form === 'rows') await readPortableHead(path)
  const about = { form, address: addressOf(options), hadManifest: manifest !== undefined }
  const finish = async (store: Store, before: string | null): Promise<Restored> => {
    const tables = await sumsOf(store)
    // Tables of later steps are empty in an older backup and unknown to its manifest.
    const differing = differingTables(manifest?.tables ?? tables, tables)
    const wrong = differing.filter((name) => manifest?.tables.some(({ table }) => table === name))
    if (wrong.length > 0 && manifest?.schema === knownSteps) fail({ code: 'copy-differs', tables: wrong.join(', ') })
    return { ...about, tables, before }
  }
  if ('home' in options) {
    if (form === 'pg-dump') fail({ code: 'usage', what: `${path}: DATABASE_URL` })
    return intoHome(options.home, path, form, from.isForced, finish)
  }
  return withStoreAt(options, async (store) => {
    await requireEmpty(store, options, from.isForced)
    if (form === 'pg-dump') await undump(store, options.databaseUrl, path)
    else await fillFrom({ store, options }, path, form)
    return finish(store, null)
  })
}

/** Fills a new database in the home folder and puts it in place only when it is whole. */
async function intoHome(
  home: string,
  path: string,
  form: BackupForm,
  isForced: boolean,
  finish: (store: Store, before: string | null) => Promise<Restored>,
): Promise<Restored> {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  if (existsSync(databasePath(home)))
    await withStoreAt({ home }, async (store) => {
      if (!isForced && !(await isStoreEmpty(store))) fail({ code: 'store-not-empty', address: home })
    })
  const fresh = join(home, '.restoring')
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  try {
    if (form === 'sqlite') copyFileSync(path, databasePath(fresh))
    const restored = await withStoreAt({ home: fresh }, async (store) => {
      if (form === 'rows') await fillFrom({ store, options: { home: fresh } }, path, form)
      const [mistake] = await sqliteMistakes(store)
      if (mistake !== undefined) fail({ code: 'backup-damaged', path, what: mistake })
      return finish(store, null)
    })
    return { ...restored, before: replaceDatabase(home, databasePath(fresh)) }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

async function fillFrom(target: Target, path: string, form: BackupForm): Promise<void> {
  if (form === 'rows')
    return fillStore(target, readPortable(path, await tableShapes(target.store.db, target.store.engine)))
  await openCopy(path, (source) => copyStore(source, target))
}

/** `pg_restore` brings tables along, so those of the empty schema make way for them. */
async function undump(store: Store, databaseUrl: string, path: string): Promise<void> {
  await emptyStore(store, 'schema')
  const answer = await restoreDatabase(databaseUrl, path)
  await migrate(store)
  if (answer === 'done') return
  fail({ code: 'backup-damaged', path, what: answer === 'absent' ? 'pg_restore is not installed' : answer.failed })
}

async function requireEmpty(store: Store, options: StoreOptions, isForced: boolean): Promise<void> {
  if (await isStoreEmpty(store)) return
  if (!isForced) fail({ code: 'store-not-empty', address: addressOf(options) })
  await emptyStore(store, 'rows')
}

function formOf(path: string): BackupForm {
  const start = Buffer.alloc(16)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, start)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') fail({ code: 'path-missing', path })
    fail({ code: 'path-unreadable', path, reason: code })
  }
  if (start.toString('latin1') === 'SQLite format 3\0') return 'sqlite'
  if (isDump(start)) return 'pg-dump'
  // The magic number of Zstandard, RFC 8878.
  if (start.readUInt32LE(0) === 0xfd2fb528) return 'rows'
  return fail({ code: 'backup-damaged', path, what: 'it is no backup of Headwater' })
}

/** Problem: `backup-damaged` when the file is not the one that the manifest tells of, `store-newer`. */
async function checkedManifest(path: string): Promise<Backup['manifest'] | undefined> {
  const manifestPath = manifestPathOf(path)
  if (!existsSync(manifestPath)) return undefined
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest
  } catch {
    return fail({ code: 'backup-damaged', path: manifestPath, what: 'it is no JSON' })
  }
  if (manifest.schema > knownSteps) fail({ code: 'store-newer', found: manifest.schema, known: knownSteps })
  const { sizeBytes, sha256 } = await fileSum(path)
  if (sizeBytes !== manifest.sizeBytes || sha256 !== manifest.sha256)
    fail({ code: 'backup-damaged', path, what: 'its bytes are not those that the manifest tells of' })
  return manifest
}
