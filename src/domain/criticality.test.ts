import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criticalityLevel, criticalityOf, depthWeight, type CriticalUse } from './criticality.ts'

const use = (fields: Partial<CriticalUse>): CriticalUse => ({ product: 0, c: 0.3, d: 1, s: 1, r: 1, ...fields })

describe('criticality', () => {
  it('is 0.729 for a runtime part at depth 3 of one mission product', () => {
    const k = criticalityOf([use({ c: 0.9, d: depthWeight(3) })])
    expect(k).toBeCloseTo(0.729, 12)
    expect(criticalityLevel(k)).toBe('high')
  })

  it('does not let depth weigh less than a half', () => {
    expect(depthWeight(1)).toBe(1)
    expect(depthWeight(0)).toBe(1)
    expect(depthWeight(40)).toBe(0.5)
  })

  it('rises with every product and stays below one', () => {
    const uses = fc.array(
      fc.constantFrom(0.1, 0.3, 0.6, 0.9).map((c) => use({ c })),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(uses, (some) => {
        const before = criticalityOf(some.slice(1))
        const k = criticalityOf(some)
        expect(k).toBeGreaterThan(before)
        expect(k).toBeLessThan(1)
      }),
    )
  })
})
