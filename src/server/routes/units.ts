import { unitsAnswer } from '#api/units.ts'
import { openLens } from '#app/lists/ask.ts'
import { isWithin } from '#domain/access.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/units',
    permission: 'read',
    summary: 'Units of the organization that may be looked at',
    shape: { response: unitsAnswer },
    handle: async (_, { store, scope }) => {
      const { views } = await openLens(store, scope)
      return { body: { items: views.head.units.filter(({ id }) => isWithin(scope, id)) } }
    },
  }),
])
