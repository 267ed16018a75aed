import { maturityLabels } from '#api/maturity-labels.ts'
import { labelsOfMaturity } from '#app/maturity-labels.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/maturity-labels',
    permission: 'session',
    summary: 'What levels and indicators of maturity are called, in the language of the request',
    shape: { response: maturityLabels },
    handle: async (_, { store, language, clock }) => ({ body: await labelsOfMaturity(store, language, clock()) }),
  }),
])
