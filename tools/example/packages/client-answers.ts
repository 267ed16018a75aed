/**
 * What registries answered to the clients of the ecosystems, as these keep it in their own caches: nobody is asked a second
 * time. Each answer is in the form that our registries read.
 */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { KeptAnswer } from '#sources/registry/session.ts'

export type ClientAnswers = {
  /** Package URL type. */
  readonly type: string
  /** As the registry calls the package, in small letters. */
  readonly name: string
  readonly answers: readonly KeptAnswer[]
}

/**
 * @param scratch holds, each when at hand: `npm` (`npm --cache`), `cargo` (`CARGO_HOME`), `gomod` (`GOMODCACHE`), as
 * `npm view NAME`, `cargo fetch --locked` and `go mod download` leave them
 */
export function* clientAnswers(scratch: string): Generator<ClientAnswers> {
  yield* npmAnswers(join(scratch, 'npm', '_cacache'))
  yield* cargoAnswers(join(scratch, 'cargo', 'registry', 'index'))
  yield* goAnswers(join(scratch, 'gomod', 'cache', 'download'))
}

/** npm keeps documents by the hash of their bytes. */
function* npmAnswers(cache: string): Generator<ClientAnswers> {
  for (const path of filesBelow(join(cache, 'content-v2'))) {
    const json = parsed(readFileSync(path, 'utf8'))
    const { name, versions } = (json ?? {}) as { name?: unknown; versions?: unknown }
    if (typeof name === 'string' && versions !== undefined)
      yield { type: 'npm', name: name.toLowerCase(), answers: [answer(path, name, { json })] }
  }
}

/** Cargo's cache of an index: the lines of the index, each after its version, with zero bytes between. */
function* cargoAnswers(index: string): Generator<ClientAnswers> {
  for (const path of filesBelow(index)) {
    if (!path.includes(`${sep}.cache${sep}`)) continue
    const pieces = readFileSync(path, 'utf8').split('\0')
    const text = pieces.filter((piece) => piece.startsWith('{')).join('\n')
    const name = path.slice(path.lastIndexOf(sep) + 1)
    if (text !== '') yield { type: 'cargo', name, answers: [answer(path, name, { text })] }
  }
}

/** Go keeps a proxy's files under its own paths. */
function* goAnswers(download: string): Generator<ClientAnswers> {
  const byModule = new Map<string, string[]>()
  for (const path of filesBelow(download)) {
    const [module, file] = relative(download, path).split(sep).join('/').split('/@v/')
    if (module === undefined || file === undefined || !/^list$|\.info$/.test(file)) continue
    byModule.set(module, [...(byModule.get(module) ?? []), path])
  }
  for (const [module, paths] of byModule) {
    const list = paths.find((path) => path.endsWith('list'))
    const infos = paths.filter((path) => path.endsWith('.info'))
    const answers = [
      answer(module, `${module}/@v/list`, { text: list === undefined ? '' : readFileSync(list, 'utf8') }),
      ...infos.map((path) => answer(path, 'info', { json: parsed(readFileSync(path, 'utf8')) })),
    ]
    // Capital letters are written as `!` and the small one.
    yield { type: 'golang', name: module.replaceAll('!', ''), answers }
  }
}

function answer(path: string, asked: string, content: { json?: unknown; text?: string }): KeptAnswer {
  const sha256 = createHash('sha256').update(path).digest('hex')
  return { asked, sha256, lastModified: null, sizeBytes: null, ...content }
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .toSorted()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
