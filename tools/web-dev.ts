/**
 * Serves the built portal on loopback from a recorded organization, for work on the pages and for their browser tests:
 * `node tools/web-dev.ts HOME [PORT]`. Every answer comes from an assessment of what HOME holds; nothing is made up.
 */

import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'
import type { AddressInfo } from 'node:net'
import { assessPortfolio } from '#app/assess-portfolio.ts'
import { assessmentJson } from '#app/assessment-json.ts'
import { explainFigure } from '#app/explain.ts'
import { withStore, type OpenStore } from '#app/home.ts'
import { lensOf, type Lens } from '#app/lists/cut.ts'
import { pageOf } from '#app/lists/list.ts'
import { lists } from '#app/lists/registry.ts'
import { overview } from '#app/lists/overview.ts'
import { packageItem } from '#app/lists/packages.ts'
import { productItem } from '#app/lists/products.ts'
import { search } from '#app/lists/search.ts'
import { openViews } from '#app/lists/views.ts'
import { partsAsked, partsOfAdvisory, partsOfProduct, productInSight, usesOfParts } from '#app/lists/where-used.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { saveViews } from '#app/save-views.ts'
import { servedReport } from '#app/served-report.ts'
import { askUsage } from '#app/value-usage.ts'
import { flatFigures } from '#app/lists/areas.ts'
import { loopbackActor, permissionsOf, scopeOf } from '#domain/access.ts'
import { httpStatuses, ProblemError } from '#domain/problem.ts'
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

type Sections = Readonly<Record<string, unknown>>

export type DevServer = { readonly address: string; readonly close: () => Promise<void> }

/** @param port 0 takes any free one */
export async function serveForDevelopment(store: OpenStore, home: string, port: number): Promise<DevServer> {
  const now = new Date().toISOString()
  const times = { asOf: now.slice(0, 10), knownAt: now }
  const portfolio = await loadPortfolio(store, times)
  if (portfolio === undefined) throw new Error(`Nothing is recorded in ${home}: run headwater assess first.`)
  const { assessment, figures } = await assessPortfolio(store, portfolio, { home, isOffline: true }, { report: () => undefined, finish: () => undefined })
  const id = await saveAssessment(store, { ...times, recordedAt: now, assessment, figures })
  await saveViews(store, { assessment, portfolio }, id)
  const { organization } = portfolio
  const sections = wire(assessmentJson({ assessment, portfolio, issues: [] } as never)) as Sections

  async function answer(path: string, query: URLSearchParams, language: string): Promise<unknown> {
    const unit = query.get('unit')
    const scope =
      unit === null ? 'all' : scopeOf({ grants: [{ role: 'viewer', unit }] }, 'read', { units: organization.units })
    const views = await openViews(store)
    const lens = await lensOf(store, views, scope)
    const segments = path.split('/').filter(Boolean).slice(2).map(decodeURIComponent)
    const [first = '', second, third] = segments
    const list = lists.find((one) => one.id === first)
    switch (true) {
      case first === 'session' && second === undefined:
        return {
          actor: { ...loopbackActor, login: null, name: null, permissions: permissionsOf.admin },
          language,
          csrfToken: null,
          expiresAt: null,
          method: null,
          offers: { password: true, passkey: true, openId: null },
        }
      case first === 'units':
        return { items: organization.units }
      case first === 'overview':
        return overview(lens)
      case first === 'figures':
        return explainFigure(store, segments.slice(1).join('/'), { mostInputs: 50, deepest: 3 })
      case first === 'search':
        return { groups: search(lens, query.get('q') ?? '', Number(query.get('limit') ?? 8)) }
      case first === 'where-used':
        return whereUsed(lens, query)
      case first === 'products' && third === 'parts':
        return { items: await partsOfProduct(lens, second ?? '') }
      case first === 'products' && second !== undefined: {
        const row = views.tables.product[productInSight(lens, second)]
        return row === undefined ? null : productItem(row, views.unitNames as never, views.head.asOf)
      }
      case first === 'packages' && second === 'one': {
        const number = views.numberOfPackage.get(query.get('key') ?? '') ?? -1
        const row = views.tables.package[number]
        if (row === undefined) throw new ProblemError({ code: 'nothing-found', paths: [query.get('key') ?? ''] })
        return packageItem(row, number, lens)
      }
      case list !== undefined && first !== 'health':
        return rows(list, query, lens)
      case first === 'watershed':
        return watershed(lens, query)
      case first === 'value' && second === 'what-if': {
        const { personMonths, money, why, coverage } = await askUsage(
          store,
          {
            product: undefined,
            unit: unit ?? undefined,
            assume: (query.get('assume') ?? '').split(',').filter(Boolean),
            like: undefined,
            repositories: undefined,
          },
          now,
        )
        return { personMonths, money, why, coverage }
      }
      case first === 'contributions':
        return sections['contribution']
      case first === 'reports': {
        const file = servedReport(home)
        return { items: existsSync(file) ? [{ id: 'latest', title: organization.name, writtenAt: now, href: '/report' }] : [] }
      }
      case first in sections:
        return sections[first]
      default:
        throw new ProblemError({ code: 'nothing-found', paths: [path] })
    }
  }

  async function whereUsed(lens: Lens, query: URLSearchParams): Promise<unknown> {
    const advisory = query.get('advisory')
    const asked = { package: query.get('package') ?? '', below: query.get('below') ?? undefined, version: undefined }
    const parts = advisory === null ? partsAsked(lens, asked).parts : partsOfAdvisory(lens, advisory)
    return usesOfParts(lens, parts, { after: null, limit: 500 })
  }

  /** Packages with the products that use them, as the watershed gathers them. */
  async function watershed(lens: Lens, query: URLSearchParams): Promise<unknown> {
    const [product, key] = [query.get('product'), query.get('package')]
    const shown = lens.views.tables.product.flatMap((row) =>
      row === undefined || (product !== null && row.id !== product) || !(lens.cut.scope === 'all' || (row.unit !== null && lens.cut.scope.has(row.unit)))
        ? []
        : [row],
    )
    const uses = new Map<string, Set<number>>()
    for (const [index, { id: shownId }] of shown.entries())
      for (const part of await partsOfProduct(lens, shownId)) {
        if (key !== null && part.package !== key) continue
        uses.set(part.package, (uses.get(part.package) ?? new Set()).add(index))
      }
    const packages = [...uses].flatMap(([name, products]) => {
      const number = lens.views.numberOfPackage.get(name) ?? -1
      const row = lens.views.tables.package[number]
      if (row === undefined) return []
      const { severity, findings } = packageItem(row, number, lens)
      return [{ name: row.name, ecosystem: row.ecosystem, severity, isLookedUp: findings !== null, rank: lens.cut.worstOfPackage[number], products: [...products] }]
    })
    return { packages, products: shown.map(({ name }) => name) }
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const send = (status: number, type: string, body: string | Buffer) =>
      response.writeHead(status, { 'content-type': type, 'content-security-policy': policy, 'cache-control': 'no-store' }).end(body)
    void (async () => {
      if (!url.pathname.startsWith('/api/')) {
        if (url.pathname === '/report') return send(200, types['.html'] ?? '', readFileSync(servedReport(home)))
        const file = fileOf(url.pathname)
        return send(200, types[extname(file)] ?? 'application/octet-stream', readFileSync(file))
      }
      const language = languageOf(request.headers['accept-language'] ?? 'en')
      try {
        const body = await answer(url.pathname, url.searchParams, language)
        return send(200, 'application/json; charset=utf-8', JSON.stringify(body))
      } catch (error) {
        return send(...(await problemOf(error, request)))
      }
    })()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) }
}

