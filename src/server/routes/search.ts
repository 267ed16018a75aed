import { searchAnswer, searchQuery } from '#api/overview.ts'
import { openLens } from '#app/lists/ask.ts'
import { search } from '#app/lists/search.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

const hitsOfEach = 8

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/search',
    permission: 'read',
    summary: 'Products, packages, findings and projects by the beginnings of their words',
    shape: { query: searchQuery, response: searchAnswer },
    handle: async ({ query }, { store, scope }) => ({
      body: { groups: search(await openLens(store, scope), query.q, query.limit ?? hitsOfEach) } as never,
    }),
  }),
])
