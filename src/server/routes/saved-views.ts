import { keptView, savedViewBody, savedViewParams, savedViews } from '#api/saved-views.ts'
import { scopeFor } from '#app/access/scope-for.ts'
import { changeView, dropView, keepView, viewsOf } from '#app/saved-views.ts'
import { isAllowed } from '#domain/access.ts'
import { actorOf } from '#server/actor-of.ts'
import { type RequestContext, defineRoute, defineRoutes } from '#server/route.ts'

const by = (context: RequestContext) => ({ actor: actorOf(context), now: context.clock() })

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/saved-views',
    permission: 'session',
    summary: 'Views that the person who asks keeps, and those that others share',
    shape: { response: savedViews },
    handle: async (_, context) => {
      const { actor, now } = by(context)
      const mayShare = isAllowed(await scopeFor(context.store, actor, 'analyze', now))
      return { body: { items: await viewsOf(context.store, actor), mayShare } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/saved-views',
    permission: 'session',
    summary: 'Keep a page with its filters and order under a name',
    shape: { body: savedViewBody, response: keptView },
    handle: async ({ body }, context) => ({
      status: 201,
      body: { id: await keepView(context.store, by(context), body) },
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/saved-views/:id',
    permission: 'session',
    summary: 'Change a view of one’s own: its name, what it shows, who sees it',
    shape: { params: savedViewParams, body: savedViewBody, response: keptView },
    handle: async ({ params, body }, context) => {
      await changeView(context.store, by(context), params.id, body)
      return { body: { id: params.id } }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/saved-views/:id',
    permission: 'session',
    summary: 'Keep a view of one’s own no longer',
    shape: { params: savedViewParams, response: keptView },
    handle: async ({ params }, context) => {
      await dropView(context.store, by(context), params.id)
      return { body: { id: params.id } }
    },
  }),
])
