import { describe, expect, it } from 'vitest'
import type { Part, Portfolio } from '#domain/portfolio.ts'
import { assessVulnerabilities, vulnerabilityFigures } from './assess.ts'
import { openPack, packAdvisories, type AdvisoryPack } from './index-pack.ts'
import { readAdvisory } from './osv.ts'

const lockfile = 'f'.repeat(64)
const advisoryEvidence = 'a'.repeat(64)

function part(purl: string | null, version: string | null = purl?.split('@')[1] ?? null): Part {
  return {
    purl,
    package: purl?.split('@')[0] ?? null,
    ecosystem: null,
    kind: 'software',
    name: purl ?? 'x',
    version,
    licenses: [],
  }
}

/** Every part occurs once in each of the documents, one document per product. */
function portfolio(parts: readonly Part[], products: number): Portfolio {
  const occurrences = parts.flatMap((_, index) =>
    Array.from({ length: products }, (__, document) => ({ index, document })),
  )
  const zeros = new Uint8Array(occurrences.length)
  return {
    parts,
    documents: Array.from({ length: products }, (_, product) => ({ product, evidence: lockfile })),
    occurrences: {
      count: occurrences.length,
      part: Int32Array.from(occurrences, ({ index }) => index),
      document: Int32Array.from(occurrences, ({ document }) => document),
      scope: zeros,
      directness: zeros,
      depth: zeros,
      at: occurrences.map(({ index }) => `/packages/${index}`),
    },
  } as unknown as Portfolio
}

function packs(...records: readonly object[]): ReadonlyMap<string, AdvisoryPack> {
  const kept = records.map((record) => {
    const read = readAdvisory(JSON.stringify({ modified: '2026-01-01T00:00:00Z', ...record }))
    if (!read.ok) throw new Error(read.issue.code)
    return { advisory: read.advisory, evidence: advisoryEvidence }
  })
  return new Map([['npm', openPack(packAdvisories('npm', kept))]])
}

const affects = (name: string, fixed: string) => [
  { package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed }] }] },
]
const index = packs(
  { id: 'GHSA-1', aliases: ['CVE-1'], affected: affects('lodash', '4.17.21'), database_specific: { severity: 'LOW' } },
  { id: 'GHSA-2', affected: affects('lodash', '4.17.12'), database_specific: { severity: 'CRITICAL' } },
  { id: 'GHSA-3', affected: affects('minimist', '1.2.6') },
)

describe('an organization with old packages', () => {
  const parts = [part('pkg:npm/lodash@4.17.4'), part('pkg:npm/minimist@1.2.8'), part('pkg:npm/left-pad@1.3.0')]
  const used = portfolio(parts, 2)
  const assessment = assessVulnerabilities(used, index, [])

  it('sees each vulnerable version once, gravest first, and counts parts and products', () => {
    expect(assessment.findings.map(({ id, severity, part }) => [id, severity, part])).toEqual([
      ['GHSA-2', 'critical', 0],
      ['CVE-1', 'low', 0],
    ])
    expect(assessment.total.figure).toMatchObject({ known: true, value: 2 })
    expect(assessment.affectedParts.figure).toMatchObject({ value: 1 })
    expect(assessment.affectedProducts.figure).toMatchObject({ value: 2 })
    expect(
      assessment.bySeverity.map(({ severity, count }) => [severity, count.figure.known && count.figure.value]),
    ).toEqual([
      ['critical', 1],
      ['high', 0],
      ['medium', 0],
      ['low', 1],
      ['none', 0],
      ['unknown', 0],
    ])
    expect(assessment.total.coverage).toEqual({ known: 3, of: 3, unit: 'parts' })
  })

  it('can walk from a total to the advisory and to every line of a lockfile', () => {
    const figures = new Map(vulnerabilityFigures(used, assessment).map(({ id, figure }) => [id, figure]))
    const [source] = figures.get('vulnerabilities/severity/critical')?.from ?? []
    const inputs = source?.kind === 'computed' ? source.inputs : []
    expect(inputs).toEqual(['vulnerabilities/finding/GHSA-2/pkg:npm/lodash@4.17.4'])
    expect(figures.get(inputs[0] ?? '')).toEqual({
      known: true,
      value: { version: '4.17.4', severity: 'critical', score: null, fixed: ['4.17.12'] },
      from: [
        { kind: 'observed', evidence: advisoryEvidence, at: '/affected/0/ranges/0' },
        { kind: 'observed', evidence: lockfile, at: '/packages/0' },
        { kind: 'observed', evidence: lockfile, at: '/packages/0' },
      ],
    })
    expect([...figures.keys()]).toContain('vulnerabilities/total')
    expect([...figures.keys()]).toContain('vulnerabilities/affected-products')
  })
})

describe('what could not be looked up', () => {
  it('is never zero: without advisories every total is unknown', () => {
    const assessment = assessVulnerabilities(portfolio([part('pkg:npm/lodash@4.17.4')], 1), new Map(), [])
    const { total, affectedParts, affectedProducts, bySeverity, undecided } = assessment
    const figures = [total, affectedParts, affectedProducts, ...bySeverity.map(({ count }) => count)].map(
      ({ figure }) => figure,
    )
    for (const figure of figures) expect(figure).toEqual({ known: false, why: 'not-collected', from: [] })
    expect(total.coverage).toEqual({ known: 0, of: 1, unit: 'parts' })
    expect(undecided).toEqual([{ part: 0, code: 'ecosystem-not-loaded' }])
  })

  it('is unknown too when none of the parts belongs to an ecosystem at hand', () => {
    const assessment = assessVulnerabilities(portfolio([part('pkg:pypi/flask@0.12')], 1), index, [])
    expect(assessment.total.figure.known).toBe(false)
  })

  it('is listed with the reason, and not counted as covered', () => {
    const parts = [
      part('pkg:npm/left-pad@1.3.0'),
      part(null),
      part('pkg:npm/lodash', null),
      part('pkg:npm/lodash@workspace'),
      part('pkg:generic/openssl@3.0.0'),
      part('pkg:pypi/flask@0.12'),
    ]
    const assessment = assessVulnerabilities(portfolio(parts, 1), index, [])
    expect(assessment.undecided).toEqual([
      { part: 1, code: 'no-purl' },
      { part: 2, code: 'no-version' },
      { part: 3, code: 'version-unreadable' },
      { part: 4, code: 'ecosystem-not-loaded' },
      { part: 5, code: 'ecosystem-not-loaded' },
    ])
    expect(assessment.total).toMatchObject({ figure: { known: true, value: 0 }, coverage: { known: 1, of: 6 } })
  })
})
