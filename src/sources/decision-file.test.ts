import { describe, expect, it } from 'vitest'
import type { Organization } from '#domain/organization.ts'
import { readDecisionFiles } from './decision-file.ts'
import { nextDecisionId, withDecision } from './decision-writer.ts'

const organization = {
  people: [{ id: 'p-1' }],
  units: [{ id: 'quay' }],
  products: [{ id: 'portal' }],
  isDeclared: true,
} as unknown as Organization

const day = '2026-11-22'

function read(text: string, of: Organization = organization) {
  return readDecisionFiles([{ name: 'decisions.yaml', bytes: new TextEncoder().encode(text), evidence: 'e' }], of, day)
}

const entry = (more = '', id = 'd-1') =>
  `  - { id: ${id}, on: 2026-05-01, by: p-1, subject: pkg:npm/tidewheel, decision: allow, reason: fine${more} }\n`
const file = (...entries: readonly string[]) => `format: 1\ndecisions:\n${entries.join('')}`

/** Where the mistake is and what is said about it. */
function mistake(text: string): string {
  const result = read(text)
  return result.ok ? 'no mistake' : `${result.problem.where}: ${result.problem.what}`
}

describe('decisions', () => {
  it('may be about a version, a range, a part, a project or a license', () => {
    const subjects = [
      'subject: pkg:npm/tidewheel@1.4.0',
      'subject: "pkg:npm/tidewheel", versions: "vers:npm/>=1.0.0|<2.0.0"',
      'subject: pkg:npm/tidewheel',
      'subject: https://forge.example/tide/wheel.git',
      'subject: forge.example/tide/wheel',
      'subject: GPL-2.0-only WITH Classpath-exception-2.0',
    ]
    const text = file(
      ...subjects.map(
        (subject, at) => `  - { id: d-${at}, on: 2026-05-01, by: p-1, ${subject}, decision: allow, reason: r }\n`,
      ),
    )
    const result = read(text)
    expect(result.ok && result.decisions.map((one) => one.subject)).toEqual([
      { kind: 'part', package: 'pkg:npm/tidewheel', versions: 'vers:npm/1.4.0' },
      { kind: 'part', package: 'pkg:npm/tidewheel', versions: 'vers:npm/>=1.0.0|<2.0.0' },
      { kind: 'part', package: 'pkg:npm/tidewheel', versions: null },
      { kind: 'project', project: 'forge.example/tide/wheel' },
      { kind: 'project', project: 'forge.example/tide/wheel' },
      { kind: 'license', license: 'GPL-2.0-only WITH Classpath-exception-2.0' },
    ])
  })

  it('carry the number of a way to engage', () => {
    const result = read(file(entry().replace('decision: allow', 'decision: engage-option 13')))
    expect(result).toMatchObject({
      ok: true,
      decisions: [{ outcome: 'engage', option: 13, about: 'use', at: '/decisions/0' }],
    })
    expect(mistake(file(entry().replace('decision: allow', 'decision: engage-option 14')))).toMatch(
      /^line 3.*engage-option/,
    )
  })

  it.each([
    [
      'a person who is not there',
      file(entry(), entry('', 'd-2').replace('p-1', 'p-9')),
      'line 4, decisions[1].by: names "p-9"',
    ],
    ['a unit that is not there', file(entry(', unit: mill')), 'line 3, decisions[0].unit: names "mill"'],
    ['a product that is not there', file(entry(', product: console')), 'line 3, decisions[0].product'],
    ['a day that does not exist', file(entry(', until: 2026-02-30')), 'line 3, decisions[0].until: must be a day'],
    ['an end before its beginning', file(entry(', until: 2026-04-30')), 'line 3, decisions[0].until: lies before "on"'],
    ['an id used twice', file(entry(), entry(', unit: quay')), 'line 4, decisions[1].id: is used twice'],
    [
      'a subject that is none',
      file(entry().replace('pkg:npm/tidewheel', 'tidewheel')),
      'line 3, decisions[0].subject: must be',
    ],
    [
      'an odd package URL',
      file(entry().replace('pkg:npm/tidewheel', 'pkg:npm')),
      'line 3, decisions[0].subject: is no package URL',
    ],
    ['two licenses at once', file(entry().replace('pkg:npm/tidewheel', 'MIT OR ISC')), 'line 3, decisions[0].subject'],
    ['an odd range', file(entry(', versions: "^1.0.0"')), 'line 3, decisions[0].versions: is no version range'],
    [
      'conditions that are missing',
      file(entry().replace('allow', 'allow-with-conditions')),
      'line 3, decisions[0].conditions',
    ],
    ['a lane for using', file(entry(', lane: full-trust')), 'line 3, decisions[0].lane'],
    [
      'a replaced decision that is not there',
      file(entry(', replaces: [d-0]')),
      'line 3, decisions[0].replaces[0]: names "d-0"',
    ],
    ['a key that is not known', file(entry(', because: x')), 'line 3, decisions[0].because'],
  ])('refuse %s with file and line', (_, text, expected) => {
    expect(mistake(text)).toContain(expected)
  })

  it('refuse a contradiction in one scope and time, and let go what is scoped, over or replaced', () => {
    const no = (more: string) => entry(more, 'd-2').replace('decision: allow', 'decision: refuse')
    expect(mistake(file(entry(), no('')))).toBe(
      'line 4, decisions[1].decision: contradicts "d-1", which is about the same subject, scope and time; name it under "replaces" or end it with "until"',
    )
    for (const fine of [
      file(entry(), no(', product: portal')),
      file(entry(), no(', replaces: [d-1]')),
      file(entry(), no(', about: contribute')),
      file(entry(', until: 2026-05-31'), no('').replace('2026-05-01', '2026-06-01')),
      file(entry(), entry('', 'd-2').replace('decision: allow', 'decision: engage-option 5')),
    ])
      expect(mistake(fine)).toBe('no mistake')
    const engaged = entry('', 'd-2').replace('decision: allow', 'decision: engage-option 5')
    expect(mistake(file(entry().replace('decision: allow', 'decision: refuse'), engaged))).toContain(
      'contradicts "d-1"',
    )
    // Also when the other one stands in another file.
    const bytes = (text: string) => new TextEncoder().encode(text)
    const two = readDecisionFiles(
      [
        { name: 'a.yaml', bytes: bytes(file(entry())), evidence: '' },
        { name: 'b.yaml', bytes: bytes(file(no(''))), evidence: '' },
      ],
      organization,
      day,
    )
    expect(two).toMatchObject({ ok: false, problem: { file: 'b.yaml' } })
  })

  it('tell what has run out with file and line, until it is replaced', () => {
    const result = read(file(entry(', until: 2026-11-21')))
    expect(result).toMatchObject({
      ok: true,
      expired: [
        {
          file: 'decisions.yaml',
          issue: { code: 'decision-expired', where: 'line 3, decisions[0].until', detail: 'd-1, 2026-11-21' },
        },
      ],
    })
    expect(read(file(entry(', until: 2026-11-22')))).toMatchObject({ expired: [] })
    expect(read(file(entry(', until: 2026-11-21'), entry(', replaces: [d-1]', 'd-2')))).toMatchObject({ expired: [] })
  })

  it('are not checked for names where no organization is declared', () => {
    expect(read(file(entry().replace('p-1', 'p-9')), { ...organization, isDeclared: false })).toMatchObject({
      ok: true,
    })
  })
})

describe('adding a decision', () => {
  const decision = {
    id: 'd-2',
    on: '2026-11-22',
    by: 'p-1',
    subject: 'pkg:npm/bollard',
    decision: 'refuse',
    reason: 'Two people asked: "why?"',
  }

  it('keeps comments and what stands there, and can be read back', () => {
    const before = `# Ours\n${file(entry())}# The end\n`
    const after = withDecision(before, decision)
    expect(after).toContain('# Ours\n')
    expect(after).toContain('# The end')
    expect(after).toContain('d-1')
    expect(read(after)).toMatchObject({
      ok: true,
      decisions: [{ id: 'd-1' }, { id: 'd-2', outcome: 'refuse', reason: decision.reason }],
    })
  })

  it('makes a file where there is none, and a list where it is empty', () => {
    for (const before of [undefined, '', 'format: 1\n', 'format: 1\ndecisions: []\n'])
      expect(read(withDecision(before, decision))).toMatchObject({ ok: true, decisions: [{ id: 'd-2' }] })
  })

  it('counts ids on', () => {
    expect([nextDecisionId([]), nextDecisionId(['d-009', 'd-41', 'other'])]).toEqual(['d-001', 'd-042'])
  })
})
