import { describe, expect, it } from 'vitest'
import {
  giveToTake,
  laborCost,
  marginalShare,
  privateForkCost,
  publishedBenchmarks,
  replacementShare,
} from './give-take.ts'

describe('what contributions are worth', () => {
  it('costs the days of three people: 10, 4 and 1 at 4 hours and 100 an hour are 6,000', () => {
    expect(laborCost(10 + 4 + 1, 100)).toEqual({ low: 3000, central: 6000, high: 12_000 })
  })

  it('takes the share of 50 in 1,000 commits of a package worth 200,000', () => {
    expect(replacementShare(50, 1000, { low: 200_000, central: 200_000, high: 200_000 })?.central).toBe(10_000)
    expect(replacementShare(0, 0, { low: 1, central: 1, high: 1 })).toBeNull()
  })

  it('prices growth from 10,000 to 11,000 lines as the difference of two wholes', () => {
    const effort = (thousandLines: number): number => 2.94 * thousandLines ** 1.0997
    expect(marginalShare(effort(10), effort(11), 1, 1).toFixed(3)).toBe('4.087')
    expect(marginalShare(effort(10), effort(11), 250, 1000)).toBeCloseTo(4.087 / 4, 3)
    // Ten steps add up to the one.
    const steps = Array.from({ length: 10 }, (_, at) => marginalShare(effort(at), effort(at + 1), 1, 1))
    expect(steps.reduce((sum, step) => sum + step, 0).toFixed(1)).toBe('37.0')
    expect(marginalShare(10, 12, 0, 0)).toBe(0)
  })

  it('gives 0.82 % for 120,000 against a third of 43,983,533', () => {
    expect(((giveToTake(120_000, 43_983_533 / 3) ?? 0) * 100).toFixed(2)).toBe('0.82')
    expect(giveToTake(120_000, 0)).toBeNull()
  })

  it('costs the survey average of forks: 86 at 60 hours are 5,160 hours, at 50 an hour 258,000', () => {
    const { forksCarried, hoursPerForkAndRelease } = publishedBenchmarks
    expect(privateForkCost(forksCarried, hoursPerForkAndRelease, 50, 2)).toEqual({
      hoursPerRelease: 5160,
      perRelease: 258_000,
      perYear: 516_000,
    })
  })
})
