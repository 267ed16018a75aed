/**
 * Serves the built portal on loopback from a recorded organization, for work on the pages and for their browser tests:
 * `node tools/web-dev.ts HOME [PORT]`. It assesses what HOME holds and answers with the routes of the server; only the
 * session is its own, since whoever sits at this machine may do everything.
 */

import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { Value } from 'typebox/value'
import { assessPortfolio } from '#app/assess-portfolio.ts'
import { withStore, type OpenStore } from '#app/home.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { saveViews } from '#app/save-views.ts'
import { servedReport } from '#app/served-report.ts'
import { loopbackActor, permissionsOf, scopeOf } from '#domain/access.ts'
import { httpStatuses, ProblemError } from '#domain/problem.ts'
import type { Route } from '#server/route.ts'
import { routes as registry } from '#server/routes.generated.ts'
import { saveAssessment } from '#store/assessments.ts'
import { languageOf } from '#text/language.ts'
import { loadWords } from '#text/load-words.ts'
import { webFolder } from '#tools/build-web.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
}

/** The policy of the real server. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const session = {
  actor: { ...loopbackActor, login: null, name: null, permissions: permissionsOf.admin },
  csrfToken: null,
  expiresAt: null,
  method: null,
  offers: { password: true, passkey: true, openId: null },
}

export type DevServer = { readonly address: string; readonly close: () => Promise<void> }

type Sent = { readonly status: number; readonly type: string; readonly body: string | Buffer | Readable }

/** @param port 0 takes any free one */
export async function serveForDevelopment(store: OpenStore, home: string, port: number): Promise<DevServer> {
  const now = new Date().toISOString()
  const times = { asOf: now.slice(0, 10), knownAt: now }
  const portfolio = await loadPortfolio(store, times)
  if (portfolio === undefined) throw new Error(`Nothing is recorded in ${home}: run headwater assess first.`)
  const progress = { report: () => undefined, finish: () => undefined }
  const { assessment, figures } = await assessPortfolio(store, portfolio, { home, isOffline: true }, progress)
  const id = await saveAssessment(store, { ...times, recordedAt: now, assessment, figures })
  await saveViews(store, { assessment, portfolio }, id)
  const { units } = portfolio.organization

  async function answer(request: IncomingMessage, url: URL): Promise<Sent> {
    const language = languageOf(request.headers['accept-language'] ?? 'en')
    if (url.pathname === '/api/v1/session') return json({ ...session, language })
    const found = routeOf(request.method ?? 'GET', url.pathname)
    if (found === undefined) throw new ProblemError({ code: 'nothing-found', paths: [url.pathname] })
    const { route, params } = found
    const unit = request.headers['x-headwater-unit']
    const grants = [{ role: 'admin' as const, unit: typeof unit === 'string' ? decodeURIComponent(unit) : null }]
    const { body, headers } = await route.handle(
      { params, query: readQuery(route, url.searchParams), body: undefined },
      {
        store,
        home,
        clock: () => new Date().toISOString(),
        actor: loopbackActor,
        scope: scopeOf({ grants }, 'read', { units }),
        words: await loadWords(language),
        language,
      },
    )
    return body instanceof Readable
      ? { status: 200, type: headers?.['content-type'] ?? 'application/octet-stream', body }
      : json(body)
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    void (async () => {
      const { status, type, body } = url.pathname.startsWith('/api/')
        ? await answer(request, url).catch((error: unknown) => problemOf(error, request))
        : fileOf(url.pathname, home)
      response.writeHead(status, {
        'content-type': type,
        'content-security-policy': policy,
        'cache-control': 'no-store',
      })
      if (body instanceof Readable) body.pipe(response)
      else response.end(body)
    })()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) }
}

function json(body: unknown): Sent {
  return { status: 200, type: types['.json'] ?? '', body: JSON.stringify(body) }
}

/** Literal segments go before named ones, as in the real server. */
function routeOf(
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  const matches = registry.flat().flatMap((route) => {
    if (route.method !== method) return []
    const pattern = route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)').replace('*', '(?<rest>.+)')
    const groups = new RegExp(`^${pattern}$`).exec(path)?.groups
    if (groups === undefined && !new RegExp(`^${pattern}$`).test(path)) return []
    const params = Object.fromEntries(
      Object.entries(groups ?? {}).map(([name, value]) => [name === 'rest' ? '*' : name, decodeURIComponent(value)]),
    )
    return [{ route, params }]
  })
  return matches.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0]
}

function readQuery({ shape }: Route, search: URLSearchParams): unknown {
  const given = Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]))
  if (shape.query === undefined) return {}
  const flat = Object.fromEntries(Object.entries(given).map(([name, all]) => [name, name === 'assume' ? all : all[0]]))
  const converted = Value.Convert(shape.query, flat)
  if (!Value.Check(shape.query, converted)) {
    const [error] = Value.Errors(shape.query, converted)
    throw new ProblemError({ code: 'usage', what: error?.message ?? 'query' })
  }
  return converted
}

/** A file of the build; every other address is the portal's own. */
function fileOf(path: string, home: string): Sent {
  const built = join(webFolder, normalize(path))
  const file =
    path === '/report'
      ? servedReport(home)
      : built.startsWith(webFolder) && extname(built) !== '' && existsSync(built)
        ? built
        : join(webFolder, 'index.html')
  return { status: 200, type: types[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) }
}

async function problemOf(error: unknown, request: IncomingMessage): Promise<Sent> {
  const type = 'application/problem+json; charset=utf-8'
  if (!(error instanceof ProblemError)) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return { status: 500, type, body: JSON.stringify({ type: 'about:blank', title: 'Bug', status: 500, code: 'bug' }) }
  }
  const words = await loadWords(languageOf(request.headers['accept-language'] ?? 'en'))
  const { code } = error.problem
  const { what, next } = words.problems[code](error.problem as never)
  const status = httpStatuses[code]
  return {
    status,
    type,
    body: JSON.stringify({ type: `urn:headwater:problem:${code}`, title: what, detail: next, status, code }),
  }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error))))
}

if (import.meta.main) {
  const [home = '.headwater', port = '0'] = process.argv.slice(2)
  await withStore({ home, environment: process.env }, async (store, folder) => {
    const { address } = await serveForDevelopment(store, folder, Number(port))
    process.stdout.write(`${address}\n`)
    await new Promise(() => undefined)
  })
}
