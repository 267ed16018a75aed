/** The package that is installed runs without the sources and without type stripping. */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { headwater } from '#test/headwater.ts'
import { scratchFolder } from '#test/sample-folder.ts'
import { pack } from '#tools/pack.ts'

const root = join(import.meta.dirname, '..', '..')
const sample = join(root, 'test', 'samples', 'lockfiles', 'cargo-lock')

describe('the package', () => {
  it('holds JavaScript alone and answers as the checkout does', { timeout: 180_000 }, () => {
    const scratch = scratchFolder()
    onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
    const folder = join(scratch, 'node_modules', 'headwater')
    mkdirSync(folder, { recursive: true })
    execFileSync('tar', ['-xzf', pack(scratch), '-C', folder, '--strip-components=1'])
    // What a package manager would fetch is linked: tests ask no registry.
    const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    for (const name of Object.keys(dependencies)) {
      const link = join(scratch, 'node_modules', name)
      mkdirSync(dirname(link), { recursive: true })
      symlinkSync(join(root, 'node_modules', name), link)
    }
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(names.filter((name) => /(?<!\.d)\.tsx?$|\.test\./.test(name))).toEqual([])

    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(folder, 'bin', 'headwater.js'), ...args], {
        cwd: scratch,
        encoding: 'utf8',
        env: { ...process.env, HEADWATER_LANGUAGE: 'en', NO_COLOR: '1', SOURCE_DATE_EPOCH: '1795305600' },
      })
    expect(run('--version').stdout).toBe(headwater(['--version']).stdout)
    expect(run('scan', sample, '--json').stdout).toBe(headwater(['scan', sample, '--json']).stdout)
    for (const language of ['en', 'de', 'ja'])
      expect(run('--help', '--language', language).stdout).toBe(headwater(['--help', '--language', language]).stdout)
    const home = join(scratch, 'home')
    const assessed = run('assess', sample, '--home', home, '--offline', '--json')
    expect([assessed.status, assessed.stdout]).toEqual([
      0,
      headwater(['assess', sample, '--home', join(scratch, 'other'), '--offline', '--json']).stdout,
    ])
    expect(run('admin', 'doctor', '--home', home).status).toBe(0)
  })
})
