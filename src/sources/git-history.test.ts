import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Commit } from '#domain/contribution.ts'
import { openGitHistory, type GitHistory, type GitHistoryOptions } from './git-history.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-git-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type CommitOf = {
  readonly files?: Readonly<Record<string, string>>
  readonly author?: string
  readonly date?: string
  readonly message?: string
}

/** A repository made by plain git, as a user has one. */
class Sample {
  readonly path: string

  constructor(name = 'repository', options: readonly string[] = []) {
    this.path = join(folder, name)
    mkdirSync(this.path)
    this.git(['init', '--quiet', '--initial-branch=main', ...options])
  }

  git(args: readonly string[], date = '2026-05-04T10:00:00+02:00'): string {
    const env = {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_NOSYSTEM: '1',
      HOME: folder,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_COMMITTER_NAME: 'Keeper',
      GIT_COMMITTER_EMAIL: 'keeper@harbor.example',
      GIT_AUTHOR_NAME: 'Keeper',
      GIT_AUTHOR_EMAIL: 'keeper@harbor.example',
    }
    return execFileSync('git', args, { cwd: this.path, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] })
  }

  commit({ files = {}, author = 'Ida <ida@harbor.example>', date, message = 'Change' }: CommitOf): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(this.path, path, '..'), { recursive: true })
      writeFileSync(join(this.path, path), text)
    }
    this.git(['add', '--all'])
    this.git(['commit', '--quiet', '--allow-empty', `--author=${author}`, '-m', message], date)
  }
}

function byText(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : 1
}

const authored = { version: 1, isAuthored: (path: string) => !path.startsWith('vendor/') }

async function open(path: string, options: Partial<GitHistoryOptions> = {}): Promise<GitHistory> {
  const opened = await openGitHistory(path, {
    cache: join(folder, 'cache'),
    concealment: undefined,
    authored,
    ...options,
  })
  if (!opened.ok) throw new Error(opened.issue.code)
  return opened.history
}

async function commitsOf(history: GitHistory): Promise<Commit[]> {
  const all: Commit[] = []
  for await (const commit of history.commits()) all.push(commit)
  return all
}

