import { array, assert, constantFrom, nat, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplePortfolio } from '#motivators/evidence.sample.ts'
import { loadMotivatorContent } from './motivator-content.ts'
import { readMotivatorFiles, type MotivatorRead } from './motivator-files.ts'

const context = { content: loadMotivatorContent(), organization: samplePortfolio().organization }
const secret = 'the mill will close'

const front = {
  format: '1',
  id: 'c-1',
  on: '2026-10-01',
  with: '{ person: p-1 }',
  unit: 'quay',
  audience: 'engineers',
  interviewer: 'p-2',
  consent: 'quote',
  confidentiality: 'organization',
}

function conversation(changes: Readonly<Record<string, string>> = {}, note = 'A note.'): string {
  const lines = Object.entries({ ...front, ...changes }).map(([key, value]) => `${key}: ${value}`)
  return ['---', ...lines, '---', note, ''].join('\n')
}

function read(conversations: readonly string[], motivators?: string, benefits?: string): MotivatorRead {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  return readMotivatorFiles(
    {
      conversations: conversations.map((text, index) => ({ name: `talk-${index}.md`, bytes: bytes(text) })),
      motivators: motivators === undefined ? [] : [{ name: 'motivators.yaml', bytes: bytes(motivators) }],
      benefits: benefits === undefined ? [] : [{ name: 'benefits.yaml', bytes: bytes(benefits) }],
    },
    context,
  )
}

function problem(result: MotivatorRead): string {
  return result.ok ? 'no problem' : `${result.problem.file}, ${result.problem.where}: ${result.problem.what}`
}

function entry(...lines: readonly string[]): string {
  return `format: 1\nmotivators:\n  - ${lines.join('\n    ')}\n`
}

const whole = ['id: m-1', 'statement: Less waiting', 'valueKind: cost', 'from: 1'] as const

describe('conversations', () => {
  it('are read with their note; lines of Windows too', () => {
    for (const text of [conversation(), conversation().replaceAll('\n', '\r\n')]) {
      const result = read([text])
      expect(result.ok && result.heard.conversations).toMatchObject([
        { id: 'c-1', with: { person: 'p-1', role: null }, note: 'A note.', audience: 'engineers' },
      ])
    }
  })

  it.each([
    ['an unknown unit', { unit: 'tower' }, 'talk-0.md, line 6, unit: no unit of organization.yaml has that id'],
    [
      'an unknown person',
      { with: '{ person: p-77 }' },
      'line 5, with.person: no person of organization.yaml has that id',
    ],
    ['an unknown interviewer', { interviewer: 'p-77' }, 'line 8, interviewer: no person'],
    ['a wrong type', { on: '20261001' }, 'line 4, on: must be text'],
    ['a day that does not exist', { on: '2026-02-30' }, 'line 4, on: must be a day that exists'],
    ['a consent that there is not', { consent: 'maybe' }, 'line 9, consent: must be "none" or "aggregate" or "quote"'],
    ['both a person and a role', { with: '{ person: p-1, role: pilot }' }, 'line 5, with: must be either'],
  ])('with %s are refused with file and line', (_, changes, message) => {
    expect(problem(read([conversation(changes)]))).toContain(message)
  })

  it('without a description, or twice the same, are refused', () => {
    expect(problem(read(['Just a note']))).toContain('talk-0.md, line 1: must begin with its description')
    expect(problem(read([conversation(), conversation()]))).toContain('talk-1.md, line 3, id: is used twice')
  })

  it.each([
    ['a key that is a sentence', ['---', 'format: 1', `${secret}: yes`, 'id: c-1', '---', '']],
    ['broken YAML', ['---', 'format: 1', `id: [${secret}`, '---', secret]],
    ['an alias', ['---', `id: *${secret.replaceAll(' ', '-')}`, '---', '']],
    ['an unknown tag', ['---', `id: !${secret.replaceAll(' ', '-')} x`, '---', '']],
    ['a value of the wrong kind', ['---', `format: ${secret}`, `consent: ${secret}`, '---', secret]],
    ['no end of the description', ['---', 'id: c-1', secret]],
    ['a wrong id', ['---', 'format: 1', `id: ${secret}`, '---', secret]],
  ])('with %s are told by their line, never by what they say [row 71]', (_, lines) => {
    const text = problem(read([lines.join('\n')]))
    expect(text).toMatch(/^talk-0\.md, line \d/)
    for (const word of ['mill', 'close']) expect(text).not.toContain(word)
  })
})

describe('a conversation that was damaged', () => {
  it('is read or told by its line, and never throws nor tells what it says [row 71]', () => {
    const change = record({
      at: nat(400),
      length: nat(12),
      insert: constantFrom('', ':', '[', '{', '*', '!', '"', '\n', '- ', '#', '\t'),
    })
    assert(
      property(array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const whole = conversation({ with: `{ role: ${secret} }`, confidentiality: 'private' }, secret)
        const damaged = changes.reduce(
          (text, { at, length, insert }) => text.slice(0, at) + insert + text.slice(at + length),
          whole,
        )
        const result = read([damaged])
        if (result.ok) return
        expect(problem(result)).toMatch(/^talk-0\.md, line \d+/)
        for (const word of ['mill', 'close']) expect(problem(result)).not.toContain(word)
      }),
      { numRuns: 500 },
    )
  })
})