function rows(list: (typeof lists)[number], query: URLSearchParams, lens: Lens): unknown {
  const [first = ''] = Object.keys(list.sorts)
  const sort = query.get('sort') ?? (list.id === 'findings' ? 'rank' : first)
  const sorting = list.sorts[sort]
  if (sorting === undefined) throw new ProblemError({ code: 'usage', what: `sort: ${sort}` })
  const filters = Object.fromEntries(Object.keys(list.offered).flatMap((name) => (query.has(name) && name !== 'unit' ? [[name, query.get(name) ?? '']] : [])))
  return pageOf(
    list,
    {
      sort,
      order: (query.get('order') ?? sorting.first) as 'ascending' | 'descending',
      after: query.get('after'),
      limit: Number(query.get('limit') ?? 50),
      filters,
    },
    lens,
  )
}

/** A file of the build; every other address is the portal's own. */
function fileOf(path: string): string {
  const file = join(webFolder, normalize(path))
  return file.startsWith(webFolder) && extname(file) !== '' && existsSync(file) ? file : join(webFolder, 'index.html')
}

async function problemOf(error: unknown, request: IncomingMessage): Promise<[number, string, string]> {
  const type = 'application/problem+json; charset=utf-8'
  if (!(error instanceof ProblemError)) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return [500, type, JSON.stringify({ type: 'about:blank', title: 'Bug', status: 500, code: 'bug' })]
  }
  const words = await loadWords(languageOf(request.headers['accept-language'] ?? 'en'))
  const { code } = error.problem
  const { what, next } = words.problems[code](error.problem as never)
  const status = httpStatuses[code]
  return [status, type, JSON.stringify({ type: `urn:headwater:problem:${code}`, title: what, detail: next, status, code })]
}

/** As answers hold figures: id, value and why. */
function wire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wire)
  if (typeof value !== 'object' || value === null) return value
  const { known, ...rest } = value as Readonly<Record<string, unknown>>
  const fields = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, wire(inner)]))
  return typeof known !== 'boolean' || !('id' in fields)
    ? flatFigures(known === undefined ? fields : { ...fields, known })
    : { value: null, why: null, ...fields }
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
