/** A small server with the routes of the registry and the door of `app/access`, for tests of rights and sign-in. */

import { Readable } from 'node:stream'
import { Ajv } from 'ajv'
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify'
import { actorResolver } from '#app/access/resolve-actor.ts'
import type { AccessSettings } from '#app/access/request.ts'
import { scopeFor } from '#app/access/scope-for.ts'
import { isAllowed } from '#domain/access.ts'
import { httpStatuses, ProblemError } from '#domain/problem.ts'
import type { Route } from '#server/route.ts'
import { routes as registry } from '#server/routes.generated.ts'
import type { Store } from '#store/store.ts'
import { loadWords } from '#text/load-words.ts'

export const routes: readonly Route[] = registry.flat()

export type AccessServerOptions = {
  readonly store: Store
  readonly settings?: Partial<AccessSettings>
  /** Tests move time with it. */
  readonly clock?: () => string
  readonly home?: string
}

export const publicAddress = 'https://headwater.example'

export async function accessServer({
  store,
  settings = {},
  clock = () => new Date().toISOString(),
  home = '/nonexistent',
}: AccessServerOptions): Promise<FastifyInstance> {
  const access: AccessSettings = { publicAddress, isLoopbackOnly: false, openId: null, offline: false, ...settings }
  const resolve = actorResolver(store, access, clock)
  const words = await loadWords('en')
  const server = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 2_000 } })
  const [strict, coercing] = [new Ajv({ strict: false }), new Ajv({ strict: false, coerceTypes: 'array', useDefaults: true })]
  server.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? strict : coercing).compile(schema))
  server.setErrorHandler(async (error, _request, reply) => {
    if (!(error instanceof ProblemError)) return reply.send(error)
    const { problem } = error
    if (problem.code === 'sign-in-throttled') reply.header('retry-after', problem.seconds)
    return reply
      .code(httpStatuses[problem.code])
      .type('application/problem+json')
      .send(JSON.stringify({ code: problem.code, status: httpStatuses[problem.code] }))
  })
  for (const route of routes) {
    const { params, query, body, response } = route.shape
    const conforms = strict.compile(response)
    server.route({
      method: route.method,
      url: route.path,
      schema: {
        ...(params === undefined ? {} : { params }),
        ...(query === undefined ? {} : { querystring: query }),
        ...(body === undefined ? {} : { body }),
      },
      onRequest: async (request, reply) => {
        const actor = await resolve(incomingOf(request))
        const { permission } = route
        if (actor === null && permission !== 'public') return reply.code(401).send({ code: 'sign-in-needed' })
        if (actor === null || permission === 'public' || permission === 'session') return
        if (!isAllowed(await scopeFor(store, actor, permission, clock())))
          return reply.code(403).send({ code: 'beyond-rights' })
      },
      handler: async (request, reply) => {
        const incoming = incomingOf(request)
        const actor = await resolve(incoming)
        const needed = route.permission === 'public' || route.permission === 'session' ? 'read' : route.permission
        const scope = actor === null ? new Set<string>() : await scopeFor(store, actor, needed, clock())
        const context = { store, home, clock, actor, scope, words, language: 'en', request: incoming, access } as const
        const input = { params: request.params, query: request.query, body: request.body, file: null }
        const answer = await route.handle(input as never, context)
        reply.code(answer.status ?? 200).type(route.produces ?? 'application/json; charset=utf-8')
        for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
        const sent: unknown = answer.body
        if (typeof sent === 'object' && sent !== null && Symbol.asyncIterator in sent)
          return reply.send(Readable.from(sent as AsyncIterable<string>))
        if (!conforms(JSON.parse(JSON.stringify(sent))))
          throw new Error(`${route.method} ${route.path}: ${strict.errorsText(conforms.errors)}`)
        return reply.send(typeof sent === 'string' ? sent : JSON.stringify(sent))
      },
    })
  }
  return server
}

function incomingOf(request: FastifyRequest) {
  return {
    id: request.id,
    method: request.method,
    path: request.url.split('?')[0] ?? '',
    ip: request.ip,
    header: (name: string) => {
      const value = request.headers[name.toLowerCase()]
      return Array.isArray(value) ? value[0] : value
    },
  }
}