describe('motivators', () => {
  it('take from the catalog what they leave open', () => {
    const result = read([], entry('id: m-1', 'catalog: network-expansion'))
    expect(result.ok && result.heard.motivators).toMatchObject([
      { kind: 'personal', from: 3, to: 4, statement: null, benefits: ['VA5'], others: 0 },
    ])
  })

  it('without a conversation or an entry of the catalog are refused', () => {
    expect(problem(read([], entry(...whole)))).toBe(
      'motivators.yaml, line 3, motivators[0]: names neither a conversation nor an entry of the catalog; what nobody said is no motivator',
    )
  })

  it.each([
    [
      'an unknown conversation',
      [...whole, 'conversations: [c-9]'],
      'line 7, motivators[0].conversations[0]: names "c-9", and no conversation',
    ],
    [
      'an unknown unit',
      [...whole, 'conversations: [c-1]', 'areas: [tower]'],
      'line 8, motivators[0].areas[0]: names "tower"',
    ],
    ['an unknown motivator of the catalog', [...whole, 'catalog: gold'], 'line 7, motivators[0].catalog: names "gold"'],
    [
      'an unknown benefit',
      [...whole, 'conversations: [c-1]', 'benefits: [VZ9]'],
      'line 8, motivators[0].benefits[0]: names "VZ9"',
    ],
    [
      'a level that there is not',
      ['id: m-1', 'catalog: community', 'from: 7'],
      'line 5, motivators[0].from: must be a level from 0 to 4',
    ],
    ['a strength beyond five', ['id: m-1', 'catalog: community', 'strength: 6'], 'must be a whole number from 1 to 5'],
    [
      'an end before its beginning',
      ['id: m-1', 'catalog: community', 'to: 1'],
      'line 5, motivators[0].to: lies before "from"',
    ],
    ['a text for a list', [...whole, 'conversations: c-1'], 'must be a list'],
    [
      'nobody to follow it up',
      [...whole, 'conversations: [c-1]', 'followUp: { by: p-77, until: 2026-12-01 }'],
      'line 8, motivators[0].followUp.by: names "p-77"',
    ],
  ])('with %s are refused with file and line', (_, lines, message) => {
    const text = problem(read([conversation()], entry(...lines)))
    expect(text).toMatch(/^motivators\.yaml, line \d+/)
    expect(text).toContain(message)
  })

  it('whose follow-ups wait for one another in a circle are refused', () => {
    const waiting = (id: string, after: string): string =>
      `  - { id: ${id}, catalog: community, followUp: { by: p-1, until: 2026-12-01, after: [${after}] } }\n`
    const file = (...lines: readonly string[]): string => `format: 1\nmotivators:\n${lines.join('')}`
    expect(problem(read([], file(waiting('a', 'b'), waiting('b', 'c'), waiting('c', 'a'))))).toContain(
      'line 3, motivators[0].followUp.after: waits for itself in a circle',
    )
    expect(problem(read([], file(waiting('a', 'z'))))).toContain('names no motivator that has a follow-up')
  })

  it('are told by their line alone when the file is broken, since what they say may be private', () => {
    const text = problem(read([], `format: 1\nmotivators:\n  - id: m-1\n    ${secret}: yes\n    statement: [\n`))
    expect(text).not.toContain('mill')
    expect(problem(read([], entry('id: m-1', 'catalog: community', `${secret}: yes`)))).toBe(
      'motivators.yaml, line 5: a key that cannot stand here',
    )
  })
})

describe('benefits', () => {
  it('are chosen by rank, from the catalog or one’s own [row 69]', () => {
    const result = read(
      [],
      undefined,
      'format: 1\nchosen: [{ benefit: own-1, rank: 2 }, { benefit: VU1, rank: 1 }]\nown: [{ id: own-1, statement: Ours }]\n',
    )
    expect(result.ok && result.heard.chosen.map(({ benefit }) => benefit)).toEqual(['VU1', 'own-1'])
  })

  it.each([
    ['is not known', '{ benefit: VZ1, rank: 1 }', 'line 2, chosen[0].benefit: names "VZ1"'],
    ['has no rank', '{ benefit: VU1 }', '"rank" is missing'],
    ['is chosen twice', '{ benefit: VU1, rank: 1 }, { benefit: VU1, rank: 2 }', 'is chosen twice'],
    ['shares its rank', '{ benefit: VU1, rank: 1 }, { benefit: VU2, rank: 1 }', 'two benefits share this rank'],
  ])('of which one %s are refused', (_, chosen, message) => {
    expect(problem(read([], undefined, `format: 1\nchosen: [${chosen}]\n`))).toContain(message)
  })
})
