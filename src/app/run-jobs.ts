/** Takes jobs from the queue and does them, one after the other. */

import { randomUUID } from 'node:crypto'
import { ProblemError } from '#domain/problem.ts'
import { complete, giveBack, lease, type LeasedJob } from '#store/queue.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import type { Clock } from './clock.ts'
import { ringForWork } from './job-bell.ts'
import type { Finish, JobContext, JobDefinition } from './job.ts'
import { jobs } from './jobs.generated.ts'
import type { Progress } from './progress.ts'

/** A holder that was not heard of for so long has lost its job. */
export const leaseSeconds = 20

/** What a worker tells whoever watches over it. */
export type JobWatch = {
  readonly onTaken: (job: LeasedJob) => void
  readonly onEnded: (job: LeasedJob) => void
  /** Something that no job should do. */
  readonly onBug: (id: string, error: unknown) => void
  readonly progress: Progress
}

export type WorkPlace = {
  readonly store: Store
  readonly home: string
  /** What time it is for what is recorded; leases go by the machine's own. */
  readonly clock: Clock
  /** Of what is made for nobody in particular. */
  readonly language: Language
}

/**
 * Does the next job that is due.
 *
 * @param atLeast leaves jobs of a lower priority to others
 * @returns false when there was none
 */
export async function runNextJob(place: WorkPlace, atLeast: number, watch: JobWatch): Promise<boolean> {
  const leased = await lease(place.store, { until: soon(leaseSeconds), atLeast }, soon(0))
  if (leased === undefined) return false
  watch.onTaken(leased)
  try {
    await run(leased, { ...place, progress: watch.progress }, watch)
  } finally {
    watch.onEnded(leased)
  }
  // Who waits may be waiting for what this job asked for.
  ringForWork()
  return true
}

async function run(leased: LeasedJob, context: JobContext, watch: JobWatch): Promise<void> {
  const job = definitionOf(leased.kind)
  if (job === undefined) return giveUpOrBack(leased, undefined, { error: 'unknown-kind', isFinal: true }, context)
  if (leased.isExhausted) return giveUpOrBack(leased, job, { error: 'abandoned', isFinal: true }, context)
  try {
    const finish = await job.run(leased.input, context)
    await finishJob(leased, finish, context.store)
  } catch (error) {
    if (error instanceof LeaseLost) return
    const failure = failureOf(error, watch)
    await giveUpOrBack(leased, job, failure, context)
  }
}

/** Both or neither: what the work brought, and that it is done. */
async function finishJob(leased: LeasedJob, finish: Finish, store: Store): Promise<void> {
  await store.transaction(async (inside) => {
    const result = await finish(inside)
    if (!(await complete(inside, leased, result, soon(0)))) throw new LeaseLost()
  })
}

async function giveUpOrBack(
  leased: LeasedJob,
  job: JobDefinition<unknown> | undefined,
  failure: { readonly error: string; readonly isFinal: boolean },
  { store }: JobContext,
): Promise<void> {
  await store.transaction(async (inside) => {
    const outcome = await giveBack(inside, leased, failure, soon(0))
    if (outcome === 'dead') await job?.giveUp?.(inside, leased.input, failure.error)
  })
}

/** Another holder has the job by now; what this one did is given up. */
class LeaseLost extends Error {}

const passing = new Set(['store-busy', 'store-unavailable'])

function failureOf(error: unknown, { onBug }: JobWatch): { readonly error: string; readonly isFinal: boolean } {
  if (error instanceof ProblemError) return { error: error.problem.code, isFinal: !passing.has(error.problem.code) }
  const id = randomUUID()
  onBug(id, error)
  return { error: id, isFinal: false }
}

function definitionOf(kind: string): JobDefinition<unknown> | undefined {
  return (jobs as readonly JobDefinition<unknown>[]).find(({ id }) => id === kind)
}

function soon(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString()
}
