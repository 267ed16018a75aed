/**
 * The addresses of Dependency-Track that pipelines call, as its documentation describes them, so that they need only
 * another address. A project is a product; its version is the version that the document describes.
 */

import { about, bomForm, bomProcessing, bomToken, bomTokenParams, bomUpload } from '#api/bom.ts'
import { handIn } from '#app/hand-in.ts'
import { uploadStatus } from '#app/upload-status.ts'
import { fail } from '#domain/problem.ts'
import { actorOf } from '#server/actor-of.ts'
import { defineRoute, defineRoutes, type RequestContext } from '#server/route.ts'
import type { Static } from 'typebox'

const mebibyte = 1024 * 1024

export const routes = defineRoutes([
  defineRoute({
    method: 'PUT',
    path: '/api/v1/bom',
    permission: 'upload',
    summary: 'Hands in a document in base64, as pipelines for Dependency-Track do',
    shape: { body: bomUpload, response: bomToken },
    // Base64 of the largest document.
    largestBody: 270 * mebibyte,
    handle: async ({ body }, context) => {
      const { bom, ...project } = body
      return { body: await take(project, Buffer.from(bom, 'base64'), context) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/bom',
    permission: 'upload',
    summary: 'Hands in a document as a form, as pipelines for Dependency-Track do',
    shape: { body: bomForm, response: bomToken },
    receives: 'file',
    handle: async ({ body, file }, context) => {
      if (file === null) return fail({ code: 'usage', what: 'bom is needed' })
      return { body: await take(body ?? {}, file.bytes, context) }
    },
  }),
  ...['/api/v1/bom/token/:uuid', '/api/v1/event/token/:uuid'].map((path) =>
    defineRoute({
      method: 'GET',
      path,
      permission: 'upload',
      summary: 'Whether a document that was handed in is still being worked on',
      shape: { params: bomTokenParams, response: bomProcessing },
      handle: async ({ params }, { store, clock, scope }) => {
        const { state } = await uploadStatus(store, params.uuid, scope, clock())
        return { body: { processing: state === 'received' || state === 'recorded' } }
      },
    }),
  ),
  defineRoute({
    method: 'GET',
    path: '/api/version',
    permission: 'public',
    summary: 'Which interface of Dependency-Track these addresses follow',
    shape: { response: about },
    handle: async () => ({ body: version }),
  }),
])

/** One document a product: the next one takes its place, as it does there. */
const bomPath = 'bom'

async function take(
  { project, projectName, projectVersion, autoCreate }: Static<typeof bomForm>,
  bytes: Uint8Array,
  context: RequestContext,
): Promise<Static<typeof bomToken>> {
  const { store, clock, scope, request } = context
  const product = project ?? projectName
  if (product === undefined || product === '')
    return fail({ code: 'usage', what: 'project, or projectName and projectVersion, are needed' })
  const handed = {
    bytes,
    path: bomPath,
    product,
    version: projectVersion ?? null,
    actor: actorOf(context),
    scope,
    create: autoCreate === true && project === undefined ? { name: product, unit: unitOf(context) } : null,
    idempotencyKey: request.header('idempotency-key')?.slice(0, 200) ?? null,
  }
  const { token } = await handIn(store, handed, clock())
  return { token }
}

/** Its documents name no unit: a key that is bound to one creates products there. */
function unitOf({ actor }: RequestContext): string | null {
  return actor?.grants.length === 1 ? (actor.grants[0]?.unit ?? null) : null
}

const none = '00000000-0000-0000-0000-000000000000'

/** The version whose documented addresses are answered; clients look at it before they send. */
const version: Static<typeof about> = {
  version: '4.13.0',
  timestamp: '2025-04-07T00:00:00Z',
  systemUuid: none,
  uuid: none,
  application: 'Headwater',
  framework: { name: 'Headwater', version: '1', timestamp: '2025-04-07T00:00:00Z', uuid: none },
}
