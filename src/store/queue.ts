/**
 * Background work that survives a kill. A worker takes a job for a while (a lease) and says now and then that it is still
 * at it; when the lease ends without that, another takes the job. Only the holder of the last lease may finish it, in the
 * transaction that writes what the work brought, so that nothing is done twice visibly. One table on both engines.
 */

import { randomUUID } from 'node:crypto'
import type { IsoTime } from '#domain/figure.ts'
import { engines } from './dialect.ts'
import type { Store } from './store.ts'
import type { JobState } from './tables.ts'

export type { JobState } from './tables.ts'

export type JobId = string

export type NewJob = {
  readonly kind: string
  /** The product it is about; null for the whole organization. */
  readonly subject: string | null
  /** Kept as JSON. */
  readonly input: unknown
  /** Larger ones run first; jobs of one priority in the order they came. */
  readonly priority: number
  readonly mostAttempts: number
  /** While a job of the kind with this key waits, no second one is made. */
  readonly key?: string
  readonly notBefore?: IsoTime
}

export type JobProgress = { readonly step: string; readonly done?: number; readonly total?: number }

export type Job = {
  readonly id: JobId
  readonly kind: string
  readonly subject: string | null
  readonly state: JobState
  readonly priority: number
  readonly attempts: number
  readonly createdAt: IsoTime
  readonly startedAt: IsoTime | null
  readonly finishedAt: IsoTime | null
  readonly progress: JobProgress | null
  readonly error: string | null
}

export type LeasedJob = {
  readonly id: JobId
  readonly kind: string
  readonly input: unknown
  readonly attempts: number
  /** The last allowed try has gone by, its holder vanished: whoever takes it now puts it aside. */
  readonly isExhausted: boolean
  readonly lease: string
}

/** Puts a job into the queue, in the transaction of the store it is given. @returns its id, or that of the waiting twin */
export async function enqueue({ db }: Store, job: NewJob, now: IsoTime): Promise<JobId> {
  const inserted = await db
    .insertInto('job')
    .values({
      id: randomUUID(),
      kind: job.kind,
      subject: job.subject,
      input: JSON.stringify(job.input),
      priority: job.priority,
      idempotency_key: job.key ?? null,
      state: 'waiting',
      not_before: job.notBefore ?? now,
      attempts: 0,
      most_attempts: job.mostAttempts,
      lease: null,
      leased_until: null,
      created_at: now,
      started_at: null,
      finished_at: null,
      progress: null,
      result: null,
      error: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted !== undefined) return inserted.id
  const twin = await db
    .selectFrom('job')
    .select('id')
    .where('kind', '=', job.kind)
    .where('idempotency_key', '=', job.key ?? '')
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
  return twin.id
}

/**
 * Takes the most urgent job that is due, also one whose holder was not heard of in time.
 *
 * @param atLeast takes only jobs of this priority or a higher one, so that a worker stays free for them
 * @returns undefined when there is none
 */
export async function lease(
  store: Store,
  { until, atLeast = 0 }: { readonly until: IsoTime; readonly atLeast?: number },
  now: IsoTime,
): Promise<LeasedJob | undefined> {
  // Asking first costs no write lock, and mostly there is nothing to do.
  if ((await dueJob(store, atLeast, now).executeTakeFirst()) === undefined) return undefined
  const token = randomUUID()
  const row = await store.db
    .updateTable('job')
    .set(({ eb }) => ({
      state: 'running' as const,
      attempts: eb('attempts', '+', 1),
      lease: token,
      leased_until: until,
      started_at: now,
      progress: null,
    }))
    .where('sequence', '=', (where) =>
      where
        .selectFrom(
          dueJob(store, atLeast, now)
            .$if(engines[store.engine].locksRows, (query) => query.forUpdate().skipLocked())
            .as('due'),
        )
        .select('due.sequence'),
    )
    .returning(['id', 'kind', 'input', 'attempts', 'most_attempts'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, kind, attempts } = row
  const isExhausted = attempts > row.most_attempts
  return { id, kind, input: JSON.parse(row.input) as unknown, attempts, isExhausted, lease: token }
}

/** Says that the holder is still at it. @returns false when the job is no longer theirs */
export async function heartbeat(
  { db }: Store,
  { id, lease: token }: Pick<LeasedJob, 'id' | 'lease'>,
  { until, progress }: { readonly until: IsoTime; readonly progress: JobProgress | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ leased_until: until, ...(progress === null ? {} : { progress: JSON.stringify(progress) }) })
    .where('id', '=', id)
    .where('lease', '=', token)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/**
 * Ends a job. Called in the transaction that writes what the work brought: when the answer is false the job is no longer
 * theirs, and that transaction has to be given up.
 */
export async function complete(
  { db }: Store,
  { id, lease: token }: Pick<LeasedJob, 'id' | 'lease'>,
  result: unknown,
  now: IsoTime,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ state: 'done', finished_at: now, lease: null, leased_until: null, result: JSON.stringify(result ?? null) })
    .where('id', '=', id)
    .where('lease', '=', token)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

const firstPauseSeconds = 2
const longestPauseSeconds = 300

/** Gives a job back after a failure; each further try waits twice as long. @returns `dead` after the last one */
export async function giveBack(
  { db }: Store,
  { id, lease: token, attempts }: Pick<LeasedJob, 'id' | 'lease' | 'attempts'>,
  { error, isFinal }: { readonly error: string; readonly isFinal: boolean },
  now: IsoTime,
): Promise<'retrying' | 'dead' | 'lost'> {
  const pause = Math.min(firstPauseSeconds * 2 ** (attempts - 1), longestPauseSeconds)
  const held = db.updateTable('job').where('id', '=', id).where('lease', '=', token).where('state', '=', 'running')
  if (!isFinal) {
    const { numUpdatedRows } = await held
      .whereRef('attempts', '<', 'most_attempts')
      .set({ state: 'retrying', not_before: later(now, pause), lease: null, leased_until: null, error })
      .executeTakeFirstOrThrow()
    if (numUpdatedRows > 0n) return 'retrying'
  }
  const { numUpdatedRows } = await held
    .set({ state: 'dead', finished_at: now, lease: null, leased_until: null, error })
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n ? 'dead' : 'lost'
}

export async function findJob({ db }: Store, id: JobId): Promise<Job | undefined> {
  const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toJob(row)
}

/** The last job of a kind that was asked for under a key, whatever became of it. */
export async function lastOfKey({ db }: Store, kind: string, key: string): Promise<Job | undefined> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('kind', '=', kind)
    .where('idempotency_key', '=', key)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : toJob(row)
}