describe('a history', () => {
  it('tells who, when, in which zone, with whom, and how many lines', async () => {
    const sample = new Sample()
    sample.commit({
      files: { 'a.ts': 'one\ntwo\n', 'vendor/b.js': 'x\n', 'ä b\t"c".txt': 'x\n', 'picture.bin': 'a\0b' },
      author: 'Ida Öst <Ida@Harbor.example>',
      date: '2026-05-04T23:30:00-08:00',
      message:
        'Add\n\nCo-authored-by: Otto <otto@harbor.example>\nReviewed-by: Nour <nour@harbor.example>\nSigned-off-by: Ida <ida@harbor.example>\nSigned-off-by: nobody',
    })
    const [commit] = await commitsOf(await open(sample.path))
    expect(commit).toMatchObject({
      parents: [],
      author: { name: 'Ida Öst', email: 'Ida@Harbor.example' },
      authoredAt: '2026-05-04T23:30:00-08:00',
      committer: { name: 'Keeper', email: 'keeper@harbor.example' },
      signedOff: [{ name: 'Ida', email: 'ida@harbor.example' }],
      coAuthors: [{ name: 'Otto', email: 'otto@harbor.example' }],
      reviewers: [{ name: 'Nour', email: 'nour@harbor.example' }],
      change: { files: 4, binaries: 1, added: 4, deleted: 0, authoredFiles: 2, authoredAdded: 3, isMissing: false },
    })
  })

  it('reads only what is new, and nothing when there is nothing', async () => {
    const sample = new Sample()
    for (let number = 0; number < 5; number += 1) sample.commit({ files: { a: `${number}\n` } })
    expect((await open(sample.path)).newlyRead).toBe(5)
    expect((await open(sample.path)).newlyRead).toBe(0)
    sample.commit({ files: { a: 'new\n' } })
    const grown = await open(sample.path)
    expect(grown.newlyRead).toBe(1)
    expect(await commitsOf(grown)).toHaveLength(6)
  })

  it('follows a rewritten branch, an older revision and a last day', async () => {
    const sample = new Sample()
    for (let day = 1; day <= 4; day += 1) sample.commit({ files: { a: `${day}\n` }, date: `2026-05-0${day}T23:59:59Z` })
    const old = sample.git(['rev-parse', 'HEAD~2']).trim()
    expect(await commitsOf(await open(sample.path))).toHaveLength(4)
    expect(await commitsOf(await open(sample.path, { revision: old }))).toHaveLength(2)
    expect(await commitsOf(await open(sample.path, { until: '2026-05-03' }))).toHaveLength(3)
    sample.git(['reset', '--quiet', '--hard', old])
    sample.commit({ files: { b: 'other\n' } })
    expect((await open(sample.path)).newlyRead).toBe(1)
    expect(await commitsOf(await open(sample.path))).toHaveLength(3)
    expect(
      await openGitHistory(sample.path, {
        cache: join(folder, 'cache'),
        concealment: undefined,
        authored,
        revision: 'gone',
      }),
    ).toMatchObject({
      ok: false,
      issue: { code: 'revision-unknown' },
    })
  })

  it('counts merges without lines, renames as a file less and one more', async () => {
    const sample = new Sample()
    sample.commit({ files: { a: 'one\ntwo\nthree\n' } })
    sample.git(['checkout', '--quiet', '-b', 'side'])
    sample.git(['mv', 'a', 'b'])
    sample.commit({})
    sample.git(['checkout', '--quiet', 'main'])
    sample.commit({ files: { c: 'x\n' } })
    sample.git(['merge', '--quiet', '--no-edit', 'side'])
    const commits = await commitsOf(await open(sample.path))
    const merge = commits.find(({ parents }) => parents.length === 2)
    expect(merge?.change).toMatchObject({ files: 0, added: 0, deleted: 0 })
    expect(commits.map(({ change }) => [change.added, change.deleted]).sort(byText)).toEqual([
      [0, 0],
      [1, 0],
      [3, 0],
      [3, 3],
    ])
  })

  it('applies .mailmap as git does, in one step, and tells of circles', async () => {
    const sample = new Sample()
    const people = [
      'Ida <ida@old.example>',
      'Builder <ci@harbor.example>',
      'Otto <ci@harbor.example>',
      'A <a@harbor.example>',
      'B <b@harbor.example>',
    ]
    for (const author of people) sample.commit({ author })
    const mailmap = [
      '# people',
      'Ida Öst <ida@harbor.example> <IDA@old.example>',
      'Otto Land <otto@harbor.example> otto <ci@harbor.example>',
      '<b@harbor.example> <a@harbor.example>',
      '<a@harbor.example> <b@harbor.example>',
      'nothing',
    ].join('\n')
    sample.commit({ files: { '.mailmap': mailmap } })
    const history = await open(sample.path)
    const ours = (await commitsOf(history)).map(({ hash, author }) => `${hash} ${author.name} <${author.email}>`)
    const theirs = sample.git(['log', '--format=%H %aN <%aE>']).trim().split('\n')
    expect(ours.sort()).toEqual(theirs.sort())
    expect(history.issues.map(({ code }) => code)).toEqual(['syntax', 'cycle'])
  })
})

