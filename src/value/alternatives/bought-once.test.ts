import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessAlternatives } from './assess.ts'
import { dividedQuantities } from './bought-once.ts'
import { priced, sampleBook, stating, substitution } from './portfolio.sample.ts'

describe('a quantity that serves several functions', () => {
  it('is divided by who needs it', () => {
    expect(dividedQuantities([100, 120])).toEqual([50, 70])
    expect(dividedQuantities([30, 30, 30])).toEqual([10, 10, 10])
    expect(dividedQuantities([5])).toEqual([5])
    expect(dividedQuantities([])).toEqual([])
  })

  it('is the largest in sum, and nobody bears more than a purchase alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 }), (quantities) => {
        const shares = dividedQuantities(quantities)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(Math.max(...quantities), 6)
        for (const [at, share] of shares.entries()) expect(share).toBeLessThanOrEqual((quantities[at] ?? 0) + 1e-9)
      }),
    )
  })
})

describe('what is sold at least, and what is free', () => {
  const book = {
    ...sampleBook,
    prices: [
      priced({ id: 'order', metric: 'core-year', minimum: { quantity: 72, per: 'order' } }),
      priced({ id: 'server', metric: 'two-core-pack-perpetual', minimum: { quantity: 2, per: 'server' } }),
      priced({ id: 'login', metric: 'active-user-month', freeQuantity: 7500 }),
    ],
  }
  const billed = (price: string, quantities: readonly number[]) =>
    assessAlternatives(
      stating({
        substitutions: quantities.map((quantity, at) =>
          substitution({ id: `s${at}`, price, quantity, product: at === 0 ? 'portal' : 'bought-suite' }),
        ),
      }),
      book,
    ).lines.map((line) => line.billed.figure.known && line.billed.figure.value)

  it('counts the least of an order once for all that is ordered', () => {
    expect(billed('order', [40])).toEqual([72])
    expect(billed('order', [24, 12])).toEqual([48, 24])
    expect(billed('order', [40, 40])).toEqual([40, 40])
  })

  it('counts the least of a server for each', () => {
    expect(billed('server', [1])).toEqual([2])
    expect(billed('server', [1, 3])).toEqual([2, 3])
  })

  it('takes the free units off once', () => {
    expect(billed('login', [7000])).toEqual([0])
    expect(billed('login', [10_000])).toEqual([2500])
    expect(billed('login', [7500, 7500])).toEqual([3750, 3750])
  })
})
