import { motivatorMatrix, motivatorQuery } from '#api/motivators.ts'
import { matrixPage } from '#app/motivator-matrix.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/motivators',
    permission: 'read',
    summary: 'What moves people: kinds of value by levels, as bars',
    shape: { query: motivatorQuery, response: motivatorMatrix },
    handle: async ({ query }, { store, scope, clock, language, words }) => ({
      body: await matrixPage(store, query.area, {
        scope,
        now: clock(),
        language,
        organization: words.motivators.organization,
      }),
    }),
  }),
])
