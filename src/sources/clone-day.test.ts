import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cloneToldUpTo } from './clone-day.ts'

const asOf = '2026-11-22'
let folder = ''
let origin = ''
let clone = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-clone-'))
  ;[origin, clone] = [join(folder, 'origin'), join(folder, 'clone')]
  git(folder, '2026-01-05T10:00:00Z', 'init', '--quiet', '--initial-branch=main', origin)
  git(origin, '2026-01-05T10:00:00Z', 'commit', '--quiet', '--allow-empty', '-m', 'First')
  git(folder, '2026-02-06T10:00:00Z', 'clone', '--quiet', origin, clone)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function git(cwd: string, date: string, ...args: readonly string[]): void {
  execFileSync('git', args, {
    cwd,
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

it('tells of a repository that comes from nowhere up to the day asked for', () => {
  expect(cloneToldUpTo(origin, asOf)).toBe(asOf)
  expect(cloneToldUpTo(folder, asOf)).toBe(asOf)
})

it('tells of a clone up to the day it was made', () => {
  expect(cloneToldUpTo(clone, asOf)).toBe('2026-02-06')
  expect(cloneToldUpTo(clone, '2026-02-01')).toBe('2026-02-01')
})

it('tells up to the last own commit, whatever branches were looked at later', () => {
  git(clone, '2026-03-07T10:00:00Z', 'commit', '--quiet', '--allow-empty', '-m', 'Own')
  git(clone, '2026-04-08T10:00:00Z', 'checkout', '--quiet', '-b', 'other')
  expect(cloneToldUpTo(clone, asOf)).toBe('2026-03-07')
})

it('tells up to the last fetch, also when it brought nothing', () => {
  writeFileSync(join(clone, '.git', 'FETCH_HEAD'), '')
  const fetched = new Date('2026-05-09T10:00:00Z')
  utimesSync(join(clone, '.git', 'FETCH_HEAD'), fetched, fetched)
  expect(cloneToldUpTo(clone, asOf)).toBe('2026-05-09')
})

it('tells of a bare clone by its references', () => {
  const bare = join(folder, 'bare.git')
  git(folder, '2026-02-06T10:00:00Z', 'clone', '--quiet', '--bare', origin, bare)
  const made = new Date('2026-06-10T10:00:00Z')
  for (const name of ['packed-refs', 'HEAD']) utimesSync(join(bare, name), made, made)
  expect(cloneToldUpTo(bare, asOf)).toBe('2026-06-10')
})
