import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpen, parseJsonText } from './json-text.ts'

describe('JSON that is whole', () => {
  it('is read as it is', () => {
    expect(parseJsonText('{"a":[1,"x"]}')).toEqual({ value: { a: [1, 'x'] }, issues: [], openAt: null })
  })

  it('may be followed by other text, which is said', () => {
    expect(parseJsonText('{"a":1}\n\nand more')).toMatchObject({
      value: { a: 1 },
      issues: [{ code: 'trailing-data', where: 'line 1' }],
      openAt: null,
    })
  })
})

describe('JSON that breaks off', () => {
  it.each([
    ['{"a":[{"b":1},{"c":2,"d":"x', { a: [{ b: 1 }, { c: 2 }] }, '/a/1/d'],
    ['{"a":[{"b":1},{"c":2},', { a: [{ b: 1 }, { c: 2 }] }, '/a/2'],
    ['{"a":[{"b":1},{"c":2}', { a: [{ b: 1 }, { c: 2 }] }, '/a'],
    ['{"a":{"b/~":{"c":', { a: { 'b/~': {} } }, '/a/b~1~0/c'],
    ['[1,2', [1, 2], ''],
    ['{"a":tru', {}, '/a'],
  ])('keeps what is complete of %s', (text, value, openAt) => {
    expect(parseJsonText(text)).toEqual({ value, issues: [{ code: 'truncated', where: 'line 1' }], openAt })
  })

  it('names the line where text stops being JSON', () => {
    expect(parseJsonText('{"a":1,\n"b" 2,"c":3}')).toMatchObject({
      value: { a: 1 },
      issues: [{ code: 'not-json', where: 'line 2' }],
    })
    expect(parseJsonText('<html>')).toEqual({
      value: undefined,
      issues: [{ code: 'not-json', where: 'line 1' }],
      openAt: null,
    })
    expect(parseJsonText('')).toMatchObject({ value: undefined, issues: [{ code: 'not-json' }] })
  })

  it('reads strings of megabytes without exhausting the stack', () => {
    expect(parseJsonText(`{"a":1,"b":"${'\\n'.repeat(5_000_000)}`)).toMatchObject({ value: { a: 1 }, openAt: '/b' })
  })

  it('tells what the break lies in', () => {
    expect(isOpen('/a/1/d', '/a/1')).toBe(true)
    expect(isOpen('/a/1/d', '/a/1/d')).toBe(true)
    expect(isOpen('/a/12', '/a/1')).toBe(false)
    expect(isOpen(null, '')).toBe(false)
  })

  it('gives a value that agrees with the whole one, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
        const text = JSON.stringify({ value }, null, 1)
        const cut = parseJsonText(text.slice(0, Math.floor(text.length * share)))
        if (cut.value !== undefined) expect(agrees(cut.value, JSON.parse(text))).toBe(true)
      }),
    )
  })
})

/** Whether a holds nothing that b does not. */
function agrees(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b)
  return Object.entries(a).every(
    ([key, value]) => Object.hasOwn(b, key) && agrees(value, (b as Record<string, unknown>)[key]),
  )
}
