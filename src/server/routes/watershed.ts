import { watershedAnswer, watershedQuery } from '#api/watershed.ts'
import { openLens } from '#app/lists/ask.ts'
import { streams } from '#app/lists/streams.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/watershed',
    permission: 'read',
    summary: 'Packages and the products that use them, for the picture of where everything comes from',
    shape: { query: watershedQuery, response: watershedAnswer },
    handle: async ({ query }, { store, scope }) => ({
      body: (await streams(await openLens(store, scope), query)) as never,
    }),
  }),
])
