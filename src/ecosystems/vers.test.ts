import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseVers, versContains, versFromNative } from './vers.ts'

describe('a vers range', () => {
  it('is sorted when it is written', () => {
    expect(parseVers('vers:npm/<2.0.0|>=1.0.0-beta|!=1.5.0')).toMatchObject({
      ok: true,
      canonical: 'vers:npm/>=1.0.0-beta|!=1.5.0|<2.0.0',
    })
  })

  it.each([
    ['vers:npm/>=1.0.0|<2.0.0', '1.9.9', true],
    ['vers:npm/>=1.0.0|<2.0.0', '2.0.0', false],
    ['vers:npm/>=1.0.0|<2.0.0|>=3.0.0', '2.5.0', false],
    ['vers:npm/>=1.0.0|<2.0.0|>=3.0.0', '3.5.0', true],
    ['vers:npm/>=1.0.0|!=1.5.0|<2.0.0', '1.5.0', false],
    ['vers:npm/<=1.0.0|2.0.0', '2.0.0', true],
    ['vers:npm/!=5.0.0', '4.0.0', true],
    ['vers:npm/*', 'anything', true],
    ['vers:pypi/>0.0.0|>=0.0.1|<0.0.3|<0.0.5', '0.0.4', true],
    ['vers:deb/<1.0', '1.0~rc1', true],
    ['vers:datetime/<2024-01-01T00:00:00Z', '2024-01-01T00:30:00+01:00', true],
  ])('%s with %s: %s', (range, version, expected) => expect(versContains(range, version)).toBe(expected))

  it.each([
    'vers:npm',
    'npm/>=1.0.0',
    'vers:npm/',
    'vers:npm/|1.0.0',
    'vers:npm/1.0.0||2.0.0',
    'vers:npm/>=',
    'vers:npm/*|1.0.0',
    'vers:NPM/1.0.0',
    'vers:unheard-of/1.0.0',
  ])('%s is refused', (text) => {
    expect(parseVers(text)).toMatchObject({ ok: false, code: 'invalid-vers' })
    expect(versContains(text, '1.0.0')).toBeUndefined()
  })

  it('reads back what it writes', () => {
    const version = fc.stringMatching(/^[0-9]{1,2}(\.[0-9a-z+~]{1,3}){0,3}$/)
    const constraint = fc.tuple(fc.constantFrom('', '<', '<=', '>', '>=', '!='), version.map(encodeURIComponent))
    fc.assert(
      fc.property(
        fc.constantFrom('npm', 'pypi', 'maven', 'deb', 'gem'),
        fc.array(constraint, { minLength: 1, maxLength: 5 }),
        (scheme, parts) => {
          const parsed = parseVers(`vers:${scheme}/${parts.map((part) => part.join('')).join('|')}`)
          if (!parsed.ok) throw new Error(parsed.message)
          expect(parseVers(parsed.canonical)).toEqual(parsed)
        },
      ),
    )
  })
})

describe('a native range written as vers', () => {
  it.each([
    ['npm', '^1.2.9 || 3.0.0', 'vers:npm/>=1.2.9|<2.0.0|3.0.0'],
    ['crates.io', '0.2.3', 'vers:cargo/>=0.2.3|<0.3.0'],
    ['PyPI', '>=1.0,<2.0,!=1.5', 'vers:pypi/>=1.0|!=1.5|<2.0'],
    ['PyPI', '~=2.2.1', 'vers:pypi/>=2.2.1|<2.3'],
    ['RubyGems', '~> 2.0.8', 'vers:gem/>=2.0.8|<2.1'],
    ['Packagist', '^0.3 || ~1.2.3', 'vers:composer/>=0.3|<0.4|>=1.2.3|<1.3'],
    ['Maven', '(,1.0],[1.2,)', 'vers:maven/<=1.0|>=1.2'],
    ['NuGet', '[1.0.0, 2.0.0)', 'vers:nuget/>=1.0.0|<2.0.0'],
    ['Debian', '>= 1.0~rc1', 'vers:deb/>=1.0~rc1'],
    ['npm', '*', 'vers:npm/*'],
  ])('%s %s is %s', (ecosystem, native, expected) => {
    expect(versFromNative(ecosystem, native)).toMatchObject({ ok: true, canonical: expected })
  })

  it('is refused when a list of constraints cannot say it', () => {
    expect(versFromNative('PyPI', '!=1.*').ok).toBe(false)
    expect(versFromNative('PyPI', '===foo').ok).toBe(false)
    expect(versFromNative('npm', 'latest').ok).toBe(false)
  })
})
