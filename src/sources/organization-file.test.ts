import type { LaborRate } from '#domain/organization.ts'
import { describe, expect, it } from 'vitest'
import { defaultOrganization, readOrganizationFile, readPeopleFile } from './organization-file.ts'

const fallbackRate: LaborRate = {
  yearlyWage: 60_000,
  currency: 'EUR',
  loadFactor: 1.5,
  source: 'made up for this test',
  asOf: '2026-01-01',
  basis: 'default',
}

const whole = `
format: 1
id: harbor-city
name: City of Harbor City
domains: [harbor-city.example]
laborRate: { yearlyWage: 61000, currency: EUR, loadFactor: 1.35, source: Pay table of the city, asOf: 2026-01-01 }
units:
  - { id: city, name: City }
  - { id: port, name: Harbor Authority, parent: city }
suppliers:
  - { id: kestrel, name: Kestrel Instruments, contract: HC-2024-117 }
products:
  - id: planner
    name: Berth planner
    origin: made
    unit: port
    criticality: mission
    audience: internal
    owner: p-01
    paths: [repositories/planner]
  - { id: console, name: Traffic console, origin: bought, supplier: kestrel, paths: [suppliers/kestrel] }
people:
  - { id: p-01, unit: port, roles: [maintainer], from: 2021-04-01 }
declarations:
  - { id: d-1, on: 2026-10-02, by: p-01, unit: port, subject: open-source-parts, value: 12, note: Counted by hand }
peopleFile: people.yaml
sizeFiles: [evidence/sizes.csv]
`

describe('organization.yaml', () => {
  it('says who uses, with null for what is not declared', () => {
    const read = taken(whole)
    expect(read.organization).toMatchObject({
      id: 'harbor-city',
      isDeclared: true,
      laborRate: { yearlyWage: 61000, currency: 'EUR', basis: 'organization' },
      units: [
        { id: 'city', parent: null },
        { id: 'port', parent: 'city' },
      ],
    })
    expect(read.organization.products[1]).toEqual({
      id: 'console',
      name: 'Traffic console',
      origin: 'bought',
      unit: null,
      criticality: null,
      audience: null,
      supplier: 'kestrel',
      owner: null,
      published: null,
      paths: ['suppliers/kestrel'],
    })
    expect(read.organization.people[0]).toMatchObject({ to: null, namesAllowed: false })
    expect(read.organization.stated.declarations[0]).toMatchObject({
      subject: 'open-source-parts',
      value: 12,
      product: null,
      part: null,
    })
    expect([read.peopleFile, read.sizeFiles, read.advisoryFolders]).toEqual(['people.yaml', ['evidence/sizes.csv'], []])
  })

  it('tells which defaults act because nothing was declared', () => {
    expect(taken(whole).issues).toEqual([
      { code: 'undeclared', where: '/products/1/criticality', detail: 'console' },
      { code: 'undeclared', where: '/products/1/audience', detail: 'console' },
    ])
    const read = taken('format: 1\nid: a\nname: A\n')
    expect(read.issues).toEqual([{ code: 'undeclared', where: '/laborRate' }])
    expect(read.organization.laborRate).toEqual(fallbackRate)
  })

  it.each([
    ['a misspelled key', 'criticality: mission', 'criticalty: mission', /"criticalty" is not a key/],
    [
      'a value that is not offered',
      'criticality: mission',
      'criticality: extreme',
      /"low" or "medium" or "high" or "mission"/,
    ],
    ['a unit that nobody declared', 'unit: port\n    crit', 'unit: prot\n    crit', /no unit of this file has that id/],
    ['an owner that nobody declared', 'owner: p-01', 'owner: p-02', /no person of this file/],
    ['a product id used twice', '{ id: console', '{ id: planner', /used twice in products/],
    ['a path used twice', '[suppliers/kestrel]', '[./repositories/planner/]', /belongs to a product already/],
    ['a path that leaves the folder', '[suppliers/kestrel]', '[../other]', /must not leave the folder/],
    ['an absolute path', '[suppliers/kestrel]', '[/etc]', /must be relative/],
    ['a day that does not exist', '2021-04-01', '2021-02-30', /a day that exists/],
    ['somebody who left before coming', 'from: 2021-04-01', 'from: 2021-04-01, to: 2020-01-01', /lies before/],
    ['a unit above itself', '{ id: city, name: City }', '{ id: city, name: City, parent: port }', /stand above itself/],
    ['a wage of nothing', 'yearlyWage: 61000', 'yearlyWage: -1', /must be more than zero/],
    ['a wage in words', 'yearlyWage: 61000', 'yearlyWage: much', /must be a number/],
    ['a currency that is none', 'currency: EUR', 'currency: euros', /ISO 4217/],
    ['a missing name', 'name: City of Harbor City', '', /"name" is missing/],
    ['a supplier of what is made', 'owner: p-01', 'supplier: kestrel', /makes itself/],
    ['another format', 'format: 1', 'format: 2', /must be 1/],
    ['a list that is text', 'domains: [harbor-city.example]', 'domains: harbor-city.example', /must be a list/],
  ])('refuses %s, with the line', (_case, from, to, what) => {
    expect(whole).toContain(from)
    const changed = whole.replace(from, to)
    const problem = refused(changed)
    expect(problem).toMatchObject({ code: 'config-invalid', file: 'organization.yaml' })
    expect(problem.what).toMatch(what)
    const line = to === '' ? 1 : changed.slice(0, changed.indexOf(to)).split('\n').length
    expect(problem.where).toMatch(new RegExp(`^line ${line}(?:, |$)`))
  })

  it('refuses broken YAML with the line where it breaks', () => {
    expect(refused(whole.replace('units:\n', 'units: ]\n'))).toMatchObject({
      where: 'line 7',
      what: expect.stringMatching(/not valid YAML/),
    })
  })

  it('tells the first of several errors and how many more there are', () => {
    const problem = refused(whole.replace('origin: made', 'origin: found').replace('asOf: 2026-01-01', 'asOf: soon'))
    expect(problem.where).toBe('line 6, laborRate.asOf')
    expect(problem.what).toMatch(/and 1 more further down/)
  })

  it.each([
    ['an empty file', new Uint8Array(), 'the file is empty'],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00, 0xc3), 'not UTF-8'],
    ['a list instead of keys', new TextEncoder().encode('- a\n- b\n'), 'must be a mapping'],
    ['aliases that explode', new TextEncoder().encode(bomb()), 'aliases expand'],
  ])('refuses %s', (_case, bytes, what) => {
    const read = readOrganizationFile(bytes, 'organization.yaml', fallbackRate)
    expect(read.ok ? '' : read.problem.what).toContain(what)
  })
})

