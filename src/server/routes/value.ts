import { valueAnswer, whatIfAnswer, whatIfQuery } from '#api/areas.ts'
import { flatFigures } from '#app/lists/areas.ts'
import { openLens } from '#app/lists/ask.ts'
import { valuePage, whatIf } from '#app/lists/pages.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/value',
    permission: 'read',
    summary: 'What usage is worth: total, by product and unit, what moves it, under which assumptions',
    shape: { response: valueAnswer },
    handle: async (_, { store, scope }) => {
      const { area, withheld, ...page } = await valuePage(await openLens(store, scope))
      return {
        body: { ...page, withheld, why: withheld.length > 0 ? 'withheld' : null, area: flatFigures(area) } as never,
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/value/what-if',
    permission: 'read',
    summary: 'The value under other assumptions, beside the value as it is',
    shape: { query: whatIfQuery, response: whatIfAnswer },
    handle: async ({ query }, { store, scope, clock }) => ({
      body: (await whatIf(await openLens(store, scope), query, clock())) as never,
    }),
  }),
])
