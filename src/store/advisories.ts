/** Advisories, one record each. A newer version is appended, the older one kept for questions about earlier times. */

import type { SelectQueryBuilder } from 'kysely'
import type { AdvisorySet } from '#domain/assessment/vulnerabilities.ts'
import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoTime } from '#domain/figure.ts'
import { engines } from './dialect.ts'
import { evidenceKeys, restore, saveEvidence } from './evidence.ts'
import { endOfTime } from './revisions.ts'
import { batches, insertRows, selectInBatches } from './rows.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'
import { indexable, sha256 } from './text.ts'

/** An advisory as a source published it; `bytes` is the whole record. */
export type AdvisoryRecord = {
  readonly id: string
  readonly modified: string | null
  readonly withdrawn: string | null
  readonly bytes: Uint8Array
}

export type AdvisoryChanges = { readonly added: number; readonly unchanged: number; readonly updated: number }

export type StoredAdvisory = { readonly id: string; readonly evidence: EvidenceId; readonly bytes: Uint8Array }

type Known = { readonly knownAt: IsoTime }

/**
 * Takes records into the set of an ecosystem. One whose `modified` lies before that of the version at hand is older and
 * counts as unchanged; advisories that are not among the records stay.
 */
export async function saveAdvisories(
  store: Store,
  ecosystem: string,
  records: readonly AdvisoryRecord[],
  { recordedAt }: { readonly recordedAt: IsoTime },
): Promise<AdvisoryChanges> {
  const byId = new Map(records.map((record) => [record.id, record]))
  const originals = new Map([...byId.keys()].map((id) => [id, '']))
  for (const batch of batches([...byId.values()], 5_000)) {
    const items = batch.map(({ id, bytes }) => {
      return { kind: 'advisory' as const, name: `${ecosystem}/${id}`, bytes, retrievedAt: recordedAt, recordedAt }
    })
    for (const [index, { id }] of (await saveEvidence(store, items)).entries())
      originals.set(batch[index]?.id ?? '', id)
  }
  return store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, `advisories:${ecosystem}`)
    const current = await currentVersions(inside, ecosystem, [...byId.keys()])
    const fresh = [...byId.values()].filter((record) =>
      isNews(record, originals.get(record.id), current.get(record.id)),
    )
    const updated = fresh.filter(({ id }) => current.has(id)).length
    const changes = { added: fresh.length - updated, unchanged: byId.size - fresh.length, updated }
    const originalOf = await evidenceKeys(
      inside,
      fresh.map(({ id }) => originals.get(id) ?? ''),
    )
    await insertRows(
      inside,
      'advisory',
      ['ecosystem', 'advisory', 'advisory_key', 'modified', 'withdrawn', 'evidence', 'recorded_at'],
      fresh.flatMap(({ id, modified, withdrawn }) => [
        ecosystem,
        id,
        indexable(id),
        modified,
        withdrawn,
        originalOf(originals.get(id) ?? ''),
        recordedAt,
      ]),
    )
    const before = await lastImport(inside, ecosystem, endOfTime)
    const news = fresh.map(({ id }) => `${id} ${originals.get(id)}`).sort()
    await inside.db
      .insertInto('advisory_import')
      .values({
        ecosystem,
        recorded_at: recordedAt,
        ...changes,
        advisories: (before?.advisories ?? 0) + changes.added,
        newest: newestOf([before?.newest ?? null, ...fresh.map(({ modified }) => modified)]),
        digest:
          before !== undefined && news.length === 0 ? before.digest : sha256([before?.digest, ...news].join('\n')),
      })
      .execute()
    return changes
  })
}

/** One entry per ecosystem that advisories were imported for by the time, by name. */
export async function listAdvisorySets({ db }: Store, { knownAt }: Known): Promise<AdvisorySet[]> {
  const rows = await db
    .selectFrom('advisory_import')
    .innerJoin(
      (query) =>
        query
          .selectFrom('advisory_import')
          .select(({ fn }) => fn.max('id').as('last'))
          .where('recorded_at', '<=', knownAt)
          .groupBy('ecosystem')
          .as('newest_import'),
      (join) => join.onRef('last', '=', 'advisory_import.id'),
    )
    .select(['ecosystem', 'advisories', 'newest', 'recorded_at'])
    .orderBy('ecosystem')
    .execute()
  return rows.map(({ ecosystem, advisories, newest, recorded_at }) => ({
    ecosystem,
    advisories,
    newest,
    importedAt: recorded_at,
  }))
}

