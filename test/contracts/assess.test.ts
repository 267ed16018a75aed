/** The main job from the outside: folders in, an assessed organization out, and what happens when the folders are bad. */

import { chmodSync, existsSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { headwater } from '#test/headwater.ts'
import { goModule, lodashAdvisory, packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'

let folder = ''
let home = ''
beforeEach(() => {
  folder = scratchFolder()
  home = scratchFolder()
})
afterEach(() => {
  for (const path of [folder, home]) rmSync(path, { recursive: true, force: true })
})

type Json = Readonly<Record<string, unknown>>
const assess = (...more: string[]): ReturnType<typeof headwater> =>
  headwater(['assess', folder, '--home', home, '--offline', ...more])
const assessed = (): { code: number | null; json: Json; stderr: string } => {
  const { code, stdout, stderr } = assess('--json')
  return { code, json: JSON.parse(stdout === '' ? '{}' : stdout) as Json, stderr }
}

describe('assess', () => {
  it('answers the three questions of a folder of repositories', () => {
    writeFiles(folder, {
      'site/package-lock.json': packageLock(),
      'berths/go.mod': goModule,
      'advisories/EXAMPLE-2026-1.json': lodashAdvisory,
    })
    expect(headwater(['data', 'import', join(folder, 'advisories'), '--home', home]).code).toBe(0)
    const { code, json } = assessed()
    expect(code).toBe(0)
    expect(json).toMatchObject({
      schemaVersion: 1,
      inventory: {
        packages: { known: true, value: 6 },
        direct: { value: 4 },
        transitive: { value: 2 },
        reading: { documents: 2, found: 6, taken: 6, refused: 0 },
      },
      vulnerabilities: {
        total: { known: true, value: 1 },
        bySeverity: { critical: { value: 1 } },
        findings: [{ id: 'EXAMPLE-2026-1', purl: 'pkg:npm/lodash@4.17.4', fixed: ['4.17.5'] }],
      },
      value: { figure: { known: false, why: 'not-collected', coverage: { known: 0, of: 6 } } },
    })
    const gaps = (json['gaps'] as { area: string; why: string }[]).map(({ area, why }) => `${area} ${why}`)
    expect(gaps).toContain('health offline')
    expect(gaps).toContain('contribution not-collected')
    expect(gaps).toContain('value offline')
    expect(gaps).toContain('vulnerabilities not-collected')
  })

  it('says "not looked up" without advisories, never none', () => {
    writeFiles(folder, { 'package-lock.json': packageLock() })
    const { json } = assessed()
    expect(json).toMatchObject({ vulnerabilities: { total: { known: false, why: 'not-collected' }, findings: [] } })
    const { stdout } = assess()
    expect(stdout.toLowerCase()).toContain('not looked up')
  })

  it('gives the same bytes for the same input', () => {
    writeFiles(folder, { 'package-lock.json': packageLock(), 'berths/go.mod': goModule })
    expect(assess('--json').stdout).toBe(assess('--json').stdout)
  })

  it('writes every format asked for', () => {
    writeFiles(folder, { 'package-lock.json': packageLock() })
    const files = ['html', 'markdown', 'json', 'text'].map((format) => join(home, `out.${format}`))
    const { code } = assess(...files.flatMap((file) => ['-o', `${file.split('.').at(-1)}=${file}`]))
    expect(code).toBe(0)
    for (const file of files) expect(readFileSync(file, 'utf8')).toContain('lodash')
    expect(readFileSync(join(home, 'out.html'), 'utf8')).not.toMatch(/(?:src|href)="https?:/)
  })

  it('explains a finding down to the line of the lockfile and the range of the advisory [row 11]', () => {
    writeFiles(folder, { 'package-lock.json': packageLock(), 'advisories/a.json': lodashAdvisory })
    headwater(['data', 'import', join(folder, 'advisories'), '--home', home])
    assess()
    const figure = 'vulnerabilities/finding/EXAMPLE-2026-1/pkg:npm/lodash@4.17.4'
    const { code, stdout } = headwater(['explain', figure, '--home', home, '--json'])
    expect(code).toBe(0)
    const chain = JSON.parse(stdout) as { evidence: { source: string; at: string; excerpt: string; sha256: string }[] }
    expect(chain.evidence.map(({ source, at }) => `${source} ${at}`)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('package-lock.json /packages/node_modules~1lodash'),
        expect.stringMatching(/EXAMPLE-2026-1 \/affected\/0\/ranges\/0/),
      ]),
    )
    expect(chain.evidence.find(({ source }) => source.endsWith('package-lock.json'))?.excerpt).toContain('4.17.4')
  })

  it('lists figures under a prefix and says when there is none', () => {
    writeFiles(folder, { 'package-lock.json': packageLock() })
    assess()
    expect(headwater(['explain', 'inventory/', '--home', home]).stdout).toContain('inventory/packages')
    expect(headwater(['explain', 'no/such-figure', '--home', home]).code).toBe(5)
  })
})

describe('bad input', () => {
  it('a path that is not there: exit 2, which and what next', () => {
    const { code, stderr } = headwater(['assess', join(folder, 'nowhere'), '--home', home])
    expect(code).toBe(2)
    expect(stderr).toContain('nowhere')
  })

  it('a folder without anything: exit 5 and what to do next', () => {
    writeFiles(folder, { 'notes.txt': 'nothing to see' })
    const { code, stdout, stderr } = assess()
    expect(code).toBe(5)
    expect(stdout).toBe('')
    expect(stderr).toContain(folder)
    expect(stderr).toContain('nothing-found')
  })

  it('a 0-byte and a truncated lockfile: named with their reason, the rest is read', () => {
    writeFiles(folder, {
      'a/package-lock.json': '',
      'b/package-lock.json': packageLock(),
      'c/package-lock.json': packageLock(),
    })
    truncateSync(join(folder, 'c/package-lock.json'), 300)
    const { code, json } = assessed()
    expect(code).toBe(3)
    const files = (
      json['inventory'] as {
        files: { path: string; counts: { found: number; taken: number; refused: number }; issues: { code: string }[] }[]
      }
    ).files
    expect(files.find(({ path }) => path.startsWith('b/'))?.counts.taken).toBe(4)
    expect(files.find(({ path }) => path.startsWith('a/'))?.issues.map(({ code }) => code)).toContain('empty-file')
    expect(files.find(({ path }) => path.startsWith('c/'))?.issues.map(({ code }) => code)).toContain('not-json')
    for (const { counts } of files) expect(counts.found).toBe(counts.taken + counts.refused)
  })

  it('a file that lies about its type: an issue, not a part and not a crash', () => {
    writeFiles(folder, { 'a/package-lock.json': '<!DOCTYPE html><html><body>404</body></html>', 'b/go.mod': goModule })
    const { code, json } = assessed()
    expect(code).toBe(3)
    expect(JSON.stringify(json['inventory'])).toContain('not-what-it-says')
    expect(json).toMatchObject({ inventory: { packages: { value: 2 } } })
  })

  it('a 300 MB JSON: refused by size without being opened', () => {
    writeFiles(folder, { 'a/package-lock.json': '{', 'b/go.mod': goModule })
    truncateSync(join(folder, 'a/package-lock.json'), 300 * 1024 * 1024)
    const { code, json } = assessed()
    expect(code).toBe(3)
    expect(json).toMatchObject({ inventory: { unread: [{ path: 'a/package-lock.json', code: 'too-large' }] } })
  })

  it('a folder that may not be opened: named, the rest is read', () => {
    writeFiles(folder, { 'secret/go.mod': goModule, 'open/go.mod': goModule })
    chmodSync(join(folder, 'secret'), 0o000)
    const { code, stdout } = headwater(['assess', folder, '--home', home, '--offline', '--json'], {
      isOrdinaryUser: true,
    })
    chmodSync(join(folder, 'secret'), 0o755)
    expect(code).toBe(3)
    expect(JSON.parse(stdout)).toMatchObject({ inventory: { unread: [{ path: 'secret', code: 'unreadable' }] } })
  })

  it('an advisory archive with a broken entry: the rest is taken, the entry is named', () => {
    const zip = zipSync(
      {
        'EXAMPLE-2026-1.json': Buffer.from(lodashAdvisory),
        'EXAMPLE-2026-2.json': Buffer.from(lodashAdvisory.replace('2026-1', '2026-2')),
      },
      { level: 6 },
    )
    const at = Buffer.from(zip).indexOf('EXAMPLE-2026-2.json') + 'EXAMPLE-2026-2.json'.length
    zip.fill(0xff, at, at + 40)
    writeFiles(folder, { 'npm/all.zip': zip })
    const { code, stdout, stderr } = headwater(['data', 'import', folder, '--home', home, '--json'])
    expect(code).toBe(3)
    expect(JSON.parse(stdout)).toMatchObject({ found: 2, taken: 1, refused: [{ issue: { code: 'archive-entry' } }] })
    expect(stderr).toContain('EXAMPLE-2026-2.json')
  })

  it('an organization.yaml with a mistake: exit 2 with the line', () => {
    writeFiles(folder, {
      'go.mod': goModule,
      'organization.yaml':
        'format: 1\nid: harbor\nname: Harbor\nproducts:\n  - id: x\n    name: X\n    paths: [.]\n    origin: stolen\n',
    })
    const { code, stderr } = assess()
    expect(code).toBe(2)
    expect(stderr).toContain('organization.yaml')
    expect(stderr).toMatch(/line 8.*origin/)
    expect(existsSync(join(home, 'reports', 'latest.html'))).toBe(false)
  })
})
