import { array, assert, constantFrom, integer, nat, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  confidentialities,
  consents,
  mayBeShown,
  smallestGroup,
  useOf,
  type Conversation,
  type SaidMotivator,
} from './consent.ts'
import { stances, talkAudiences } from './motivators.ts'

function conversation(id: string, more: Partial<Conversation> = {}): Conversation {
  return {
    id,
    on: '2026-10-01',
    with: { person: `p-${id}`, role: null },
    unit: 'quay',
    audience: 'engineers',
    interviewer: 'p-0',
    consent: 'quote',
    confidentiality: 'organization',
    stance: null,
    note: `note of ${id}`,
    ...more,
  }
}

function motivator(id: string, conversations: readonly string[], more: Partial<SaidMotivator> = {}): SaidMotivator {
  return {
    id,
    statement: `statement of ${id}`,
    kind: 'cost',
    catalog: null,
    conversations,
    areas: [],
    activities: ['use'],
    benefits: [],
    from: 1,
    to: 2,
    strength: 3,
    obstacle: null,
    wish: null,
    followUp: null,
    declined: null,
    ...more,
  }
}

function shown(conversations: readonly Conversation[], motivators: readonly SaidMotivator[] = []) {
  return mayBeShown({ conversations, motivators, chosen: [], ownBenefits: [] })
}

const five = ['a', 'b', 'c', 'd', 'e']

describe('what may be passed on of a conversation', () => {
  it('is the stricter of consent and confidentiality', () => {
    const table = consents.map((consent) =>
      confidentialities.map((confidentiality) => useOf({ consent, confidentiality })),
    )
    expect(table).toEqual([
      ['none', 'none', 'none'],
      ['none', 'aggregate', 'aggregate'],
      ['none', 'aggregate', 'quote'],
    ])
  })

  it('is that one took place, as long as fewer than five people are behind it [row 71]', () => {
    const four = shown(five.slice(0, 4).map((id) => conversation(id, { confidentiality: 'private' })))
    expect(four.conversations).toEqual([])
    expect(four.groups).toEqual([{ unit: 'quay', audience: 'engineers', people: null }])
    const all = shown(five.map((id) => conversation(id, { consent: 'none' })))
    expect(all.groups).toEqual([{ unit: 'quay', audience: 'engineers', people: 5 }])
  })

  it('counts a role in a unit as one person, however often it was talked to', () => {
    const role = { person: null, role: 'pilot' } as const
    const talks = five.map((id) => conversation(id, { consent: 'aggregate', with: role }))
    expect(shown(talks, [motivator('m', five)])).toMatchObject({ motivators: [], isWithholding: true })
  })

  it('leaves out an entry that rests on a conversation that may not be quoted', () => {
    const talks = [conversation('a'), conversation('b', { confidentiality: 'private' })]
    expect(shown(talks, [motivator('m', ['a', 'b'])])).toMatchObject({ motivators: [], isWithholding: true })
    expect(shown(talks, [motivator('m', ['a'])])).toMatchObject({ motivators: [{ id: 'm' }], isWithholding: false })
  })

  it('shows an entry that five people said who may be counted, and names none of them', () => {
    const talks = five.map((id) => conversation(id, { consent: 'aggregate' }))
    const [entry] = shown(talks, [motivator('m', five)]).motivators
    expect(entry).toMatchObject({ conversations: [], heard: [], others: 5, areas: [] })
  })

  it('never shows how many are counted beside those who are quoted, when they are fewer than five', () => {
    const talks = five.map((id, index) => conversation(id, index < 4 ? {} : { consent: 'aggregate' }))
    const [entry] = shown(talks, [motivator('m', five)]).motivators
    expect(entry).toMatchObject({ others: 0, heard: [{ unit: 'quay', audience: 'engineers', people: 4 }] })
  })

  it('puts an entry where it was heard [row 73]', () => {
    const [entry] = shown([conversation('a')], [motivator('m', ['a'])]).motivators
    expect(entry?.areas).toEqual(['quay'])
    const [whole] = shown([conversation('a', { unit: null })], [motivator('m', ['a'])]).motivators
    expect(whole?.areas).toEqual([])
  })

  it('holds no word, no person and no small number of what is private, whatever was said', () => {
    const talk = record({
      person: integer({ min: 0, max: 8 }),
      unit: constantFrom('quay', 'mill', null),
      audience: constantFrom(...talkAudiences),
      consent: constantFrom(...consents),
      confidentiality: constantFrom(...confidentialities),
      stance: constantFrom(null, ...stances),
    })
    assert(
      property(array(talk, { maxLength: 20 }), array(array(nat(19), { minLength: 1 })), (talks, lists) => {
        const conversations = talks.map(({ person, ...rest }, index) => {
          const isOpen = useOf(rest) === 'quote'
          const mark = isOpen ? 'open' : 'SECRET'
          return conversation(`${mark}-${index}`, {
            ...rest,
            with: { person: `${mark}-person-${person}`, role: null },
            note: `${mark} note`,
          })
        })
        const motivators = lists.map((list, at) =>
          motivator(
            `m-${at}`,
            [...new Set(list)].flatMap((index) => conversations[index]?.id ?? []),
          ),
        )
        const result = shown(conversations, motivators)
        expect(JSON.stringify(result)).not.toContain('SECRET')
        for (const { people } of result.groups) expect(people === null || people >= smallestGroup).toBe(true)
        for (const { others } of result.motivators) expect(others === 0 || others >= smallestGroup).toBe(true)
      }),
    )
  })
})
