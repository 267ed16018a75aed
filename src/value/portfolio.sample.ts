/** Small portfolios for the tests of this area. */

import type { Evidence } from '#domain/evidence.ts'
import {
  nothingStated,
  type AssumptionSetting,
  type LaborRate,
  type Organization,
  type Product,
} from '#domain/organization.ts'
import type { Directness, Scope } from '#domain/part.ts'
import { directnesses, scopes } from '#domain/part.ts'
import type { PackageSize, Part, Portfolio, SizeSource } from '#domain/portfolio.ts'
import { nothingUpstream } from '#domain/upstream.ts'
import { defaultLaborRate } from './assumptions.ts'

/** A part in a product; with `lines` its size is known. */
export type SampleUse = {
  readonly purl?: string
  readonly name?: string
  readonly product: 'portal' | 'shop' | 'bought-suite'
  readonly lines?: number | undefined
  readonly rawLines?: number
  readonly scope?: Scope
  readonly directness?: Directness
  readonly sizeSource?: SizeSource
}

const products = ['portal', 'shop', 'bought-suite'] as const

export function samplePortfolio(uses: readonly SampleUse[], laborRate: LaborRate = defaultLaborRate()): Portfolio {
  const parts: Part[] = []
  const partOf = uses.map((use) => {
    const known = parts.findIndex(({ purl, name }) => (use.purl === undefined ? name === use.name : purl === use.purl))
    if (known !== -1) return known
    parts.push(partFrom(use))
    return parts.length - 1
  })
  const column = (of: (use: SampleUse) => number) => uses.map(of)
  return {
    asOf: '2026-11-22',
    knownAt: '2026-11-22T00:00:00.000Z',
    organization: {
      id: 'sample',
      name: 'Sample',
      units: [],
      products: products.map(productNamed),
      suppliers: [],
      people: [],
      domains: [],
      laborRate,
      stated: nothingStated,
      isDeclared: true,
    },
    parts,
    documents: products.map((_, product) => ({
      path: `${product}.json`,
      evidence: `document-${product}`,
      reader: 'sample',
      format: 'sample',
      specVersion: null,
      product,
      counts: { found: 0, taken: 0, refused: 0, edges: 0, services: 0 },
      refused: [],
      issues: [],
    })),
    occurrences: {
      count: uses.length,
      part: Int32Array.from(partOf),
      document: Int32Array.from(column(({ product }) => products.indexOf(product))),
      scope: Uint8Array.from(column(({ scope }) => scopes.indexOf(scope ?? 'runtime'))),
      directness: Uint8Array.from(column(({ directness }) => directnesses.indexOf(directness ?? 'direct'))),
      depth: new Uint8Array(uses.length).fill(1),
      at: uses.map((_, index) => `/parts/${index}`),
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
    projectLinks: [],
    sizes: uses.flatMap((use, index) => sizeFrom(use, index)),
    organizationFile: 'organization',
    upstream: nothingUpstream,
    evidence: new Map(['organization', 'sizes'].map((id) => [id, evidenceNamed(id)])),
    unread: [],
  }
}

/** An assumption with one value for all bands, or with one for each. */
export function stating(id: string, ...bands: readonly (number | string | null)[]): AssumptionSetting {
  const [low = null, central = low, high = central] = bands
  return { id, low, central, high, source: 'A test' }
}

export function withOrganization(portfolio: Portfolio, change: Partial<Organization>): Portfolio {
  return { ...portfolio, organization: { ...portfolio.organization, ...change } }
}

export function withAssumptions(portfolio: Portfolio, assumptions: readonly AssumptionSetting[]): Portfolio {
  return withOrganization(portfolio, { stated: { ...nothingStated, assumptions } })
}

const ecosystems: Readonly<Record<string, string>> = { npm: 'npm', pypi: 'PyPI' }

function partFrom({ purl, name }: SampleUse): Part {
  const packageUrl = purl?.replace(/@[^@]*$/, '') ?? null
  return {
    purl: purl ?? null,
    package: packageUrl,
    ecosystem: ecosystems[/^pkg:([a-z]+)\//.exec(purl ?? '')?.[1] ?? ''] ?? null,
    kind: 'software',
    name: name ?? packageUrl?.split('/').at(-1) ?? '',
    version: /@([^@]*)$/.exec(purl ?? '')?.[1] ?? null,
    licenses: [],
  }
}

function sizeFrom({ purl, lines, rawLines, sizeSource }: SampleUse, index: number): PackageSize[] {
  if (purl === undefined || lines === undefined) return []
  return [
    {
      package: purl.replace(/@[^@]*$/, ''),
      version: null,
      deduplicated: lines,
      raw: rawLines ?? lines,
      source: sizeSource ?? 'measured-installed',
      evidence: 'sizes',
      at: `/${index}`,
      measuredOn: '2026-11-22',
      isData: false,
    },
  ]
}

function productNamed(id: (typeof products)[number]): Product {
  return {
    id,
    name: id,
    origin: id === 'bought-suite' ? 'bought' : 'made',
    unit: null,
    criticality: null,
    audience: null,
    supplier: null,
    paths: [],
    owner: null,
  }
}

function evidenceNamed(id: string): Evidence {
  const time = '2026-11-22T00:00:00.000Z'
  return {
    id,
    kind: id === 'organization' ? 'organization' : 'measurement',
    name: id,
    sizeBytes: 1,
    retrievedAt: time,
    recordedAt: time,
  }
}
