/**
 * Walks folders for files worth reading. Follows no link that leaves the folder, opens no file, and says of everything it
 * could not enter why.
 */

import { existsSync, lstatSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import { fail } from '#domain/problem.ts'
import type { Unread } from '#domain/portfolio.ts'

export type FoundFile = {
  /** Absolute, to open it. */
  readonly location: string
  /** Relative to the root that the user named, with `/`; the name alone when the user named the file. */
  readonly path: string
  readonly sizeBytes: number
}

export type FoundFolder = {
  readonly root: string
  readonly files: readonly FoundFile[]
  /** Folders that hold a repository of their own (`.git`), relative to the root; `''` is the root. */
  readonly repositories: readonly string[]
  readonly unread: readonly Unread[]
  readonly entriesSeen: number
}

/** Installed packages and build output are no inventory: lockfiles in them belong to others. */
const skippedFolders = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'bower_components',
  '.venv',
  'venv',
  '__pycache__',
  '.tox',
  '.mypy_cache',
  '.headwater',
  '.terraform',
  '.gradle',
  '.idea',
  '.next',
  '.cache',
])

/**
 * @param accepts decides by the relative path alone whether a file may be worth reading
 * @param onProgress called with the number of entries seen so far
 * Throws the problems `path-missing` and `path-unreadable` for the path itself; inside it, trouble is listed in `unread`.
 */
export function walkFolder(
  path: string,
  accepts: (path: string) => boolean,
  onProgress: (seen: number) => void,
): FoundFolder {
  const root = resolve(path)
  if (!existsSync(root)) fail({ code: 'path-missing', path })
  if (statSync(root).isFile()) return singleFile(root)
  const state = { files: [] as FoundFile[], repositories: [] as string[], unread: [] as Unread[], seen: 0 }
  const realRoot = realpathSync(root)
  const pending: string[] = [root]
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = entriesOf(folder)
    if (typeof entries === 'string') {
      if (folder === root) fail({ code: 'path-unreadable', path, reason: entries })
      state.unread.push({ path: slashed(relative(root, folder)), code: 'unreadable' })
      continue
    }
    const subfolders: string[] = []
    for (const entry of entries) {
      state.seen += 1
      if (state.seen % 1000 === 0) onProgress(state.seen)
      const location = join(folder, entry.name)
      const relativePath = slashed(relative(root, location))
      if (entry.name === '.git') state.repositories.push(slashed(relative(root, folder)))
      const kind = kindOf(entry, location, realRoot)
      if (kind === 'folder') {
        if (!skippedFolders.has(entry.name)) subfolders.push(location)
      } else if (kind === 'file') {
        if (accepts(relativePath))
          state.files.push({ location, path: relativePath, sizeBytes: statSync(location).size })
      } else if (kind === 'outside' && accepts(relativePath)) {
        state.unread.push({ path: relativePath, code: 'symlink-skipped' })
      } else if (kind === 'broken' && accepts(relativePath)) {
        state.unread.push({ path: relativePath, code: 'unreadable' })
      }
    }
    pending.push(...subfolders.toReversed())
  }
  onProgress(state.seen)
  return {
    root,
    files: state.files.sort((a, b) => compareText(a.path, b.path)),
    repositories: state.repositories.sort(compareText),
    unread: state.unread.sort((a, b) => compareText(a.path, b.path)),
    entriesSeen: state.seen,
  }
}

function singleFile(location: string): FoundFolder {
  const file = { location, path: basename(location), sizeBytes: statSync(location).size }
  return { root: location, files: [file], repositories: [], unread: [], entriesSeen: 1 }
}

function entriesOf(folder: string): readonly Dirent[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EIO'
  }
}

function kindOf(entry: Dirent, location: string, realRoot: string): 'file' | 'folder' | 'outside' | 'broken' | 'other' {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return 'other'
  try {
    const target = realpathSync(location)
    // A linked folder inside is reached by its own path; following it would count its parts twice.
    if (target !== realRoot && !target.startsWith(realRoot + sep)) return 'outside'
    return lstatSync(target).isFile() ? 'file' : 'other'
  } catch {
    return 'broken'
  }
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
