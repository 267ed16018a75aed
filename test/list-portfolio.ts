/** Small portfolios with units, products, ways and findings, made from plain rows, and assessed by the program itself. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import { severities, type Finding, type Severity } from '#domain/finding.ts'
import { nothingStated, type Criticality, type Organization, type UnitId } from '#domain/organization.ts'
import type { Part, PackageSize, Portfolio } from '#domain/portfolio.ts'
import { assessHealth } from '#health/assess.ts'
import { assessInventory } from '#inventory/assess.ts'
import { assessLicenses } from '#licensing/assess.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { assessValue } from '#value/assess.ts'
import { sampleAssessment } from './sample-assessment.ts'
import { sampleLinks, sampleUpstream } from './sample-areas.ts'

/** What a product lists: a part of the pool, and the position of the entry that it comes through; -1 is the product. */
export type Entry = { readonly part: number; readonly from: number; readonly scope: number }

export type PlainProduct = {
  readonly name: string
  readonly unit: UnitId | null
  readonly criticality: Criticality | null
  readonly entries: readonly Entry[]
}

export type PlainFinding = {
  readonly part: number
  readonly number: number
  readonly severity: Severity
  readonly score: number | null
}

export type PlainPortfolio = {
  readonly products: readonly PlainProduct[]
  readonly findings: readonly PlainFinding[]
  /** Parts of the pool for which no advisory could be asked. */
  readonly undecided?: readonly number[]
  readonly units?: Organization['units']
}

/** A port with two branches; the quays lie below the harbor. */
export const sampleUnits: Organization['units'] = [
  { id: 'port', name: 'Port', parent: null },
  { id: 'harbor', name: 'Harbor', parent: 'port' },
  { id: 'quays', name: 'Quays', parent: 'harbor' },
  { id: 'lighthouse', name: 'Lighthouse', parent: 'port' },
]

const licenses = ['MIT', 'GPL-3.0-only', 'something of our own', null, 'BUSL-1.1'] as const

/** Names that others know, of which the sample knows something, and one that would be a formula. */
export const pool: readonly Part[] = ['lodash', 'express', 'ms', 'react', '=cmd', 'minimist'].flatMap((name, index) =>
  ['1.2.0', '1.10.0'].map((version): Part => {
    const license = licenses[index % licenses.length]
    return {
      purl: `pkg:npm/${encodeURIComponent(name)}@${version}`,
      package: `pkg:npm/${encodeURIComponent(name)}`,
      ecosystem: 'npm',
      kind: 'software',
      name,
      version,
      licenses: license == null ? [] : [{ basis: 'declared', text: license, expression: license }],
    }
  }),
)

