import { describe, expect, it } from 'vitest'
import { describeWithShared } from '#test/shared-data.ts'
import { readLifecycleFile, readLifecycleFiles } from './lifecycle-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a product file', () => {
  it('gives release lines with their places, and package URLs without version', () => {
    const text = `---
title: Lantern
identifiers:
  - purl: pkg:npm/%40lantern/core?x=1
  - cpe: cpe:/a:lantern:lantern
  - purl: nonsense
releases:
  - releaseCycle: 3.10
    releaseDate: 2025-01-31
    eol: 2027-02-30
    eoas: true
  - releaseDate: 2024-01-31
    eol: false

  - releaseCycle: "3.9"
    eol: false
    latest: "3.9.4"
---
Text.
`
    const { lifecycle, issues } = readLifecycleFile(bytes(text), 'products/lantern.md')
    expect(lifecycle).toMatchObject({ product: 'lantern', packages: ['pkg:npm/%40lantern/core'] })
    expect(lifecycle?.cycles).toMatchObject([
      { cycle: '3.10', releasedOn: '2025-01-31', end: null, supportEnd: true, latest: null, at: 'line 8-11' },
      { cycle: '3.9', releasedOn: null, end: false, supportEnd: null, latest: '3.9.4', at: 'line 15-17' },
    ])
    expect(issues.map(({ code, where }) => `${code} ${where}`).toSorted()).toEqual([
      'invalid-purl line 6',
      'missing-field line 12-13',
      'wrong-type line 8-11',
    ])
  })

  it.each([
    ['', 'empty-file'],
    ['no front matter', 'unknown-format'],
    ['---\nreleases: [\n---\n', 'not-yaml'],
    ['---\ntitle: x\n---\n', 'missing-field'],
    ['---\n- x\n---\n', 'unknown-format'],
  ])('that is %j is refused', (text, code) => {
    const { lifecycle, issues } = readLifecycleFile(bytes(text), 'x.md')
    expect(lifecycle).toBeNull()
    expect(issues.map((issue) => issue.code)).toEqual([code])
  })
})

describeWithShared('the product files of endoflife.date', 'health/endoflife-products.zip', (path) => {
  const read = [...readLifecycleFiles(path)].map((file) =>
    'issue' in file ? undefined : readLifecycleFile(file.bytes, file.name),
  )

  it('are all read, with every release line', () => {
    expect(read).toHaveLength(464)
    expect(read.filter((each) => each?.lifecycle === null || each === undefined)).toEqual([])
    expect(read.reduce((sum, each) => sum + (each?.lifecycle?.cycles.length ?? 0), 0)).toBe(8351)
    // Package URLs of packages of Red Hat form without the namespace that their type asks for.
    expect(new Set(read.flatMap((each) => each?.issues.map(({ code }) => code) ?? []))).toEqual(
      new Set(['invalid-purl']),
    )
  })

  it('give the dates of Node.js 24', () => {
    const node = read.find((each) => each?.lifecycle?.product === 'nodejs')?.lifecycle
    expect(node?.cycles.find(({ cycle }) => cycle === '24')).toMatchObject({
      releasedOn: '2025-05-06',
      longTermFrom: '2025-10-28',
      supportEnd: '2026-10-20',
      end: '2028-04-30',
    })
  })
})
