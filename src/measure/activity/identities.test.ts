import { describe, expect, it } from 'vitest'
import type { Signature } from '#domain/contribution.ts'
import { affiliationsBy } from './affiliation.ts'
import { affiliateWithin, joinIdentities } from './identities.ts'

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

describe('an address that nobody listed', () => {
  const affiliate = affiliationsBy({
    employments: [
      { person: 'p-1', organization: 'harbor', addresses: ['ida.moor@harbor.example'], from: null, to: '2025-12-31' },
      { person: 'p-2', organization: 'harbor', addresses: ['ida2@harbor.example'], from: null, to: null },
    ],
    domains: [{ domain: 'harbor.example', organization: 'harbor', from: null, to: null }],
  })
  const listed = (address: string): string | undefined => {
    const found = affiliate(address, '')
    return found.isListed ? found.person : undefined
  }
  const within = (...signatures: readonly Signature[]) => affiliateWithin(affiliate, joinIdentities(signatures, listed))

  it('counts for the person of the list who writes under the same name in the project, while employed', () => {
    const find = within(
      { name: 'Ida Moor', email: 'ida@gmail.com' },
      { name: 'Ida Moor', email: 'ida.moor@harbor.example' },
    )
    expect(find('Ida@gmail.com', '2025-05-05')).toMatchObject({ organization: 'harbor', person: 'p-1' })
    expect(find('ida@gmail.com', '2026-05-05')).toMatchObject({ organization: null, person: 'p-1' })
    expect(find('other@gmail.com', '2025-05-05')).toMatchObject({ organization: null, person: 'other@gmail.com' })
  })

  it('counts for nobody where two people of the list share the name', () => {
    const find = within(
      { name: 'Ida Moor', email: 'ida.moor@harbor.example' },
      { name: 'Ida Moor', email: 'ida2@harbor.example' },
      { name: 'Ida Moor', email: 'ida@gmail.com' },
    )
    expect(find('ida@gmail.com', '2025-05-05')).toMatchObject({ organization: null, person: 'ida@gmail.com' })
    expect(find('ida2@harbor.example', '2025-05-05')).toMatchObject({ person: 'p-2' })
  })

  it('keeps its own employer where the person is on no list', () => {
    const find = within(
      { name: 'Otto Lund', email: 'otto@harbor.example' },
      { name: 'Otto Lund', email: 'otto@gmail.com' },
    )
    expect(find('otto@gmail.com', '2025-05-05')).toMatchObject({ organization: null, person: 'otto@harbor.example' })
  })
})
