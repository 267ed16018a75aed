/**
 * The contract of background work. To add one, write `jobs/<id>.ts` with `export const job = defineJob({…})` and run
 * `npm run generate`.
 */

import type { NewJob } from '#store/queue.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import type { Clock } from './clock.ts'
import type { Progress } from './progress.ts'

/**
 * An upload is never behind anything that nobody waits for; one worker is kept free for what is urgent. What somebody asked
 * for and takes long is behind what takes a moment, and before what nobody asked for.
 */
export const priorities = { upload: 100, usual: 50, long: 30, background: 10 } as const

export type JobContext = {
  readonly store: Store
  readonly home: string
  readonly clock: Clock
  /** Of what is made for nobody in particular. */
  readonly language: Language
  readonly progress: Progress
}

/** Writes what the work brought, in one transaction with the end of the job. @returns what is kept as its result, as JSON */
export type Finish = (inside: Store) => Promise<unknown>

export type JobDefinition<Input> = {
  /** The file name. */
  readonly id: string
  /** What it does, in a sentence. */
  readonly label: string
  readonly priority: keyof typeof priorities
  /** Kills and failures it survives; afterwards it is put aside. A problem is not tried again: it would be the same. */
  readonly mostAttempts: number
  /** May be run again from the start after a kill; whatever it writes itself must bear that. */
  readonly run: (input: Input, context: JobContext) => Promise<Finish>
  /** Called when the job is put aside, in the transaction that does so. */
  readonly giveUp?: (inside: Store, input: Input, error: string) => Promise<void>
}

export function defineJob<Input>(job: JobDefinition<Input>): JobDefinition<Input> {
  return job
}

/**
 * @param subject the product it is about; null for the whole organization
 * @param more `key`: while a job with it waits no second one is made; `notBefore`
 */
export function newJob<Input>(
  { id, priority, mostAttempts }: JobDefinition<Input>,
  subject: string | null,
  input: Input,
  more: Pick<NewJob, 'key' | 'notBefore'> = {},
): NewJob {
  return { kind: id, subject, input, priority: priorities[priority], mostAttempts, ...more }
}
