/** Duplicates under several names: what is folded, why, and what is left apart. */

import { assert, property, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hash } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { foldIdentities, type IdentityGroup } from '#inventory/identity/fold-identities.ts'
import { identityReasons, type IdentityReason } from '#inventory/identity/identity-rules.ts'
import { renamedPackages } from '#inventory/identity/renamed-packages.ts'
import { samplePortfolio } from '#inventory/questions/portfolio.sample.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'

function portfolioOf(lines: readonly string[], hashes: Readonly<Record<string, readonly Hash[]>> = {}): Portfolio {
  return samplePortfolio([{ id: 'p' }], [{ product: 'p', lines, hashes }])
}

function fold(lines: readonly string[], hashes: Readonly<Record<string, readonly Hash[]>> = {}): unknown[] {
  return foldIdentities(portfolioOf(lines, hashes)).groups.map(brief)
}

function brief({ name, members }: IdentityGroup): [string, ...[string, IdentityReason | null][]] {
  return [name, ...members.slice(1).map((member): [string, IdentityReason | null] => [member.package, member.reason])]
}

const sha = (digit: string): Hash => ({ algorithm: 'SHA-256', value: digit.repeat(64) })

describe('the same thing under several names', () => {
  it('folds builds for platforms, under the package they belong to where it is there', () => {
    expect(
      fold([
        'pkg:npm/%40swc/core@1.3.0',
        'pkg:npm/%40swc/core-linux-x64-gnu@1.3.0',
        'pkg:npm/%40swc/core-darwin-arm64@1.3.0',
        'pkg:npm/%40rollup/rollup-linux-x64-musl@4.0.0',
        'pkg:npm/%40rollup/rollup-win32-x64-msvc@4.0.0',
      ]),
    ).toEqual([
      ['pkg:npm/%40rollup/rollup-linux-x64-musl', ['pkg:npm/%40rollup/rollup-win32-x64-msvc', 'platform-variant']],
      [
        'pkg:npm/%40swc/core',
        ['pkg:npm/%40swc/core-darwin-arm64', 'platform-variant'],
        ['pkg:npm/%40swc/core-linux-x64-gnu', 'platform-variant'],
      ],
    ])
  })

  it('folds type declarations and renamed packages only when the other is there too', () => {
    expect(
      fold([
        'pkg:npm/lodash@4.17.21',
        'pkg:npm/%40types/lodash@4.14.0',
        'pkg:npm/%40types/node@20.0.0',
        'pkg:npm/%40types/babel__core@7.0.0',
        'pkg:npm/%40babel/core@7.0.0',
        'pkg:npm/babel-core@6.26.3',
        'pkg:npm/request@2.88.2',
        'pkg:pypi/types-requests@2.31',
        'pkg:pypi/requests@2.31',
      ]),
    ).toEqual([
      ['pkg:npm/%40babel/core', ['pkg:npm/%40types/babel__core', 'types-only'], ['pkg:npm/babel-core', 'renamed']],
      ['pkg:npm/lodash', ['pkg:npm/%40types/lodash', 'types-only']],
      ['pkg:pypi/requests', ['pkg:pypi/types-requests', 'types-only']],
    ])
  })

  it('folds binary packages of one source of a distribution, and not those of two distributions', () => {
    expect(
      fold([
        'pkg:deb/debian/libssl3@3.0.11?upstream=openssl',
        'pkg:deb/debian/openssl@3.0.11',
        'pkg:deb/ubuntu/libssl3@3.0.2?upstream=openssl',
        'pkg:rpm/fedora/glibc-common@2.38?upstream=glibc-2.38-14.fc39.src.rpm',
        'pkg:rpm/fedora/glibc-langpack-en@2.38?upstream=glibc-2.38-14.fc39.src.rpm',
      ]),
    ).toEqual([
      ['pkg:deb/debian/openssl', ['pkg:deb/debian/libssl3', 'binary-of-source']],
      ['pkg:rpm/fedora/glibc-common', ['pkg:rpm/fedora/glibc-langpack-en', 'binary-of-source']],
    ])
  })

  it('folds major versions of a Go module', () => {
    expect(
      fold([
        'pkg:golang/github.com/go-chi/chi@v1.5.4',
        'pkg:golang/github.com/go-chi/chi/v5@v5.0.10',
        'pkg:golang/gopkg.in/yaml.v2@v2.4.0',
        'pkg:golang/gopkg.in/yaml.v3@v3.0.1',
      ]),
    ).toEqual([
      ['pkg:golang/github.com/go-chi/chi', ['pkg:golang/github.com/go-chi/chi/v5', 'major-version-path']],
      ['pkg:golang/gopkg.in/yaml.v2', ['pkg:golang/gopkg.in/yaml.v3', 'major-version-path']],
    ])
  })

  it('folds a vendored copy by its hash, and not two packages that merely lie in one archive', () => {
    const zlib = 'pkg:generic/zlib@1.3'
    const vendored = 'third_party/zlib@1.3'
    expect(fold([zlib, vendored], { [zlib]: [sha('a')], [vendored]: [sha('a')] })).toEqual([
      ['pkg:generic/zlib', ['software:zlib', 'same-bytes']],
    ])
    const [x, y] = ['pkg:maven/org.a/x@1.0', 'pkg:maven/org.b/y@2.0']
    expect(fold([x, y], { [x]: [sha('b')], [y]: [sha('b')] })).toEqual([])
  })

  it('folds an entry without a package URL into the only one of its name and version', () => {
    expect(fold(['pkg:npm/left-pad@1.3.0', 'left-pad@1.3.0'])).toEqual([
      ['pkg:npm/left-pad', ['software:left-pad', 'same-name-and-version']],
    ])
    expect(fold(['pkg:npm/colors@1.0', 'pkg:pypi/colors@1.0', 'colors@1.0'])).toEqual([])
  })

  it('gives the same groups whatever the order, and puts a package into one at most', () => {
    const names = [
      'pkg:npm/lodash@4.17.21',
      'pkg:npm/%40types/lodash@4.14.0',
      'pkg:npm/esbuild-linux-x64@0.14.0',
      'pkg:npm/esbuild-darwin-arm64@0.14.0',
      'pkg:npm/esbuild@0.14.0',
      'pkg:deb/debian/libssl3@3.0.11?upstream=openssl',
      'pkg:deb/debian/openssl@3.0.11',
      'lodash@4.17.21',
      'pkg:npm/babel-core@6.26.3',
      'pkg:npm/%40babel/core@7.0.0',
    ]
    const expected = fold(names)
    expect(expected).toHaveLength(4)
    assert(
      property(shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(fold(shuffled)).toEqual(expected)
        const members = foldIdentities(portfolioOf(shuffled)).groups.flatMap((group) => group.members)
        expect(new Set(members.map((member) => member.package)).size).toBe(members.length)
      }),
    )
  })
})

describe('the table of renamed packages', () => {
  it('holds canonical package URLs without version, and no chain that ends where it began', () => {
    for (const [old, current] of renamedPackages) {
      for (const purl of [old, current]) {
        const parsed = parsePurl(purl)
        expect(parsed.ok && parsed.canonical).toBe(purl)
        expect(packageOf(purl)).toBe(purl)
      }
      expect(renamedPackages.get(current)).not.toBe(old)
    }
  })

  it('has words for every reason', () => {
    expect(Object.values(identityReasons).every((text) => text.endsWith('.'))).toBe(true)
  })
})
