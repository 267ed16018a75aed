/** Accepted originals: named by their hash, stored unchanged, never overwritten; deletion leaves a tombstone. */

import type { Evidence, EvidenceId, EvidenceKind } from '#domain/evidence.ts'
import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { pack, unpack } from './compression.ts'
import { engines } from './dialect.ts'
import { batches, insertRows, selectInBatches, type Value } from './rows.ts'
import type { Store } from './store.ts'
import { sha256 } from './text.ts'

/** An original that was handed in. */
export type Original = {
  readonly kind: EvidenceKind
  readonly name: string
  readonly bytes: Uint8Array
  readonly retrievedAt: IsoTime
  readonly recordedAt: IsoTime
}

/** `tombstone` tells why the bytes are gone; null when they are there. */
export type StoredEvidence = Evidence & { readonly tombstone: { readonly reason: string; readonly at: IsoTime } | null }

/**
 * Keeps originals; they are on disk when the promise resolves. The same bytes are one original however often and by
 * however many writers they are handed in, with the name and times of the first; handing in what was tombstoned
 * restores it.
 *
 * @returns one entry per item, in order
 */
export async function saveEvidence(store: Store, items: readonly Original[]): Promise<Evidence[]> {
  const ids = items.map(({ bytes }) => sha256(bytes))
  const firsts = new Map<EvidenceId, Original>()
  for (const [index, id] of ids.entries()) {
    const item = items[index]
    if (item !== undefined && !firsts.has(id)) firsts.set(id, item)
  }
  const there = new Set(
    (await findRows(store, ids)).filter(({ tombstoned_at }) => tombstoned_at === null).map(({ id }) => id),
  )
  // In one order for all writers, so that two who bring the same originals wait for one another in a line, not a circle.
  const missing = [...firsts].filter(([id]) => !there.has(id)).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const group of groupsBySize(missing)) await saveGroup(store, group)
  const rows = new Map((await findRows(store, ids)).map((row) => [row.id, toEvidence(row)]))
  return ids.map((id) => rows.get(id) ?? fail({ code: 'evidence-missing', evidence: id }))
}

/** Problems: `evidence-missing` when it is unknown or tombstoned, `evidence-altered` when its bytes have another hash. */
export async function loadEvidenceBytes(store: Store, id: EvidenceId): Promise<Uint8Array> {
  const [row] = await findRows(store, [id])
  if (row === undefined || row.tombstoned_at !== null) return fail({ code: 'evidence-missing', evidence: id })
  const chunks = await store.db
    .selectFrom('evidence_chunk')
    .select('bytes')
    .where('evidence', '=', row.key)
    .orderBy('position')
    .execute()
  return restore(
    id,
    row.size_bytes,
    chunks.map(({ bytes }) => bytes),
  )
}

/** Unpacks and checks the hash. Problem: `evidence-altered`. */
export async function restore(id: EvidenceId, sizeBytes: number, pieces: readonly Uint8Array[]): Promise<Uint8Array> {
  const bytes = await unpack(pieces, sizeBytes)
  if (bytes === undefined || sha256(bytes) !== id) return fail({ code: 'evidence-altered', evidence: id, at: '' })
  return bytes
}

export async function findEvidence(store: Store, id: EvidenceId): Promise<StoredEvidence | undefined> {
  const [row] = await findRows(store, [id])
  return row === undefined ? undefined : toStored(row)
}

/**
 * Originals in the order they came in, tombstoned ones included.
 *
 * @param filter of these kinds, or with these ids; without it all of them, hundreds of thousands where advisories are kept
 */
export async function listEvidence(
  store: Store,
  filter?: { readonly kinds: readonly EvidenceKind[] } | { readonly ids: readonly EvidenceId[] },
): Promise<StoredEvidence[]> {
  const query = evidenceQuery(store)
  if (filter === undefined) return (await query.orderBy('key').execute()).map(toStored)
  if ('kinds' in filter) {
    if (filter.kinds.length === 0) return []
    return (await query.where('kind', 'in', filter.kinds).orderBy('key').execute()).map(toStored)
  }
  return (await findRows(store, filter.ids)).sort((a, b) => a.key - b.key).map(toStored)
}

/**
 * Deletes the bytes of an original and leaves why and when. What was derived from it stays, and is to be `withheld`.
 * Problem: `evidence-missing` when the id is unknown. Nothing happens when it is tombstoned already.
 */
