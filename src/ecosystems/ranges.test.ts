import * as fc from 'fast-check'
import * as pep440 from '@renovatebot/pep440'
import semver from 'semver'
import { describe, expect, it } from 'vitest'
import { satisfies } from './ranges.ts'

describe('a native range', () => {
  it.each([
    ['npm', '^1.2.3', '1.9.0', true],
    ['npm', '^1.2.3', '2.0.0-rc.1', false],
    ['npm', '^1.2.3 || 3.x', '3.1.4', true],
    ['crates.io', '1.2', '1.9.9', true],
    ['crates.io', '0.2.3', '0.3.0', false],
    ['crates.io', '~1.2.3', '1.3.0', false],
    ['crates.io', '>=1.0, <1.5', '1.4.9', true],
    ['crates.io', '=1.2', '1.2.9', true],
    ['crates.io', '1.*', '1.7.0', true],
    ['crates.io', '^1.0.0', '1.5.0-beta', false],
    ['crates.io', '^1.5.0-alpha', '1.5.0-beta', true],
    ['crates.io', '^0.0', '0.0.9', true],
    ['crates.io', '^0.0', '0.1.0', false],
    ['crates.io', '*', '0.1.0', true],
    ['PyPI', '>=2.0,<3.0', '2.31.0', true],
    ['PyPI', '~=2.2', '2.9', true],
    ['PyPI', '~=2.2.0', '2.3', false],
    ['PyPI', '==3.1.*', '3.1.7', true],
    ['PyPI', '>1.0', '1.0.post1', false],
    ['RubyGems', '~> 2.0.8', '2.0.99', true],
    ['RubyGems', '~> 2.0.8', '2.1.0', false],
    ['RubyGems', '~> 2.0.8', '2.1.0.rc1', false],
    ['RubyGems', '>= 1.0, != 1.5', '1.5', false],
    ['Packagist', '^1.2', '1.9.9', true],
    ['Packagist', '^1.2', '2.0.0', false],
    ['Packagist', '^0.3', '0.4.0', false],
    ['Packagist', '~1.2', '1.9.0', true],
    ['Packagist', '~1.2.3', '1.3.0', false],
    ['Packagist', '1.0.*', '1.0.7', true],
    ['Packagist', '1.0 - 2.0', '2.0.9', true],
    ['Packagist', '>=1.0 <1.1 || >=1.2', '1.1.5', false],
    ['Packagist', '1.0', '1.0.0.0', true],
    ['Packagist', '^7.4 || ^8.0@beta', '8.1.0', true],
    ['Maven', '[1.0,2.0)', '1.9', true],
    ['Maven', '[1.0,2.0)', '2.0', false],
    ['Maven', '(,1.0],[1.2,)', '1.1', false],
    ['Maven', '[1.5]', '1.5.0', true],
    ['Maven', '1.0', '3.0', true],
    ['NuGet', '1.0', '3.0', true],
    ['NuGet', '[1.0]', '1.0.0.0', true],
    ['NuGet', '(1.0,2.0]', '1.0', false],
    ['NuGet', '1.*', '1.5.2', true],
    ['Pub', '^1.2.3', '1.9.0', true],
    ['Pub', '>=1.2.3 <2.0.0', '2.0.0-dev', false],
    ['Pub', 'any', '0.0.1', true],
    ['Hex', '~> 2.0', '2.9.0', true],
    ['Hex', '~> 2.0.1', '2.1.0', false],
    ['Hex', '>= 1.0.0 and < 2.0.0 or == 3.0.0', '3.0.0', true],
    ['ConanCenter', '>1 <2.0', '1.5', true],
    ['ConanCenter', '~1.2', '1.3', false],
    ['ConanCenter', '[>=1.0 <2, include_prerelease]', '1.5-rc1', true],
    ['ConanCenter', '>=1.0', '1.5-rc1', false],
    ['Go', 'v1.2.0', 'v1.9.0', true],
    ['Go', 'v1.2.0', 'v1.1.0', false],
    ['Go', '>=v1.2.0, <v1.4.0', 'v1.4.0', false],
    ['Hackage', '>=1.0 && <1.3 || ==2.0.*', '2.0.4', true],
    ['Hackage', '^>=1.2.3', '1.3', false],
    ['Debian:12', '>= 1.0~rc1', '1.0', true],
    ['CRAN', '>= 3.5.0', '3.4.9', false],
  ])('%s: %s and %s: %s', (ecosystem, range, version, expected) => {
    expect(satisfies(ecosystem, range, version)).toBe(expected)
  })

  it('follows the options that its tools have', () => {
    expect(satisfies('npm', '^1.2.3', '1.3.0-beta', { includePrerelease: true })).toBe(true)
    expect(satisfies('npm', '>=1.2.3', 'v01.03.0', { loose: true })).toBe(true)
    expect(satisfies('PyPI', '>=1.0', '2.0a1', { prereleases: false })).toBe(false)
  })

  it('admits nothing when it is none, and is undecided for an unknown ecosystem', () => {
    for (const ecosystem of [
      'npm',
      'PyPI',
      'crates.io',
      'RubyGems',
      'Packagist',
      'Maven',
      'NuGet',
      'Pub',
      'Hex',
      'Go',
      'Hackage',
    ]) {
      expect(satisfies(ecosystem, 'git+https://registry.example/x', '1.0.0')).toBe(false)
    }
    expect(satisfies('npm', '>=1.0.0 '.repeat(10_000), '1.0.0')).toBe(false)
    expect(satisfies('Atlantis', '*', '1.0.0')).toBeUndefined()
  })
})

