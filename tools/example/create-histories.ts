/**
 * Creates the git histories of the projects that the example city publishes: `node tools/example/create-histories.ts FOLDER`.
 * They are invented, and the same every time: same commits, same ids.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { readPeopleFile } from '#sources/organization-file.ts'
import { plans, type Contributor } from './histories/plan.ts'
import { fastImportStream } from './histories/stream.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')

export type CreatedHistory = { readonly repository: string; readonly folder: string; readonly head: string }

/** @param folder gets one repository a project; a project whose folder exists already is an error */
export function createHistories(folder: string): readonly CreatedHistory[] {
  const signature = signatures()
  return plans.map((plan) => {
    const target = join(folder, plan.repository)
    if (existsSync(target)) throw new Error(`${target} exists already; name another folder or remove it`)
    mkdirSync(target, { recursive: true })
    git(target, ['init', '--quiet', '--template=', '--object-format=sha1', '--initial-branch=main'])
    git(target, ['fast-import', '--quiet', '--done'], fastImportStream(plan, filesOf(plan.repository), signature))
    git(target, ['reset', '--quiet', '--hard', 'main'])
    // As a clone has it; the address is invented.
    git(target, ['config', 'remote.origin.url', `https://code.harbor-city.example/${plan.repository}.git`])
    return { repository: plan.repository, folder: target, head: git(target, ['rev-parse', 'main']).trim() }
  })
}

/** Runs git with nothing of the machine's or the user's configuration, no hooks and no transports. */
function git(folder: string, args: readonly string[], input = ''): string {
  const { PATH } = process.env
  const result = spawnSync(
    'git',
    [
      '-c',
      'core.hooksPath=/dev/null',
      '-c',
      'core.autocrlf=false',
      '-c',
      'protocol.allow=never',
      '-c',
      'gc.auto=0',
      ...args,
    ],
    {
      cwd: folder,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: {
        ...(PATH === undefined ? {} : { PATH }),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_ATTR_NOSYSTEM: '1',
        GIT_CEILING_DIRECTORIES: folder,
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
      },
    },
  )
  if (result.error !== undefined) throw new Error(`git cannot be run: ${result.error.message}`)
  if (result.status !== 0) throw new Error(`git ${args[0]} failed: ${result.stderr}`)
  return result.stdout
}

function signatures(): (contributor: Contributor) => string {
  const read = readPeopleFile(readFileSync(join(example, 'people.yaml')), 'people.yaml')
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.what}`)
  const people = new Map(read.people.map((person) => [person.id, person]))
  return ({ who, address = 0 }) => {
    if (who.includes('<')) return who
    const person = people.get(who)
    const mail = person?.addresses[address]
    if (person === undefined || mail === undefined) throw new Error(`people.yaml has no address ${address} of ${who}`)
    return `${person.name} <${mail}>`
  }
}

function filesOf(repository: string): ReadonlyMap<string, string> {
  const root = join(example, 'repositories', repository)
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')).sort()
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

if (import.meta.main) {
  const [folder, mode] = process.argv.slice(2)
  if (folder === undefined || (mode !== undefined && mode !== '--keep')) {
    process.stderr.write('usage: node tools/example/create-histories.ts FOLDER [--keep]\n')
    process.exitCode = 2
  } else if (mode !== '--keep' || plans.some(({ repository }) => !existsSync(join(folder, repository)))) {
    for (const { folder: created, head } of createHistories(folder)) process.stdout.write(`${head} ${created}\n`)
  }
}
