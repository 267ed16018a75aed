import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstRepeated, ValueIdentity } from './value-identity.ts'

/** Few names and values, so that equal entries are common. */
const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, fc.constantFrom(0, 1, '1', true, null, 'a'), tie('list'), tie('record')),
  list: fc.array(tie('any'), { maxLength: 3 }),
  record: fc.dictionary(fc.constantFrom('bom-ref', 'name', 'a', 'b'), tie('any'), { maxKeys: 3 }),
})).any

describe('whether the entries of a list are distinct', () => {
  it('is told as comparing every pair would tell it', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), (list) => {
        // Through JSON and back: -0 is 0, and records have no prototypes of their own.
        const plain = JSON.parse(JSON.stringify(list)) as readonly unknown[]
        const hasPair = plain.some((one, index) =>
          plain.slice(index + 1).some((other) => isDeepStrictEqual(one, other)),
        )
        const found = firstRepeated(plain, new ValueIdentity())
        expect(found !== undefined).toBe(hasPair)
        if (found !== undefined) expect(plain[found[0]]).toEqual(plain[found[1]])
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on the order of fields, and does on their type', () => {
    const identity = new ValueIdentity()
    expect(
      firstRepeated(
        [
          { name: 'a', tags: [1] },
          { tags: [1], name: 'a' },
        ],
        identity,
      ),
    ).toEqual([0, 1])
    expect(
      firstRepeated(
        [
          { name: 'a', tags: [1] },
          { name: 'a', tags: ['1'] },
        ],
        identity,
      ),
    ).toBeUndefined()
    expect(firstRepeated([1, '1', true, 'true', null, 'null'], identity)).toBeUndefined()
  })
})
