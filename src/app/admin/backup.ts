/** Writes everything that is kept into one file, with a manifest beside it that tells whether the file is still whole. */

import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { dumpDatabase } from '#sources/postgres-tools.ts'
import { currentStep } from '#store/migrate.ts'
import { writePortable } from '#store/portable.ts'
import { sumsOf, type TableSum, withSnapshot } from '#store/read-rows.ts'
import { writeSqliteCopy } from '#store/sqlite-file.ts'
import type { Store, StoreOptions } from '#store/store.ts'
import { openCopy } from './open-copy.ts'

/** `rows` can be restored on either engine, the other two on their own. */
export type BackupForm = 'sqlite' | 'pg-dump' | 'rows'

export type Manifest = {
  readonly schemaVersion: 1
  readonly form: BackupForm
  /** The step of the database's schema. */
  readonly schema: number
  readonly createdAt: IsoTime
  readonly sizeBytes: number
  /** Of the file. */
  readonly sha256: string
  /** Rows of each table and SHA-256 over them in key order. */
  readonly tables: readonly TableSum[]
}

export type Backup = {
  readonly path: string
  readonly manifestPath: string
  readonly manifest: Manifest
  /** Why PostgreSQL's own program was not used, where that was tried. */
  readonly remark: string | null
}

/**
 * @param isPortable a form that either engine can be restored from, whatever this one offers
 * Problems: `output-unwritable` when something stands there already or the folder cannot be written.
 */
export async function runBackup(
  store: Store,
  options: StoreOptions,
  to: { readonly path: string; readonly isPortable: boolean },
  now: IsoTime,
): Promise<Backup> {
  const path = resolve(to.path)
  const manifestPath = manifestPathOf(path)
  for (const file of [path, manifestPath])
    if (existsSync(file)) fail({ code: 'output-unwritable', path: file, reason: 'EEXIST' })
  try {
    mkdirSync(dirname(path), { recursive: true })
    // Created by us first: the programs that fill it would let the process's mask decide who may read it.
    closeSync(openSync(path, 'wx', 0o600))
    const { form, tables, remark } = await write(store, options, path, to.isPortable, now)
    const { sizeBytes, sha256 } = await fileSum(path)
    const schema = await currentStep(store)
    const manifest: Manifest = { schemaVersion: 1, form, schema, createdAt: now, sizeBytes, sha256, tables }
    writeFileSync(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
    return { path, manifestPath, manifest, remark }
  } catch (error) {
    // Half a backup is worse than none: nobody would notice before it is needed.
    rmSync(path, { force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || !['EACCES', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EPERM', 'EEXIST'].includes(code)) throw error
    return fail({ code: 'output-unwritable', path, reason: code })
  }
}

export function manifestPathOf(path: string): string {
  return `${path}.manifest.json`
}

export async function fileSum(path: string): Promise<{ readonly sizeBytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk)
      sizeBytes += chunk.length
    }
  })
  return { sizeBytes, sha256: hash.digest('hex') }
}

type Written = Pick<Manifest, 'form' | 'tables'> & Pick<Backup, 'remark'>

async function write(
  store: Store,
  options: StoreOptions,
  path: string,
  isPortable: boolean,
  now: IsoTime,
): Promise<Written> {
  let remark: string | null = null
  if (!isPortable && 'home' in options) {
    await writeSqliteCopy(store, path)
    return { form: 'sqlite', tables: await copiedSums(path), remark }
  }
  if (!isPortable && 'databaseUrl' in options) {
    const { databaseUrl } = options
    const { answer, tables } = await withSnapshot(store, (snapshot) => dumpDatabase(databaseUrl, path, snapshot))
    if (answer === 'done') return { form: 'pg-dump', tables, remark }
    remark = answer === 'absent' ? 'pg_dump' : answer.failed
  }
  return { form: 'rows', tables: await writePortable(store, path, now), remark }
}

/** The sums of the copy and not of the original, which may have gone on meanwhile. */
async function copiedSums(path: string): Promise<readonly TableSum[]> {
  return openCopy(path, sumsOf)
}
