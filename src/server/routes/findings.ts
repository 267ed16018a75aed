import { affectedQuery, findingDetail, findingPage, findingParams, findingQuery } from '#api/findings.ts'
import { usePage } from '#api/packages.ts'
import { fileOf, openLens } from '#app/lists/ask.ts'
import { findings } from '#app/lists/findings.ts'
import { findingPage as showFinding } from '#app/lists/pages.ts'
import { partsOfAdvisory, useColumns, usesOfParts } from '#app/lists/where-used.ts'
import { fileAnswer, listRoute } from '#server/list-route.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  listRoute({
    path: '/api/v1/findings',
    summary: 'Findings, gravest first: part versions that advisories speak about',
    list: findings,
    query: findingQuery,
    page: findingPage,
    ofProduct: 'finding',
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/findings/:finding',
    permission: 'read',
    summary: 'An advisory by any of its ids: affected versions, and the products that use them',
    shape: { params: findingParams, response: findingDetail },
    handle: async ({ params }, { store, scope }) => ({
      body: (await showFinding(await openLens(store, scope), params.finding)) as never,
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/findings/:finding/affected',
    permission: 'read',
    summary: 'All products that an advisory concerns, with owners and paths',
    shape: { params: findingParams, query: affectedQuery, response: usePage },
    handle: async ({ params, query }, { store, scope }) => {
      const { after = null, limit = 50, format = 'json' } = query
      const lens = await openLens(store, scope)
      const parts = partsOfAdvisory(lens, params.finding)
      if (format === 'json') return { body: await usesOfParts(lens, parts, { after, limit }) }
      const { items } = await usesOfParts(lens, parts, { after: null, limit: null })
      return fileAnswer(fileOf('affected', format, useColumns, items)) as never
    },
  }),
])
