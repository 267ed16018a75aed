/** The files at a path that the user names: one file, a folder with what lies below it, or a zip archive. */

import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { issue, type Issue } from '#domain/issue.ts'
import { readZip } from './zip.ts'

/** A file with its path below what was named, or why a place could not be read. */
export type FileAt =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly issue: Issue }

const deepestFolder = 16

/**
 * In the order of their names; links below the path are not followed, since they could lead anywhere.
 * @param wants by the name of a file; a file that was named itself is always read
 * @param mostBytes a larger file is refused
 */
export function* readFilesAt(path: string, wants: (name: string) => boolean, mostBytes: number): Generator<FileAt> {
  let root: string
  try {
    root = realpathSync(path)
  } catch {
    yield refusal('unreadable', path)
    return
  }
  yield* readPlace(root, '', wants, mostBytes, 0)
}

function* readPlace(
  root: string,
  relative: string,
  wants: (name: string) => boolean,
  mostBytes: number,
  depth: number,
): Generator<FileAt> {
  const path = join(root, relative)
  const name = relative === '' ? basename(root) : relative
  const kind = kindOf(path)
  if (typeof kind !== 'string') yield refusal(kind.code, name)
  else if (kind === 'folder') {
    if (depth > deepestFolder) {
      yield refusal('too-deep', name)
      return
    }
    for (const entry of readdirSync(path).sort()) {
      if (!entry.startsWith('.'))
        yield* readPlace(root, relative === '' ? entry : `${relative}/${entry}`, wants, mostBytes, depth + 1)
    }
  } else if (path.toLowerCase().endsWith('.zip')) {
    for (const entry of readZip(path, wants)) {
      const where = entry.name === '' ? name : `${name}/${entry.name}`
      if ('issue' in entry) yield { name: where, issue: { ...entry.issue, where } }
      else if (entry.bytes.length > mostBytes) yield refusal('too-large', where)
      else yield { name: where, bytes: entry.bytes }
    }
  } else if (relative === '' || wants(name)) yield readSingle(path, name, mostBytes)
}

function kindOf(path: string): 'folder' | 'file' | Pick<Issue, 'code'> {
  try {
    const stat = lstatSync(path)
    if (stat.isSymbolicLink()) return { code: 'symlink-skipped' }
    if (!stat.isDirectory()) return 'file'
    readdirSync(path)
    return 'folder'
  } catch {
    return { code: 'unreadable' }
  }
}

function readSingle(path: string, name: string, mostBytes: number): FileAt {
  try {
    const descriptor = openSync(path, 'r')
    try {
      if (fstatSync(descriptor).size > mostBytes) return refusal('too-large', name)
      return { name, bytes: readFileSync(descriptor) }
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return refusal('unreadable', name)
  }
}

function refusal(code: Issue['code'], name: string): FileAt {
  return { name, issue: issue(code, name) }
}