describe('people.yaml', () => {
  it('names people by their pseudonym', () => {
    const read = readPeople(
      'format: 1\npeople:\n  - { id: p-01, name: Ada Example, addresses: [ada@harbor-city.example] }\n',
    )
    expect(read).toEqual({
      ok: true,
      people: [{ id: 'p-01', name: 'Ada Example', addresses: ['ada@harbor-city.example'] }],
    })
  })

  it('gives an address to one person only', () => {
    const read = readPeople(
      'format: 1\npeople:\n  - { id: p-01, name: A, addresses: [a@b.example] }\n  - { id: p-02, name: B, addresses: [A@b.example] }\n',
    )
    expect(read.ok ? '' : read.problem.where).toBe('line 4, people[1].addresses')
  })
})

it('a folder without the file gets an organization that says it is a default', () => {
  const organization = defaultOrganization([], fallbackRate)
  expect(organization.isDeclared).toBe(false)
  expect(organization.laborRate.basis).toBe('default')
})

function taken(text: string) {
  const read = readOrganizationFile(new TextEncoder().encode(text), 'organization.yaml', fallbackRate)
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.what}`)
  return read
}

function refused(text: string) {
  const read = readOrganizationFile(new TextEncoder().encode(text), 'organization.yaml', fallbackRate)
  if (read.ok) throw new Error('was taken')
  return read.problem
}

function readPeople(text: string) {
  return readPeopleFile(new TextEncoder().encode(text), 'people.yaml')
}

function bomb(): string {
  const levels = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]']
  for (let level = 1; level < 8; level += 1)
    levels.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(',')}]`,
    )
  return levels.join('\n')
}
