import * as fc from 'fast-check'
import satisfies from 'spdx-satisfies'
import { describe, expect, it } from 'vitest'
import { parseLicenseExpression } from './license-expression.ts'

function canonical(text: string): string | undefined {
  const parsed = parseLicenseExpression(text)
  return parsed.ok ? parsed.canonical : undefined
}

function choices(text: string): readonly (readonly string[])[] | null {
  const parsed = parseLicenseExpression(text)
  return parsed.ok ? parsed.choices : null
}

describe('license expressions', () => {
  it('binds AND tighter than OR, as the specification prints it', () => {
    expect(canonical('LGPL-2.1-only OR BSD-3-Clause AND MIT')).toBe('LGPL-2.1-only OR BSD-3-Clause AND MIT')
    expect(choices('LGPL-2.1-only OR BSD-3-Clause AND MIT')).toEqual([['LGPL-2.1-only'], ['BSD-3-Clause', 'MIT']])
    expect(choices('(LGPL-2.1-or-later OR BSD-3-Clause) AND MIT')).toEqual([
      ['LGPL-2.1-or-later', 'MIT'],
      ['BSD-3-Clause', 'MIT'],
    ])
  })

  it('takes identifiers in any case, operators all upper or all lower', () => {
    expect(canonical('mit and apache-2.0')).toBe('MIT AND Apache-2.0')
    expect(canonical('gpl-2.0-ONLY with classpath-EXCEPTION-2.0')).toBe('GPL-2.0-only WITH Classpath-exception-2.0')
    expect(canonical('MIT And ISC')).toBeUndefined()
  })

  it('keeps the case of references and refuses prefixes in another', () => {
    expect(canonical('LicenseRef-Own OR DocumentRef-a:LicenseRef-b')).toBe(
      'LicenseRef-Own OR DocumentRef-a:LicenseRef-b',
    )
    expect(canonical('licenseref-own')).toBeUndefined()
    expect(canonical('MIT WITH AdditionRef-x')).toBe('MIT WITH AdditionRef-x')
    expect(canonical('MIT WITH DocumentRef-d:AdditionRef-x')).toBe('MIT WITH DocumentRef-d:AdditionRef-x')
    expect(canonical('MIT WITH LicenseRef-x')).toBeUndefined()
  })

  it('takes + without a space only', () => {
    expect(parseLicenseExpression('Apache-1.1+ AND MIT')).toEqual({
      ok: true,
      canonical: 'Apache-1.1+ AND MIT',
      ids: ['Apache-1.1', 'MIT'],
      exceptions: [],
      choices: [['Apache-1.1+', 'MIT']],
    })
    expect(canonical('Apache-1.1 +')).toBeUndefined()
    expect(canonical('LicenseRef-x+')).toBeUndefined()
  })

  it('takes NONE and NOASSERTION alone or with AND', () => {
    expect(canonical('noassertion')).toBe('NOASSERTION')
    expect(canonical('NONE AND MIT')).toBe('NONE AND MIT')
    expect(canonical('MIT OR NONE')).toBeUndefined()
    expect(canonical('(MIT AND NOASSERTION) OR ISC')).toBeUndefined()
    expect(canonical('NOASSERTION WITH Classpath-exception-2.0')).toBeUndefined()
  })

  it('drops the parentheses that change nothing', () => {
    expect(canonical('((MIT))')).toBe('MIT')
    expect(canonical('(MIT OR (ISC AND (Zlib)))')).toBe('MIT OR ISC AND Zlib')
    expect(canonical('MIT AND(ISC OR Zlib)')).toBe('MIT AND (ISC OR Zlib)')
  })

  it.each([
    ['', 0],
    ['MIT OR', 6],
    ['MIT ISC', 4],
    ['(MIT', 4],
    ['MIT)', 3],
    ['Not-A-License', 0],
    ['MIT WITH Not-An-Exception', 9],
    ['MIT\nAND ISC', 3],
    ['MIT/Apache-2.0', 0],
  ])('says where %j stops being an expression', (text, offset) => {
    expect(parseLicenseExpression(text)).toMatchObject({ ok: false, code: 'invalid-license', offset })
  })

  it('bounds what an expression may cost', () => {
    const pairs = Array.from({ length: 12 }, () => '(MIT OR ISC OR Zlib)').join(' AND ')
    const wide = ['MIT', 'ISC', 'Zlib', '0BSD', 'X11', 'NCSA', 'curl', 'Ruby', 'PHP-3.01', 'Python-2.0']
    const choice = wide.map((id) => `(${id} OR LicenseRef-${id.replace('_', '')})`).join(' AND ')
    expect(choices(pairs)).toHaveLength(7)
    expect(choices(choice)).toBeNull()
    expect(canonical(`${'('.repeat(5000)}MIT${')'.repeat(5000)}`)).toBeUndefined()
  })

  it('knows exceptions of the current list', () => {
    expect(canonical('GPL-2.0-or-later WITH PCRE2-exception')).toBe('GPL-2.0-or-later WITH PCRE2-exception')
  })
})

const ids = ['MIT', 'ISC', 'Apache-2.0', 'BSD-3-Clause', 'MPL-2.0', 'Zlib'] as const
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...ids),
    fc
      .tuple(tie('expression'), fc.constantFrom('AND', 'OR'), tie('expression'))
      .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
  ),
}))

describe('properties', () => {
  it('gives a canonical form that is its own, and means the same', () => {
    fc.assert(
      fc.property(expression, (text) => {
        const once = canonical(text) ?? ''
        expect(canonical(once)).toBe(once)
        expect(sorted(choices(once))).toEqual(sorted(choices(text)))
      }),
    )
  })

  it('offers a choice exactly where another implementation is satisfied', () => {
    fc.assert(
      fc.property(expression, fc.subarray([...ids], { minLength: 1 }), (text, allowed) => {
        const sets = choices(text)
        fc.pre(sets !== null)
        const isOffered = sets?.some((set) => set.every((id) => (allowed as string[]).includes(id)))
        expect(isOffered).toBe(satisfies(text, allowed))
      }),
    )
  })

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseLicenseExpression(text)
        if (!parsed.ok) expect(parsed.offset).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

function sorted(sets: readonly (readonly string[])[] | null): string[] | undefined {
  return sets?.map((set) => set.toSorted().join('+')).sort()
}
