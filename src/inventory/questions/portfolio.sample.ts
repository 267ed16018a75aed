/** Small portfolios for tests: documents written as the edges between their parts. */

import { nothingStated, type Product } from '#domain/organization.ts'
import type { DocumentPart, Hash, ReadDocument } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream } from '#domain/upstream.ts'
import { buildPortfolio } from '#inventory/merge.ts'

export type SampleDocument = {
  readonly product: string
  /** `pkg:…` or a plain name with `@version`. */
  readonly subject?: string
  /** `root > a`, `a > b`; a part alone is listed without a way to it. */
  readonly lines: readonly string[]
  readonly hashes?: Readonly<Record<string, readonly Hash[]>>
}

export type SampleProduct = { readonly id: string; readonly unit?: string; readonly origin?: Product['origin'] }

export function samplePortfolio(products: readonly SampleProduct[], documents: readonly SampleDocument[]): Portfolio {
  return buildPortfolio({
    asOf: '2026-11-22',
    knownAt: '2026-11-22T00:00:00.000Z',
    organization: {
      id: 'sample',
      name: 'Sample',
      units: [],
      products: products.map(({ id, unit, origin }) => ({
        id,
        name: id,
        origin: origin ?? 'made',
        unit: unit ?? null,
        criticality: null,
        audience: null,
        supplier: null,
        paths: [],
        owner: null,
      })),
      suppliers: [],
      people: [],
      domains: [],
      laborRate: { yearlyWage: 1, currency: 'USD', loadFactor: 1, source: '', asOf: '2026-01-01', basis: 'default' },
      stated: nothingStated,
      isDeclared: true,
    },
    documents: documents.map((document, index) => ({
      path: `${index}.json`,
      evidence: `evidence-${index}`,
      product: products.findIndex(({ id }) => id === document.product),
      document: readSample(document),
    })),
    sizes: [],
    upstream: nothingUpstream,
    evidence: new Map(),
    unread: [],
  })
}

function readSample({ subject, lines, hashes }: SampleDocument): ReadDocument {
  const indexOf = new Map<string, number>()
  const parts: DocumentPart[] = []
  const edges: [number, number][] = []
  const index = (ref: string): number => {
    if (ref === 'root') return -1
    const known = indexOf.get(ref)
    if (known !== undefined) return known
    indexOf.set(ref, parts.length)
    parts.push(partFrom(ref, parts.length, hashes?.[ref] ?? []))
    return parts.length - 1
  }
  for (const line of lines) {
    const [from = '', to] = line.split(' > ')
    const start = index(from)
    if (to !== undefined) edges.push([start, index(to)])
  }
  const counts = { found: parts.length, taken: parts.length, refused: 0, edges: edges.length, services: 0 }
  const described = subject === undefined ? null : partFrom(subject, 0, [])
  return {
    format: 'sample',
    specVersion: null,
    reader: 'sample',
    subject: described === null ? null : { name: described.name, version: described.version, purl: described.purl },
    counts,
    parts,
    edges,
    refused: [],
    issues: [],
  }
}

function partFrom(ref: string, index: number, hashes: readonly Hash[]): DocumentPart {
  const purl = ref.startsWith('pkg:') ? ref : null
  const bare = ref.replace(/\?.*$/, '')
  const at = bare.lastIndexOf('@')
  return {
    ref,
    at: `/parts/${index}`,
    kind: 'software',
    purl,
    name: (at === -1 ? bare : bare.slice(0, at)).split('/').at(-1) ?? ref,
    version: at === -1 ? null : bare.slice(at + 1),
    scope: 'runtime',
    directness: 'unknown',
    licenses: [],
    hashes,
  }
}