describe('repositories of all kinds', () => {
  it('are read bare, with SHA-256 names, owned by others, and through their .git folder', async () => {
    const sample = new Sample('sha256', ['--object-format=sha256'])
    sample.commit({ files: { a: 'x\n' } })
    const bare = join(folder, 'bare.git')
    execFileSync('git', ['clone', '--quiet', '--bare', sample.path, bare], { stdio: 'pipe' })
    for (const path of [sample.path, bare, join(sample.path, '.git')]) {
      const history = await open(path)
      expect(history.tip).toHaveLength(64)
      expect(await commitsOf(history)).toHaveLength(1)
    }
  })

  it('without commits, shallow, and lacking contents are read as far as they go, and say so', async () => {
    const empty = await open(new Sample('empty').path)
    expect([empty.tip, empty.issues.map(({ code }) => code), await commitsOf(empty)]).toEqual([
      null,
      ['no-commits'],
      [],
    ])

    const sample = new Sample('whole')
    sample.commit({ files: { a: 'first\n', b: 'stays\n' } })
    sample.commit({ files: { a: 'second\n', c: 'new\n' } })
    sample.commit({ files: { b: 'changed\n' } })
    const shallow = join(folder, 'shallow')
    execFileSync('git', ['clone', '--quiet', '--depth=2', `file://${sample.path}`, shallow], { stdio: 'pipe' })
    const cut = await open(shallow)
    expect(cut.issues.map(({ code }) => code)).toEqual(['shallow-clone'])
    expect(await commitsOf(cut)).toHaveLength(2)

    const lost = sample.git(['rev-parse', 'HEAD:a']).trim()
    unlinkSync(join(sample.path, '.git', 'objects', lost.slice(0, 2), lost.slice(2)))
    const partial = await open(sample.path)
    expect(partial.issues).toMatchObject([{ code: 'contents-missing', detail: '1' }])
    const changes = (await commitsOf(partial)).map(({ change }) => change)
    expect(changes.map(({ added, isMissing }) => [added, isMissing]).sort(byText)).toEqual([
      [1, false],
      [1, true],
      [2, false],
    ])
  })

  it('partial clones are read without asking anybody for what they lack', async () => {
    const sample = new Sample('origin')
    sample.git(['config', 'uploadpack.allowFilter', 'true'])
    for (let number = 0; number < 300; number += 1) sample.commit({ files: { a: `${number}\n` } })
    const clone = join(folder, 'blobless')
    execFileSync('git', ['clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${sample.path}`, clone], {
      stdio: 'pipe',
    })
    const history = await open(clone, { concurrency: 1 })
    const commits = await commitsOf(history)
    expect(commits).toHaveLength(300)
    expect(commits.every(({ change }) => change.isMissing && change.added === 0)).toBe(true)
    expect(readdirSync(join(clone, '.git', 'objects', 'pack')).filter((name) => name.endsWith('.pack'))).toHaveLength(1)
  })

  it('a damaged one is refused with what git says', async () => {
    const sample = new Sample('damaged')
    sample.commit({ files: { a: 'x\n' } })
    sample.commit({ files: { a: 'y\n' } })
    const first = sample.git(['rev-parse', 'HEAD~1']).trim()
    unlinkSync(join(sample.path, '.git', 'objects', first.slice(0, 2), first.slice(2)))
    const opened = await openGitHistory(sample.path, { cache: join(folder, 'cache'), concealment: undefined, authored })
    expect(opened).toMatchObject({ ok: false, issue: { code: 'unreadable' } })
  })

  it('an erased person is concealed when it is read, and what was read before is read again', async () => {
    const sample = new Sample()
    sample.commit({ files: { a: 'x\n' }, author: 'Ida <ida@harbor.example>' })
    const kept = (): string =>
      readdirSync(join(folder, 'cache'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.name.endsWith('.jsonl'))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
        .join('')
    await open(sample.path)
    expect(kept()).toContain('ida@harbor.example')
    const conceal = (one: Commit['author']): Commit['author'] =>
      one.email === 'ida@harbor.example' ? { name: 'erased', email: 'erased@erased.invalid' } : one
    const [commit] = await commitsOf(await open(sample.path, { concealment: { version: 'a', conceal } }))
    expect(commit?.author).toEqual({ name: 'erased', email: 'erased@erased.invalid' })
    expect(kept()).not.toContain('ida')
    expect((await open(sample.path, { concealment: { version: 'a', conceal } })).newlyRead).toBe(0)
    expect((await open(sample.path)).newlyRead).toBe(1)
  })

  it('a folder that is none is refused, even inside a repository', async () => {
    const sample = new Sample()
    sample.commit({ files: { 'inner/a': 'x\n' } })
    for (const path of [join(sample.path, 'inner'), folder, join(folder, 'absent')])
      expect(
        await openGitHistory(path, { cache: join(folder, 'cache'), concealment: undefined, authored }),
      ).toMatchObject({ ok: false })
  })

  it('decides nothing about what runs: hooks, pagers, replacements, attributes, signatures', async () => {
    const sample = new Sample()
    sample.commit({ files: { a: 'x\n', '.gitattributes': '* diff=evil -text\n*.x binary\n' } })
    sample.commit({ files: { a: 'y\n' } })
    const trap = join(folder, 'trap')
    const evil = join(folder, 'evil.sh')
    writeFileSync(evil, `#!/bin/sh\ntouch ${trap}\n`, { mode: 0o755 })
    appendFileSync(
      join(sample.path, '.git', 'config'),
      [
        '[core]',
        `fsmonitor = ${evil}`,
        `pager = ${evil}`,
        `hooksPath = ${folder}`,
        `sshCommand = ${evil}`,
        '[diff]',
        `external = ${evil}`,
        '[diff "evil"]',
        `textconv = ${evil}`,
        `command = ${evil}`,
        '[log]',
        'showSignature = true',
        '[gpg]',
        `program = ${evil}`,
        '',
      ].join('\n'),
    )
    sample.git(['replace', '--graft', 'HEAD'])
    symlinkSync('/etc/passwd', join(sample.path, '.mailmap'))
    expect(await commitsOf(await open(sample.path))).toHaveLength(2)
    expect(readdirSync(folder)).not.toContain('trap')
  })
})
