import { describe, expect, it } from 'vitest'
import type { Declaration } from '#domain/organization.ts'
import { declaredUseOf } from './declared-use.ts'
import { asOf, sampleHealth } from './portfolio.sample.ts'

function stated(subject: string, value: Declaration['value'], on = '2026-01-10'): Declaration {
  return {
    id: `${subject}-${on}`,
    on,
    by: 'p-1',
    unit: null,
    product: 'portal',
    part: null,
    subject,
    value,
    note: 'By mail',
  }
}

function use(...declarations: readonly Declaration[]): ReturnType<typeof declaredUseOf> {
  return declaredUseOf(sampleHealth({ uses: [], stated: { declarations } }).organization, asOf)
}

describe('declared use', () => {
  it('takes the latest number, and keeps who stated it', () => {
    const [portal] = use(
      stated('users-per-month', 1500, '2026-06-01'),
      stated('users-per-month', 900, '2026-01-01'),
      stated('users-per-month', 'many', '2026-07-01'),
      stated('users-per-month', 9, '2026-11-23'),
      stated('running-instances', 3),
    )
    expect(portal?.usersPerMonth).toEqual({
      id: 'health/declared/users-per-month/portal',
      figure: { known: true, value: 1500, from: [{ kind: 'declared', by: 'p-1', on: '2026-06-01', note: 'By mail' }] },
    })
    expect(portal?.runningInstances?.figure).toMatchObject({ value: 3 })
  })

  it('lists each text once, and lets a later "no" take them back', () => {
    const [portal] = use(
      stated('expert', 'Harbor helpdesk', '2026-01-01'),
      stated('expert', 'Harbor helpdesk', '2026-02-01'),
      stated('expert', 'Canal office'),
      stated('support-route', 'helpdesk.example', '2026-01-01'),
      stated('support-route', false, '2026-03-01'),
      stated('service-provider', 'Riverton Works'),
      stated('other-users', 'Port of Elsewhere'),
    )
    expect(portal?.experts.map(({ text, on }) => [text, on])).toEqual([
      ['Canal office', '2026-01-10'],
      ['Harbor helpdesk', '2026-02-01'],
    ])
    expect(portal?.supportRoutes).toEqual([])
    expect(portal?.serviceProviders.map(({ text }) => text)).toEqual(['Riverton Works'])
    expect(portal?.otherUsers.map(({ text }) => text)).toEqual(['Port of Elsewhere'])
  })

  it('says nothing of products of which nothing is stated', () => {
    expect(use(stated('alternative', true))).toEqual([])
  })
})
