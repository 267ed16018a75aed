/** A small organization for the tests of this area: a portal and a planner, invented packages. */

import type { SubjectHealth } from '#domain/assessment/health.ts'
import type { HealthAssessment } from '#domain/assessment/health.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { Decision } from '#domain/decision.ts'
import type { EngagementOptionText } from '#domain/engagement.ts'
import { engagementOptions } from '#domain/engagement.ts'
import { assumed, lift, unknown } from '#domain/figure.ts'
import { nothingStated, type Declaration, type Product, type Stated } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { nothingUpstream } from '#domain/upstream.ts'
import type { CounselorInput } from './context.ts'

export const asOf = '2026-11-22'
export const tidewheel = 'pkg:npm/tidewheel'
export const bollard = 'pkg:npm/bollard'

export function said(
  part: string | null,
  subject: string,
  value: Declaration['value'],
  more: Partial<Declaration> = {},
) {
  return {
    id: `d-${subject}`,
    on: '2026-10-01',
    by: 'p-1',
    unit: null,
    product: null,
    part,
    subject,
    value,
    note: 'said in a sample',
    ...more,
  }
}

/** The portal (mission) uses tidewheel itself and bollard through it; the planner (low) uses bollard. */
export function samplePortfolio(stated: Partial<Stated> = {}): Portfolio {
  const product = (id: string, criticality: Product['criticality'], owner: string | null): Product => ({
    id,
    name: id,
    origin: 'made',
    unit: id === 'portal' ? 'quay' : 'mill',
    criticality,
    audience: 'internal',
    supplier: null,
    paths: [id],
    owner,
    published: id === 'planner' ? 'forge.example/city/planner' : null,
  })
  const part = (name: string, version: string) => ({
    purl: `pkg:npm/${name}@${version}`,
    package: `pkg:npm/${name}`,
    ecosystem: 'npm',
    kind: 'software' as const,
    name,
    version,
    licenses: [{ basis: 'declared' as const, text: 'MIT', expression: 'MIT' }],
  })
  const document = (path: string, index: number) => ({
    path,
    evidence: `lock-${index}`,
    reader: 'package-lock',
    format: 'package-lock.json',
    specVersion: '3',
    product: index,
    counts: { found: 1, taken: 1, refused: 0, edges: 0, services: 0 },
    refused: [],
    issues: [],
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
      products: [product('portal', 'mission', 'p-2'), product('planner', 'low', 'p-1')],
      suppliers: [],
      people: [
        { id: 'p-1', unit: 'mill', roles: [], from: null, to: null, namesAllowed: false },
        { id: 'p-2', unit: 'quay', roles: [], from: null, to: '2026-03-31', namesAllowed: false },
      ],
      domains: ['city.example'],
      laborRate: {
        yearlyWage: 86_000,
        currency: 'EUR',
        loadFactor: 1,
        source: 'sample',
        asOf: '2026-01-01',
        basis: 'organization',
      },
      stated: { ...nothingStated, ...stated },
      isDeclared: true,
    },
    organizationFile: 'organization',
    parts: [part('tidewheel', '1.4.0'), part('bollard', '2.0.1')],
    documents: [document('portal/package-lock.json', 0), document('planner/package-lock.json', 1)],
    occurrences: {
      count: 3,
      part: Int32Array.from([0, 1, 1]),
      document: Int32Array.from([0, 0, 1]),
      scope: Uint8Array.from([0, 0, 0]),
      directness: Uint8Array.from([0, 1, 0]),
      depth: Uint8Array.from([1, 3, 1]),
      at: ['/packages/tidewheel', '/packages/bollard', '/packages/bollard'],
    },
    edges: { count: 0, from: new Int32Array(), to: new Int32Array(), document: new Int32Array() },
    projectLinks: [
      { package: tidewheel, project: 'forge.example/tide/wheel', basis: 'declared', evidence: 'organization', at: '' },
    ],
    sizes: [],
    upstream: nothingUpstream,
    evidence: new Map(),
    unread: [],
  }
}

const options: readonly EngagementOptionText[] = engagementOptions.map((number) => ({
  id: `option-${number}`,
  number,
  label: { en: `Option ${number}`, de: `Weg ${number}`, ja: `方法 ${number}` },
  explanation: { en: 'Sample', de: 'Muster', ja: '見本' },
  benefits: [`VB${number}`],
  cost: {
    assumption: `E${number}`,
    hours: number === 2 || number === 8 ? null : { low: 10, central: 20, high: 40 },
    amount: number === 8 || number === 9 ? { low: 100, central: 500, high: 1000 } : null,
    isPriced: number === 2,
  },
  source: 'sample',
  sourceLicense: 'CC0-1.0',
}))

export function sampleInput(portfolio: Portfolio, more: Partial<CounselorInput> = {}): CounselorInput {
  return {
    portfolio,
    health: null,
    vulnerabilities: null,
    contribution: null,
    value: null,
    licenses: null,
    decisions: [],
    options,
    ...more,
  }
}

export function sampleHealth(more: Partial<SubjectHealth> = {}, h = 0.8): HealthAssessment {
  const named = <T>(name: string, value: T) => ({
    id: `health/${name}/forge.example/tide/wheel`,
    figure: lift(value, { id: `health/${name}`, version: 1 }, []),
  })
  const subject = {
    subject: 'forge.example/tide/wheel',
    project: 'forge.example/tide/wheel',
    packages: [tidewheel],
    products: 1,
    health: named('score', h),
    known: 0.9,
    level: h >= 0.7 ? 'good' : h < 0.4 ? 'weak' : 'fair',
    state: named('state', 'active'),
    criticality: named('criticality', 0.9),
    criticalityLevel: 'high',
    absenceFactor: { id: 'health/absence', figure: unknown('not-collected') },
    indicators: [],
    warnings: [],
    funding: [],
    lastReleaseOn: null,
    ...more,
  } as unknown as SubjectHealth
  return { subjects: [subject] } as unknown as HealthAssessment
}

/** Advisories were looked up for every part, and these parts have none that ends what was found. */
export function sampleVulnerabilities(unfixed: readonly number[] = []): VulnerabilityAssessment {
  const findings = unfixed.map((part) => ({
    part,
    id: 'EXAMPLE-2026-1',
    aliases: ['EXAMPLE-2026-1'],
    advisories: [{ id: 'EXAMPLE-2026-1', evidence: 'advisory', at: '/affected/0' }] as const,
    summary: '',
    severity: 'high' as const,
    score: 8,
    vector: null,
    fixed: [],
    published: null,
    modified: null,
  }))
  const total = { id: 'vulnerabilities/total', figure: assumed(findings.length, 'sample') }
  return {
    total: { ...total, coverage: { known: 2, of: 2, unit: 'parts' } },
    findings,
    remedies: unfixed.map((part) => ({ part, version: null, findings: 1 })),
    undecided: [],
  } as unknown as VulnerabilityAssessment
}

export function sampleDecision(more: Partial<Decision> = {}): Decision {
  return {
    id: 'd-001',
    on: '2026-05-01',
    by: 'p-1',
    subject: { kind: 'part', package: tidewheel, versions: null },
    about: 'use',
    outcome: 'engage',
    option: 8,
    lane: null,
    conditions: [],
    reason: 'One person carries it',
    until: null,
    unit: null,
    product: null,
    replaces: [],
    evidence: 'decisions',
    at: '/decisions/0',
    ...more,
  }
}
