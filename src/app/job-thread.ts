/** A worker thread: its own connection to the store, so that nothing long runs where requests are answered. */

import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { openStore, type StoreOptions } from '#store/store.ts'
import type { LeasedJob } from '#store/queue.ts'
import type { Language } from '#text/language.ts'
import { clockOf } from './clock.ts'
import { listenForWork } from './job-bell.ts'
import type { Progress } from './progress.ts'
import { runNextJob, type JobWatch } from './run-jobs.ts'

export type ThreadData = {
  readonly options: StoreOptions
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly language: Language
  /** Jobs of a lower priority are left to other threads. */
  readonly atLeast: number
}

export type ThreadMessage =
  | { readonly kind: 'taken'; readonly job: LeasedJob }
  | { readonly kind: 'ended' }
  | { readonly kind: 'progress'; readonly progress: Parameters<Progress['report']>[0] }
  | { readonly kind: 'bug'; readonly id: string; readonly text: string }

/** How long a worker rests when nobody rings: other processes cannot be heard. */
const restMilliseconds = 300

/** After so long a job what it needed is given back at once: V8 would keep it for the next one, which may be hours away. */
const longMilliseconds = 1_000

if (parentPort !== null) await work(workerData as ThreadData)

async function work({ options, home, environment, language, atLeast }: ThreadData): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have none
  const tell = (message: ThreadMessage): void => parentPort?.postMessage(message)
  const stopping = new AbortController()
  parentPort?.once('message', () => stopping.abort())
  let rang = new AbortController()
  const deafen = listenForWork(() => rang.abort())
  const store = await openStore(options)
  let takenAt = 0
  const watch: JobWatch = {
    onTaken: (job) => {
      takenAt = performance.now()
      tell({ kind: 'taken', job })
    },
    onEnded: () => {
      tell({ kind: 'ended' })
      if (performance.now() - takenAt > longMilliseconds) giveMemoryBack()
    },
    onBug: (id, error) =>
      tell({ kind: 'bug', id, text: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    progress: { report: (progress) => tell({ kind: 'progress', progress }), finish: () => undefined },
  }
  const place = { store, home, clock: clockOf(environment), language }
  while (!stopping.signal.aborted) {
    rang = new AbortController()
    if (await ranOne()) continue
    await wait(restMilliseconds, undefined, { signal: AbortSignal.any([rang.signal, stopping.signal]) }).catch(() => {})
  }
  deafen()
  await store.close()

  async function ranOne(): Promise<boolean> {
    try {
      return await runNextJob(place, atLeast, watch)
    } catch (error) {
      // The database is away: it is asked again after a rest, and jobs that were lost with it come back by themselves.
      watch.onBug('store', error)
      return false
    }
  }
}

/** V8 offers its collector to scripts of a context that is made after this flag is set. */
function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (how: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void
  collect({ type: 'major', flavor: 'last-resort' })
}
