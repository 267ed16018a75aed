/** Background work that somebody asks for. */

import type { IsoTime } from '#domain/figure.ts'
import { listAssessments } from '#store/assessments.ts'
import { enqueue, type JobId } from '#store/queue.ts'
import type { Store } from '#store/store.ts'
import { ringForWork } from './job-bell.ts'
import { newJob, priorities } from './job.ts'
import { job as assessOrganization } from './jobs/assess-organization.ts'

/** Assesses the whole organization now, before what nobody asked for; one that was asked for and waits already is that one. */
export async function requestReassessment(store: Store, now: IsoTime): Promise<JobId> {
  const job = newJob(assessOrganization, null, null, { key: 'requested' })
  const id = await enqueue(store, { ...job, priority: priorities.long }, now)
  ringForWork()
  return id
}

const dayMilliseconds = 86_400_000

/** Asks for what is due when nobody does: advisories may have come in since, and time has passed for what ages. */
export async function requestDue(store: Store, now: IsoTime): Promise<JobId | null> {
  const [latest] = await listAssessments(store)
  if (latest === undefined || Date.parse(now) - Date.parse(latest.recordedAt) < dayMilliseconds) return null
  return enqueue(store, newJob(assessOrganization, null, null, { key: 'organization' }), now)
}
