/** Documents that were handed in: what became of each. The original is evidence; its place in a product is a revision. */

import { randomUUID } from 'node:crypto'
import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { ProductId } from '#domain/organization.ts'
import { evidenceKeys } from './evidence.ts'
import type { RevisionId } from './revisions.ts'
import type { Store } from './store.ts'
import type { UploadState } from './tables.ts'
import { indexable } from './text.ts'

export type { UploadState } from './tables.ts'

export type Upload = {
  readonly token: string
  readonly product: ProductId
  readonly path: string
  readonly evidence: EvidenceId
  readonly version: string | null
  readonly actor: string
  readonly state: UploadState
  readonly receivedAt: IsoTime
  readonly recordedAt: IsoTime | null
  readonly analyzedAt: IsoTime | null
  /** What was read and found; null before. Its shape belongs to who writes it. */
  readonly outcome: unknown
}

export type NewUpload = Pick<Upload, 'product' | 'path' | 'evidence' | 'version' | 'actor'> & {
  readonly idempotencyKey: string | null
}

/** @returns its token; undefined when the actor used the idempotency key before */
export async function saveUpload(store: Store, upload: NewUpload, receivedAt: IsoTime): Promise<string | undefined> {
  const key = (await evidenceKeys(store, [upload.evidence]))(upload.evidence)
  const row = await store.db
    .insertInto('upload')
    .values({
      token: randomUUID(),
      product: upload.product,
      product_key: indexable(upload.product),
      path: upload.path,
      evidence: key,
      version: upload.version,
      actor: upload.actor,
      idempotency_key: upload.idempotencyKey,
      state: 'received',
      received_at: receivedAt,
      recorded_at: null,
      analyzed_at: null,
      revision: null,
      outcome: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('token')
    .executeTakeFirst()
  return row?.token
}

export async function findUpload(store: Store, token: string): Promise<Upload | undefined> {
  const row = await rows(store).where('token', '=', token).executeTakeFirst()
  return row === undefined ? undefined : toUpload(row)
}

/** What an actor handed in under an idempotency key. */
export async function findUploadByKey(
  store: Store,
  actor: string,
  idempotencyKey: string,
): Promise<Upload | undefined> {
  const row = await rows(store)
    .where('actor', '=', actor)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
  return row === undefined ? undefined : toUpload(row)
}

/** The last document that was handed in under a path of a product since the product was there; as `uploadsOf`. */
export async function lastUpload(store: Store, product: ProductId, path: string): Promise<Upload | undefined> {
  const row = await rows(store)
    .where('product_key', '=', indexable(product))
    .where('path', '=', path)
    .where('received_at', '>', await lastEmptied(store, product))
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : toUpload(row)
}

/** The documents of a product that were read, and of which it is not known yet what they mean. */
export async function recordedUploads(store: Store, product: ProductId): Promise<Upload[]> {
  const found = await rows(store)
    .where('product_key', '=', indexable(product))
    .where('state', '=', 'recorded')
    .orderBy('sequence')
    .execute()
  return found.map(toUpload)
}

/**
 * The last document under each path since the product was there: one that was removed and made again under its name starts
 * empty. The newest first.
 */
export async function uploadsOf(store: Store, product: ProductId, most: number): Promise<Upload[]> {
  const newest = store.db
    .selectFrom('upload as newest')
    .select(({ fn }) => fn.max('newest.sequence').as('sequence'))
    .where('product_key', '=', indexable(product))
    .where('received_at', '>', await lastEmptied(store, product))
    .groupBy('path')
  const found = await rows(store).where('sequence', 'in', newest).orderBy('sequence', 'desc').limit(most).execute()
  return found.map(toUpload)
}

/** When the product last had no document, as it is when it is removed; empty when it always had one. */
async function lastEmptied({ db }: Store, product: ProductId): Promise<IsoTime> {
  const emptied = await db
    .selectFrom('revision')
    .select(({ fn }) => fn.max('recorded_at').as('at'))
    .where('product_key', '=', indexable(product))
    .where((where) => {
      const documents = where.selectFrom('document').select('id').whereRef('document.revision', '=', 'revision.id')
      return where.not(where.exists(documents))
    })
    .executeTakeFirst()
  return emptied?.at ?? ''
}

export async function markRecorded(
  { db }: Store,
  token: string,
  { revision, outcome }: { readonly revision: RevisionId; readonly outcome: unknown },
  recordedAt: IsoTime,
): Promise<void> {
  await db
    .updateTable('upload')
    .set({ state: 'recorded', recorded_at: recordedAt, revision, outcome: JSON.stringify(outcome) })
    .where('token', '=', token)
    .execute()
}

export async function markAnalyzed({ db }: Store, token: string, outcome: unknown, analyzedAt: IsoTime): Promise<void> {
  await db
    .updateTable('upload')
    .set({ state: 'analyzed', analyzed_at: analyzedAt, outcome: JSON.stringify(outcome) })
    .where('token', '=', token)
    .execute()
}

export async function markFailed({ db }: Store, token: string, outcome: unknown): Promise<void> {
  await db
    .updateTable('upload')
    .set({ state: 'failed', outcome: JSON.stringify(outcome) })
    .where('token', '=', token)
    .execute()
}

function rows({ db }: Store) {
  return db
    .selectFrom('upload')
    .innerJoin('evidence', 'evidence.key', 'upload.evidence')
    .select([
      'token',
      'product',
      'path',
      'evidence.id as evidence_id',
      'version',
      'actor',
      'state',
      'received_at',
      'upload.recorded_at as read_at',
      'analyzed_at',
      'outcome',
    ])
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirst']>>>

function toUpload(row: Row): Upload {
  return {
    token: row.token,
    product: row.product,
    path: row.path,
    evidence: row.evidence_id,
    version: row.version,
    actor: row.actor,
    state: row.state,
    receivedAt: row.received_at,
    recordedAt: row.read_at,
    analyzedAt: row.analyzed_at,
    outcome: row.outcome === null ? null : (JSON.parse(row.outcome) as unknown),
  }
}
