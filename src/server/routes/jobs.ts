import { jobEvents as events, jobList, queued, type job } from '#api/jobs.ts'
import { jobEvents } from '#app/job-events.ts'
import { visibleJobs, type Job } from '#app/job-list.ts'
import { requestReassessment } from '#app/job-requests.ts'
import { fail } from '#domain/problem.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'
import type { Static } from 'typebox'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/jobs',
    permission: 'read',
    summary: 'Background work that waits, is under way, or ended in the last ten minutes',
    shape: { response: jobList },
    handle: async (_input, { store, scope, clock }) => {
      return { body: { items: (await visibleJobs(store, scope, clock())).map(bodyOf) } }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/jobs/events',
    permission: 'read',
    summary: 'The same as it changes, as server-sent events',
    shape: { response: events },
    produces: 'text/event-stream',
    handle: async (_input, { store, scope }) => {
      // A proxy that collects answers would hold the news back.
      return { headers: { 'x-accel-buffering': 'no' }, body: written(jobEvents(store, scope)) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/assessments',
    permission: 'analyze',
    summary: 'Assesses the whole organization again, in the background',
    shape: { response: queued },
    handle: async (_input, { store, scope, clock }) => {
      if (scope !== 'all') return fail({ code: 'not-permitted', what: 'the whole organization' })
      return { status: 202, body: { job: await requestReassessment(store, clock()) } }
    },
  }),
])

async function* written(jobs: AsyncIterable<Job | null>): AsyncGenerator<string> {
  yield 'retry: 2000\n\n'
  for await (const one of jobs)
    yield one === null ? ': still here\n\n' : `event: job\ndata: ${JSON.stringify(bodyOf(one))}\n\n`
}

function bodyOf({ priority: _priority, ...shown }: Job): Static<typeof job> {
  return shown
}
