import { figureChain, figureParams } from '#api/figures.ts'
import { assumptionNames } from '#app/assumption-names.ts'
import { explainFigure } from '#app/explain.ts'
import { fail } from '#domain/problem.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/figures/*',
    permission: 'read',
    summary: 'The chain behind a figure, down to the original bytes',
    shape: { params: figureParams, response: figureChain },
    handle: async ({ params }, { store, scope, words, language, clock }) => {
      // A chain leads through the originals of every unit; which units a figure is about, its id does not tell.
      if (scope !== 'all') return fail({ code: 'beyond-rights', permission: 'read' })
      const nameOf = await assumptionNames(store, words, language, clock())
      return { body: await explainFigure(store, params['*'], { mostInputs: 50, deepest: 3, nameOf }) }
    },
  }),
])
