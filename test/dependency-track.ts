/**
 * A server that answers as the API of Dependency-Track documents: keys, pages with `X-Total-Count`, 401, 403 and 404. All
 * projects are made up. What goes wrong is set by the test.
 */

import { createServer, type ServerResponse } from 'node:http'

export const trackKey = 'odt_made-up-key'

export type SampleProject = {
  readonly uuid: string
  readonly name: unknown
  readonly version?: string
  readonly active?: boolean
  readonly isLatest?: boolean
  readonly lastBomImport?: unknown
  readonly classifier?: string
  readonly tags?: unknown
  readonly bom?: string
  readonly findings?: readonly unknown[]
  readonly analyses?: Readonly<Record<string, unknown>>
  readonly violations?: readonly unknown[]
}

export type TrackServer = {
  readonly url: string
  /** Paths that were asked for, with their query. */
  readonly asked: string[]
  /** Answers with this status instead, while it is set. */
  failing: (path: string) => number | undefined
  readonly close: () => Promise<void>
}

export const uuidOf = (number: number): string => `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`

export function sampleBom(names: readonly string[]): string {
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'sample', 'bom-ref': 'root' } },
    components: names.map((name) => {
      return { type: 'library', name, version: '1.0.0', purl: `pkg:npm/${name}@1.0.0`, 'bom-ref': name }
    }),
    dependencies: [{ ref: 'root', dependsOn: names }],
  })
}

/** A finding as `/finding/project/{uuid}` lists it. */
export function sampleFinding(number: number, part: string, vulnerability: string, analysis: object): unknown {
  return {
    component: { uuid: uuidOf(1_000 + number), name: part, version: '1.0.0', purl: `pkg:npm/${part}@1.0.0` },
    vulnerability: { uuid: uuidOf(2_000 + number), source: 'NVD', vulnId: vulnerability, severity: 'HIGH' },
    analysis,
    attribution: { analyzerIdentity: 'INTERNAL_ANALYZER' },
  }
}

export async function startDependencyTrack(projects: readonly SampleProject[]): Promise<TrackServer> {
  const asked: string[] = []
  const state: { failing: TrackServer['failing'] } = { failing: () => undefined }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://track.example')
    asked.push(url.pathname + url.search)
    if (request.headers['x-api-key'] !== trackKey) return void response.writeHead(401).end()
    const failure = state.failing(url.pathname + url.search)
    if (failure !== undefined)
      return void response.writeHead(failure, failure === 429 ? { 'retry-after': '0' } : {}).end()
    answer(url, projects, response)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}

function answer(url: URL, projects: readonly SampleProject[], response: ServerResponse): void {
  const [, noun, ...rest] = url.pathname.replace('/api', '').split('/').slice(1)
  const json = (value: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
  }
  const page = (items: readonly unknown[]): void => {
    const size = Number(url.searchParams.get('pageSize') ?? 100)
    const start = (Number(url.searchParams.get('pageNumber') ?? 1) - 1) * size
    json(items.slice(start, start + size), { 'x-total-count': `${items.length}` })
  }
  if (noun === 'project') return page(projects.map(listed))
  const uuid = noun === 'analysis' ? url.searchParams.get('project') : rest.at(-1)
  const project = projects.find((one) => one.uuid === uuid)
  if (project === undefined) return void response.writeHead(404).end('The project could not be found.')
  if (noun === 'bom') {
    if (project.bom === undefined) return void response.writeHead(404).end()
    return void response.writeHead(200, { 'content-type': 'application/vnd.cyclonedx+json' }).end(project.bom)
  }
  if (noun === 'finding') {
    const list = project.findings ?? []
    return json(list, { 'x-total-count': `${list.length}` })
  }
  if (noun === 'violation') return page(project.violations ?? [])
  const analysis = project.analyses?.[url.searchParams.get('vulnerability') ?? '']
  if (analysis === undefined) return void response.writeHead(404).end('No analysis exists.')
  json(analysis)
}

function listed({ bom, findings, analyses, violations, ...shown }: SampleProject): object {
  // Only told apart from what the list shows.
  void [bom, findings, analyses, violations]
  return shown
}
