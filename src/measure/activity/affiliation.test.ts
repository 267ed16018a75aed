import { describe, expect, it } from 'vitest'
import { affiliationsBy } from './affiliation.ts'
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
    expect(affiliate('ida@gmail.com', '2023-06-30')).toEqual({
      organization: 'harbor',
      basis: 'person',
      person: 'p-1',
      isListed: true,
    })
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
})
