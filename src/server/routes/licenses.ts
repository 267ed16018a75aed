import { licensePage, licenseQuery, licenseSummary } from '#api/licenses.ts'
import { openLens } from '#app/lists/ask.ts'
import { licenseSummary as summarize } from '#app/lists/pages.ts'
import { parts } from '#app/lists/parts.ts'
import { listRoute } from '#server/list-route.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  listRoute({
    path: '/api/v1/licenses',
    summary: 'Part versions with the terms they come under',
    list: parts,
    query: licenseQuery,
    page: licensePage,
    ofProduct: 'part',
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/license-summary',
    permission: 'read',
    summary: 'Licenses in all: classes, certainty, duties',
    shape: { response: licenseSummary },
    handle: async (_, { store, scope }) => ({ body: summarize(await openLens(store, scope)) as never }),
  }),
])
