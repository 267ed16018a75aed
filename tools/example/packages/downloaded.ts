/** The packages that the clients of the ecosystems put into a scratch folder, with their identity. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { folderFiles, isFolder, tarFiles, zipFiles, type PackedFile } from './archives.ts'

export type Downloaded = {
  /** Package URL without version. */
  readonly purl: string
  readonly version: string
  readonly files: () => Promise<Iterable<PackedFile>>
}

/**
 * @param scratch holds, each when at hand: `npm/node_modules`, `pnpm/node_modules/.pnpm`, `py` (wheels and source archives),
 * `go.json` (answer of `go mod download -json`), `cargo` (`cargo vendor --versioned-dirs`), `mvn` (source jars)
 */
export function* downloaded(scratch: string): Generator<Downloaded> {
  yield* nodeModules(join(scratch, 'npm', 'node_modules'))
  const store = join(scratch, 'pnpm', 'node_modules', '.pnpm')
  for (const entry of isFolder(store) ? readdirSync(store).sort() : [])
    yield* nodeModules(join(store, entry, 'node_modules'))
  yield* python(join(scratch, 'py'))
  yield* go(join(scratch, 'go.json'))
  yield* cargo(join(scratch, 'cargo'))
  yield* maven(join(scratch, 'mvn'))
}

function* nodeModules(folder: string): Generator<Downloaded> {
  if (!isFolder(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const location = join(folder, entry.name)
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue
    if (entry.name.startsWith('@')) {
      yield* nodeModules(location)
      continue
    }
    const manifest = join(location, 'package.json')
    if (existsSync(manifest)) {
      const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as { name: string; version: string }
      const purl = `pkg:npm/${name.replace('@', '%40')}`
      yield { purl, version, files: async () => folderFiles(location, ['node_modules']) }
    }
    yield* nodeModules(join(location, 'node_modules'))
  }
}

function* python(folder: string): Generator<Downloaded> {
  for (const file of isFolder(folder) ? readdirSync(folder).sort() : []) {
    const location = join(folder, file)
    const wheel = /^(.+?)-([^-]+)-.+\.whl$/.exec(file)
    const source = /^(.+)-([^-]+)\.tar\.gz$/.exec(file)
    const found = wheel ?? source
    if (found === null) continue
    const purl = `pkg:pypi/${(found[1] ?? '').toLowerCase().replaceAll(/[-_.]+/g, '-')}`
    const files = async (): Promise<readonly PackedFile[]> => (wheel === null ? tarFiles(location) : zipFiles(location))
    yield { purl, version: found[2] ?? '', files }
  }
}

function* go(answer: string): Generator<Downloaded> {
  if (!existsSync(answer)) return
  // One JSON object after another, each with its closing brace at the start of a line.
  for (const text of readFileSync(answer, 'utf8').split(/(?<=^\})\n/m)) {
    if (text.trim() === '') continue
    const { Path, Version, Dir } = JSON.parse(text) as { Path: string; Version: string; Dir?: string }
    if (Dir === undefined) continue
    // Nested modules are packages of their own and not part of what was downloaded here; vendored ones are.
    yield { purl: `pkg:golang/${Path.toLowerCase()}`, version: Version, files: async () => folderFiles(Dir) }
  }
}

function* cargo(folder: string): Generator<Downloaded> {
  for (const entry of isFolder(folder) ? readdirSync(folder).sort() : []) {
    const found = /^(.+?)-(\d.*)$/.exec(entry)
    if (found === null) continue
    const files = async (): Promise<Iterable<PackedFile>> => folderFiles(join(folder, entry))
    yield { purl: `pkg:cargo/${found[1]}`, version: found[2] ?? '', files }
  }
}

/** The jar's name has no group, so the closure of the product that uses it tells. */
function* maven(folder: string): Generator<Downloaded> {
  if (!isFolder(folder)) return
  const closure = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'closures', 'cargo-manifest.json'), 'utf8'),
  ) as {
    name: string
    version: string
  }[]
  for (const { name, version } of closure) {
    const [group, artifact] = name.split(':')
    const location = join(folder, `${artifact}-${version}-sources.jar`)
    if (!existsSync(location)) continue
    yield { purl: `pkg:maven/${group}/${artifact}`, version, files: async () => zipFiles(location) }
  }
}

/** What a package of the scratch folder is called when something goes wrong with it. */
export function label({ purl, version }: Downloaded): string {
  return `${basename(purl)}@${version}`
}
