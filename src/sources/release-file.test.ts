import { describe, expect, it } from 'vitest'
import { readReleaseFile, releaseColumns } from './release-file.ts'

const head = releaseColumns.join(',')
const read = (...lines: readonly string[]): ReturnType<typeof readReleaseFile> =>
  readReleaseFile(new TextEncoder().encode([head, ...lines].join('\n')), 'releases.csv', '2026-11-22')

describe('a table of releases', () => {
  it('tells the releases of each package by day, and what is known of the package', () => {
    const { packages, issues } = read(
      'pkg:npm/%40harbor/tide,2.0.0,2024-02-01,,,,MIT,,,,2026-11-01',
      'pkg:npm/%40harbor/tide,1.0.0,2020-02-01,false,true,"use 2, please",MIT,3,https://forge.example/harbor/tide,https://fund.example/a https://fund.example/b,2026-11-20',
      'pkg:npm/%40harbor/tide,3.0.0-beta.1,,,,,,,,,2026-11-01',
      'pkg:pypi/Tide_Tables,1.0rc1,2021-01-01,,,,,,,,2026-11-01',
    )
    expect(issues).toEqual([])
    expect(packages).toEqual([
      {
        package: 'pkg:npm/%40harbor/tide',
        releases: [
          {
            version: '3.0.0-beta.1',
            on: null,
            isPrerelease: true,
            isWithdrawn: false,
            deprecation: null,
            license: null,
          },
          {
            version: '1.0.0',
            on: '2020-02-01',
            isPrerelease: false,
            isWithdrawn: true,
            deprecation: 'use 2, please',
            license: 'MIT',
          },
          {
            version: '2.0.0',
            on: '2024-02-01',
            isPrerelease: false,
            isWithdrawn: false,
            deprecation: null,
            license: 'MIT',
          },
        ],
        publishers: 3,
        repository: 'https://forge.example/harbor/tide',
        fundingLinks: ['https://fund.example/a', 'https://fund.example/b'],
        at: 'line 2',
        observedOn: '2026-11-20',
      },
      expect.objectContaining({
        package: 'pkg:pypi/tide-tables',
        releases: [expect.objectContaining({ version: '1.0rc1', isPrerelease: true })],
        publishers: null,
        repository: null,
      }),
    ])
  })

  it.each([
    ['tide,1.0.0,2020-01-01,,,,,,,,2026-11-01', 'invalid-purl'],
    ['pkg:npm/tide@1.0.0,1.0.0,2020-01-01,,,,,,,,2026-11-01', 'invalid-purl'],
    ['pkg:npm/tide,,2020-01-01,,,,,,,,2026-11-01', 'missing-field'],
    ['pkg:npm/tide,1.0.0,2020-02-30,,,,,,,,2026-11-01', 'wrong-type'],
    ['pkg:npm/tide,1.0.0,2020-01-01,,,,,,,,', 'wrong-type'],
    ['pkg:npm/tide,1.0.0,2020-01-01,,,,,,,,2026-11-23', 'in-the-future'],
    ['pkg:npm/tide,1.0.0,2026-11-02,,,,,,,,2026-11-01', 'in-the-future'],
    ['pkg:npm/tide,1.0.0,2020-01-01,yes,,,,,,,2026-11-01', 'wrong-type'],
    ['pkg:npm/tide,1.0.0,2020-01-01,,,,,-1,,,2026-11-01', 'wrong-type'],
    ['pkg:npm/tide,1.0.0,2020-01-01,,,,,,somewhere,,2026-11-01', 'wrong-type'],
    ['pkg:npm/tide,1.0.0,2020-01-01,,,,,,,javascript:alert(1),2026-11-01', 'wrong-type'],
    ['pkg:npm/tide,1.0.0', 'syntax'],
  ])('refuses %s as %s', (line, code) => {
    const { packages, issues } = read(line)
    expect(packages).toEqual([])
    expect(issues).toMatchObject([{ code, where: 'line 2' }])
  })

  it('takes a version once, and needs its columns', () => {
    const line = 'pkg:npm/tide,1.0.0,2020-01-01,,,,,,,,2026-11-01'
    const twice = read(line, line)
    expect(twice.packages).toHaveLength(1)
    expect(twice.issues).toMatchObject([{ code: 'duplicate-reference', where: 'line 3' }])
    const bare = readReleaseFile(new TextEncoder().encode('purl,version\n'), 'r.csv', '2026-11-22')
    expect(bare.issues.map(({ detail }) => detail)).toEqual(['published_on', 'observed_on'])
    expect(readReleaseFile(new Uint8Array(), 'r.csv', '2026-11-22').issues).toMatchObject([{ code: 'empty-file' }])
  })
})
