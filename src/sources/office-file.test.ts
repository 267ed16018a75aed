import { describe, expect, it } from 'vitest'
import { defaultOrganization } from './organization-file.ts'
import { loadMaturityModel } from './maturity-content.ts'
import { readOfficeFiles } from './office-file.ts'

const organization = {
  ...defaultOrganization([], {
    yearlyWage: 1,
    currency: 'EUR',
    loadFactor: 1,
    source: 'sample',
    asOf: '2026-01-01',
    basis: 'organization',
  }),
  units: [{ id: 'quay', name: 'Quay', parent: null }],
  people: [{ id: 'p-1', unit: 'quay', roles: [], from: null, to: null, namesAllowed: false }],
}
const context = { model: loadMaturityModel(), organization }

function read(...texts: readonly string[]) {
  const files = texts.map((text, index) => ({
    name: `office/${index}.yaml`,
    bytes: new TextEncoder().encode(text),
    evidence: `e-${index}`,
  }))
  return readOfficeFiles(files, context)
}

function problemOf(...texts: readonly string[]): string {
  const result = read(...texts)
  return result.ok ? 'read' : `${result.problem.file} ${result.problem.where}: ${result.problem.what}`
}

const records = (...lines: readonly string[]) => ['format: 1', 'records:', ...lines].join('\n')
const answers = (...lines: readonly string[]) => ['format: 1', 'answers:', ...lines].join('\n')

