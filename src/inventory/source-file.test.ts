import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasUndecodableBytes, headOf, resolveInside, sourceFile, tailOf } from './source-file.ts'

const text = 'Größe 船 🚢'

describe('a file', () => {
  it.each(['utf8', 'utf16le'] as const)('drops the mark and decodes %s', (encoding) => {
    expect(sourceFile('a', Buffer.from(`\uFEFF${text}`, encoding)).text()).toBe(text)
    expect(headOf(Buffer.from(`\uFEFF${text}`, encoding))).toBe(text)
  })

  it('decodes UTF-8 without a mark and UTF-16 in the other byte order', () => {
    expect(sourceFile('a', Buffer.from(text)).text()).toBe(text)
    expect(sourceFile('a', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()).text()).toBe(text)
  })

  it('tells bytes that are no text from a replacement sign that somebody wrote', () => {
    expect(hasUndecodableBytes(sourceFile('a', Buffer.from([0x61, 0xe9, 0x62])))).toBe(true)
    expect(hasUndecodableBytes(sourceFile('a', Buffer.from('a\uFFFDb')))).toBe(false)
  })

  it('shows the end of a long file', () => {
    expect(tailOf(Buffer.from(`${'x'.repeat(200_000)}end`)).slice(-4)).toBe('xend')
    expect(tailOf(Buffer.from(`\uFEFF${'x'.repeat(200_000)}end`, 'utf16le')).slice(-4)).toBe('xend')
  })
})

describe('siblings', () => {
  const files = new Map([
    ['app/go.sum', 'sums'],
    ['pom.xml', 'parent'],
  ])
  const file = sourceFile('app/go.mod', new Uint8Array(), (path) => {
    const found = files.get(path)
    return found === undefined ? undefined : Buffer.from(found)
  })

  it('are found by a path from the folder of the file', () => {
    expect(file.sibling('go.sum')?.text()).toBe('sums')
    expect(file.sibling('../pom.xml')?.sibling('app/./go.sum')?.text()).toBe('sums')
    expect(file.sibling('missing')).toBeUndefined()
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\secret', '\\\\host\\share', 'a\0b', '', '..', '..\\..\\x'])(
    'are never found at %j',
    (path) => {
      expect(resolveInside('app/go.mod', path)).toBeUndefined()
    },
  )

  it('never lie outside, whatever the path', () => {
    const segment = fc.constantFrom('..', '.', '', 'a', 'b c', '...', '\\', '..\\')
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 12 }), (segments) => {
        const found = resolveInside('one/two/file', segments.join('/'))
        expect(found?.split('/').some((part) => part === '..' || part === '') ?? false).toBe(false)
      }),
    )
  })
})
