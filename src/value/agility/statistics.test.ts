import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, ninetiethPercentile, survivalQuantile, type SurvivalCase } from './statistics.ts'

const ended = (days: number): SurvivalCase => ({ days, hasEnded: true })
const open = (days: number): SurvivalCase => ({ days, hasEnded: false })

describe('survival', () => {
  it('falls by the share of those at risk', () => {
    // Freireich and others 1963, 6-MP group: 21 cases, median 23 weeks.
    const weeks = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(ended)
    const still = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(open)
    expect(survivalQuantile([...weeks, ...still], 0.5)).toBe(23)
  })

  it('has no middle while more than half are open', () => {
    expect(survivalQuantile([ended(1), open(5), open(5)], 0.5)).toBeUndefined()
    expect(survivalQuantile([], 0.5)).toBeUndefined()
  })

  it('is the plain lower median when none is open', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 60 }), (days) => {
        const sorted = days.toSorted((a, b) => a - b)
        expect(survivalQuantile(days.map(ended), 0.5)).toBe(sorted[Math.ceil(days.length / 2) - 1])
      }),
    )
  })

  it('never ends earlier for cases that stay open', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 30 }), fc.nat(500), (days, more) => {
        const before = survivalQuantile(days.map(ended), 0.5) ?? Infinity
        expect(survivalQuantile([...days.map(ended), open(more)], 0.5) ?? Infinity).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})

describe('middle values', () => {
  it('are of nothing undefined', () => {
    expect(median([])).toBeUndefined()
    expect(ninetiethPercentile([])).toBeUndefined()
    expect(median([3, 1])).toBe(2)
    expect(ninetiethPercentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe(9)
  })
})
