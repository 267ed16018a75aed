import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownGroup, shownUnits, shownWithin } from './groups.ts'
import { PeopleDays } from './people-days.ts'

function daysOf(...people: readonly string[]): PeopleDays {
  const days = new PeopleDays()
  for (const person of people) days.add([person], '2026-05-04')
  return days
}

describe('groups of people', () => {
  it('are shown from so many people on; nobody is nobody', () => {
    expect(shownGroup(daysOf('a', 'b', 'c').activity(), 3)).toEqual({ commits: 3, people: 3, activeDays: 3 })
    expect(shownGroup(daysOf('a', 'b').activity(), 3)).toEqual({ commits: 2, people: null, activeDays: null })
    expect(shownGroup(daysOf().activity(), 3)).toEqual({ commits: 0, people: 0, activeDays: 0 })
  })

  it('are withheld where the rest of the whole would be a small group', () => {
    const whole = daysOf('a', 'b', 'c', 'd', 'e', 'f')
    expect(shownWithin(daysOf('a', 'b', 'c', 'd'), whole, 3).people).toBeNull()
    expect(shownWithin(daysOf('a', 'b', 'c'), whole, 3).people).toBe(3)
    expect(shownWithin(whole, whole, 3).people).toBe(6)
  })

  it('never lets a total and its units tell about fewer people than the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
        fc.integer({ min: 3, max: 6 }),
        (sizes, smallest) => {
          let number = 0
          const units = new Map(
            sizes.map((size, unit) => [`u${unit}`, daysOf(...Array.from({ length: size }, () => `p${(number += 1)}`))]),
          )
          const all = sizes.reduce((sum, size) => sum + size, 0)
          const total = shownGroup(daysOf(...Array.from({ length: all }, (_, at) => `p${at + 1}`)).activity(), smallest)
          const shown = shownUnits(units, smallest)
          for (const { people } of shown) expect(people === null || people >= smallest).toBe(true)
          const known = shown.reduce((sum, { people }) => sum + (people ?? 0), 0)
          // What the total tells beyond the units is nobody, or a group again.
          if (total.people !== null) expect(total.people - known === 0 || total.people - known >= smallest).toBe(true)
          for (const { commits, people } of shown) expect(commits === null).toBe(people === null)
        },
      ),
    )
  })
})
