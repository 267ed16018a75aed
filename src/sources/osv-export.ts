/** Advisory exports on disk, as OSV publishes them or as a plain tree of files: bytes only, nothing is interpreted. */

import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { issue, type Issue } from '#domain/issue.ts'
import { readZip, zipLimits } from './zip.ts'

/** One advisory record, or a place that could not be read. */
export type OsvExportEntry =
  | {
      /** The folder the record was exported under; a record names its own ecosystems, and those count. */
      readonly ecosystem: string
      /** Path of the file, relative to what was asked for; inside an archive `npm/all.zip/GHSA-….json`. */
      readonly name: string
      readonly bytes: Uint8Array
    }
  | { readonly where: string; readonly issue: Issue }

const deepestFolder = 16

/**
 * Every `.json` file below `path`, in archives too: `path` may hold one folder per ecosystem with an `all.zip`, be such a
 * folder, a tree of OSV files, one archive or one file. Other files are not advisories and are passed over. Links below
 * `path` are not followed, since they could lead anywhere.
 */
export function* readOsvExports(path: string): Generator<OsvExportEntry> {
  let root: string
  try {
    root = realpathSync(path)
  } catch {
    yield refusal('unreadable', path)
    return
  }
  yield* readPlace(root, '', 0)
}

function* readPlace(root: string, relative: string, depth: number): Generator<OsvExportEntry> {
  const path = join(root, relative)
  const shown = relative === '' ? basename(root) : relative
  let stat
  try {
    stat = lstatSync(path)
  } catch {
    yield refusal('unreadable', shown)
    return
  }
  if (stat.isSymbolicLink()) {
    yield refusal('symlink-skipped', shown)
    return
  }
  if (stat.isDirectory()) {
    yield* readFolder(root, relative, depth)
    return
  }
  if (!stat.isFile()) return
  const name = path.toLowerCase()
  if (name.endsWith('.zip')) yield* readArchive(path, shown)
  else if (name.endsWith('.json')) yield readSingle(path, shown)
}

function* readFolder(root: string, relative: string, depth: number): Generator<OsvExportEntry> {
  if (depth > deepestFolder) {
    yield refusal('too-deep', relative)
    return
  }
  let names: string[]
  try {
    names = readdirSync(join(root, relative)).sort()
  } catch {
    yield refusal('unreadable', relative === '' ? root : relative)
    return
  }
  for (const name of names) {
    if (!name.startsWith('.')) yield* readPlace(root, relative === '' ? name : `${relative}/${name}`, depth + 1)
  }
}

function* readArchive(path: string, shown: string): Generator<OsvExportEntry> {
  const ecosystem = basename(dirname(path))
  for (const entry of readZip(path, (name) => name.toLowerCase().endsWith('.json'))) {
    const where = entry.name === '' ? shown : `${shown}/${entry.name}`
    if ('issue' in entry) yield { where, issue: { ...entry.issue, where } }
    else yield { ecosystem, name: where, bytes: entry.bytes }
  }
}

function readSingle(path: string, shown: string): OsvExportEntry {
  try {
    const descriptor = openSync(path, 'r')
    try {
      if (fstatSync(descriptor).size > zipLimits.entryBytes) return refusal('too-large', shown)
      return { ecosystem: basename(dirname(path)), name: shown, bytes: readFileSync(descriptor) }
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return refusal('unreadable', shown)
  }
}

function refusal(code: Issue['code'], where: string): OsvExportEntry {
  return { where, issue: issue(code, where) }
}
