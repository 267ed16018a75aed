/** News of background work, as they come. */

import { setTimeout as wait } from 'node:timers/promises'
import type { Scope } from '#domain/access.ts'
import type { Store } from '#store/store.ts'
import { visibleJobs, type Job } from './job-list.ts'

const restMilliseconds = 500
/** Who listens longer asks again, and is looked at anew: rights end. */
const longestMilliseconds = 300_000

/**
 * Each job that is under way or waits, and each whenever something of it changes; null when nothing did for a while, so
 * that what stands between us and the listener does not think that nobody is there.
 */
export async function* jobEvents(store: Store, scope: Scope): AsyncGenerator<Job | null> {
  const told = new Map<string, string>()
  const since = new Date().toISOString()
  const end = Date.now() + longestMilliseconds
  for (let rests = 0; Date.now() < end; rests += 1) {
    const jobs = await visibleJobs(store, scope, new Date().toISOString())
    const known = new Set(jobs.map(({ id }) => id))
    for (const id of told.keys()) if (!known.has(id)) told.delete(id)
    for (const job of jobs) {
      const saying = JSON.stringify(job)
      if (told.get(job.id) === saying) continue
      told.set(job.id, saying)
      // What had ended before somebody listened is no news.
      if (job.finishedAt !== null && job.finishedAt < since) continue
      rests = 0
      yield job
    }
    if (rests > 30) {
      rests = 0
      yield null
    }
    await wait(restMilliseconds)
  }
}
