/** Serves the newest report on loopback, and the chain behind each of its figures. The portal takes this place later. */

import { existsSync, readFileSync } from 'node:fs'
import { fastify } from 'fastify'
import { explainFigure } from '#app/explain.ts'
import { servedReport } from '#app/served-report.ts'
import type { OpenStore } from '#app/home.ts'
import { fail, httpStatuses, ProblemError } from '#domain/problem.ts'
import type { Words } from '#text/words.ts'

export type ServerOptions = {
  readonly store: OpenStore
  readonly home: string
  /** 0 takes any free port. */
  readonly port: number
  readonly words: Words
}

export type RunningServer = { readonly address: string; readonly close: () => Promise<void> }

const loopback = '127.0.0.1'

/** Everything the page needs is in the page; nothing else may be loaded or framed. */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** Throws `port-taken`. */
export async function startServer({ store, home, port, words }: ServerOptions): Promise<RunningServer> {
  const server = fastify({ forceCloseConnections: true })
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    // A page elsewhere whose name was pointed at loopback must not read the report.
    if (!isLoopbackHost(request.headers.host)) await reply.code(421).type('text/plain').send('Misdirected request')
  })
  server.get('/', async (_request, reply) => {
    const file = servedReport(home)
    if (!existsSync(file)) return reply.code(404).type('text/plain; charset=utf-8').send(words.cli.noReport)
    return reply.type('text/html; charset=utf-8').send(readFileSync(file))
  })
  server.get<{ Params: { '*': string } }>('/figures/*', async (request, reply) => {
    const chain = await explainFigure(store, request.params['*'], { mostInputs: 50, deepest: 3 })
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(chain, null, 2))
  })
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.setErrorHandler(async (error, _request, reply) => {
    if (!(error instanceof ProblemError)) throw error
    const { what } = words.problems[error.problem.code](error.problem as never)
    const status = httpStatuses[error.problem.code]
    return reply
      .code(status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `urn:headwater:problem:${error.problem.code}`,
          title: what,
          status,
          code: error.problem.code,
        }),
      )
  })
  try {
    const address = await server.listen({ host: loopback, port })
    return { address, close: () => server.close() }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return fail({ code: 'port-taken', port })
    throw error
  }
}

function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host)
}
