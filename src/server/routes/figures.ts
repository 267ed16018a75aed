import { figureChain, figureParams } from '#api/figures.ts'
import { assumptionNames } from '#app/assumption-names.ts'
import { explainForPage } from '#app/explain.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/figures/*',
    permission: 'read',
    summary: 'The chain behind a figure, down to the original bytes',
    shape: { params: figureParams, response: figureChain },
    handle: async ({ params }, { store, scope, words, language, clock }) => {
      const now = clock()
      const nameOf = await assumptionNames(store, words, language, now)
      return { body: await explainForPage(store, scope, params['*'], now, nameOf) }
    },
  }),
])
