import { describe, expect, it } from 'vitest'
import { affiliationsBy, type Affiliation, type Employment } from './affiliation.ts'
import { freeMailDomains } from './mail-domains.ts'

describe('for whom somebody worked', () => {
  const affiliate = affiliationsBy({
    employments: [
      {
        person: 'p-1',
        organization: 'harbor',
        addresses: ['Ida@Harbor.example', 'ida@gmail.com'],
        from: '2020-01-01',
        to: '2023-06-30',
      },
      { person: 'p-1', organization: 'riverton', addresses: ['ida@gmail.com'], from: '2023-07-01', to: null },
    ],
    domains: [{ domain: 'harbor.example', organization: 'harbor', from: '2015-01-01', to: null }],
  })

  it('changes with the employer, also under a private address', () => {
    expect(affiliate('ida@gmail.com', '2023-06-30')).toEqual({ organization: 'harbor', basis: 'person', person: 'p-1' })
    expect(affiliate('ida@gmail.com', '2023-07-01')).toMatchObject({ organization: 'riverton' })
    expect(affiliate('ida@gmail.com', '2019-12-31')).toMatchObject({ organization: null, why: 'between-employments' })
  })

  it('believes what is known of the person before the domain of the address', () => {
    expect(affiliate('ida@harbor.example', '2024-01-01')).toMatchObject({
      organization: null,
      why: 'between-employments',
    })
    expect(affiliate('otto@team.harbor.example', '2024-01-01')).toMatchObject({
      organization: 'harbor',
      basis: 'domain',
    })
    expect(affiliate('otto@harbor.example', '2014-01-01')).toMatchObject({ organization: null })
  })

  it('never takes free mail or a placeholder for an organization', () => {
    const open = affiliationsBy({ employments: [], domains: [], domainsStandForOrganizations: true })
    for (const domain of freeMailDomains)
      expect(open(`a@${domain}`, '2024-01-01')).toMatchObject({ organization: null, why: 'free-mail' })
    for (const address of ['1+a@users.noreply.github.com', 'root@localhost', 'a@laptop.local', 'nobody'])
      expect(open(address, '2024-01-01')).toMatchObject({ organization: null, why: 'placeholder' })
    expect(open('a@chromium.org', '2024-01-01')).toMatchObject({
      organization: open('b@corp.google.com', '2024-01-01').organization,
    })
  })

  it('is right for 99 % of a synthetic organization of 10,000 identities with known truth', () => {
    const { employments, commits } = syntheticOrganization(10_000, 20_261_122)
    const find = affiliationsBy({
      employments,
      domains: [
        { domain: 'harbor.example', organization: 'harbor', from: null, to: null },
        { domain: 'old-harbor.example', organization: 'harbor', from: null, to: '2021-12-31' },
      ],
    })
    const isRight = ({ address, day, truth }: (typeof commits)[number]): boolean => {
      const found: Affiliation = find(address, day)
      return (found.organization === 'harbor') === truth
    }
    const right = commits.filter(isRight).length
    expect(new Set(commits.map(({ address }) => address)).size).toBeGreaterThanOrEqual(10_000)
    expect(commits.filter(({ truth }) => truth).length / commits.length).toBeGreaterThan(0.2)
    expect(right / commits.length).toBeGreaterThanOrEqual(0.99)
    // The hard cases are in it: some are wrong, as nobody told of them.
    expect(right).toBeLessThan(commits.length)
  })
})

type LabeledCommit = { readonly address: string; readonly day: string; readonly truth: boolean }

/**
 * People who join, leave, come back, use private addresses and logins; outsiders on free mail and at other employers; the
 * organization's domain of an earlier name. One in two hundred uses a private address that nobody told of.
 */
function syntheticOrganization(
  identities: number,
  seed: number,
): { employments: Employment[]; commits: LabeledCommit[] } {
  const random = randomFrom(seed)
  const pick = <T>(all: readonly [T, ...T[]]): T => all[Math.floor(random() * all.length)] ?? all[0]
  const dayOf = (year: number): string =>
    `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
  const employments: Employment[] = []
  const commits: LabeledCommit[] = []
  let made = 0
  for (let person = 0; made < identities; person += 1) {
    const login = `person${person}`
    const isOurs = random() < 0.45
    const work = `${login}@${isOurs ? 'harbor.example' : pick(['riverton.example', 'lake.example', 'uni.example'])}`
    const hidden = `${login}@posteo.de`
    const others = [`${person}+${login}@users.noreply.github.com`, `${login}@gmail.com`].slice(
      0,
      Math.floor(random() * 3),
    )
    const addresses = [work, ...others]
    made += addresses.length
    const from = dayOf(2018)
    const to = random() < 0.4 ? dayOf(2022) : null
    const back = to !== null && random() < 0.2 ? dayOf(2024) : null
    if (isOurs) {
      employments.push({ person: login, organization: 'harbor', addresses, from, to })
      if (back !== null) employments.push({ person: login, organization: 'harbor', addresses, from: back, to: null })
    }
    const isThere = (day: string): boolean =>
      isOurs && ((from <= day && (to === null || day <= to)) || (back !== null && back <= day))
    const all = random() < 0.01 ? [...addresses, hidden] : addresses
    for (const address of all)
      for (let number = 0; number < 3; number += 1) {
        const day = dayOf(2017 + Math.floor(random() * 9))
        // Login numbers and letter cases vary between commits.
        const spelled = random() < 0.3 ? address.replace(/^\d+\+/, '').toUpperCase() : address
        commits.push({ address: spelled, day, truth: isThere(day) })
      }
  }
  // Contractors who were never listed and write from the domain of the earlier name.
  for (let number = 0; number < 50; number += 1)
    commits.push({ address: `guest${number}@old-harbor.example`, day: dayOf(2019), truth: true })
  return { employments, commits }
}

/** A small generator of our own (mulberry32), so that every run sees the same organization. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
