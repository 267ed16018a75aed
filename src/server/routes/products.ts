import { productDetail, productPage, productParams, productQuery } from '#api/products.ts'
import { openLens } from '#app/lists/ask.ts'
import { productPage as showProduct } from '#app/lists/pages.ts'
import { products } from '#app/lists/products.ts'
import { listRoute } from '#server/list-route.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  listRoute({
    path: '/api/v1/products',
    summary: 'Products, with what they use and what was found',
    list: products,
    query: productQuery,
    page: productPage,
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/products/:product',
    permission: 'read',
    summary: 'A product and everything it uses, with the way each part comes in',
    shape: { params: productParams, response: productDetail },
    handle: async ({ params }, { store, scope }) => ({
      body: (await showProduct(await openLens(store, scope), params.product)) as never,
    }),
  }),
])