export function listPortfolio({ products, findings, undecided = [], units = sampleUnits }: PlainPortfolio): {
  portfolio: Portfolio
  assessment: Assessment
} {
  const { portfolio: sample, assessment } = sampleAssessment({ isLookedUp: true, isSized: true })
  // As the program does: parts that nobody uses are no parts of the portfolio.
  const used = [...new Set(products.flatMap(({ entries }) => entries.map(({ part }) => part)))].sort((a, b) => a - b)
  const parts = used.flatMap((part) => pool[part] ?? [])
  const rows = products.flatMap(({ entries }, product) => {
    const depths: number[] = []
    for (const { from } of entries) depths.push(from < 0 ? 1 : (depths[from] ?? 0) + 1)
    return entries.map((entry, at) => ({ ...entry, product, depth: depths[at] ?? 0 }))
  })
  const starts = products.map((_, product) => rows.findIndex((row) => row.product === product))
  const [document] = sample.documents
  if (document === undefined) throw new Error('the sample has no document')
  const portfolio: Portfolio = {
    ...sample,
    parts,
    organization: {
      ...sample.organization,
      units,
      stated: nothingStated,
      products: products.map(({ name, unit, criticality }, index) => ({
        id: `p-${name}-${index}`,
        name,
        origin: 'made',
        unit,
        criticality,
        audience: null,
        supplier: null,
        paths: [],
        owner: null,
      })),
    },
    documents: products.map(({ entries }, product) => ({
      ...document,
      path: `repositories/${product}/package-lock.json`,
      product,
      // One that lists nothing has an entry that nobody could read.
      counts: {
        found: Math.max(1, entries.length),
        taken: entries.length,
        refused: entries.length === 0 ? 1 : 0,
        edges: entries.length,
        services: 0,
      },
      refused: [],
      issues: [],
    })),
    occurrences: {
      count: rows.length,
      part: Int32Array.from(rows, ({ part }) => used.indexOf(part)),
      document: Int32Array.from(rows, ({ product }) => product),
      scope: Uint8Array.from(rows, ({ scope }) => scope),
      directness: Uint8Array.from(rows, ({ depth }) => (depth === 1 ? 0 : 1)),
      depth: Uint8Array.from(rows, ({ depth }) => depth),
      at: rows.map((_, at) => `/packages/${at}`),
    },
    edges: {
      count: rows.length,
      from: Int32Array.from(rows, ({ from, product }) => (from < 0 ? -1 : (starts[product] ?? 0) + from)),
      to: Int32Array.from(rows, (_, at) => at),
      document: Int32Array.from(rows, ({ product }) => product),
    },
    projectLinks: sampleLinks(''),
    upstream: sampleUpstream(''),
    sizes: sizes(),
  }
  return {
    portfolio,
    assessment: {
      ...assessment,
      inventory: assessInventory(portfolio),
      licenses: assessLicenses(portfolio, loadLicenseTables()),
      health: assessHealth(portfolio),
      value: assessValue(portfolio),
      vulnerabilities: {
        ...assessment.vulnerabilities,
        findings: findings.flatMap((finding) => findingOf(finding, used.indexOf(finding.part))),
        undecided: used.flatMap((part, at) =>
          undecided.includes(part) ? [{ part: at, code: 'no-purl' as const }] : [],
        ),
        remedies: [],
      },
    },
  }
}

function findingOf({ number, severity, score }: PlainFinding, part: number): Finding[] {
  if (part < 0) return []
  const id = `EXAMPLE-2026-${number}`
  return [
    {
      part,
      id,
      aliases: [`ALIAS-${number}`, id],
      advisories: [{ id, evidence: 'a'.repeat(64), at: '/affected/0' }],
      summary: `Reads behind the end, number ${number}`,
      severity,
      score,
      vector: null,
      fixed: number % 2 === 0 ? ['9.9.9'] : [],
      published: `2026-01-0${1 + (number % 9)}T00:00:00Z`,
      modified: null,
    },
  ]
}

function sizes(): PackageSize[] {
  return ['lodash', 'react'].map((name, index) => ({
    package: `pkg:npm/${name}`,
    version: '1.10.0',
    deduplicated: 1000 * (index + 1),
    raw: 4000,
    source: 'measured-installed',
    evidence: '0'.padStart(64, '0'),
    at: '/packages/0',
    measuredOn: '2026-11-01',
    isData: false,
  }))
}

/** One that shows something in every list, the same on every run. */
export const plainSample: PlainPortfolio = {
  products: [
    product('Berth Planner', 'harbor', 'mission', [0, -1], [2, 0], [4, 1], [6, -1]),
    product('Crane Telemetry', 'quays', 'low', [1, -1], [2, 0], [8, -1]),
    product('Lamp Room', 'lighthouse', 'high', [3, -1], [6, -1], [10, 1], [11, 2]),
    product('Anchor Board', 'lighthouse', null, [0, -1], [1, -1]),
    product('Old Ledger', null, null, [9, -1]),
    product('Sail Loft', 'quays', 'low', [5, -1], [7, 0]),
    product('Store Shed', 'harbor', null),
  ],
  undecided: [5, 7, 10],
  findings: [0, 1, 2, 3, 4, 6, 6, 9, 10].map((part, number) => ({
    part,
    number: number % 5,
    severity: severities[number % severities.length] ?? 'unknown',
    score: number % 3 === 0 ? null : number,
  })),
}

function product(
  name: string,
  unit: UnitId | null,
  criticality: Criticality | null,
  ...entries: readonly (readonly [part: number, from: number])[]
): PlainProduct {
  return { name, unit, criticality, entries: entries.map(([part, from]) => ({ part, from, scope: part % 3 })) }
}
