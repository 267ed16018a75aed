import { describe, expect, it } from 'vitest'
import { companionOf, companionPlace, excerptAt } from './explain-place.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the place a figure was read from', () => {
  it('is a line, or several', () => {
    expect(excerptAt(bytes('a\r\nb\nc'), 'line 2')).toEqual({ line: 2, text: 'b' })
    expect(excerptAt(bytes('a\nb\nc'), 'line 2-3')).toEqual({ line: 2, text: 'b\nc' })
  })

  it('is a JSON pointer with its escapes', () => {
    const document = JSON.stringify({ packages: { 'node_modules/a~b': { version: '1.0.0' } } })
    expect(excerptAt(bytes(document), '/packages/node_modules~1a~0b')?.text).toContain('"version": "1.0.0"')
  })

  it('is a pointer into YAML that a person keeps', () => {
    const document = 'assumptions:\n  - { id: A4-scope, value: runtime, source: board }\n'
    expect(excerptAt(bytes(document), '/assumptions/0/value')?.text).toBe('"value": "runtime"')
    expect(excerptAt(bytes(document), '/assumptions/1')).toBeUndefined()
  })

  it('is not found when the bytes are others', () => {
    expect(excerptAt(bytes('a'), 'line 2')).toBeUndefined()
    expect(excerptAt(bytes('{}'), '/packages/0')).toBeUndefined()
    expect(excerptAt(bytes('not json'), '/packages/0')).toBeUndefined()
    expect(excerptAt(bytes('{"a":1}'), '/constructor')).toBeUndefined()
  })

  it('may lie in a companion of the document', () => {
    const evidence = 'a'.repeat(64)
    expect(companionOf(companionPlace('../go.sum', evidence, 'line 5-6'))).toEqual({
      path: '../go.sum',
      evidence,
      at: 'line 5-6',
    })
    expect(companionOf('line 5')).toBeUndefined()
  })
})
