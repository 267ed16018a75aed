/** Shapes of `/api/v1/notifications` and `/api/v1/subscriptions`. */

import { Type } from 'typebox'
import { channels, eventKinds } from '#domain/notification.ts'
import { nullable } from './common.ts'

const kind = Type.Enum([...eventKinds])
const channel = Type.Enum([...channels])

export const inboxQuery = Type.Object({
  before: Type.Optional(Type.Integer({ minimum: 1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
})

export const inbox = Type.Object({
  unread: Type.Integer(),
  items: Type.Array(
    Type.Object({
      id: Type.Integer(),
      kind,
      subject: Type.String(),
      detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
      createdAt: Type.String(),
      readAt: nullable(Type.String()),
      /** The news as a sentence, in the language of the request. */
      text: Type.String(),
    }),
  ),
  next: nullable(Type.Integer()),
})

export const readBody = Type.Object({ ids: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 500 }) })
export const unread = Type.Object({ unread: Type.Integer() })

export const subscriptionBody = Type.Object({
  kind,
  channel,
  unit: nullable(Type.String({ maxLength: 200 })),
  address: nullable(Type.String({ maxLength: 2_000 })),
})
export const subscriptionParams = Type.Object({ id: Type.Integer({ minimum: 1 }) })

export const subscribed = Type.Object({
  id: Type.Integer(),
  /** What a webhook is signed with; told this once. */
  secret: nullable(Type.String()),
})

export const subscriptions = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.Integer(),
      kind,
      channel,
      unit: nullable(Type.String()),
      address: nullable(Type.String()),
      createdAt: Type.String(),
      log: Type.Array(
        Type.Object({
          message: Type.String(),
          attemptedAt: Type.String(),
          outcome: Type.String(),
          status: nullable(Type.Integer()),
        }),
      ),
    }),
  ),
})
export const ended = Type.Object({ ended: Type.Boolean() })
