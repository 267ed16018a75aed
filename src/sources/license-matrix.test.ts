import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { installedMatrix, readLicenseMatrix } from './license-matrix.ts'

const folder = mkdtempSync(join(tmpdir(), 'license-matrix-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const map = JSON.stringify({ timestamp: '2024-05-25T10:00:00', timeformat: '%Y', MIT: { ISC: 'Yes', MIT: 'Same' } })
const list = JSON.stringify({
  timestamp: '2026-01-02',
  licenses: [{ name: 'MIT', compatibilities: [{ name: 'ISC', compatibility: 'No', explanation: '…' }] }],
})

describe('an installed compatibility matrix', () => {
  it('is read as a map of maps, compressed or not, and cites its day', () => {
    for (const path of [fileOf('map.json', map), fileOf('map.json.gz', gzipSync(map))]) {
      const matrix = readLicenseMatrix(path)
      expect(matrix.source).toBe('OSADL matrix 2024-05-25')
      expect(matrix.answers.get('MIT')?.get('ISC')).toBe('Yes')
      expect([...matrix.answers.keys()]).toEqual(['MIT'])
    }
  })

  it('is read in its list form', () => {
    expect(readLicenseMatrix(fileOf('list.json', list)).answers.get('MIT')?.get('ISC')).toBe('No')
  })

  it.each([
    ['{"MIT":{"ISC":"Perhaps"}}', 'config-invalid'],
    ['{"timestamp":"2024-05-25"}', 'config-invalid'],
    ['not JSON', 'path-unreadable'],
  ])('is refused when it is %s', (content, code) => {
    const path = fileOf('bad.json', content)
    expect(() => readLicenseMatrix(path)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }),
    )
  })

  it('is found in the home folder, or not', () => {
    expect(installedMatrix(folder)).toBeUndefined()
    mkdirSync(join(folder, 'data'))
    fileOf('data/osadl-matrix.json.gz', gzipSync(map))
    expect(installedMatrix(folder)?.source).toBe('OSADL matrix 2024-05-25')
  })

  it('says which file is missing', () => {
    const path = join(folder, 'nowhere.json')
    expect(() => readLicenseMatrix(path)).toThrow(expect.objectContaining({ problem: { code: 'path-missing', path } }))
  })
})
