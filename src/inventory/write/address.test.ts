import { describe, expect, it } from 'vitest'
import { downloadLocation, isIriReference, referenceAddress } from './address.ts'

describe('addresses of repositories', () => {
  it.each([
    ['https://git.example/a.git', 'https://git.example/a.git', true],
    ['git+https://git.example/a.git#main', 'git+https://git.example/a.git#main', true],
    ['https://github.com/a/b', 'git+https://github.com/a/b', true],
    ['git@git.example:a/b.git', 'git+ssh://git@git.example/a/b.git', false],
    // Nothing tells that it is a repository.
    ['https://git.example/a', 'https://git.example/a', false],
    ['somewhere else', undefined, false],
  ])('writes %s as SPDX does', (address, location, isExact) => {
    expect(downloadLocation(address)).toEqual({ location, isExact })
  })

  it.each([
    ['https://git.example/a', 'https://git.example/a', true],
    ['git+https://git.example/a.git', 'https://git.example/a.git', true],
    ['hg+https://hg.example/a', 'https://hg.example/a', false],
    ['git@git.example:a/b.git', 'ssh://git@git.example/a/b.git', false],
    ['somewhere else', undefined, false],
  ])('writes %s as CycloneDX does', (address, url, isExact) => {
    expect(referenceAddress(address)).toEqual({ url, isExact })
  })

  it('takes a colon in the first segment for the end of a scheme only', () => {
    expect(['a:b', 'git@a:b', './git@a:b', 'x/y:z', '#a#b', 'a%2', '[a]'].map(isIriReference)).toEqual([
      true,
      false,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
