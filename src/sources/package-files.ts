/** The files of one installed package, listed in order and read one at a time. */

import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { entriesOf, under } from './installed-layout.ts'

export type InstalledFile = {
  /** Relative to the package, with `/`. */
  readonly path: string
  readonly sizeBytes: number
  /** Null when it is larger than the limit or cannot be read. */
  readonly read: () => Uint8Array | null
}

export type FileSelection = {
  /** Folders inside that belong to other packages. */
  readonly without: readonly string[]
  /** The files that alone belong to it; null for all. */
  readonly only: readonly string[] | null
  readonly mostFiles: number
  readonly mostBytes: number
}

export function* filesOf(root: string, selection: FileSelection): Generator<InstalledFile> {
  let count = 0
  for (const path of selection.only ?? walk(root, new Set(selection.without))) {
    const file = regularFile(root, path, selection.mostBytes)
    if (file === null) continue
    if (++count > selection.mostFiles) return
    yield file
  }
}

function* walk(root: string, without: ReadonlySet<string>): Generator<string> {
  const pending = ['']
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const subfolders: string[] = []
    for (const entry of entriesOf(join(root, folder)) ?? []) {
      const path = under(folder, entry.name)
      if (entry.isFile()) yield path
      // Whatever lies in a `node_modules` inside a package is another package.
      else if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git' && !without.has(path))
        subfolders.push(path)
    }
    pending.push(...subfolders.toReversed())
  }
}

/** Links are not followed: the file behind one belongs to somebody else, or lies outside. */
function regularFile(root: string, path: string, mostBytes: number): InstalledFile | null {
  const location = join(root, path)
  try {
    const stat = lstatSync(location)
    if (!stat.isFile()) return null
    return { path, sizeBytes: stat.size, read: () => (stat.size > mostBytes ? null : readOrNull(location)) }
  } catch {
    return null
  }
}

function readOrNull(location: string): Uint8Array | null {
  try {
    return readFileSync(location)
  } catch {
    return null
  }
}
