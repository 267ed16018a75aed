/** Shapes of `/api/v1/jobs`. */

import { Type } from 'typebox'
import { nullable } from './common.ts'

export const job = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  /** The product it is about; null for the whole organization. */
  subject: nullable(Type.String()),
  state: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('retrying'),
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('dead'),
  ]),
  attempts: Type.Integer(),
  createdAt: Type.String(),
  startedAt: nullable(Type.String()),
  finishedAt: nullable(Type.String()),
  progress: nullable(
    Type.Object({
      step: Type.String(),
      done: Type.Optional(Type.Integer()),
      total: Type.Optional(Type.Integer()),
    }),
  ),
  /** Code of a problem, or id of a bug in the log. */
  error: nullable(Type.String()),
})

export const jobList = Type.Object({ items: Type.Array(job) })

/** Server-sent events: `event: job`, `data:` one job as JSON, whenever something of it changed. */
export const jobEvents = Type.Unsafe<AsyncIterable<string>>({ type: 'string' })

export const queued = Type.Object({ job: Type.String() })
