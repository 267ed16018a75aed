/** How long it takes to tell how far a portfolio of a million occurrences is behind. Packages and days are made up. */

import type { Part, Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream, type PackageFacts, type Release } from '#domain/upstream.ts'
import { assessAgility } from '#value/agility/assess.ts'
import { defaultLaborRate } from '#value/assumptions.ts'
import { nothingStated, type Product } from '#domain/organization.ts'
import { print } from './figure.ts'

const products = 2000
const partsOfProduct = 500
const packages = 20_000
const versionsInUse = 3
const releasesOfPackage = 25

// The contract of benchmarks is a promise.
// oxlint-disable-next-line typescript/require-await
export async function run(): Promise<void> {
  const portfolio = millionOccurrences()
  const before = process.memoryUsage().rss
  const started = performance.now()
  const { withReleaseDates } = assessAgility(portfolio, [], null)
  const seconds = (performance.now() - started) / 1000
  const figure = (name: string, value: number, unit: string): void =>
    print({ bench: 'agility', figure: name, value, unit })
  figure('occurrences', portfolio.occurrences.count, 'occurrences')
  figure('unique part versions', withReleaseDates.of, 'versions')
  figure('assessed in', seconds, 's')
  figure('memory added', (process.memoryUsage().rss - before) / 2 ** 20, 'MiB')
}

function millionOccurrences(): Portfolio {
  const parts: Part[] = []
  const facts = new Map<string, PackageFacts>()
  for (let index = 0; index < packages; index += 1) {
    const name = `pkg:npm/made-up-${index}`
    for (let version = 0; version < versionsInUse; version += 1)
      parts.push({
        purl: `${name}@1.${version * 7}.0`,
        package: name,
        ecosystem: 'npm',
        kind: 'software',
        name,
        version: `1.${version * 7}.0`,
        licenses: [],
      })
    const releases = Array.from({ length: releasesOfPackage }, (_, release): Release => ({
      version: `1.${release}.0`,
      on: new Date(Date.UTC(2020, release * 2, 1 + (index % 28))).toISOString().slice(0, 10),
      isPrerelease: false,
      isWithdrawn: false,
      deprecation: null,
      license: null,
    }))
    const origin = { evidence: 'table', at: `/${index}`, observedOn: '2026-11-22' }
    facts.set(name, { package: name, releases, publishers: null, repository: null, fundingLinks: [], ...origin })
  }
  const count = products * partsOfProduct
  const column = (of: (index: number) => number) => Int32Array.from({ length: count }, (_, index) => of(index))
  return {
    asOf: '2026-11-22',
    knownAt: '2026-11-22T00:00:00.000Z',
    organization: {
      id: 'large',
      name: 'Large',
      units: [{ id: 'whole', name: 'Whole', parent: null }],
      products: Array.from({ length: products }, (_, index) => productNamed(`product-${index}`)),
      suppliers: [],
      people: [],
      domains: [],
      laborRate: defaultLaborRate(),
      stated: nothingStated,
      isDeclared: true,
    },
    organizationFile: null,
    parts,
    documents: Array.from({ length: products }, (_, product) => ({
      path: `${product}`,
      evidence: 'document',
      reader: 'sample',
      format: 'sample',
      specVersion: null,
      product,
      counts: { found: 0, taken: 0, refused: 0, edges: 0, services: 0 },
      refused: [],
      issues: [],
    })),
    occurrences: {
      count,
      part: column((index) => (index * 7919) % parts.length),
      document: column((index) => Math.floor(index / partsOfProduct)),
      scope: new Uint8Array(count),
      directness: Uint8Array.from(column((index) => (index % 10 === 0 ? 0 : 1))),
      depth: new Uint8Array(count),
      at: [],
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
    projectLinks: [],
    sizes: [],
    upstream: { ...nothingUpstream, packages: facts },
    evidence: new Map(),
    unread: [],
  }
}

function productNamed(id: string): Product {
  return {
    id,
    name: id,
    origin: 'made',
    unit: 'whole',
    criticality: null,
    audience: null,
    supplier: null,
    paths: [],
    owner: null,
  }
}
