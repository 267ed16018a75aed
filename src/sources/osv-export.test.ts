import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readOsvExports } from './osv-export.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-osv-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

const zip = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, new TextEncoder().encode('{}')])))

const entries = (path: string): readonly string[] =>
  [...readOsvExports(path)].map((entry) =>
    'issue' in entry ? `${entry.where}: ${entry.issue.code}` : `${entry.name} (${entry.ecosystem})`,
  )

describe('an export of advisories', () => {
  it('may hold one archive per ecosystem, and files beside them', () => {
    put('npm/all.zip', zip('GHSA-1.json', 'README.md'))
    put('Red Hat/all.zip', zip('RHSA-2024:1.json'))
    put('PyPI/PYSEC-1.json', '{}')
    put('PyPI/notes.txt', 'not an advisory')
    expect(entries(folder)).toEqual([
      'PyPI/PYSEC-1.json (PyPI)',
      'Red Hat/all.zip/RHSA-2024:1.json (Red Hat)',
      'npm/all.zip/GHSA-1.json (npm)',
    ])
  })

  it('may be one folder, one archive or one file', () => {
    put('npm/all.zip', zip('GHSA-1.json'))
    put('one.json', '{}')
    expect(entries(join(folder, 'npm'))).toEqual(['all.zip/GHSA-1.json (npm)'])
    expect(entries(join(folder, 'npm/all.zip'))).toEqual(['all.zip/GHSA-1.json (npm)'])
    expect(entries(join(folder, 'one.json'))).toHaveLength(1)
  })

  it('does not follow links, and goes on behind a broken archive', () => {
    put('a/all.zip', zip('A.json').subarray(0, 40))
    put('b/B.json', '{}')
    symlinkSync('/etc', join(folder, 'c'))
    symlinkSync(join(folder, 'b/B.json'), join(folder, 'd.json'))
    expect(entries(folder)).toEqual([
      'a/all.zip: truncated',
      'b/B.json (b)',
      'c: symlink-skipped',
      'd.json: symlink-skipped',
    ])
  })

  it('that is not there is one issue', () => {
    expect(entries(join(folder, 'absent'))).toEqual([`${join(folder, 'absent')}: unreadable`])
  })
})
