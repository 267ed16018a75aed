import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Purl } from '#domain/purl.ts'
import { buildPurl, packageOf, parsePurl, validatePurl } from './purl.ts'
import { ecosystems } from './registry.ts'

function canonical(text: string): string | null {
  const parsed = parsePurl(text)
  return parsed.ok ? parsed.canonical : null
}

describe('a package URL', () => {
  it('is taken apart', () => {
    const parsed = parsePurl('pkg:deb/debian/curl@7.50.3-1?distro=jessie&arch=i386#src/lib')
    expect(parsed).toEqual({
      ok: true,
      purl: {
        type: 'deb',
        namespace: 'debian',
        name: 'curl',
        version: '7.50.3-1',
        qualifiers: { arch: 'i386', distro: 'jessie' },
        subpath: 'src/lib',
      },
      canonical: 'pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie#src/lib',
    })
  })

  it.each([
    ['pkg:PyPI/Zope.Interface_Extra@5.4.0', 'pkg:pypi/zope.interface-extra@5.4.0'],
    ['pkg:npm/@babel/core@7.0.0', 'pkg:npm/%40babel/core@7.0.0'],
    ['pkg:npm/%40babel%2Fcore', 'pkg:npm/%40babel/core'],
    ['pkg:composer/drupal%2Fcore', 'pkg:composer/drupal/core'],
    ['pkg:golang/stdlib@1.22.1', 'pkg:golang/stdlib@1.22.1'],
    ['pkg://maven//org.slf4j/slf4j-api@2.0.9', 'pkg:maven/org.slf4j/slf4j-api@2.0.9'],
    ['pkg:github/Actions/Checkout@v4', 'pkg:github/actions/checkout@v4'],
    ['pkg:generic/a%20b?checksum=&z=1&a=x%2Fy', 'pkg:generic/a%20b?a=x%2Fy&z=1'],
    ['pkg:docker/nginx@sha256%3Aabc', 'pkg:docker/nginx@sha256:abc'],
    ['pkg:unheard-of/Some/Thing@1', 'pkg:unheard-of/Some/Thing@1'],
    ['pkg:generic/x#./a/../b/', 'pkg:generic/x#a/b'],
  ])('%s is written %s', (text, expected) => expect(canonical(text)).toBe(expected))

  it.each([
    '',
    'lodash@4.17.21',
    'pkg:npm',
    'pkg:npm/',
    'pkg:npm/@4.17.21',
    'pkg:cran/@0.9.1',
    'pkg:swift/Alamofire@5.4.3',
    'pkg:cargo/namespace/rand@0.7.2',
    'pkg:np m/x',
    'pkg:generic/%ff',
    'pkg:generic/x@%zz',
    'pkg:generic/x?a=1&a=2',
    'pkg:generic/x?a b=1',
    'pkg:julia/Dates',
  ])('"%s" is refused, with the reason', (text) => {
    expect(parsePurl(text)).toMatchObject({ ok: false, code: 'invalid-purl', message: expect.stringContaining(': ') })
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'binary' }).map((text) => `pkg:npm/${text}`),
        ),
        (text) => {
          parsePurl(text)
          validatePurl(text)
          packageOf(text)
          return true
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('the package of a package URL', () => {
  it.each([
    ['pkg:npm/%40babel/core@7.0.0', 'pkg:npm/%40babel/core'],
    ['pkg:deb/debian/curl@7.50.3-1?arch=i386', 'pkg:deb/debian/curl'],
    ['pkg:maven/org.slf4j/slf4j-api@2.0.9?type=jar', 'pkg:maven/org.slf4j/slf4j-api'],
    ['pkg:golang/google.golang.org/genproto#googleapis/api', 'pkg:golang/google.golang.org/genproto'],
    ['pkg:julia/Dates@1.9.0?repository_url=x&uuid=ade2ca70', 'pkg:julia/Dates?uuid=ade2ca70'],
    ['pkg:npm/%40gar%2Fpromisify@1.1.3', 'pkg:npm/%40gar/promisify'],
    ['pkg:pypi/Foo_Bar@1', 'pkg:pypi/foo-bar'],
    ['no package URL', 'no package URL'],
  ])('%s is %s', (purl, expected) => expect(packageOf(purl)).toBe(expected))
})

describe('validation', () => {
  it('has nothing to say about canonical text', () => {
    expect(validatePurl('pkg:npm/%40babel/core@7.0.0')).toEqual({
      valid: true,
      severity: 'none',
      messages: [],
      canonical: 'pkg:npm/%40babel/core@7.0.0',
    })
  })

  it('tells how text that is understood would be written', () => {
    expect(validatePurl('pkg:PYPI/Django')).toMatchObject({
      valid: false,
      severity: 'warning',
      canonical: 'pkg:pypi/django',
    })
  })

  it('normalizes keys in capitals, which parsing refuses', () => {
    expect(parsePurl('pkg:rpm/fedora/curl@7?Arch=i386').ok).toBe(false)
    expect(validatePurl('pkg:rpm/fedora/curl@7?Arch=i386')).toMatchObject({
      valid: false,
      severity: 'error',
      canonical: 'pkg:rpm/fedora/curl@7?arch=i386',
    })
  })

  it('has no canonical form for what is none', () => {
    expect(validatePurl('curl 7')).toMatchObject({ valid: false, severity: 'error', canonical: null })
  })
})

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  fc.stringMatching(/^[A-Za-z0-9._-]{1,10}$/),
)
const fields = fc.record({
  type: fc.constantFrom(...ecosystems.map(({ id }) => id), 'something-else'),
  namespace: fc.option(text),
  name: text,
  version: fc.option(text),
  qualifiers: fc.option(fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9._-]{0,6}$/), text, { maxKeys: 4 })),
  subpath: fc.option(text),
})

describe.each(ecosystems.map(({ id }) => id))('package URLs of type %s', (type) => {
  it('parse to what they were built from, and are canonical', () => {
    let built = 0
    fc.assert(
      fc.property(fields, (random) => {
        const purl = completed({ ...random, type })
        const result = buildPurl(purl)
        if (!result.ok) return
        built += 1
        const parsed = parsePurl(result.purl)
        expect(parsed).toMatchObject({ ok: true, canonical: result.purl })
        if (!parsed.ok) return
        expect(buildPurl(parsed.purl)).toEqual({ ok: true, purl: result.purl })
        expect(parsed.purl.type).toBe(type)
        expect(packageOf(packageOf(result.purl))).toBe(packageOf(result.purl))
      }),
      { numRuns: 300 },
    )
    expect(built).toBeGreaterThan(50)
  })
})

/** With what the type requires, so that most of the random fields make a package URL. */
function completed(purl: Purl): Purl {
  const rules = ecosystems.find(({ id }) => id === purl.type)?.purl
  const required = Object.fromEntries((rules?.requiredQualifiers ?? []).map((key) => [key, 'value']))
  return {
    ...purl,
    name: purl.type === 'chrome-extension' ? 'abcdefghijklmnopabcdefghijklmnop' : purl.name,
    version: purl.type === 'chrome-extension' ? '1.2' : purl.version,
    namespace:
      rules?.namespace === 'prohibited'
        ? null
        : rules?.namespace === 'required'
          ? (purl.namespace ?? 'space')
          : purl.namespace,
    qualifiers: { ...purl.qualifiers, ...required },
  }
}
