import { expect, it } from 'vitest'
import { sha256, sha256OfJson } from './text.ts'

it('hashes a value as its JSON, however long its lists are', () => {
  const long = Array.from({ length: 2_500 }, (_, at) => ({ at, text: `"${at}"`, nothing: undefined, none: null }))
  for (const value of [
    null,
    'text',
    [],
    {},
    [null, [], {}],
    [undefined, 1],
    [null, [{ path: 'a', document: { parts: long, edges: [], counts: { found: 1 }, more: undefined } }], long],
  ])
    expect(sha256OfJson(value)).toBe(sha256(JSON.stringify(value)))
})
