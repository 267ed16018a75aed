import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absenceFactor, elephantFactor } from './concentration.ts'

const counts = array(integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 })

describe('absence factor', () => {
  it('is 2 for the published example', () => expect(absenceFactor([1000, 202, 90, 33, 332, 343, 42, 433])).toBe(2))

  it('names as few as make half, and not one fewer', () => {
    assert(
      property(counts, (contributions) => {
        const total = contributions.reduce((sum, count) => sum + count, 0)
        const factor = absenceFactor(contributions)
        expect(factor === null).toBe(total === 0)
        if (factor === null) return
        const sorted = contributions.toSorted((a, b) => b - a)
        const sumOf = (first: number): number => sorted.slice(0, first).reduce((sum, count) => sum + count, 0)
        expect(sumOf(factor) * 2).toBeGreaterThanOrEqual(total)
        expect(sumOf(factor - 1) * 2).toBeLessThan(total)
      }),
    )
  })
})

describe('elephant factor', () => {
  it('is withheld below 60 % attributable, and says the coverage', () => {
    expect(elephantFactor([100, 126], 1123)).toEqual({ known: false, coverage: 226 / 1349 })
    expect(elephantFactor([30, 30], 40)).toEqual({ known: true, factor: 1, coverage: 0.6 })
  })
})
