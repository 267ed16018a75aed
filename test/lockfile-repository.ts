/** Small real repositories with lockfiles that change on days that are given. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Written = Readonly<Record<string, string | null>>

export class LockfileRepository {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
    mkdirSync(folder, { recursive: true })
    this.git(['init', '--quiet', '--initial-branch=main'])
  }

  /** Null takes a file away. `authored` is the author's own time where it differs. */
  commit(on: string, files: Written, subject = 'Change', authored = on): this {
    for (const [path, text] of Object.entries(files)) {
      const location = join(this.folder, path)
      if (text === null) rmSync(location)
      else {
        mkdirSync(dirname(location), { recursive: true })
        writeFileSync(location, text)
      }
    }
    this.git(['add', '--all'])
    this.git(['commit', '--quiet', '--allow-empty', '--message', subject], on, authored)
    return this
  }

  branch(name: string): this {
    this.git(['checkout', '--quiet', '-b', name])
    return this
  }

  merge(on: string, name: string): this {
    this.git(['checkout', '--quiet', 'main'])
    this.git(['merge', '--quiet', '--no-ff', '--message', `Merge ${name}`, name], on)
    return this
  }

  tag(on: string, name: string, isAnnotated = true): this {
    this.git(isAnnotated ? ['tag', '--annotate', '--message', name, name] : ['tag', name], on)
    return this
  }

  git(args: readonly string[], committed = '2026-01-01', authored = committed): string {
    const person = { NAME: 'Somebody', EMAIL: 'somebody@harbor.example' }
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: person.NAME,
        GIT_AUTHOR_EMAIL: person.EMAIL,
        GIT_COMMITTER_NAME: person.NAME,
        GIT_COMMITTER_EMAIL: person.EMAIL,
        GIT_AUTHOR_DATE: moment(authored),
        GIT_COMMITTER_DATE: moment(committed),
      },
    })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
    return stdout.trim()
  }
}

function moment(day: string): string {
  return day.includes('T') ? day : `${day}T12:00:00Z`
}

/** A package-lock.json with these versions; a name may hold a path such as `a/node_modules/b`. */
export function packageLock(versions: Readonly<Record<string, string>>): string {
  const names = Object.keys(versions).filter((name) => !name.includes('/'))
  const packages = {
    '': { name: 'portal', version: '1.0.0', dependencies: Object.fromEntries(names.map((name) => [name, '*'])) },
    ...Object.fromEntries(Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }])),
  }
  return `${JSON.stringify({ name: 'portal', version: '1.0.0', lockfileVersion: 3, requires: true, packages }, null, 2)}\n`
}

export function poetryLock(versions: Readonly<Record<string, string>>): string {
  const packages = Object.entries(versions).map(
    ([name, version]) =>
      `[[package]]\nname = "${name}"\nversion = "${version}"\ndescription = ""\noptional = false\npython-versions = ">=3.9"\nfiles = []\n`,
  )
  return `${packages.join('\n')}\n[metadata]\nlock-version = "2.0"\npython-versions = "^3.11"\ncontent-hash = "0"\n`
}

export function cargoLock(versions: Readonly<Record<string, string>>): string {
  const source = 'registry+https://github.com/rust-lang/crates.io-index'
  const packages = Object.entries(versions).map(
    ([name, version]) => `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = "${source}"\n`,
  )
  return `version = 3\n\n${packages.join('\n')}`
}
