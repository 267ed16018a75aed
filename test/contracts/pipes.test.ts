/** The machine-readable commands, called as other programs call them. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { headwater, jsonLines } from '#test/headwater.ts'

describe('pipes', () => {
  it('parse package URLs one line each, in order, and go on after a bad one', () => {
    const { code, stdout } = headwater(['purl', 'parse'], {
      input: '{"purl":"pkg:npm/%40angular/core@1.2.3"}\nnonsense\npkg:pypi/Django@5.0\n',
    })
    expect(code).toBe(3)
    const [first, second, third] = jsonLines(stdout)
    expect(first).toMatchObject({
      ok: true,
      type: 'npm',
      namespace: '@angular',
      name: 'core',
      version: '1.2.3',
      canonical: 'pkg:npm/%40angular/core@1.2.3',
    })
    expect(second).toMatchObject({ ok: false, code: 'invalid-purl' })
    expect(third).toMatchObject({ ok: true, canonical: 'pkg:pypi/django@5.0', qualifiers: null, subpath: null })
  })

  it('build package URLs', () => {
    const { code, stdout } = headwater(['purl', 'build'], {
      input: '{"type":"npm","namespace":"@angular","name":"core","version":"1.2.3"}\n',
    })
    expect(code).toBe(0)
    expect(jsonLines(stdout)).toEqual([{ ok: true, purl: 'pkg:npm/%40angular/core@1.2.3' }])
  })

  it('say which field has the wrong type', () => {
    const { code, stdout } = headwater(['version', 'compare'], {
      input: '{"ecosystem":"npm","a":1,"b":"2"}\n{"ecosystem":"npm"\n',
    })
    expect(code).toBe(3)
    expect(jsonLines(stdout)).toMatchObject([
      { ok: false, code: 'wrong-type', message: 'The field "a" must be a string.' },
      { ok: false, code: 'not-json' },
    ])
  })

  it('compare versions by the rules of their ecosystem', () => {
    const input = [
      { ecosystem: 'npm', a: '1.10.0', b: '1.9.0' },
      { ecosystem: 'PyPI', a: '1.0.dev1', b: '1.0' },
      { ecosystem: 'Debian', a: '1.0~rc1', b: '1.0' },
      { ecosystem: 'Maven', a: '1.0', b: '1.0.0' },
    ]
    const { code, stdout } = headwater(['version', 'compare'], {
      input: input.map((line) => JSON.stringify(line)).join('\n'),
    })
    expect(code).toBe(0)
    expect(jsonLines(stdout).map(({ order }) => order)).toEqual([1, -1, -1, 0])
  })

  it('score CVSS vectors', () => {
    const { stdout } = headwater(['cvss', 'score'], { input: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H\n' })
    expect(jsonLines(stdout)).toMatchObject([{ ok: true, version: '3.1', base: 10, severity: 'critical' }])
  })

  it('match packages against a folder of advisories', () => {
    const folder = mkdtempSync(join(tmpdir(), 'headwater-advisories-'))
    writeFileSync(
      join(folder, 'EXAMPLE-1.json'),
      JSON.stringify({
        id: 'EXAMPLE-1',
        modified: '2026-01-01T00:00:00Z',
        aliases: ['CVE-2026-0001'],
        affected: [
          {
            package: { ecosystem: 'npm', name: 'left' },
            ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }],
          },
        ],
      }),
    )
    const input =
      'pkg:npm/left@1.9.9\npkg:npm/left@2.0.0\n{"ecosystem":"npm","name":"left","version":"0.1.0"}\npkg:npm/left\n'
    const { code, stdout } = headwater(['vuln', 'match', '--advisories', folder], { input })
    expect(code).toBe(0)
    const [affected, fixed, named, unversioned] = jsonLines(stdout)
    expect(affected).toMatchObject({
      matches: [
        { id: 'CVE-2026-0001', aliases: ['CVE-2026-0001', 'EXAMPLE-1'], fixed: ['2.0.0'], from: ['EXAMPLE-1'] },
      ],
      cannotTell: [],
    })
    expect(fixed).toMatchObject({ matches: [], cannotTell: [] })
    expect(named).toMatchObject({ matches: [{ id: 'CVE-2026-0001' }] })
    expect(unversioned).toMatchObject({ matches: [], cannotTell: ['no-version'] })
    rmSync(folder, { recursive: true })
  })
})

describe('the command', () => {
  it('answers --version and --help', () => {
    expect(headwater(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^headwater \d+\.\d+\.\d+\n$/),
    })
    const help = headwater(['--help'])
    expect(help.code).toBe(0)
    expect(help.stdout).toContain('assess')
  })

  it('ends with 2 for wrong use and says what is wrong', () => {
    const { code, stdout, stderr } = headwater(['asses'])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('asses')
    expect(stderr).toContain('headwater explain error usage')
  })

  it('explains its own codes', () => {
    expect(headwater(['explain', 'error', 'usage']).code).toBe(0)
    expect(headwater(['explain', 'error', 'not-json']).stdout).toContain('JSON')
    expect(headwater(['explain', 'error', 'no-such-code']).code).toBe(5)
  })
})
