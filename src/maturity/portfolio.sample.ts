/** A small organization for the tests of this area: two units below a city, invented packages. */

import { nothingStated, type Declaration, type Product, type Stated } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream } from '#domain/upstream.ts'

export const asOf = '2026-11-22'

export function sampleDeclaration(
  subject: string,
  value: Declaration['value'],
  more: Partial<Declaration> = {},
): Declaration {
  return {
    id: `d-${subject}-${more.unit ?? 'all'}`,
    on: '2026-10-01',
    by: 'p-1',
    unit: null,
    product: null,
    part: null,
    subject,
    value,
    note: 'said in a sample',
    ...more,
  }
}

/** The quay has a portal and a bought console, the mill has nothing; the portal uses one package, and one through it. */
export function samplePortfolio(stated: Partial<Stated> = {}): Portfolio {
  const product = (id: string, origin: Product['origin'], unit: string): Product => ({
    id,
    name: id,
    origin,
    unit,
    criticality: 'mission',
    audience: 'internal',
    supplier: null,
    paths: [id],
    owner: null,
  })
  const part = (name: string) => ({
    purl: `pkg:npm/${name}@1.0.0`,
    package: `pkg:npm/${name}`,
    ecosystem: 'npm',
    kind: 'software' as const,
    name,
    version: '1.0.0',
    licenses: [],
  })
  return {
    asOf,
    knownAt: `${asOf}T00:00:00.000Z`,
    organization: {
      id: 'city',
      name: 'City',
      units: [
        { id: 'city', name: 'City', parent: null },
        { id: 'quay', name: 'Quay', parent: 'city' },
        { id: 'mill', name: 'Mill', parent: 'city' },
      ],
      products: [product('portal', 'made', 'quay'), product('console', 'bought', 'quay')],
      suppliers: [],
      people: [
        { id: 'p-1', unit: 'quay', roles: ['engineer'], from: null, to: null, namesAllowed: false },
        { id: 'p-2', unit: 'quay', roles: ['manager'], from: null, to: null, namesAllowed: false },
      ],
      domains: ['city.example'],
      laborRate: {
        yearlyWage: 1,
        currency: 'EUR',
        loadFactor: 1,
        source: 'sample',
        asOf: '2026-01-01',
        basis: 'organization',
      },
      stated: { ...nothingStated, ...stated },
      isDeclared: true,
    },
    organizationFile: null,
    parts: [part('tidewheel'), part('bollard')],
    documents: [
      {
        path: 'portal/package-lock.json',
        evidence: 'lock',
        reader: 'package-lock',
        format: 'package-lock.json',
        specVersion: '3',
        product: 0,
        counts: { found: 2, taken: 2, refused: 0, edges: 0, services: 0 },
        refused: [],
        issues: [],
      },
    ],
    occurrences: {
      count: 2,
      part: Int32Array.from([0, 1]),
      document: Int32Array.from([0, 0]),
      scope: Uint8Array.from([0, 0]),
      directness: Uint8Array.from([0, 1]),
      depth: Uint8Array.from([1, 2]),
      at: ['/packages/tidewheel', '/packages/bollard'],
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
    projectLinks: [],
    sizes: [],
    upstream: nothingUpstream,
    evidence: new Map(),
    unread: [],
  }
}
