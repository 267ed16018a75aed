/** The server: what every request passes through, the routes of the registry, the portal and the report. */

import { createHash, randomUUID } from 'node:crypto'
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { accessSettings, type AccessSettings } from '#app/access/request.ts'
import { actorResolver } from '#app/access/resolve-actor.ts'
import type { Clock } from '#app/clock.ts'
import { explainForPage } from '#app/explain.ts'
import { usualReport } from '#app/report-names.ts'
import { readiness } from '#app/readiness.ts'
import type { OpenStore } from '#app/home.ts'
import { fail, ProblemError } from '#domain/problem.ts'
import type { Language } from '#text/language.ts'
import { measure } from './metrics.ts'
import { openApiDocument } from './openapi.ts'
import { builtPortal, servePortal } from './portal.ts'
import { sendError, sendRefusal } from './problem-answer.ts'
import { referencePage } from './reference-page.ts'
import { reportAnswer } from './report-answer.ts'
import { registerRoutes } from './register-routes.ts'
import { admit, readerOf, wordsFor, type ResolveActor, type Surroundings } from './request-context.ts'
import type { Route } from './route.ts'
import { routes as registry } from './routes.generated.ts'
import { dataHeaders, portalHeaders, reportHeaders } from './security-headers.ts'
import { compileValidator } from './validation.ts'

export type { ResolveActor } from './request-context.ts'

export type ServerOptions = {
  readonly store: OpenStore
  readonly home: string
  readonly clock: Clock
  /** For who does not say which one they read. */
  readonly language: Language
  /** Only this machine can reach it: requests under another name are refused, and without accounts the one person may do everything. */
  readonly isLoopback: boolean
  /** How people sign in; undefined: as `accessSettings` has it when nothing is set. */
  readonly access?: AccessSettings
  /** Undefined: by key, by session, or the one person of a machine that serves itself alone. */
  readonly resolveActor?: ResolveActor | undefined
  /** Folder of the built portal. */
  readonly portal?: string
  /** Level of the log on standard error, one JSON object a line; undefined: none. */
  readonly logLevel?: string | undefined
  /** A request that is not whole by then is ended, however slowly it still comes in. */
  readonly slowestRequestMs?: number
}

export type RunningServer = { readonly address: string; readonly close: () => Promise<void> }

/** Everything but listening; `server.inject` answers in tests. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, language, isLoopback, slowestRequestMs: slowest = 300_000 } = options
  const access = options.access ?? accessSettings({}, { isLoopbackOnly: isLoopback, offline: false })
  const surroundings: Surroundings = {
    ...options,
    access,
    resolveActor: options.resolveActor ?? actorResolver(store, access, options.clock),
  }
  const answerError = async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.headers(dataHeaders)
    await sendError(error, request, reply, await wordsFor(request, language))
  }
  const server = fastify({
    // Others reach this server through a proxy beside it, which tells whom it speaks for.
    trustProxy: access.publicAddress === null ? false : 'loopback',
    forceCloseConnections: true,
    requestTimeout: slowest,
    // Node takes the longer of the two for the whole request, whichever of them it is.
    http: { headersTimeout: Math.min(slowest, 60_000), connectionsCheckingInterval: Math.min(slowest, 30_000) },
    // An address that is none is answered before any hook runs.
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id)
      void answerError(error, request, reply)
    },
    genReqId: () => randomUUID(),
    logger: loggerOf(options.logLevel),
    // One limit for the segments of an address: figure ids and package URLs are long.
    routerOptions: { maxParamLength: 2_000 },
  })
  server.setValidatorCompiler(compileValidator)
  server.setErrorHandler(answerError)
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.headers(request.url.startsWith('/api/') ? dataHeaders : portalHeaders)
    // A page elsewhere whose name was pointed at loopback must not read what is here.
    if (access.isLoopbackOnly && !isLoopbackHost(request.headers.host))
      return sendRefusal(reply, 'misdirected', await wordsFor(request, language))
    if (access.isLoopbackOnly && isForeignChange(request))
      return sendRefusal(reply, 'foreign-origin', await wordsFor(request, language))
  })
  server.addHook('onSend', tagAnswer)
  const metrics = measure(server, store)
  const routes = registry.flat()
  await registerRoutes(server, routes, surroundings)
  serveDescription(server, routes, surroundings)
  serveOperation(server, surroundings, metrics)
  const portal = await servePortal(server, options.portal ?? builtPortal)
  const report = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    reply.headers(reportHeaders)
    const reader = await readerOf(request, language)
    try {
      const asked = usualReport('latest', reader.language)
      const held = request.headers['if-none-match']
      const { status = 200, headers, body } = await reportAnswer(store, asked, { ...reader, isPage: true, held })
      return reply.code(status).headers(headers).send(body)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'nothing-assessed') throw error
      return reply.code(404).type('text/plain; charset=utf-8').send(reader.words.cli.noReport)
    }
  }
  const forTheWhole = { onRequest: guard({ permission: 'read' }, surroundings, 'whole') }
  server.get('/report', forTheWhole, report)
  if (portal === null) server.get('/', forTheWhole, report)
  server.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (portal === null || !isPage || request.url.startsWith('/api/'))
      return sendRefusal(reply, 'not-found', await wordsFor(request, language))
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(portal.page)
  })
  return server
}

/** Throws `port-taken`. */
export async function startServer(
  options: Omit<ServerOptions, 'isLoopback'> & {
    readonly host: string
    /** 0 takes any free port. */
    readonly port: number
  },
): Promise<RunningServer> {
  const { host, port } = options
  const server = await createServer({ ...options, isLoopback: isLoopbackAddress(host) })
  try {
    const address = await server.listen({ host, port })
    return { address, close: () => server.close() }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return fail({ code: 'port-taken', port })
    throw error
  }
}