const small = fc.constantFrom('0', '1', '2', '3', '10')
const tag = fc.option(fc.constantFrom('-0', '-alpha', '-alpha.1', '-rc.2', '-1.x', '+build'), { nil: '' })
const npmVersion = fc
  .tuple(small, small, small, tag)
  .map(([major, minor, patch, end]) => `${major}.${minor}.${patch}${end}`)
const npmPartial = fc.oneof(
  npmVersion,
  fc.tuple(small, small).map((numbers) => numbers.join('.')),
  small,
  fc.tuple(small, fc.constantFrom('.x', '.*', '.x.x')).map((parts) => parts.join('')),
  fc.constantFrom('*', 'x'),
)
const npmWord = fc
  .tuple(fc.constantFrom('', '^', '~', '>', '>=', '<', '<=', '=', '~>', '> ', '^ '), npmPartial)
  .map((parts) => parts.join(''))
const npmRange = fc
  .array(
    fc.oneof(
      fc.array(npmWord, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      fc.tuple(npmPartial, npmPartial).map((ends) => ends.join(' - ')),
    ),
    {
      minLength: 1,
      maxLength: 2,
    },
  )
  .map((sets) => sets.join(' || '))

describe('against other implementations', () => {
  it('npm ranges admit what node-semver admits', () => {
    fc.assert(
      fc.property(npmRange, npmVersion, fc.boolean(), fc.boolean(), (range, version, includePrerelease, loose) => {
        expect([range, version, satisfies('npm', range, version, { includePrerelease, loose })]).toEqual([
          range,
          version,
          semver.satisfies(version, range, { includePrerelease, loose }),
        ])
      }),
      { numRuns: 5000 },
    )
  })

  const pythonVersion = fc
    .tuple(
      fc.option(fc.constantFrom('1!'), { nil: '' }),
      fc.array(small, { minLength: 1, maxLength: 3 }),
      fc.option(fc.constantFrom('a1', 'b2', 'rc1', '.dev1', '.post1', 'a1.dev2', '.post2.dev1', '+local'), { nil: '' }),
    )
    .map(([epoch, numbers, end]) => `${epoch}${numbers.join('.')}${end}`)
  const specifier = fc
    // The other implementation leaves epochs aside in "<", ">" and "~=", and the development releases of a prerelease.
    .tuple(fc.constantFrom('==', '!=', '>=', '<=', '~='), pythonVersion)
    .filter(([operator, version]) => !version.includes('+') || operator === '==' || operator === '!=')
    .filter(([operator, version]) => operator !== '~=' || !version.includes('!'))
    .map((parts) => parts.join(''))

  it('PEP 440 specifiers admit what another implementation admits', () => {
    fc.assert(
      fc.property(fc.array(specifier, { minLength: 1, maxLength: 3 }), pythonVersion, (specifiers, version) => {
        const range = specifiers.join(',')
        expect([range, version, satisfies('PyPI', range, version, { prereleases: true })]).toEqual([
          range,
          version,
          pep440.satisfies(version, range, { prereleases: true }),
        ])
      }),
      { numRuns: 5000 },
    )
  })
})
