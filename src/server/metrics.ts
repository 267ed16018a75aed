/** Figures about the server itself, as Prometheus reads them. */

import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countJobs } from '#app/job-list.ts'
import type { OpenStore } from '#app/home.ts'

/** Measures every request from now on. @returns the text of `/metrics` */
export function measure(server: FastifyInstance, store: OpenStore): () => Promise<string> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'headwater_request_seconds',
    help: 'Time from the arrival of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  const jobs = new Gauge({
    name: 'headwater_jobs',
    help: 'Background jobs that wait, run or were put aside',
    labelNames: ['kind', 'state'],
    registers: [registry],
  })
  server.addHook('onResponse', async (request, reply) => {
    // The pattern and not the address: figures must not grow with what people ask for, nor tell it.
    const route = request.routeOptions.url ?? 'none'
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  return async () => {
    jobs.reset()
    for (const { kind, state, count } of await countJobs(store)) jobs.set({ kind, state }, count)
    return registry.metrics()
  }
}
