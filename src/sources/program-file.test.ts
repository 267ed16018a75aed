import { describe, expect, it } from 'vitest'
import { emptyOffice, type Office } from '#domain/office.ts'
import { dueOn, mergePrograms } from '#domain/office-program.ts'
import { nothingStated, type Organization } from '#domain/organization.ts'
import { appendDismissal } from './dismissal-edit.ts'
import { readOrganizationFile } from './organization-file.ts'
import { readProgramFiles } from './program-file.ts'

const rate = {
  yearlyWage: 1,
  currency: 'EUR',
  loadFactor: 1,
  source: 'sample',
  asOf: '2026-01-01',
  basis: 'default',
} as const

const organization: Organization = {
  id: 'city',
  name: 'City',
  units: [
    { id: 'quay', name: 'Quay', parent: null },
    { id: 'mill', name: 'Mill', parent: null },
  ],
  products: [],
  suppliers: [],
  people: [{ id: 'p-1', unit: 'quay', roles: [], from: null, to: null, namesAllowed: false }],
  domains: [],
  laborRate: rate,
  stated: nothingStated,
  isDeclared: true,
}

const office: Office = {
  ...emptyOffice,
  records: [
    {
      id: 'sponsor',
      kind: 'executive-sponsor',
      indicators: [],
      basis: 'document',
      unit: null,
      title: 'x',
      link: null,
      by: 'p-1',
      on: '2026-01-01',
      validUntil: null,
      reviewedOn: null,
      value: null,
      evidence: '',
      at: '',
    },
  ],
}

const context = { organization, office, scenarios: ['too-slow'] }

function read(files: Readonly<Record<string, string>>) {
  return readProgramFiles(
    Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text), evidence: name })),
    context,
  )
}

function problem(name: string, text: string): string {
  const found = read({ [name]: text })
  return found.ok ? 'no problem' : `${found.problem.file}, ${found.problem.where}: ${found.problem.what}`
}

const goal = (id: string, more = '') =>
  `  - { id: ${id}, title: Goal ${id}, measure: value/usage-replacement, target: 1, from: 2026-01-01, by: 2027-01-01${more} }\n`

describe('files about the office as an undertaking', () => {
  it('are read into what they say, each entry with its place', () => {
    const found = read({
      'office/charter.yaml': 'format: 1\nmission: Open source on purpose\nsponsor: sponsor\nplace: quay\n',
      'office/goals.yaml': `format: 1\ngoals:\n${goal('know')}`,
      'office/duties.yaml':
        'format: 1\nduties:\n  - { id: ask, title: Ask, owner: p-1, everyMonths: 6, since: 2026-01-31, lastDone: 2026-08-31 }\n',
    })
    if (!found.ok) throw new Error(found.problem.what)
    const program = mergePrograms(found.programs)
    expect(program.charter).toMatchObject({ mission: 'Open source on purpose', leadership: null, need: null })
    expect(program.goals?.[0]).toMatchObject({
      id: 'know',
      state: 'active',
      evidence: 'office/goals.yaml',
      at: '/goals/0',
    })
    // The last day of a shorter month.
    expect(program.duties?.map(dueOn)).toEqual(['2027-02-28'])
    // Never written down is not the same as none.
    expect([program.outputs, program.dismissals]).toEqual([null, null])
  })

  it('refuse goals that are part of one another, with file and line', () => {
    expect(
      problem(
        'goals.yaml',
        `format: 1\ngoals:\n${goal('a', ', parent: b')}${goal('b', ', parent: c')}${goal('c', ', parent: a')}`,
      ),
    ).toBe('goals.yaml, line 3, goals[0].parent: makes the goal part of itself: a → b → c → a')
    expect(problem('goals.yaml', `format: 1\ngoals:\n${goal('a', ', parent: a')}`)).toContain('part of itself: a → a')
  })

  it('refuse a fourth active goal and say the rule; parts and reached ones do not count', () => {
    const three = ['a', 'b', 'c'].map((id) => goal(id)).join('')
    expect(problem('goals.yaml', `format: 1\ngoals:\n${three}${goal('d')}`)).toMatch(
      /^goals\.yaml, line 6, goals\[3\]\.id: is active goal number 4; an office has at most 3 at a time/,
    )
    expect(
      problem('goals.yaml', `format: 1\ngoals:\n${three}${goal('d', ', state: reached')}${goal('e', ', parent: a')}`),
    ).toBe('no problem')
  })

  it.each([
    [
      'goals.yaml',
      `format: 1\ngoals:\n${goal('a', ', sponsor: p-9')}`,
      'line 3, goals[0].sponsor: names "p-9", and no person',
    ],
    ['goals.yaml', `format: 1\ngoals:\n${goal('a', ', parent: z')}`, 'line 3, goals[0].parent: names "z", and no goal'],
    ['goals.yaml', `format: 1\ngoals:\n${goal('a')}${goal('a')}`, 'line 4, goals[1].id: is used twice in goals'],
    [
      'goals.yaml',
      'format: 1\ngoals:\n  - { id: a, title: x, measure: value, target: 1, from: 2026-01-01, by: 2027-01-01 }\n',
      'line 3, goals[0].measure: must be the id of a figure',
    ],
    [
      'goals.yaml',
      `format: 1\ngoals:\n${goal('a').replace('2027-01-01', '2025-01-01')}`,
      'line 3, goals[0].by: lies before "from"',
    ],
    [
      'charter.yaml',
      'format: 1\nmission: x\nsponsor: nobody\n',
      'line 3, sponsor: names "nobody", and no record of kind executive-sponsor',
    ],
    [
      'charter.yaml',
      'format: 1\nmission: x\nbudget: { record: none }\n',
      'line 3, budget.record: names "none", and no record of kind budget-line',
    ],
    ['charter.yaml', 'format: 1\nmission: x\nform: huge\n', 'line 3, form: must be "virtual" or'],
    [
      'outputs.yaml',
      'format: 1\noutputs:\n  - { id: o, on: 2026-02-30, role: advocate, title: x, kind: event }\n',
      'line 3, outputs[0].on: must be a day that exists',
    ],
    [
      'outputs.yaml',
      'format: 1\noutputs:\n  - { id: o, on: 2026-02-20, role: jester, title: x, kind: event }\n',
      'line 3, outputs[0].role: must be "counselor" or',
    ],
    [
      'outputs.yaml',
      'format: 1\noutputs:\n  - { id: o, on: 2026-02-20, role: advocate, title: x, kind: event, with: [quay, pier] }\n',
      'line 3, outputs[0].with[1]: names "pier"',
    ],
    [
      'duties.yaml',
      'format: 1\nduties:\n  - { id: d, title: x, owner: p-1, everyMonths: 0, since: 2026-01-01 }\n',
      'line 3, duties[0].everyMonths: must be at least 1',
    ],
    [
      'duties.yaml',
      'format: 1\nduties:\n  - { id: d, title: x, owner: p-1, everyMonths: 6, since: 2026-01-01, handedOverOn: 2026-02-01 }\n',
      'line 3, duties[0]: has "handedOverOn" and does not say to whom',
    ],
    [
      'dismissals.yaml',
      'format: 1\ndismissals:\n  - { scenario: too-fast, reason: x, by: p-1, on: 2026-01-01, until: 2026-02-01 }\n',
      'line 3, dismissals[0].scenario: names "too-fast", and no scenario',
    ],
    [
      'dismissals.yaml',
      'format: 1\ndismissals:\n  - { scenario: too-slow, reason: x, by: p-1, on: 2026-03-01, until: 2026-02-01 }\n',
      'line 3, dismissals[0].until: lies before "on"',
    ],
    ['services.yaml', 'format: 1\nservices: []\nmore: 1\n', 'line 3, more: "more" is not a key'],
    ['outputs.yaml', 'format: 1\noutputs: 7\n', 'line 2, outputs: must be a list'],
    ['duties.yaml', '', 'line 1: the file is empty'],
  ])('refuse in %s: %#', (name, text, expected) => {
    expect(problem(name, text)).toContain(`${name}, ${expected}`)
  })

  it('tell the file of a mistake that another file shows', () => {
    const found = read({
      'a/outputs.yaml':
        'format: 1\noutputs:\n  - { id: o, on: 2026-02-20, role: advocate, title: x, kind: event, goal: know }\n',
      'b/outputs.yaml': 'format: 1\noutputs:\n  - { id: o, on: 2026-02-20, role: advocate, title: x, kind: event }\n',
    })
    expect(found).toMatchObject({ ok: false, problem: { file: 'b/outputs.yaml', where: 'line 3, outputs[0].id' } })
    const charter = 'format: 1\nmission: x\n'
    expect(read({ 'a/charter.yaml': charter, 'b/charter.yaml': charter })).toMatchObject({
      ok: false,
      problem: { file: 'b/charter.yaml', what: 'is a second charter; an organization has one' },
    })
  })
})

