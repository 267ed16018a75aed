import { describe, expect, it } from 'vitest'
import type { SubjectHealth } from '#domain/assessment/health.ts'
import type { Severity } from '#domain/finding.ts'
import { lift, unknown } from '#domain/figure.ts'
import type { AssessedFinding } from '#store/assessed-findings.ts'
import { assessmentNews, type Snapshot, type Whereabouts } from './assessment-news.ts'

const whereabouts: Whereabouts = {
  unitOfProduct: new Map([
    ['portal', 'harbor'],
    ['planner', 'city'],
    ['loose', null],
  ]),
  productsOfPackage: new Map([['pkg:npm/tide', ['portal', 'planner']]]),
}

function finding(
  id: string,
  more: Partial<AssessedFinding> & { severity?: Severity; version?: string } = {},
): AssessedFinding {
  const { version = '1.0.0', ...rest } = more
  const part = { purl: `pkg:npm/tide@${version}`, kind: 'software', name: 'tide', version } as const
  return { id, aliases: [id], severity: 'critical', score: 9.8, fixed: [], products: ['portal'], part, ...rest }
}

function subject(state: string, warnings: readonly string[] = []): SubjectHealth {
  return {
    subject: 'forge.example/tide',
    packages: ['pkg:npm/tide'],
    state: { id: 'health/state', figure: lift(state, { id: 'health/state', version: 1 }, ['health/x']) },
    warnings: warnings.map((id) => ({ id, figure: 'health/x', detail: '' })),
  } as unknown as SubjectHealth
}

function snapshot(
  findings: readonly AssessedFinding[],
  subjects: readonly SubjectHealth[] = [],
  isLookedUp = true,
): Snapshot {
  const total = isLookedUp
    ? lift(findings.length, { id: 'vulnerabilities/total', version: 1 }, ['x'])
    : unknown('not-collected')
  const assessment = { asOf: '2026-11-22', vulnerabilities: { total: { figure: total } }, health: { subjects } }
  return { assessment: assessment as unknown as Snapshot['assessment'], findings }
}

function news(before: Snapshot | undefined, after: Snapshot) {
  return assessmentNews(before, after, whereabouts)
    .filter(({ kind }) => kind !== 'assessment-done')
    .map(({ kind, subject: about, units }) => [kind, about, units])
}

describe('news of an assessment', () => {
  it('is only that it is done when there was none before', () => {
    expect(assessmentNews(undefined, snapshot([finding('CVE-1')]), whereabouts)).toEqual([
      { kind: 'assessment-done', subject: '2026-11-22', detail: { findings: 1 }, units: ['city', 'harbor'] },
    ])
  })

  it('is what is critical or high and was not there, and what is gone', () => {
    const before = snapshot([finding('CVE-1'), finding('CVE-2')])
    const after = snapshot([
      finding('CVE-2'),
      finding('CVE-3', { severity: 'high' }),
      finding('CVE-4', { severity: 'low' }),
    ])
    expect(news(before, after)).toEqual([
      ['finding', 'CVE-3 pkg:npm/tide@1.0.0', ['harbor']],
      ['resolved', 'CVE-1 pkg:npm/tide@1.0.0', ['harbor']],
    ])
    expect(news(after, after)).toEqual([])
  })

  it('is not that an advisory got another name, or a part another version that is affected as well', () => {
    const before = snapshot([finding('GHSA-1', { aliases: ['GHSA-1'] })])
    const after = snapshot([finding('CVE-1', { aliases: ['CVE-1', 'GHSA-1'], version: '1.1.0' })])
    expect(news(before, after)).toEqual([])
  })

  it('is that another product is affected now, told to its unit alone', () => {
    const before = snapshot([finding('CVE-1')])
    const after = snapshot([finding('CVE-1', { products: ['loose', 'planner', 'portal'] })])
    expect(news(before, after)).toEqual([['finding', 'CVE-1 pkg:npm/tide@1.0.0', ['city']]])
  })

  it('is nothing where one of the two did not look', () => {
    expect(news(snapshot([], [], false), snapshot([finding('CVE-1')]))).toEqual([])
    expect(news(snapshot([finding('CVE-1')]), snapshot([], [], false))).toEqual([])
  })

  it('is that nobody maintains a project any longer, or one person alone, once', () => {
    const units = ['city', 'harbor']
    const fine = snapshot([], [subject('active')])
    const ended = snapshot([], [subject('unsupported')])
    const alone = snapshot([], [subject('active', ['one-person'])])
    expect(news(fine, ended)).toEqual([['unsupported', 'forge.example/tide', units]])
    expect(news(fine, alone)).toEqual([['leaning-on-one', 'forge.example/tide', units]])
    expect([news(ended, ended), news(alone, alone), news(ended, fine)]).toEqual([[], [], []])
  })
})
