import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRepository, type GitRepository } from './git-repository.ts'
import { namesVersion, readVersionTags } from './git-tags.ts'
import { commitAsOf, readProjectFiles } from './git-tree.ts'

let folder = ''
let clone = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-tree-'))
  clone = join(folder, 'clone')
  mkdirSync(clone)
  git(['init', '--quiet', '--initial-branch=main'])
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function git(args: readonly string[], date = '2026-05-04T10:00:00+02:00', input = ''): string {
  return execFileSync('git', args, {
    cwd: clone,
    encoding: 'utf8',
    input,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Keeper',
      GIT_AUTHOR_EMAIL: 'keeper@harbor.example',
      GIT_COMMITTER_NAME: 'Keeper',
      GIT_COMMITTER_EMAIL: 'keeper@harbor.example',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    },
  })
}

function commit(files: Readonly<Record<string, string>>, date?: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(clone, path)), { recursive: true })
    writeFileSync(join(clone, path), text)
  }
  git(['add', '--all'], date)
  git(['commit', '--quiet', '-m', 'Change'], date)
}

async function opened(): Promise<GitRepository> {
  const found = await openRepository(clone, join(folder, 'room'))
  if (!found.ok) throw new Error(found.code)
  return found.repository
}

describe('the files of a commit', () => {
  it('lists what tells about the project, and reads what is worth it', async () => {
    commit({
      LICENSE: 'Terms',
      MAINTAINERS: 'Ida Quay <ida@harbor.example>',
      'README.md': '# Sluice',
      '.github/workflows/check.yml': 'on: push\n',
      '.github/dependabot.yml': 'version: 2\n',
      'package.json': '{}',
      'src/sluice.ts': 'export {}',
      'test/sluice.test.ts': 'export {}',
      'lib/tool.jar': 'binary',
      'deep/er/README.md': 'not of the project',
      'übergröße/Dockerfile': 'FROM scratch',
    })
    symlinkSync('README.md', join(clone, 'CONTRIBUTING.md'))
    git(['add', '--all'])
    git(['commit', '--quiet', '-m', 'Link'])
    const repository = await opened()
    const files = await readProjectFiles(repository, repository.tip ?? '')
    expect(files.total).toBe(12)
    expect(files.paths).toEqual([
      '.github/dependabot.yml',
      '.github/workflows/check.yml',
      'CONTRIBUTING.md',
      'LICENSE',
      'MAINTAINERS',
      'README.md',
      'package.json',
      'test/sluice.test.ts',
      'übergröße/Dockerfile',
    ])
    expect(files.binaries).toEqual(['lib/tool.jar'])
    expect(Object.keys(files.texts).toSorted()).toEqual([
      '.github/dependabot.yml',
      '.github/workflows/check.yml',
      'LICENSE',
      'README.md',
      'übergröße/Dockerfile',
    ])
    expect(files.texts['README.md']).toBe('# Sluice')
  })

  it('cuts long texts, skips what is no text and leaves endless lists short', async () => {
    commit({
      'README.md': 'a'.repeat(300_000),
      NOTICE: 'a\0b',
      ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`test/case-${index}.test.ts`, ''])),
    })
    const repository = await opened()
    const files = await readProjectFiles(repository, repository.tip ?? '')
    expect(files.texts['README.md']).toHaveLength(256 * 1024)
    expect('NOTICE' in files.texts).toBe(false)
    expect(files.paths.filter((path) => path.startsWith('test/'))).toHaveLength(25)
  })

  it('takes the commit that was the newest on the day', async () => {
    commit({ LICENSE: 'Terms' }, '2026-01-01T10:00:00Z')
    const first = git(['rev-parse', 'HEAD']).trim()
    commit({ LICENSE: 'Other terms' }, '2026-02-01T10:00:00Z')
    const repository = await opened()
    expect(await commitAsOf(repository, '2026-01-15')).toBe(first)
    expect(await commitAsOf(repository, '2026-02-01')).toBe(repository.tip)
    expect(await commitAsOf(repository, '2025-12-31')).toBeNull()
  })

  it('runs nothing that the repository names', async () => {
    commit({ LICENSE: 'Terms', '.gitattributes': '* filter=evil diff=evil\n' })
    git(['config', 'filter.evil.smudge', 'touch evil-ran'])
    git(['config', 'core.fsmonitor', 'touch evil-ran'])
    git(['config', 'core.pager', 'touch evil-ran'])
    const repository = await opened()
    await readProjectFiles(repository, repository.tip ?? '')
    await readVersionTags(repository, '2026-12-31')
    expect(execFileSync('ls', ['-A', clone], { encoding: 'utf8' })).not.toContain('evil-ran')
  })
})

describe('version tags', () => {
  it('tells the day of annotated and plain tags, and which are signed', async () => {
    commit({ LICENSE: 'Terms' }, '2026-01-01T10:00:00Z')
    git(['tag', 'v1.0.0'])
    git(['tag', '-a', 'v1.1.0', '-m', 'Second'], '2026-03-01T23:30:00-02:00')
    git(['tag', 'nightly'])
    const head = git(['rev-parse', 'HEAD']).trim()
    const signed = git(
      ['mktag'],
      undefined,
      `object ${head}\ntype commit\ntag v1.2.0\ntagger Keeper <keeper@harbor.example> 1775001600 +0000\n\nThird\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n`,
    ).trim()
    git(['update-ref', 'refs/tags/v1.2.0', signed])
    git(['tag', '-a', 'v9.0.0', '-m', 'Later'], '2027-01-01T10:00:00Z')
    expect(await readVersionTags(await opened(), '2026-12-31')).toEqual([
      { name: 'v1.0.0', on: '2026-01-01', isSigned: false },
      { name: 'v1.1.0', on: '2026-03-01', isSigned: false },
      { name: 'v1.2.0', on: '2026-04-01', isSigned: true },
    ])
  })

  it.each([
    ['v1.2.3', true],
    ['1.2', true],
    ['v3', true],
    ['curl-8_1_0', true],
    ['name@1.0.0', true],
    ['go1.21', true],
    ['lib/v0.4.0', true],
    ['REL_15_2', true],
    ['release-7', true],
    ['nightly-2026.01.01', false],
    ['latest', false],
    ['before-rewrite', false],
    ['issue12', false],
  ])('%s names a version: %s', (name, expected) => {
    expect(namesVersion(name)).toBe(expected)
  })
})