export async function tombstoneEvidence(store: Store, id: EvidenceId, reason: string, at: IsoTime): Promise<void> {
  await store.transaction(async (inside) => {
    const [row] = await findRows(inside, [id])
    if (row === undefined) fail({ code: 'evidence-missing', evidence: id })
    await inside.db
      .insertInto('evidence_tombstone')
      .values({ evidence: row.key, tombstoned_at: at, reason, lifted_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await inside.db.deleteFrom('evidence_chunk').where('evidence', '=', row.key).execute()
  })
  if (!store.isInTransaction) await engines[store.engine].scrub(store.db, ['evidence_chunk'])
}

/** The numbers other tables refer to originals by. Problem: `evidence-missing` for an id that was never kept. */
export async function evidenceKeys(store: Store, ids: readonly EvidenceId[]): Promise<(id: EvidenceId) => number> {
  const rows = await selectInBatches(ids, (batch) =>
    store.db.selectFrom('evidence').select(['key', 'id']).where('id', 'in', batch).execute(),
  )
  const keys = new Map(rows.map(({ id, key }) => [id, key]))
  return (id) => keys.get(id) ?? fail({ code: 'evidence-missing', evidence: id })
}

type Row = Awaited<ReturnType<typeof findRows>>[number]

async function findRows(store: Store, ids: Iterable<EvidenceId>) {
  return selectInBatches(ids, (batch) => evidenceQuery(store).where('id', 'in', batch).execute())
}

function evidenceQuery({ db }: Store) {
  return db
    .selectFrom('evidence')
    .leftJoin('evidence_tombstone', (join) =>
      join.onRef('evidence_tombstone.evidence', '=', 'evidence.key').on('lifted_at', 'is', null),
    )
    .select(['key', 'id', 'kind', 'name', 'size_bytes', 'retrieved_at', 'recorded_at', 'tombstoned_at', 'reason'])
}

function toEvidence({ id, kind, name, size_bytes, retrieved_at, recorded_at }: Row): Evidence {
  return { id, kind, name, sizeBytes: size_bytes, retrievedAt: retrieved_at, recordedAt: recorded_at }
}

function toStored(row: Row): StoredEvidence {
  const { tombstoned_at: at, reason } = row
  return { ...toEvidence(row), tombstone: at === null ? null : { at, reason: reason ?? '' } }
}

/** One transaction each: large enough to share the cost of reaching the disk, small enough for memory. */
function* groupsBySize(items: readonly [EvidenceId, Original][]): Generator<[EvidenceId, Original][]> {
  let group: [EvidenceId, Original][] = []
  let size = 0
  for (const item of items) {
    group.push(item)
    size += item[1].bytes.length
    if (group.length < 2_000 && size < 16 * 1024 * 1024) continue
    yield group
    group = []
    size = 0
  }
  if (group.length > 0) yield group
}

async function saveGroup(store: Store, group: readonly [EvidenceId, Original][]): Promise<void> {
  const packed = new Map<EvidenceId, readonly Uint8Array[]>()
  for (const [id, { bytes }] of group) packed.set(id, await pack(bytes))
  await store.transaction(async (inside) => {
    // Who inserts the row, or lifts the tombstone, inserts the bytes; others find both there once that is committed.
    const toFill = [...(await insertNew(inside, group)), ...(await liftTombstones(inside, group))]
    const values: Value[] = []
    for (const { id, key } of toFill)
      for (const [position, piece] of (packed.get(id) ?? []).entries()) values.push(key, position, piece)
    await insertRows(inside, 'evidence_chunk', ['evidence', 'position', 'bytes'], values)
  })
}

async function insertNew(
  { db }: Store,
  group: readonly [EvidenceId, Original][],
): Promise<{ id: EvidenceId; key: number }[]> {
  const inserted: { id: EvidenceId; key: number }[] = []
  for (const batch of batches(group, 250)) {
    const values = batch.map(([id, { kind, name, bytes, retrievedAt, recordedAt }]) => {
      return { id, kind, name, size_bytes: bytes.length, retrieved_at: retrievedAt, recorded_at: recordedAt }
    })
    const rows = await db
      .insertInto('evidence')
      .values(values)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning(['id', 'key'])
      .execute()
    inserted.push(...rows)
  }
  return inserted
}

async function liftTombstones(
  store: Store,
  group: readonly [EvidenceId, Original][],
): Promise<{ id: EvidenceId; key: number }[]> {
  const times = new Map(group.map(([id, { recordedAt }]) => [id, recordedAt]))
  const tombstoned = (await findRows(store, times.keys())).filter(({ tombstoned_at }) => tombstoned_at !== null)
  const lifted: { id: EvidenceId; key: number }[] = []
  for (const { id, key } of tombstoned) {
    const done = await store.db
      .updateTable('evidence_tombstone')
      .set({ lifted_at: times.get(id) ?? null })
      .where('evidence', '=', key)
      .where('lifted_at', 'is', null)
      .returning('evidence')
      .execute()
    if (done.length > 0) lifted.push({ id, key })
  }
  return lifted
}
