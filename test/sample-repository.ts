/** A repository made by plain git, as a user has one, with nothing of the machine's configuration. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type SampleCommit = {
  readonly files?: Readonly<Record<string, string>>
  readonly author?: string
  readonly date?: string
  readonly message?: string
}

export class SampleRepository {
  readonly path: string

  constructor(path: string, options: readonly string[] = []) {
    this.path = path
    mkdirSync(path, { recursive: true })
    this.git(['init', '--quiet', '--initial-branch=main', ...options])
  }

  git(args: readonly string[], date = '2026-05-04T10:00:00+02:00'): string {
    const env = {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_COMMITTER_NAME: 'Keeper',
      GIT_COMMITTER_EMAIL: 'keeper@keepers.example',
      GIT_AUTHOR_NAME: 'Keeper',
      GIT_AUTHOR_EMAIL: 'keeper@keepers.example',
    }
    return execFileSync('git', args, { cwd: this.path, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] })
  }

  commit({ files = {}, author = 'Ida <ida@harbor.example>', date, message = 'Change' }: SampleCommit): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, path)), { recursive: true })
      writeFileSync(join(this.path, path), text)
    }
    this.git(['add', '--all'])
    this.git(['commit', '--quiet', '--allow-empty', `--author=${author}`, `--message=${message}`], date)
  }
}
