import { describe, expect, it } from 'vitest'
import { joinIdentities } from './identities.ts'

describe('addresses of one person', () => {
  it('are joined by spelling, by the login of a forge, and by a full name within the project', () => {
    const { personOf, flagged } = joinIdentities([
      { name: 'Wilhelmina Sandgate', email: 'w.sandgate@riverton.example' },
      { name: 'wsandgate', email: '1234+wsandgate@users.noreply.github.com' },
      { name: 'wsandgate', email: 'wsandgate@users.noreply.github.com' },
      { name: 'Wilhelmina  Sandgate', email: 'W.Sandgate@Riverton.example' },
      { name: 'wilhelmina sandgate', email: 'willa@sandgate.example' },
    ])
    expect(new Set(personOf.values()).size).toBe(2)
    expect(personOf.get('willa@sandgate.example')).toBe('w.sandgate@riverton.example')
    expect(personOf.get('1234+wsandgate@users.noreply.github.com')).toBe('wsandgate@users.noreply.github.com')
    expect(flagged).toEqual([])
  })

  it('are left apart and flagged under a name of one word or a name that many carry', () => {
    const { personOf, flagged } = joinIdentities([
      { name: 'alex', email: 'a@one.example' },
      { name: 'alex', email: 'a@two.example' },
      ...['one', 'two', 'three', 'four'].map((place) => ({ name: 'Wei Zhang', email: `wei@${place}.example` })),
    ])
    expect(new Set(personOf.values()).size).toBe(6)
    expect(flagged.map(({ name }) => name)).toEqual(['alex', 'wei zhang'])
  })
})
