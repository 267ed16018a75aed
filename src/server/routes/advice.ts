import { adviceAnswer, kept, putAsideBody, scenarioParams } from '#api/advice.ts'
import { somebody } from '#app/access/person-of.ts'
import { advicePage } from '#app/advice-page.ts'
import { bringBack, putAside } from '#app/put-aside.ts'
import { fail } from '#domain/problem.ts'
import { actorOf } from '#server/actor-of.ts'
import { defineRoute, defineRoutes, type RequestContext } from '#server/route.ts'

/** A scenario tells of the whole organization, and so does putting it aside. */
function whole({ scope, actor }: RequestContext) {
  return scope === 'all' ? somebody(actor) : fail({ code: 'beyond-rights', permission: 'decide' })
}

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/advice',
    permission: 'read',
    summary: 'What to do next, why, at what cost and with what effect; what was put aside; what each role delivered',
    shape: { response: adviceAnswer },
    handle: async (_, context) => {
      const { store, scope, clock, language, words } = context
      return { body: await advicePage(store, { actor: actorOf(context), scope, now: clock(), language, words }) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/advice/put-aside',
    permission: 'decide',
    summary: 'Put a recommendation aside until a day, with a reason',
    shape: { body: putAsideBody, response: kept },
    handle: async ({ body }, context) => ({
      status: 201,
      body: { scenario: await putAside(context.store, whole(context), body, context.clock()) },
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/advice/put-aside/:scenario',
    permission: 'decide',
    summary: 'Bring a recommendation back that was put aside',
    shape: { params: scenarioParams, response: kept },
    handle: async ({ params }, context) => ({
      body: { scenario: await bringBack(context.store, whole(context), params.scenario, context.clock()) },
    }),
  }),
])
