/** Ties the routes of the registry to Fastify: rights before the body is read, shapes before the handler, answers by shape. */

import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { problem } from '#api/common.ts'
import { sendRefusal } from './problem-answer.ts'
import { receive } from './received-file.ts'
import { admit, type Surroundings } from './request-context.ts'
import type { Answer, RequestContext, Route } from './route.ts'
import { compileValidator } from './validation.ts'

const mebibyte = 1024 * 1024
/** As large as the largest document that readers open. */
const largestFile = 200 * mebibyte

export async function registerRoutes(
  server: FastifyInstance,
  routes: readonly Route[],
  surroundings: Surroundings,
): Promise<void> {
  const contexts = new WeakMap<FastifyRequest, RequestContext>()
  const optionsOf = (route: Route): RouteOptions => ({
    method: route.method,
    url: route.path,
    // What never ends has no head to ask for.
    exposeHeadRoute: route.produces !== 'text/event-stream',
    bodyLimit: route.largestBody ?? (route.receives === 'file' ? largestFile : mebibyte),
    schema: schemaOf(route),
    onRequest: async (request, reply) => {
      const admission = await admit(route, request, surroundings)
      contexts.set(request, admission.context)
      if (!admission.isAdmitted) await sendRefusal(reply, admission.why, admission.context.words)
    },
    handler: async (request, reply) => {
      const context = contexts.get(request)
      if (context === undefined) throw new Error('a request came past the door')
      const received = route.receives === 'file' ? await receive(request) : null
      const input = {
        params: request.params,
        query: request.query,
        body: received === null ? request.body : checked(route, received.fields),
        file: received?.file ?? null,
      }
      return send(reply, route, await route.handle(input, context))
    },
  })
  for (const route of routes) if (route.receives === undefined) server.route(optionsOf(route))
  // A document may be JSON itself, so within these routes nothing is parsed.
  await server.register(async (files) => {
    files.removeAllContentTypeParsers()
    await files.register(multipart, {
      throwFileSizeLimit: true,
      limits: { files: 1, fields: 20, fieldSize: 64 * 1024, fileSize: largestFile, parts: 21 },
    })
    files.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const route of routes) if (route.receives === 'file') files.route(optionsOf(route))
  })
}

function schemaOf({ shape, receives }: Route): NonNullable<RouteOptions['schema']> {
  return {
    ...(shape.params === undefined ? {} : { params: shape.params }),
    ...(shape.query === undefined ? {} : { querystring: shape.query }),
    ...(shape.body === undefined || receives === 'file' ? {} : { body: shape.body }),
    response: { '2xx': shape.response, '4xx': problem, '5xx': problem },
  }
}

/** The fields of a form, by the shape that JSON would have to have. */
function checked({ shape, method, path }: Route, fields: Readonly<Record<string, string>> | undefined): unknown {
  if (shape.body === undefined || fields === undefined) return undefined
  const values = { ...fields }
  const validate = compileValidator({ schema: shape.body, method, url: path, httpPart: 'querystring' })
  if (validate(values) === true) return values
  throw Object.assign(new Error('fields'), { validation: validate.errors, validationContext: 'body', statusCode: 400 })
}

function send(
  reply: FastifyReply,
  { produces }: Route,
  { status = 200, headers = {}, body }: Answer<unknown>,
): unknown {
  reply.code(status)
  if (produces !== undefined) reply.type(produces)
  for (const [name, value] of Object.entries(headers)) reply.header(name, value)
  if (isStream(body)) return reply.send(Readable.from(body, { objectMode: false }))
  // Fastify writes null as nothing; for us it is an answer, unless the status says that there is none.
  if (body === null && status !== 204) return reply.type('application/json; charset=utf-8').send('null')
  return reply.send(status === 204 ? undefined : body)
}

function isStream(body: unknown): body is AsyncIterable<string> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}
