import { keyCreated, keyParams, keys, newKey } from '#api/keys.ts'
import { done } from '#api/session.ts'
import { createKey, listKeys, revokeKey } from '#app/access/keys.ts'
import { somebody } from '#app/access/person-of.ts'
import { scopeFor } from '#app/access/scope-for.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'GET',
    path: '/api/v1/keys',
    permission: 'session',
    summary: 'One’s own keys, and those of the people one administers; never what they hold',
    shape: { response: keys },
    handle: async (_input, { store, actor, clock }) => {
      const asking = somebody(actor)
      const administers = await scopeFor(store, asking, 'administer', clock())
      return { body: { items: await listKeys(store, asking, administers) } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/keys',
    permission: 'session',
    summary: 'Make a key; it is shown this once',
    shape: { body: newKey, response: keyCreated },
    handle: async ({ body }, { store, actor, clock }) => {
      const { key, secret } = await createKey(store, somebody(actor), body, clock())
      return { status: 201, body: { ...key, secret } }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/keys/:key',
    permission: 'session',
    summary: 'Revoke a key',
    shape: { params: keyParams, response: done },
    handle: async ({ params }, { store, actor, clock }) => {
      const asking = somebody(actor)
      const administers = await scopeFor(store, asking, 'administer', clock())
      await revokeKey(store, asking, administers, params.key, clock())
      return { body: { done: true } }
    },
  }),
])
