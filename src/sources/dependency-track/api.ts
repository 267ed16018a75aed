/**
 * Dependency-Track's REST API version 1, as its OpenAPI description documents it: `X-Api-Key`, pages by `pageNumber` and
 * `pageSize` with the total in `X-Total-Count`.
 */

import type { z } from 'zod'
import type { HttpClient } from '#sources/http.ts'
import {
  analysisShape,
  findingShape,
  projectShape,
  violationShape,
  type TrackAnalysis,
  type TrackFinding,
  type TrackProject,
  type TrackViolation,
} from './shapes.ts'

/** Why something was not had. */
export type TrackTrouble = 'forbidden' | 'missing' | 'failed' | 'inside' | 'odd'

export type Refused = { readonly what: string; readonly why: TrackTrouble }

/** What could be read, what could not, and the bytes of every answer. */
export type TrackList<T> = {
  readonly items: readonly T[]
  readonly refused: readonly Refused[]
  readonly originals: readonly Uint8Array[]
}

export type TrackApi = {
  readonly projects: () => Promise<TrackList<TrackProject>>
  readonly bom: (project: string) => Promise<{ readonly bytes: Uint8Array } | { readonly why: TrackTrouble }>
  readonly findings: (project: string) => Promise<TrackList<TrackFinding>>
  /** Null when nobody analyzed the finding. */
  readonly analysis: (
    project: string,
    finding: TrackFinding,
  ) => Promise<{ readonly analysis: TrackAnalysis; readonly bytes: Uint8Array } | { readonly why: TrackTrouble } | null>
  readonly violations: (project: string) => Promise<TrackList<TrackViolation>>
}

const pageSize = 100
const largestBom = 200 * 1024 * 1024

/** @param server its address, with or without `/api` at the end */
export function openDependencyTrack(http: HttpClient, server: string, key: string): TrackApi {
  const base = `${server.replace(/\/+$/, '').replace(/\/api$/, '')}/api/v1`
  const headers = { 'X-Api-Key': key }
  const ask = (path: string, accept = 'application/json') =>
    http.get(`${base}${path}`, { accept, headers, maxBytes: largestBom })

  const list = async <Shape extends z.ZodType>(
    path: string,
    shape: Shape,
    isPaged: boolean,
  ): Promise<TrackList<z.infer<Shape>>> => {
    const items: z.infer<Shape>[] = []
    const refused: Refused[] = []
    const originals: Uint8Array[] = []
    let total: number | null = null
    for (let page = 1; ; page += 1) {
      const mark = path.includes('?') ? '&' : '?'
      const address = isPaged ? `${path}${mark}pageNumber=${page}&pageSize=${pageSize}` : path
      const answer = await ask(address)
      if (answer.kind !== 'found') {
        refused.push({ what: address, why: troubleOf(answer) })
        // What lies behind a page that fails can still be had as long as it is known that there is more.
        if (total === null || page * pageSize >= total || troubleOf(answer) !== 'failed') break
        continue
      }
      originals.push(answer.bytes)
      total = answer.totalCount ?? total
      const entries = entriesOf(answer.bytes)
      if (entries === undefined) refused.push({ what: address, why: 'odd' })
      for (const [index, entry] of (entries ?? []).entries()) {
        const read = shape.safeParse(entry)
        if (read.success) items.push(read.data)
        else refused.push({ what: `${address}#/${index}`, why: 'odd' })
      }
      const isLast = total === null ? (entries?.length ?? 0) < pageSize : page * pageSize >= total
      // A server that counts more than it gives would be asked forever.
      if (!isPaged || isLast || entries?.length === 0) break
    }
    return { items, refused, originals }
  }

  return {
    projects: () => list('/project?excludeInactive=false', projectShape, true),
    findings: (project) => list(`/finding/project/${project}?suppressed=true`, findingShape, false),
    violations: (project) => list(`/violation/project/${project}?suppressed=true`, violationShape, true),
    bom: async (project) => {
      const answer = await ask(`/bom/cyclonedx/project/${project}?format=json&variant=inventory`, '*/*')
      return answer.kind === 'found' ? { bytes: answer.bytes } : { why: troubleOf(answer) }
    },
    analysis: async (project, { component, vulnerability }) => {
      const query = `project=${project}&component=${component.uuid}&vulnerability=${vulnerability.uuid}`
      const answer = await ask(`/analysis?${query}`)
      if (answer.kind === 'missing') return null
      if (answer.kind !== 'found') return { why: troubleOf(answer) }
      const read = analysisShape.safeParse(jsonOf(answer.bytes))
      return read.success ? { analysis: read.data, bytes: withoutPeople(answer.bytes) } : { why: 'odd' }
    },
  }
}

function troubleOf(answer: Awaited<ReturnType<HttpClient['get']>>): TrackTrouble {
  if (answer.kind === 'missing') return 'missing'
  if (answer.kind === 'failed' && answer.why === 'forbidden') return 'forbidden'
  return answer.kind === 'failed' && answer.why === 'address-not-allowed' ? 'inside' : 'failed'
}

function entriesOf(bytes: Uint8Array): readonly unknown[] | undefined {
  const value = jsonOf(bytes)
  return Array.isArray(value) ? value : undefined
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/** Comments name who wrote them; people stand in what is kept under pseudonyms alone, so the names are left out. */
function withoutPeople(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    JSON.stringify(JSON.parse(Buffer.from(bytes).toString('utf8')), (key, value: unknown) =>
      key === 'commenter' ? undefined : value,
    ),
  )
}
