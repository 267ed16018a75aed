import { healthDetail, healthPage, healthParams, healthQuery, quadrant } from '#api/health.ts'
import { openLens } from '#app/lists/ask.ts'
import { flatFigures } from '#app/lists/areas.ts'
import { health } from '#app/lists/health.ts'
import { healthPage as showHealth, quadrantOf } from '#app/lists/pages.ts'
import { listRoute } from '#server/list-route.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  listRoute({
    path: '/api/v1/health',
    summary: 'Projects behind what is in use, those at risk first',
    list: health,
    query: healthQuery,
    page: healthPage,
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/health-quadrant',
    permission: 'read',
    summary: 'Projects by criticality and health',
    shape: { response: quadrant },
    handle: async (_, { store, scope }) => ({ body: quadrantOf(await openLens(store, scope)) as never }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/health/*',
    permission: 'read',
    summary: 'A project, or the one behind a package: indicators, warnings, funding, products',
    shape: { params: healthParams, response: healthDetail },
    handle: async ({ params }, { store, scope }) => ({
      body: flatFigures(await showHealth(await openLens(store, scope), params['*'])) as never,
    }),
  }),
])