export function isLoopbackAddress(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/.test(host)
}

/**
 * A change that a page of another site asks for. Programs send neither header. Elsewhere than on loopback whoever tells who
 * asks has to look for it: a proxy may have changed the name.
 */
function isForeignChange({ method, headers }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false
  const { origin, host } = headers
  if (headers['sec-fetch-site'] === 'cross-site') return true
  return origin !== undefined && URL.parse(origin)?.host !== host
}

/** Who has an answer already is told so (RFC 9110, 13.1.2) and need not take it again. */
async function tagAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const isText = typeof payload === 'string' || payload instanceof Uint8Array
  if (request.method !== 'GET' || reply.statusCode !== 200 || !isText || reply.hasHeader('etag')) return payload
  const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`
  reply.header('etag', tag)
  // What differs by who asks and in which language must not be taken for another's.
  reply.header('vary', 'accept-language, authorization, cookie, x-api-key')
  if (reply.getHeader('cache-control') === 'no-store') reply.header('cache-control', 'private, no-cache')
  if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag) !== true) return payload
  reply.code(304).removeHeader('content-type').removeHeader('content-length')
  return ''
}

/** @param reach `whole`: what is told is about the whole organization, and no part of it can be told alone */
function guard(route: Pick<Route, 'permission'>, surroundings: Surroundings, reach: 'part' | 'whole' = 'part') {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const admission = await admit(route, request, surroundings)
    const { words, scope } = admission.context
    if (!admission.isAdmitted) return sendRefusal(reply, admission.why, words)
    if (reach === 'whole' && scope !== 'all') return fail({ code: 'beyond-rights', permission: 'read' })
  }
}

function serveDescription(server: FastifyInstance, routes: readonly Route[], surroundings: Surroundings): void {
  const document = openApiDocument(routes)
  const text = JSON.stringify(document)
  server.get('/api/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(text))
  server.get('/api/reference', async (request, reply) => {
    const { words, language } = await readerOf(request, surroundings.language)
    reply.headers(portalHeaders)
    return reply.type('text/html; charset=utf-8').send(referencePage(document, words, language))
  })
}

function serveOperation(server: FastifyInstance, surroundings: Surroundings, metrics: () => Promise<string>): void {
  const { store } = surroundings
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    const state = await readiness(store)
    return reply.code(state === 'ready' ? 200 : 503).send({ status: state })
  })
  server.get('/metrics', { onRequest: guard({ permission: 'administer' }, surroundings) }, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics()),
  )
  // The address that reports printed before the interface had versions.
  server.get<{ Params: { '*': string } }>('/figures/*', async (request, reply) => {
    const admission = await admit({ permission: 'read' }, request, surroundings)
    if (!admission.isAdmitted) return sendRefusal(reply, admission.why, admission.context.words)
    const { scope, clock } = admission.context
    const chain = await explainForPage(store, scope, request.params['*'], clock())
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(chain, null, 2))
  })
}

function loggerOf(level: string | undefined) {
  if (level === undefined) return false
  return {
    level,
    stream: process.stderr,
    serializers: {
      // Without query and headers: keys and invitations stand there.
      req: ({ method, url, ip }: FastifyRequest) => ({ method, path: url.split('?')[0], ip }),
    },
  }
}