/** Somebody waits for it now. */
export async function hurry({ db }: Store, id: JobId, priority: number): Promise<void> {
  await db.updateTable('job').set({ priority }).where('id', '=', id).where('priority', '<', priority).execute()
}

/** Open jobs, and those that ended at the time or later, in the order they were put in. */
export async function listJobs({ db }: Store, { endedSince }: { readonly endedSince: IsoTime }): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where((where) => where.or([where('finished_at', 'is', null), where('finished_at', '>=', endedSince)]))
    .orderBy('sequence')
    .limit(1_000)
    .execute()
  return rows.map(toJob)
}

/** How many jobs of each kind are in each open state or dead. */
export async function countJobs({
  db,
}: Store): Promise<readonly { readonly kind: string; readonly state: JobState; readonly count: number }[]> {
  return db
    .selectFrom('job')
    .select(['kind', 'state'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((where) => where.or([where('finished_at', 'is', null), where('state', '=', 'dead')]))
    .groupBy(['kind', 'state'])
    .orderBy('kind')
    .orderBy('state')
    .execute()
}

/** The last job of a kind that was done. */
export async function lastDone({ db }: Store, kind: string): Promise<Job | undefined> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('kind', '=', kind)
    .where('state', '=', 'done')
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : toJob(row)
}

/** Deletes jobs that were done before a time; dead ones stay until somebody looked at them. */
export async function forgetDone({ db }: Store, before: IsoTime): Promise<void> {
  await db.deleteFrom('job').where('state', '=', 'done').where('finished_at', '<', before).execute()
}

function dueJob({ db }: Store, atLeast: number, now: IsoTime) {
  return db
    .selectFrom('job')
    .select('sequence')
    .where('finished_at', 'is', null)
    .where('priority', '>=', atLeast)
    .where((where) =>
      where.or([
        where.and([where('state', 'in', ['waiting', 'retrying']), where('not_before', '<=', now)]),
        where.and([where('state', '=', 'running'), where('leased_until', '<', now)]),
      ]),
    )
    .orderBy('priority', 'desc')
    .orderBy('sequence')
    .limit(1)
}

function later(time: IsoTime, seconds: number): IsoTime {
  return new Date(Date.parse(time) + seconds * 1000).toISOString()
}

type Row = {
  readonly id: string
  readonly kind: string
  readonly subject: string | null
  readonly state: JobState
  readonly priority: number
  readonly attempts: number
  readonly created_at: string
  readonly started_at: string | null
  readonly finished_at: string | null
  readonly progress: string | null
  readonly error: string | null
}

function toJob(row: Row): Job {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    state: row.state,
    priority: row.priority,
    attempts: row.attempts,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    progress: row.progress === null ? null : (JSON.parse(row.progress) as JobProgress),
    error: row.error,
  }
}