/** A name for the state of the set, safe in file names; `none` before the first import. */
export async function advisorySetVersion(store: Store, ecosystem: string, known?: Known): Promise<string> {
  const last = await lastImport(store, ecosystem, known?.knownAt ?? endOfTime)
  return last?.digest.slice(0, 32) ?? 'none'
}

/**
 * The advisories of an ecosystem as they were known at the time, withdrawn ones included, by id. Those whose original was
 * deleted are left out. Problem: `evidence-altered`.
 */
export async function* loadAdvisories(
  store: Store,
  ecosystem: string,
  { knownAt }: Known,
): AsyncGenerator<StoredAdvisory> {
  const rows = await store.db
    .selectFrom('advisory')
    .innerJoin('evidence', 'evidence.key', 'advisory.evidence')
    .select(['advisory', 'evidence.key', 'evidence.id', 'size_bytes'])
    .where('advisory.id', 'in', (query) => lastOfEach(query.selectFrom('advisory'), ecosystem, knownAt))
    .orderBy('advisory_key')
    .execute()
  for (const batch of batches(rows)) {
    const pieces = await piecesOf(
      store,
      batch.map(({ key }) => key),
    )
    for (const { advisory, key, id, size_bytes } of batch) {
      const own = pieces.get(key)
      if (own !== undefined) yield { id: advisory, evidence: id, bytes: await restore(id, size_bytes, own) }
    }
  }
}

async function piecesOf(store: Store, originals: readonly number[]): Promise<ReadonlyMap<number, Uint8Array[]>> {
  const chunks = await store.db
    .selectFrom('evidence_chunk')
    .select(['evidence', 'bytes'])
    .where('evidence', 'in', originals)
    .orderBy('evidence')
    .orderBy('position')
    .execute()
  const pieces = new Map<number, Uint8Array[]>()
  for (const { evidence, bytes } of chunks) {
    const own = pieces.get(evidence)
    if (own === undefined) pieces.set(evidence, [bytes])
    else own.push(bytes)
  }
  return pieces
}

type CurrentVersion = { readonly evidence: EvidenceId; readonly modified: string | null }

async function currentVersions(
  store: Store,
  ecosystem: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CurrentVersion>> {
  const rows = await selectInBatches(ids.map(indexable), (keys) =>
    store.db
      .selectFrom('advisory')
      .innerJoin('evidence', 'evidence.key', 'advisory.evidence')
      .select(['advisory', 'modified', 'evidence.id as evidence'])
      .where('advisory.id', 'in', (query) =>
        lastOfEach(query.selectFrom('advisory'), ecosystem, endOfTime).where('advisory_key', 'in', keys),
      )
      .execute(),
  )
  return new Map(rows.map(({ advisory, ...version }) => [advisory, version]))
}

/** The row numbers of the last version of each advisory. */
function lastOfEach(from: SelectQueryBuilder<Tables, 'advisory', object>, ecosystem: string, knownAt: IsoTime) {
  return from
    .select(({ fn }) => fn.max('advisory.id').as('last'))
    .where('ecosystem', '=', ecosystem)
    .where('advisory.recorded_at', '<=', knownAt)
    .groupBy('advisory_key')
}

function lastImport({ db }: Store, ecosystem: string, knownAt: IsoTime) {
  return db
    .selectFrom('advisory_import')
    .select(['advisories', 'newest', 'digest'])
    .where('ecosystem', '=', ecosystem)
    .where('recorded_at', '<=', knownAt)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function isNews(
  record: AdvisoryRecord,
  original: EvidenceId | undefined,
  current: CurrentVersion | undefined,
): boolean {
  if (current === undefined) return true
  if (current.evidence === original) return false
  // An export taken from a mirror may be older than what is at hand.
  return !(timeOf(record.modified) < timeOf(current.modified))
}

/** Sources write the same moment with and without fractions of a second, so times are compared as times. */
function newestOf(times: readonly (string | null)[]): IsoTime | null {
  const newest = times.reduce((latest, time) => Math.max(latest, timeOf(time) || -Infinity), -Infinity)
  return Number.isFinite(newest) ? new Date(newest).toISOString() : null
}

function timeOf(time: string | null): number {
  return time === null ? Number.NaN : Date.parse(time)
}
