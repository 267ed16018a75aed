import { overviewAnswer } from '#api/overview.ts'
import { openLens } from '#app/lists/ask.ts'
import { overview } from '#app/lists/overview.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/overview',
    permission: 'read',
    summary: 'The first glance: what waits, and four numbers with their change',
    shape: { response: overviewAnswer },
    handle: async (_, { store, scope }) => ({ body: (await overview(await openLens(store, scope))) as never }),
  }),
])