describe('a dismissal', () => {
  const entry = {
    scenario: 'too-slow',
    reason: 'It is early: "wait"',
    by: 'p-1',
    on: '2026-11-22',
    until: '2027-01-31',
  }
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

  it('is added to a file without touching what stands there', () => {
    const before =
      'format: 1\n# Agreed in spring\ndismissals:\n  - { scenario: too-slow, reason: x, by: p-1, on: 2025-01-01, until: 2025-02-01 } # over\n'
    const after = text(appendDismissal(new TextEncoder().encode(before), entry))
    expect(after.startsWith(before.trimEnd())).toBe(true)
    const found = read({ 'dismissals.yaml': after })
    expect(found.ok && found.programs[0]?.dismissals?.[1]).toMatchObject(entry)
  })

  it.each([undefined, 'format: 1\ndismissals: []\n'])('begins a list that is not there', (before) => {
    const bytes = before === undefined ? undefined : new TextEncoder().encode(before)
    const found = read({ 'dismissals.yaml': text(appendDismissal(bytes, entry)) })
    expect(found.ok && found.programs[0]?.dismissals).toEqual([expect.objectContaining(entry)])
  })
})

describe('the profile in organization.yaml [row 1]', () => {
  const parsed = (more: string) =>
    readOrganizationFile(
      new TextEncoder().encode(`format: 1\nid: city\nname: City\n${more}`),
      'organization.yaml',
      rate,
    )

  it('is one of four, and terms may be renamed [row 57]', () => {
    const found = parsed('profile: university\nlabels: { open-source: open technology }\n')
    expect(found.ok && [found.organization.profile, found.organization.labels]).toEqual([
      'university',
      { 'open-source': 'open technology' },
    ])
    const silent = parsed('')
    expect(silent.ok && [silent.organization.profile, silent.organization.labels]).toEqual([undefined, undefined])
  })

  it('refuses another one and unknown terms, with the line', () => {
    expect(parsed('profile: club\n')).toMatchObject({ ok: false, problem: { where: 'line 4, profile' } })
    expect(parsed('labels: { closed-source: x }\n')).toMatchObject({
      ok: false,
      problem: { where: 'line 4, labels.closed-source' },
    })
  })
})