describe('the files of an office', () => {
  it('are read with the place of each entry', () => {
    const result = read(
      records('  - { id: rules, kind: usage-policy, unit: quay, title: Rules, by: p-1, on: 2026-01-02 }'),
      answers('  - { question: Q-trained, by: p-1, role: engineer, on: 2026-02-01, answer: "no" }'),
    )
    expect(result).toMatchObject({
      ok: true,
      office: {
        records: [{ id: 'rules', kind: 'usage-policy', basis: 'document', evidence: 'e-0', at: '/records/0' }],
        answers: [{ question: 'Q-trained', answer: 'no', unit: null, evidence: 'e-1', at: '/answers/0' }],
      },
    })
  })

  it('refuse ids that nothing carries, with file and line', () => {
    expect(problemOf(records('  - { id: a, indicators: [IC99], title: A, by: p-1, on: 2026-01-02, value: 1 }'))).toBe(
      'office/0.yaml line 3, records[0].indicators[0]: names "IC99", and no indicator has that id',
    )
    expect(
      problemOf(records('  - id: a', '    kind: policies', '    title: A', '    by: p-1', '    on: 2026-01-02')),
    ).toBe('office/0.yaml line 4, records[0].kind: names "policies", and no kind of record has that id')
    expect(problemOf(answers('  - { question: Q-x, by: p-1, role: r, on: 2026-01-02, answer: "no" }'))).toContain(
      'answers[0].question: names "Q-x", and no question has that id',
    )
    expect(problemOf(records('  - { id: a, kind: charter, unit: mill, title: A, by: p-1, on: 2026-01-02 }'))).toContain(
      'names "mill", and no unit of organization.yaml has that id',
    )
    expect(problemOf('format: 1\nnotApplicable:\n  - { indicator: IX, reason: r, by: p-1, on: 2026-01-02 }')).toContain(
      'line 3, notApplicable[0].indicator: names "IX"',
    )
  })

  it('refuse answers and values of the wrong type', () => {
    expect(problemOf(answers('  - { question: Q-trained, by: p-1, role: r, on: 2026-01-02, answer: true }'))).toBe(
      'office/0.yaml line 3, answers[0].answer: must be "no" or "sometimes" or "usually" or "always" or "do-not-know"',
    )
    expect(
      problemOf(records('  - { id: a, kind: training-reach, title: A, by: p-1, on: 2026-01-02, value: 80 }')),
    ).toBe('office/0.yaml line 3, records[0].value: must be a share between 0 and 1')
    expect(problemOf(records('  - { id: a, kind: training-reach, title: A, by: p-1, on: 2026-01-02 }'))).toBe(
      'office/0.yaml line 3, records[0].value: "value" is missing; it must be a share between 0 and 1',
    )
    expect(problemOf(records('  - { id: a, kind: charter, title: A, by: p-1, on: 2026-01-02, value: 3 }'))).toContain(
      'must be true or false, or left out',
    )
    expect(problemOf(records('  - { id: a, kind: charter, title: A, by: p-1, on: 2026-02-30 }'))).toContain(
      'line 3, records[0].on: must be a day that exists',
    )
    expect(
      problemOf(records('  - { id: a, kind: charter, title: A, by: p-1, on: 2026-02-03, value: "80" }')),
    ).toContain('must be a number, or true or false')
  })

  it('refuse an answer without a person, and an "always" without proof', () => {
    expect(problemOf(answers('  - question: Q-trained', '    role: r', '    on: 2026-01-02', '    answer: "no"'))).toBe(
      'office/0.yaml line 3, answers[0].by: "by" is missing; it must be text',
    )
    expect(problemOf(answers('  - { question: Q-trained, by: p-9, role: r, on: 2026-01-02, answer: "no" }'))).toContain(
      'names "p-9", and no person of organization.yaml has that id',
    )
    expect(
      problemOf(answers('  - { question: Q-trained, by: p-1, role: r, on: 2026-01-02, answer: always }')),
    ).toContain('answers[0].proof: "proof" is missing')
  })

  it('refuse two statements about the same subject and unit at the same time, also across files', () => {
    const policy = (id: string, on: string, more = '') =>
      `  - { id: ${id}, kind: usage-policy, unit: quay, title: A, by: p-1, on: ${on}${more} }`
    const overlapping = problemOf(
      records(policy('a', '2026-01-02', ', validUntil: 2026-12-31'), policy('b', '2026-06-01')),
    )
    expect(overlapping).toContain('office/0.yaml line 4, records[1].on: overlaps in time with "a"')
    expect(
      problemOf(records(policy('a', '2026-01-02', ', validUntil: 2026-12-31')), records(policy('b', '2026-06-01'))),
    ).toContain('office/1.yaml line 3, records[0].on: overlaps in time with "a"')
    expect(problemOf(records(policy('a', '2026-01-02'), policy('b', '2026-06-01')))).toBe('read')
    const membership = (id: string) =>
      `  - { id: ${id}, kind: membership, unit: quay, title: A, by: p-1, on: 2026-01-02, validUntil: 2026-12-31 }`
    expect(problemOf(records(membership('a'), membership('b')))).toBe('read')
    const answer = (on: string) => `  - { question: Q-trained, unit: quay, by: p-1, role: r, on: ${on}, answer: "no" }`
    expect(problemOf(answers(answer('2026-01-02'), answer('2026-05-01')))).toContain(
      'line 4, answers[1].on: overlaps in time with what p-1 answered on 2026-01-02, which counts until 2026-07-02',
    )
    expect(problemOf(answers(answer('2026-01-02'), answer('2026-07-03')))).toBe('read')
  })

  it('refuse targets that no indicator can reach, twice told targets, and attestations without an end', () => {
    const target = (level: number, of = 'consume') =>
      `format: 1\ntargets:\n  - { unit: quay, function: ${of}, level: ${level} }`
    expect(problemOf(target(3))).toContain('no indicator of consume evidences level 3; the highest is 2')
    expect(problemOf(target(5))).toContain('must be a level from 0 to 4')
    expect(problemOf(target(1), target(2))).toContain('office/1.yaml line 3')
    expect(
      problemOf(records('  - { id: a, kind: charter, basis: attestation, title: A, by: p-1, on: 2026-01-02 }')),
    ).toContain('"validUntil" is missing')
    expect(
      problemOf(records('  - { id: a, kind: charter, title: A, by: p-1, on: 2026-01-02, reviewedOn: 2025-01-02 }')),
    ).toContain('lies before "on"')
  })
})
