import { documentQuery, handedIn, upload, uploadParams } from '#api/documents.ts'
import { handIn } from '#app/hand-in.ts'
import { uploadStatus } from '#app/upload-status.ts'
import { fail } from '#domain/problem.ts'
import { actorOf } from '#server/actor-of.ts'
import { defineRoute, defineRoutes } from '#server/route.ts'

export const routes = defineRoutes([
  defineRoute({
    method: 'POST',
    path: '/api/v1/documents',
    permission: 'upload',
    summary: 'Hands in a document of any kind that is read: an SBOM, a lockfile, a package list',
    shape: { query: documentQuery, body: documentQuery, response: handedIn },
    receives: 'file',
    handle: async ({ query, body, file }, context) => {
      const { store, clock, scope, request } = context
      const { product, path, version, create, unit, origin } = { ...query, ...body }
      if (file === null) return fail({ code: 'usage', what: 'a document is needed' })
      if (product === undefined) return fail({ code: 'usage', what: 'product is needed' })
      const handed = {
        bytes: file.bytes,
        path: path ?? file.name ?? 'document',
        product,
        version: version ?? null,
        actor: actorOf(context),
        scope,
        create: create === true ? { name: product, unit: unit ?? null, origin } : null,
        idempotencyKey: request.header('idempotency-key')?.slice(0, 200) ?? null,
      }
      const { isNew, ...answer } = await handIn(store, handed, clock())
      const headers = { location: `/api/v1/uploads/${answer.token}` }
      return { status: isNew ? 202 : 200, headers, body: answer }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/uploads/:token',
    permission: 'upload',
    summary: 'What became of a document that was handed in',
    shape: { params: uploadParams, response: upload },
    handle: async ({ params }, { store, clock, scope }) => {
      return { body: await uploadStatus(store, params.token, scope, clock()) }
    },
  }),
])
