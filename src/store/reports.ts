/** Reports that were made of assessments, as they are sent: so that each is made once, wherever it was asked for. */

import type { IsoTime } from '#domain/figure.ts'
import { pack, unpack } from './compression.ts'
import { engines } from './dialect.ts'
import { batches, insertRows } from './rows.ts'
import type { Store } from './store.ts'
import { sha256 } from './text.ts'

/** What one report is made of; the words of each belong to whoever makes it. */
export type ReportName = {
  /** Its id. */
  readonly assessment: string
  readonly kind: string
  readonly language: string
  readonly format: string
}

/** A report without its bytes. */
export type ReportEntry = { readonly key: number; readonly sizeBytes: number; readonly sha256: string }

/** Packed and ready to be kept, so that nothing long is done while others wait to write. */
export type PackedReport = {
  readonly name: ReportName
  readonly sizeBytes: number
  readonly sha256: string
  readonly pieces: readonly Uint8Array[]
}

/** So many of each kind: the newest assessment in every language and format, and some that were looked up again. */
const keptOfKind = 20

export async function packReport(name: ReportName, bytes: Uint8Array): Promise<PackedReport> {
  return { name, sizeBytes: bytes.length, sha256: sha256(bytes), pieces: await pack(bytes) }
}

/** Whoever asks for reports, keeps them or deletes them does so one after the other, until the transaction ends. */
export async function lockReports({ db, engine }: Store): Promise<void> {
  await engines[engine].lock(db, 'report')
}

/**
 * Keeps a report in place of one of the same name, and the newest of its kind alone. To be called in a transaction that
 * holds `lockReports`. Nothing is kept when the assessment is no more.
 */
export async function saveReport(
  store: Store,
  { name, sizeBytes, sha256: hash, pieces }: PackedReport,
  madeAt: IsoTime,
): Promise<void> {
  const assessment = await store.db
    .selectFrom('assessment')
    .select('sequence')
    .where('id', '=', name.assessment)
    .where('is_kept', '=', 1)
    .executeTakeFirst()
  if (assessment === undefined) return
  const { kind, language, format } = name
  const before = await findReport(store, name)
  if (before !== undefined) await deleteReports(store, [before.key])
  const { id } = await store.db
    .insertInto('report')
    .values({
      assessment: assessment.sequence,
      kind,
      language,
      format,
      size_bytes: sizeBytes,
      sha256: hash,
      made_at: madeAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertRows(
    store,
    'report_chunk',
    ['report', 'position', 'bytes'],
    pieces.flatMap((piece, position) => [id, position, piece]),
  )
  const all = await store.db.selectFrom('report').select('id').where('kind', '=', kind).orderBy('id', 'desc').execute()
  await deleteReports(
    store,
    all.slice(keptOfKind).map((old) => old.id),
  )
}

export async function findReport(
  { db }: Store,
  { assessment, kind, language, format }: ReportName,
): Promise<ReportEntry | undefined> {
  const row = await db
    .selectFrom('report')
    .innerJoin('assessment', 'assessment.sequence', 'report.assessment')
    .select(['report.id as key', 'size_bytes', 'sha256'])
    .where('assessment.id', '=', assessment)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .where('format', '=', format)
    .executeTakeFirst()
  return row === undefined ? undefined : { key: row.key, sizeBytes: row.size_bytes, sha256: row.sha256 }
}

/** Undefined when it was deleted meanwhile, or its bytes are not what was kept: then it is for `forgetReport`. */
export async function loadReportBytes({ db }: Store, { key, sizeBytes }: ReportEntry): Promise<Uint8Array | undefined> {
  const chunks = await db
    .selectFrom('report_chunk')
    .select('bytes')
    .where('report', '=', key)
    .orderBy('position')
    .execute()
  const bytes = await unpack(
    chunks.map(({ bytes: piece }) => piece),
    sizeBytes,
  )
  return bytes?.length === sizeBytes ? bytes : undefined
}

export async function forgetReport(store: Store, { key }: ReportEntry): Promise<void> {
  await store.transaction((inside) => deleteReports(inside, [key]))
}

/** Those of assessments that are about to be deleted. */
export async function deleteReportsOf(store: Store, assessments: readonly number[]): Promise<void> {
  const rows = await store.db.selectFrom('report').select('id').where('assessment', 'in', assessments).execute()
  await deleteReports(
    store,
    rows.map(({ id }) => id),
  )
}

/** To be called in the transaction that erases somebody, and holds until it ends: what is being made is not kept either. */
export async function deleteEveryReport(store: Store): Promise<void> {
  await lockReports(store)
  await store.db.deleteFrom('report_chunk').execute()
  await store.db.deleteFrom('report').execute()
}

async function deleteReports({ db }: Store, keys: readonly number[]): Promise<void> {
  for (const batch of batches(keys)) {
    await db.deleteFrom('report_chunk').where('report', 'in', batch).execute()
    await db.deleteFrom('report').where('id', 'in', batch).execute()
  }
}
