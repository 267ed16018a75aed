import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ecosystems } from './registry.ts'
import { schemes } from './schemes.generated.ts'
import { compareVersions, rankVersions, versionOrder } from './versions.ts'

const word = fc.constantFrom(
  'a',
  'alpha',
  'b',
  'beta',
  'rc',
  'RC',
  'c',
  'cr',
  'm',
  'dev',
  'post',
  'p',
  'pl',
  'pre',
  'snapshot',
  'final',
  'ga',
  'sp',
  'x',
  'v',
  'go',
  'master',
)
const number = fc.oneof(
  fc.nat(12).map(String),
  fc.constantFrom('0', '00', '01', '010', '20240101', '99999999999999999999'),
)
const separator = fc.constantFrom('.', '-', '_', '+', '~', '^', ':', '!', '', '..', '-r', '#', '*')
const versionLike = fc
  .array(fc.tuple(fc.oneof(number, number, word), separator), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([text, join]) => text + join).join(''))
const realistic = fc
  .tuple(
    number,
    number,
    fc.option(number),
    fc.option(fc.tuple(fc.constantFrom('-', '.', '', '~', '_'), word, fc.option(number))),
  )
  .map(
    ([major, minor, patch, suffix]) =>
      `${major}.${minor}${patch === null ? '' : `.${patch}`}${suffix === null ? '' : `${suffix[0]}${suffix[1]}${suffix[2] ?? ''}`}`,
  )
/** Texts of few tokens, so that equal and nearly equal versions meet. */
const close = fc
  .array(fc.constantFrom('0', '1', '01', '10', '.', '.', '-', '_', '~', '^', '+', ':', 'a', 'rc', 'x', '*'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((tokens) => `1${tokens.join('')}`)
const anyVersion = fc.oneof(
  realistic,
  close,
  close,
  versionLike,
  fc.string({ maxLength: 8 }),
  fc.constantFrom('', '0', 'é', '😀'),
)

describe.each(schemes.map(({ id }) => id))('the order of %s versions', (id) => {
  const order = versionOrder(id)
  it('is known', () => expect(order).toBeDefined())
  if (order === undefined) return
  const { compare } = order

  it('is antisymmetric, also for what is no version', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, (a, b) => compare(a, b) + compare(b, a) === 0 && compare(a, a) === 0),
      { numRuns: 2000 },
    )
  })

  it('is transitive', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => isTransitive(compare, a, b, c)),
      { numRuns: 3000 },
    )
    fc.assert(
      fc.property(close, close, close, (a, b, c) => isTransitive(compare, a, b, c)),
      { numRuns: 10_000 },
    )
  })

  it('ranks as it compares', () => {
    fc.assert(
      fc.property(fc.array(anyVersion, { minLength: 1, maxLength: 8 }), (versions) => {
        const ranks = rankVersions(id, versions)
        const isDense = new Set(ranks).size === Math.max(...ranks) + 1
        return (
          isDense &&
          versions.every((a, i) =>
            versions.every((b, j) => Math.sign(Number(ranks[i]) - Number(ranks[j])) === compare(a, b)),
          )
        )
      }),
      { numRuns: 300 },
    )
  })
})

/** a ≤ b and b ≤ c give a ≤ c, and equal versions stand in the same place. */
function isTransitive(compare: (a: string, b: string) => number, a: string, b: string, c: string): boolean {
  const [low, middle, high] = [a, b, c].toSorted(compare) as [string, string, string]
  const [first, second, both] = [compare(low, middle), compare(middle, high), compare(low, high)]
  return first <= 0 && second <= 0 && both === Math.min(first, second)
}

describe('the order of an ecosystem', () => {
  it('is known for every package type that names a scheme, by type and by OSV name', () => {
    for (const { id, osv, versions } of ecosystems) {
      expect(versionOrder(id) === undefined).toBe(versions === null)
      for (const name of osv?.ecosystems ?? []) expect(versionOrder(`${name}:1`)).toBe(versionOrder(id))
    }
  })

  it.each([
    ['Debian:12', '1.0~rc1', '1.0'],
    ['Alpine:v3.18', '1.2.3-r9', '1.2.3-r10'],
    ['Red Hat:rhel_aus:8.6::appstream', '1.0~rc1-1.el8', '1.0-1.el8'],
    ['npm', '1.0.0-alpha.9', '1.0.0-alpha.10'],
    ['PyPI', '1.0.dev1', '1.0a1'],
    ['Maven', '2.0-SNAPSHOT', '2.0'],
    ['crates.io', '0.9.10', '0.10.0'],
    ['Go', 'v0.0.0-20200101000000-aaaaaaaaaaaa', 'v0.0.1'],
    ['Go', '1.20rc1', '1.20'],
    ['openssl', '1.0.2z', '1.0.2za'],
    ['datetime', '2024-01-01T12:00:00+02:00', '2024-01-01T12:00:00Z'],
  ])('%s puts %s before %s', (ecosystem, a, b) => expect(compareVersions(ecosystem, a, b)).toBe(-1))

  it('is not known for an ecosystem nobody has heard of', () => {
    expect(compareVersions('Atlantis', '1', '2')).toBeUndefined()
  })

  it('puts what is no version below all versions', () => {
    expect(compareVersions('npm', 'workspace:*', '0.0.1-alpha')).toBe(-1)
    expect(compareVersions('PyPI', '9.9-fearow', '0.dev0')).toBe(-1)
  })

  it('survives texts of any length', () => {
    for (const { id } of schemes)
      expect(versionOrder(id)?.compare('1.'.repeat(100_000), '9'.repeat(100_000))).not.toBeNaN()
  })
})
