/**
 * Threads that do background work. Whoever started them says for them that they are still at it: a thread that computes
 * cannot. One thread takes nothing but what is urgent, so that an upload is never behind a re-analysis.
 */

import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { heartbeat, type JobProgress, type LeasedJob } from '#store/queue.ts'
import type { Store, StoreOptions } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import { priorities } from './job.ts'
import type { ThreadData, ThreadMessage } from './job-thread.ts'
import { requestDue } from './job-requests.ts'
import { leaseSeconds } from './run-jobs.ts'

export type JobThreadsOptions = {
  /** Of the one who starts them. */
  readonly store: Store
  /** How threads open theirs. */
  readonly options: StoreOptions
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly language: Language
  /** Threads for everything, besides the one that is kept for what is urgent. */
  readonly general: number
  readonly hasUrgent: boolean
  readonly onBug: (id: string, text: string) => void
}

export type JobThreads = { readonly stop: () => Promise<void> }

/** A job that is under way when the threads are stopped has so long to end before it is given back. */
const patienceMilliseconds = 3_000
const tellMilliseconds = 500
const hourMilliseconds = 3_600_000
/**
 * Room for what is made and soon dropped. V8 takes more, and documents are read no faster with it; an assessment of everything
 * took half as long again with the smaller one.
 */
const youngMebibytes = { urgent: 12, general: 64 }

export function startJobThreads(options: JobThreadsOptions): JobThreads {
  const kept = options.hasUrgent ? [priorities.upload] : []
  const threads = [...kept, ...Array.from({ length: options.general }, () => 0)].map((atLeast) =>
    keepThread(options, atLeast),
  )
  const looking = setInterval(() => {
    // While the database is away nothing is due.
    void requestDue(options.store, new Date().toISOString()).catch(() => undefined)
  }, hourMilliseconds)
  looking.unref()
  return {
    stop: async () => {
      clearInterval(looking)
      await Promise.all(threads.map(({ stop }) => stop()))
    },
  }
}

/** Starts a thread, and another when it dies. */
function keepThread(options: JobThreadsOptions, atLeast: number): JobThreads {
  const { store, onBug } = options
  const watch = watchJob(store)
  let isStopping = false
  let worker = start()

  function start(): Worker {
    const { home, environment, language } = options
    const data: ThreadData = { options: options.options, home, environment: { ...environment }, language, atLeast }
    const thread = new Worker(new URL(`./job-thread${extname(import.meta.filename)}`, import.meta.url), {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: atLeast > 0 ? youngMebibytes.urgent : youngMebibytes.general },
    })
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'bug') onBug(message.id, message.text)
      else watch.hear(message)
    })
    thread.on('error', (error: Error) => onBug('thread', error.stack ?? error.message))
    thread.on('exit', () => {
      if (isStopping) return
      void watch.release()
      setTimeout(() => {
        if (!isStopping) worker = start()
      }, 1_000).unref()
    })
    return thread
  }

  return {
    stop: async () => {
      isStopping = true
      const ended = new Promise((resolve) => worker.once('exit', resolve))
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have none
      worker.postMessage('stop')
      const timer = setTimeout(() => void worker.terminate(), patienceMilliseconds)
      await ended
      clearTimeout(timer)
      await watch.release()
      watch.end()
    },
  }
}

/** Says that the job of one thread goes on, and how far it is. */
function watchJob(store: Store) {
  let job: LeasedJob | null = null
  let progress: JobProgress | null = null
  let isNews = false
  let lastTold = 0
  let isTelling = false
  const tell = async (): Promise<void> => {
    const isDue = Date.now() - lastTold > (leaseSeconds * 1000) / 4
    if (job === null || isTelling || !(isNews || isDue)) return
    isTelling = true
    isNews = false
    lastTold = Date.now()
    const until = new Date(Date.now() + leaseSeconds * 1000).toISOString()
    // The database may be away for a while; the lease is long enough for several tries.
    await heartbeat(store, job, { until, progress }).catch(() => undefined)
    isTelling = false
  }
  const timer = setInterval(() => void tell(), tellMilliseconds)
  timer.unref()
  return {
    hear: (message: Exclude<ThreadMessage, { kind: 'bug' }>): void => {
      if (message.kind === 'taken') {
        job = message.job
        progress = null
        lastTold = Date.now()
      } else if (message.kind === 'ended') job = null
      else {
        progress = message.progress
        isNews = true
      }
    },
    /** Ends the lease of a thread that is no more, so that another need not wait for it. */
    release: async (): Promise<void> => {
      const held = job
      job = null
      if (held === null) return
      const until = new Date().toISOString()
      await heartbeat(store, held, { until, progress: null }).catch(() => undefined)
    },
    end: (): void => clearInterval(timer),
  }
}
