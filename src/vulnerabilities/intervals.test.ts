import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { behindAll, contains, intervalsOf, type PlacedEvent } from './intervals.ts'

/**
 * OSV's evaluation algorithm as its schema states it (section "Evaluation"), word for word on places: sort the events by
 * version, walk them, and let limits cut.
 */
function isAffected(place: number, events: readonly PlacedEvent[]): boolean {
  const limits = events.filter(({ kind }) => kind === 'limit')
  if (limits.length > 0 && !limits.some((limit) => place < limit.place)) return false
  let affected = false
  for (const event of [...events].sort((a, b) => a.place - b.place)) {
    if (event.kind === 'introduced' && place >= event.place) affected = true
    else if (event.kind === 'fixed' && place >= event.place) affected = false
    else if (event.kind === 'last_affected' && place > event.place) affected = false
  }
  return affected
}

const event = fc.record({
  kind: fc.constantFrom('introduced', 'fixed', 'last_affected', 'limit'),
  // Mentioned versions have odd places; 0 stands for `introduced: 0`.
  place: fc.oneof(
    fc.nat(12).map((rank) => rank * 2 + 1),
    fc.constant(0),
  ),
}) satisfies fc.Arbitrary<PlacedEvent>

describe('ranges as intervals', () => {
  it('say about every place what the published algorithm says', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (events) => {
        const intervals = intervalsOf(events)
        const places = Array.from({ length: 31 }, (_, place) => place)
        expect(places.filter((place) => contains(intervals, place))).toEqual(
          places.filter((place) => isAffected(place, events)),
        )
      }),
      { numRuns: 5000 },
    )
  })

  it('do not overlap, and ascend', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (events) => {
        const bounds = intervalsOf(events).flatMap(({ from, to }) => [from, to])
        expect(bounds).toEqual([...bounds].sort((a, b) => a - b))
        expect(new Set(bounds).size).toBe(bounds.length)
      }),
    )
  })

  it('include the last affected version and exclude the fixed one', () => {
    const introduced = { kind: 'introduced', place: 1 } as const
    expect(intervalsOf([introduced, { kind: 'fixed', place: 5 }])).toEqual([{ from: 1, to: 5, fixedBy: 1 }])
    expect(intervalsOf([introduced, { kind: 'last_affected', place: 5 }])).toEqual([{ from: 1, to: 6, fixedBy: null }])
    expect(intervalsOf([introduced])).toEqual([{ from: 1, to: behindAll, fixedBy: null }])
  })

  it('keep the fix of a branch with the branch', () => {
    const events: readonly PlacedEvent[] = [
      { kind: 'introduced', place: 7 },
      { kind: 'fixed', place: 9 },
      { kind: 'introduced', place: 0 },
      { kind: 'fixed', place: 3 },
    ]
    expect(intervalsOf(events)).toEqual([
      { from: 0, to: 3, fixedBy: 3 },
      { from: 7, to: 9, fixedBy: 1 },
    ])
  })

  it('end at a limit without calling it a fix', () => {
    const events: readonly PlacedEvent[] = [
      { kind: 'introduced', place: 1 },
      { kind: 'limit', place: 3 },
      { kind: 'fixed', place: 5 },
    ]
    expect(intervalsOf(events)).toEqual([{ from: 1, to: 3, fixedBy: null }])
  })
})
