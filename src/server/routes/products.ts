import { productDocuments as documentsShape } from '#api/documents.ts'
import { productDetail, productPage, productParams, productQuery } from '#api/products.ts'
import { ended } from '#api/notifications.ts'
import { openLens } from '#app/lists/ask.ts'
import { productPage as showProduct } from '#app/lists/pages.ts'
import { products } from '#app/lists/products.ts'
import { productDocuments } from '#app/product-documents.ts'
import { removeProduct } from '#app/remove-product.ts'
import { actorOf } from '#server/actor-of.ts'
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
  defineRoute({
    method: 'GET',
    path: '/api/v1/products/:product/documents',
    permission: 'read',
    summary: 'What was handed in for a product, and what was found when it was looked at by itself',
    shape: { params: productParams, response: documentsShape },
    handle: async ({ params }, context) => {
      const { store, scope, clock } = context
      return { body: await productDocuments(store, params.product, { actor: actorOf(context), scope }, clock()) }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/products/:product',
    permission: 'administer',
    summary: 'Takes away a product that was made when a document was handed in; its history stays',
    shape: { params: productParams, response: ended },
    handle: async ({ params }, context) => {
      const { store, scope, clock } = context
      await removeProduct(store, params.product, { actor: actorOf(context), scope }, clock())
      return { body: { ended: true } }
    },
  }),
])
