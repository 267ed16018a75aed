/**
 * Background work as it goes on. While nothing does, the server is asked now and then; while something does, its events are
 * listened to, so that a page left open holds no connection. Where events do not get through, asking goes on more often.
 */

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { getJson } from '#web/api.ts'
import type { PortalWords as Words } from '#text/portal-words.ts'

export type Job = {
  readonly id: string
  readonly kind: string
  readonly subject: string | null
  readonly state: keyof Words['live']['jobs']['states']
  readonly attempts: number
  readonly createdAt: string
  readonly finishedAt: string | null
  readonly progress: { readonly step: string; readonly done?: number; readonly total?: number } | null
  readonly error: string | null
}

type Watch = {
  readonly jobs: readonly Job[]
  /** When the last job that changes what is shown was done here; null when none was. */
  readonly newsAt: string | null
}

const idleMilliseconds = 20_000
const busyMilliseconds = 3_000

let watch: Watch = { jobs: [], newsAt: null }
const listeners = new Set<() => void>()
let events: EventSource | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let look: () => void = () => undefined

export const isOpen = ({ finishedAt }: Job): boolean => finishedAt === null

export function useJobs(): Watch {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => watch,
  )
}

/** Something was asked for: there is work now. */
export function lookAtJobs(): void {
  look()
}

/** Watches as long as the component that calls it stands. */
export function useJobWatch(isWatching: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!isWatching) return undefined
    const began = new Date().toISOString()
    const seen = new Map<string, boolean>()
    look = () => void ask()
    async function ask(): Promise<void> {
      clearTimeout(timer)
      try {
        const { items } = await getJson<{ readonly items: readonly Job[] }>('/api/v1/jobs')
        take(items)
      } catch {
        // The server is away or the session has ended; pages say so themselves.
      }
      plan()
    }
    function plan(): void {
      clearTimeout(timer)
      const isBusy = watch.jobs.some(isOpen)
      if (isBusy) listen()
      else hangUp()
      const isHeard = events?.readyState === EventSource.OPEN
      timer = setTimeout(() => void ask(), isBusy && !isHeard ? busyMilliseconds : idleMilliseconds)
    }
    function listen(): void {
      if (events !== null && events.readyState !== EventSource.CLOSED) return
      events = new EventSource('/api/v1/jobs/events')
      events.addEventListener('job', (event: MessageEvent<string>) => {
        const job = JSON.parse(event.data) as Job
        take([...watch.jobs.filter(({ id }) => id !== job.id), job])
        if (!watch.jobs.some(isOpen)) void ask()
      })
      // What ended while the line was down is not told again.
      events.addEventListener('error', () => plan())
    }
    function take(jobs: readonly Job[]): void {
      const ended = jobs.filter((job) => {
        const isNew = job.finishedAt !== null && !(seen.get(job.id) ?? job.finishedAt < began)
        seen.set(job.id, job.finishedAt !== null)
        return isNew
      })
      const isNews = ended.some(({ kind, state }) => kind === 'assess-organization' && state === 'done')
      publish({ jobs, newsAt: isNews ? new Date().toISOString() : watch.newsAt })
      if (ended.length > 0) void refresh(client)
    }
    void ask()
    return () => {
      clearTimeout(timer)
      hangUp()
      look = () => undefined
    }
  }, [client, isWatching])
}

function hangUp(): void {
  events?.close()
  events = null
}

function publish(next: Watch): void {
  watch = next
  for (const listener of listeners) listener()
}

async function refresh(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}
