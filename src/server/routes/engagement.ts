import { engagementDetail, engagementPage, engagementParams, engagementQuery } from '#api/engagement.ts'
import { engagementFile, engagementOf, engagementPage as showPage } from '#app/engagement-page.ts'
import { fileAnswer } from '#server/list-route.ts'
import { actorOf } from '#server/actor-of.ts'
import { defineRoute, defineRoutes, type RequestContext } from '#server/route.ts'

function readerOf(context: RequestContext) {
  const { scope, clock, language, words } = context
  return { actor: actorOf(context), scope, now: clock(), language, words }
}

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/engagement',
    permission: 'read',
    summary: 'How to deal with the parts that matter: those that ask for something first',
    shape: { query: engagementQuery, response: engagementPage },
    handle: async ({ query: { format = 'json', ...query } }, context) => {
      const { store } = context
      const reader = readerOf(context)
      if (format === 'json') return { body: await showPage(store, reader, query) }
      return fileAnswer(await engagementFile(store, reader, query.option, format)) as never
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/engagement/*',
    permission: 'read',
    summary:
      'How to deal with one package or own project: what is decided, what the guide says and what it turned down',
    shape: { params: engagementParams, response: engagementDetail },
    handle: async ({ params }, context) => ({
      body: await engagementOf(context.store, readerOf(context), params['*']),
    }),
  }),
])
