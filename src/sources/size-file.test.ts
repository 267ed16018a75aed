import { describe, expect, it } from 'vitest'
import { readSizeFile } from './size-file.ts'

const head = 'purl,version,source,deduplicated,raw,code_files,measured_on,is_data,tool'

describe('a table of package sizes', () => {
  it('gives each package with the line it stands on', () => {
    const read = sizes(
      `${head}\npkg:npm/lodash,4.17.4,measured-tarball-dedup,10000,12000,600,2026-11-22,false,"ours, 1"\n\npkg:npm/mime-db,1.52.0,measured-tarball-dedup,0,1,1,2026-11-22,true,ours\n`,
    )
    expect(read.issues).toEqual([])
    expect(read.sizes).toEqual([
      {
        package: 'pkg:npm/lodash',
        version: '4.17.4',
        source: 'measured-tarball-dedup',
        deduplicated: 10000,
        raw: 12000,
        measuredOn: '2026-11-22',
        isData: false,
        at: 'line 2',
      },
      expect.objectContaining({ package: 'pkg:npm/mime-db', isData: true, at: 'line 4' }),
    ])
  })

  it('takes columns in any order and a file with Windows line ends', () => {
    const read = sizes(
      'version,purl,raw,deduplicated,is_data,measured_on,source\r\n1.0,pkg:pypi/django,5,4,false,2026-01-31,declared\r\n',
    )
    expect(read.sizes).toMatchObject([{ package: 'pkg:pypi/django', version: '1.0', raw: 5, deduplicated: 4 }])
  })

  it.each([
    ['a version in the package URL', 'pkg:npm/a@1.0,1.0,declared,1,1,1,2026-11-22,false,x', 'invalid-purl'],
    ['an unknown source', 'pkg:npm/a,1.0,guessed,1,1,1,2026-11-22,false,x', 'syntax'],
    ['a count that is empty: unknown is not zero', 'pkg:npm/a,1.0,declared,,1,1,2026-11-22,false,x', 'wrong-type'],
    ['a negative count', 'pkg:npm/a,1.0,declared,-1,1,1,2026-11-22,false,x', 'wrong-type'],
    ['fewer lines as shipped than deduplicated', 'pkg:npm/a,1.0,declared,9,1,1,2026-11-22,false,x', 'wrong-type'],
    ['a day in another spelling', 'pkg:npm/a,1.0,declared,1,1,1,22.11.2026,false,x', 'wrong-type'],
    ['too few fields', 'pkg:npm/a,1.0', 'syntax'],
    ['an open quote', 'pkg:npm/a,1.0,declared,1,1,1,2026-11-22,false,"x', 'syntax'],
  ])('refuses a line with %s and goes on', (_case, line, code) => {
    const read = sizes(`${head}\n${line}\npkg:npm/b,1.0,declared,1,1,1,2026-11-22,false,x`)
    expect(read.issues).toMatchObject([{ code, where: 'line 2' }])
    expect(read.sizes.map((size) => size.package)).toEqual(['pkg:npm/b'])
  })

  it('keeps the first of two lines about the same version', () => {
    const line = 'pkg:npm/a,1.0,declared,1,1,1,2026-11-22,false,x'
    expect(sizes(`${head}\n${line}\n${line}`)).toMatchObject({
      sizes: [{ at: 'line 2' }],
      issues: [{ code: 'duplicate-reference' }],
    })
  })

  it('says which columns are missing, and that an empty file is empty', () => {
    expect(sizes('purl,version\n').issues.map(({ detail }) => detail)).toContain('deduplicated')
    expect(readSizeFile(new Uint8Array(), 'sizes.csv').issues).toEqual([{ code: 'empty-file', where: 'sizes.csv' }])
  })
})

function sizes(text: string) {
  return readSizeFile(new TextEncoder().encode(text), 'sizes.csv')
}
