import { describe, expect, it } from 'vitest'
import { readDeclaredParts } from './declared-parts.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a list of declared parts', () => {
  it('is read from a table, with fields in quotes and lines that do not fit told by their line', () => {
    const read = readDeclaredParts(
      bytes(
        'package,product,note\nlodash,portal,\n"@scope/a ""b""",portal,"two\nlines"\nonly-one\n,portal,\nlodash,portal,\n',
      ),
      'declared-parts.csv',
    )
    expect(read.parts).toEqual([
      { product: 'portal', package: 'lodash', at: 'line 2' },
      { product: 'portal', package: '@scope/a "b"', at: 'line 3' },
    ])
    expect(read.issues).toEqual([
      { code: 'syntax', where: 'line 5', detail: 'only-one' },
      { code: 'missing-field', where: 'line 6', detail: 'package' },
      { code: 'duplicate-reference', where: 'line 7', detail: 'lodash' },
    ])
  })

  it('is read from a spreadsheet that separates by semicolons', () => {
    const { parts } = readDeclaredParts(bytes('Product;Package\r\nTide portal;lodash\r\n'), 'list.csv')
    expect(parts).toEqual([{ product: 'Tide portal', package: 'lodash', at: 'line 2' }])
  })

  it('is read from YAML, as a list or under the key parts', () => {
    const text = '- { product: portal, package: lodash }\n- 12\n- { product: portal, package: 1.10 }\n'
    const read = readDeclaredParts(bytes(text), 'list.yaml')
    expect(read.parts.map(({ package: name, at }) => [name, at])).toEqual([
      ['lodash', 'line 1'],
      ['1.10', 'line 3'],
    ])
    expect(read.issues).toEqual([{ code: 'wrong-type', where: 'line 2' }])
    expect(readDeclaredParts(bytes('parts:\n  - product: a\n    package: b\n'), 'list.yml').parts).toHaveLength(1)
  })

  it('says what it could not read at all', () => {
    expect(readDeclaredParts(bytes(''), 'a.csv').issues[0]?.code).toBe('empty-file')
    expect(readDeclaredParts(new Uint8Array([0xff, 0xfe, 0xff]), 'a.csv').issues[0]?.code).toBe('not-text')
    expect(readDeclaredParts(bytes('name\nlodash\n'), 'a.csv').issues[0]?.code).toBe('missing-field')
    expect(readDeclaredParts(bytes('a: [b\n'), 'a.yaml').issues[0]?.code).toBe('not-yaml')
    expect(readDeclaredParts(bytes('a: b\n'), 'a.yaml').issues[0]?.code).toBe('wrong-type')
  })
})
