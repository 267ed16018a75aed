import {
  ended,
  inbox,
  inboxQuery,
  readBody,
  subscribed,
  subscriptionBody,
  subscriptionParams,
  subscriptions,
  unread,
} from '#api/notifications.ts'
import { done } from '#api/session.ts'
import {
  loadInbox,
  loadSubscriptions,
  readNotifications,
  subscribe,
  testSubscription,
  unsubscribe,
} from '#app/notifications.ts'
import { actorOf } from '#server/actor-of.ts'
import { type RequestContext, defineRoute, defineRoutes } from '#server/route.ts'

/** A route with the permission `session` is only reached by somebody who is known. */
const self = ({ actor }: RequestContext): string => {
  if (actor === null) throw new Error('a route for persons was reached without one')
  return actor.id
}

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/notifications',
    permission: 'session',
    summary: 'What the person who asks was told, newest first',
    shape: { query: inboxQuery, response: inbox },
    handle: async ({ query }, context) => {
      const { items, ...rest } = await loadInbox(context.store, self(context), {
        before: query.before,
        limit: query.limit ?? 50,
      })
      const { events } = context.words.administration
      return { body: { ...rest, items: items.map((item) => ({ ...item, text: events[item.kind](item.subject) })) } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/notifications/read',
    permission: 'session',
    summary: 'Mark own notifications as read',
    shape: { body: readBody, response: unread },
    handle: async ({ body }, context) => ({
      body: await readNotifications(context.store, self(context), body.ids, context.clock()),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/subscriptions',
    permission: 'session',
    summary: 'What the person who asks wants to be told, with the last deliveries',
    shape: { response: subscriptions },
    handle: async (_, context) => ({
      body: {
        items: [...(await loadSubscriptions(context.store, self(context)))].map((one) => ({
          ...one,
          log: [...one.log],
        })),
      },
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/subscriptions',
    permission: 'session',
    summary: 'Want to be told: in the portal, by mail to the own address, or by a signed webhook',
    shape: { body: subscriptionBody, response: subscribed },
    handle: async ({ body }, context) => ({
      status: 201,
      body: await subscribe(context.store, self(context), body, context.clock()),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/subscriptions/:id/test',
    permission: 'session',
    summary: 'Send a test on this way; what comes of it stands in the log of the subscription',
    shape: { params: subscriptionParams, response: done },
    handle: async ({ params }, context) => {
      await testSubscription(context.store, actorOf(context), params.id, context.clock())
      return { status: 202, body: { done: true } }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/subscriptions/:id',
    permission: 'session',
    summary: 'No longer want to be told',
    shape: { params: subscriptionParams, response: ended },
    handle: async ({ params }, context) => {
      await unsubscribe(context.store, self(context), params.id, context.clock())
      return { body: { ended: true } }
    },
  }),
])
