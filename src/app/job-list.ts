/** What goes on in the background, for who may see it. */

import { isWithin, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import { listJobs, type Job } from '#store/queue.ts'
import type { Store } from '#store/store.ts'
import { productUnits } from './units.ts'

export { countJobs } from '#store/queue.ts'
export type { Job } from '#store/queue.ts'

const shownForSeconds = 600

/** Open jobs and those that ended in the last ten minutes; of products outside the scope none. */
export async function visibleJobs(store: Store, scope: Scope, now: IsoTime): Promise<readonly Job[]> {
  const endedSince = new Date(Date.parse(now) - shownForSeconds * 1000).toISOString()
  const jobs = await listJobs(store, { endedSince })
  if (scope === 'all') return jobs
  const units = await productUnits(store, now)
  return jobs.filter(({ subject }) => subject === null || isWithin(scope, units.get(subject) ?? null))
}
