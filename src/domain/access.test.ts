import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isAllowed,
  isWithin,
  loopbackActor,
  narrowed,
  permissions,
  permissionsOf,
  roles,
  scopeOf,
  type Grant,
} from './access.ts'

const units = [
  { id: 'city', name: 'City', parent: null },
  { id: 'port', name: 'Port', parent: 'city' },
  { id: 'cranes', name: 'Cranes', parent: 'port' },
  { id: 'archive', name: 'Archive', parent: 'city' },
]

describe('the scope of an actor', () => {
  it('reaches the units below a unit, and no other', () => {
    const scope = scopeOf({ grants: [{ role: 'analyst', unit: 'port' }] }, 'analyze', { units })
    expect(scope).toEqual(new Set(['port', 'cranes']))
    expect(isWithin(scope, 'cranes')).toBe(true)
    expect(isWithin(scope, 'archive')).toBe(false)
    expect(isWithin(scope, null)).toBe(false)
  })

  it('is everything for who may everywhere, and nothing for who may not', () => {
    expect(scopeOf(loopbackActor, 'administer', { units })).toBe('all')
    const none = scopeOf({ grants: [{ role: 'viewer', unit: null }] }, 'decide', { units })
    expect(isAllowed(none)).toBe(false)
    expect(isWithin(none, 'city')).toBe(false)
  })

  it('never grows by taking a grant away', () => {
    const grant: fc.Arbitrary<Grant> = fc.record({
      role: fc.constantFrom(...roles),
      unit: fc.constantFrom(null, ...units.map(({ id }) => id)),
    })
    fc.assert(
      fc.property(
        fc.array(grant, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...permissionsOf.admin),
        (grants, permission) => {
          const more = scopeOf({ grants }, permission, { units })
          const less = scopeOf({ grants: grants.slice(1) }, permission, { units })
          for (const unit of [null, ...units.map(({ id }) => id)])
            if (isWithin(less, unit)) expect(isWithin(more, unit)).toBe(true)
        },
      ),
    )
  })
})

describe('a key', () => {
  const organization = {
    units: [
      { id: 'harbor', name: 'Harbor', parent: null },
      { id: 'dock', name: 'Dock', parent: 'harbor' },
      { id: 'crane', name: 'Crane', parent: 'dock' },
      { id: 'quay', name: 'Quay', parent: 'harbor' },
    ],
  }

  it('reaches nothing but by the permissions it was made for', () => {
    const key = { grants: [], limited: { grants: [{ role: 'admin', unit: null }], permissions: ['upload'] } } as const
    expect(scopeOf(key, 'upload', organization)).toBe('all')
    for (const permission of permissions.filter((one) => one !== 'upload'))
      expect(scopeOf(key, permission, organization)).toEqual(new Set())
  })

  it('has what its maker and its units have in common', () => {
    const viewer = (unit: string | null) => ({ role: 'viewer', unit }) as const
    expect(narrowed([viewer(null)], ['dock'], organization)).toEqual([viewer('dock')])
    expect(narrowed([viewer('crane')], ['dock'], organization)).toEqual([viewer('crane')])
    expect(narrowed([viewer('dock')], ['crane', 'quay'], organization)).toEqual([viewer('crane')])
    expect(narrowed([viewer('quay')], ['dock'], organization)).toEqual([])
    expect(narrowed([viewer('quay'), viewer('crane')], ['harbor'], organization)).toEqual([
      viewer('quay'),
      viewer('crane'),
    ])
  })
})
