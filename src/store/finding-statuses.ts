/** What was stated about findings: here, and in systems that decisions were taken over from. */

import type { Insertable, Selectable } from 'kysely'
import type { IsoTime } from '#domain/figure.ts'
import {
  findingStates,
  type FindingState,
  type StatedStatus,
  type StatusContent,
  type StatusPlace,
} from '#domain/finding-status.ts'
import type { Decision } from '#domain/imported-decision.ts'
import { engines } from './dialect.ts'
import { batches, selectInBatches } from './rows.ts'
import type { Store } from './store.ts'
import type { FindingStatusTable } from './tables.ts'
import { indexable } from './text.ts'

export type NewStatus = StatusPlace & StatusContent & { readonly by: string; readonly undoes: number | null }

/** The form in which the part of a statement is found again. */
export function statusPartKey(part: string): string {
  return indexable(part)
}

/** @returns the ids, in the order of the statements */
export async function saveStatuses(
  store: Store,
  statuses: readonly NewStatus[],
  { recordedAt }: { readonly recordedAt: IsoTime },
): Promise<readonly number[]> {
  return store.transaction(async (inside) => {
    // One at a time: whoever reads on behind the last one seen must not miss one that was numbered earlier.
    await engines[inside.engine].lock(inside.db, 'statuses')
    const ids: number[] = []
    for (const batch of batches(statuses)) {
      const rows = await inside.db
        .insertInto('finding_status')
        .values(batch.map((status) => toRow(status, recordedAt)))
        .returning('id')
        .execute()
      // Rows are numbered in the order in which they stand, and handed back in any.
      ids.push(...rows.map(({ id }) => id).toSorted((a, b) => a - b))
    }
    return ids
  })
}

function toRow(
  { advisory, part, product, state, justification, response, reason, ...rest }: NewStatus,
  recordedAt: IsoTime,
): Insertable<FindingStatusTable> {
  return {
    advisory,
    part,
    product,
    state,
    justification,
    response,
    reason,
    part_key: statusPartKey(part),
    detail: rest.detail,
    until: rest.until,
    stated_by: rest.by,
    undoes: rest.undoes,
    recorded_at: recordedAt,
  }
}

/** A request that states something about many findings, by the key under which it is sent again when no answer came. */
export type StatusBatch = { readonly actor: string; readonly key: string; readonly request: string }

/**
 * In the transaction of the statements: of two requests with one key, the second waits for the first.
 *
 * @returns undefined when the actor used the key before
 */
export async function beginStatusBatch(
  { db }: Store,
  { actor, key, request }: StatusBatch,
  recordedAt: IsoTime,
): Promise<number | undefined> {
  const row = await db
    .insertInto('status_batch')
    .values({ actor, idempotency_key: key, request, answer: 'null', recorded_at: recordedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function answerStatusBatch({ db }: Store, id: number, answer: unknown): Promise<void> {
  await db
    .updateTable('status_batch')
    .set({ answer: JSON.stringify(answer) })
    .where('id', '=', id)
    .execute()
}

export async function findStatusBatch(
  { db }: Store,
  { actor, key }: Pick<StatusBatch, 'actor' | 'key'>,
): Promise<{ readonly request: string; readonly answer: unknown } | undefined> {
  const row = await db
    .selectFrom('status_batch')
    .select(['request', 'answer'])
    .where('actor', '=', actor)
    .where('idempotency_key', '=', key)
    .executeTakeFirst()
  return row && { request: row.request, answer: JSON.parse(row.answer) as unknown }
}

/** The last statement and the last decision taken over: what was read up to them is all there is. */
export type StatusRevision = { readonly stated: number; readonly imported: number }

export async function loadStatusRevision({ db }: Store): Promise<StatusRevision> {
  const row = await db
    .selectNoFrom((query) => [
      query
        .selectFrom('finding_status')
        .select(({ fn }) => fn.max('id').as('last'))
        .as('stated'),
      query
        .selectFrom('fact')
        .select(({ fn }) => fn.max('id').as('last'))
        .where('kind', '=', 'imported-decision')
        .as('imported'),
    ])
    .executeTakeFirstOrThrow()
  return { stated: row.stated ?? 0, imported: row.imported ?? 0 }
}

const statusesAtOnce = 5_000

/** Statements and decisions behind a revision, in their order. */
export async function* loadStatusesAfter(store: Store, after: StatusRevision): AsyncGenerator<StatedStatus> {
  for (let last = after.imported; ;) {
    const rows = await importedRows(store).where('id', '>', last).orderBy('id').limit(statusesAtOnce).execute()
    for (const row of rows) yield* fromFact(row)
    if (rows.length < statusesAtOnce) break
    last = rows.at(-1)?.id ?? last
  }
  for (let last = after.stated; ;) {
    const rows = await store.db
      .selectFrom('finding_status')
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(statusesAtOnce)
      .execute()
    yield* rows.map(fromRow)
    if (rows.length < statusesAtOnce) return
    last = rows.at(-1)?.id ?? last
  }
}

/** All that was ever stated here about some parts, in order. */
export async function loadStatusesOfParts({ db }: Store, parts: readonly string[]): Promise<readonly StatedStatus[]> {
  const rows = await selectInBatches(parts.map(statusPartKey), (batch) =>
    db.selectFrom('finding_status').selectAll().where('part_key', 'in', batch).orderBy('id').execute(),
  )
  return rows.map(fromRow)
}

/** All decisions that were taken over, in order. */
export async function loadImportedStatuses(store: Store): Promise<readonly StatedStatus[]> {
  return (await importedRows(store).orderBy('id').execute()).flatMap(fromFact)
}

export async function loadStatuses({ db }: Store, ids: readonly number[]): Promise<readonly StatedStatus[]> {
  const rows = await selectInBatches(ids, (batch) =>
    db.selectFrom('finding_status').selectAll().where('id', 'in', batch).execute(),
  )
  return rows.map(fromRow)
}

function importedRows({ db }: Store) {
  return db.selectFrom('fact').select(['id', 'source', 'observed_on', 'facts']).where('kind', '=', 'imported-decision')
}

function fromRow({ id, advisory, part, product, state, ...row }: Selectable<FindingStatusTable>): StatedStatus {
  const { justification, response, reason, detail, until, stated_by, undoes, recorded_at } = row
  return {
    id,
    advisory,
    part,
    product,
    state,
    justification,
    response,
    reason,
    detail,
    until,
    undoes,
    source: null,
    by: stated_by,
    at: recorded_at,
  }
}

type FactRow = Awaited<ReturnType<ReturnType<typeof importedRows>['execute']>>[number]

/** Decisions about rules say nothing about a finding. */
function fromFact({ id, source, observed_on, facts }: FactRow): readonly StatedStatus[] {
  const decision = JSON.parse(facts) as Decision
  const { about, subject, product, part, state, justification, response, details } = decision
  if (about !== 'vulnerability' || !isFindingState(state)) return []
  return [
    {
      id,
      source,
      state,
      justification,
      response,
      product,
      advisory: subject,
      part: part.purl ?? `software:${part.name}@${part.version ?? ''}`,
      reason: details ?? '',
      detail: null,
      until: null,
      by: null,
      at: observed_on,
      undoes: null,
    },
  ]
}

function isFindingState(state: Decision['state']): state is FindingState {
  return (findingStates as readonly string[]).includes(state)
}
