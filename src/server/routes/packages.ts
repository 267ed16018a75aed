import { packageDetail, packagePage, packageParams, packageQuery, whereAnswer, whereQuery } from '#api/packages.ts'
import { fileOf, openLens } from '#app/lists/ask.ts'
import { packages } from '#app/lists/packages.ts'
import { packagePage as showPackage } from '#app/lists/pages.ts'
import { partsAsked, useColumns, usesOfParts } from '#app/lists/where-used.ts'
import { fileAnswer, listRoute } from '#server/list-route.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  listRoute({
    path: '/api/v1/packages',
    summary: 'Packages in use, with criticality, health, value, findings and licenses',
    list: packages,
    query: packageQuery,
    page: packagePage,
    ofProduct: 'package',
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/packages/*',
    permission: 'read',
    summary: 'A package, its versions in use, and who uses it through which path',
    shape: { params: packageParams, response: packageDetail },
    handle: async ({ params }, { store, scope }) => ({
      body: (await showPackage(await openLens(store, scope), params['*'])) as never,
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/where-used',
    permission: 'read',
    summary: 'Which products contain a package, or its versions below one, through which path, and whose they are',
    shape: { query: whereQuery, response: whereAnswer },
    handle: async ({ query }, { store, scope }) => {
      const { package: asked, below, version, after = null, limit = 50, format = 'json' } = query
      const lens = await openLens(store, scope)
      const { parts, ...answer } = partsAsked(lens, { package: asked, below, version })
      if (format === 'json') return { body: { ...answer, products: await usesOfParts(lens, parts, { after, limit }) } }
      const { items } = await usesOfParts(lens, parts, { after: null, limit: null })
      return fileAnswer(fileOf('where-used', format, useColumns, items)) as never
    },
  }),
])
