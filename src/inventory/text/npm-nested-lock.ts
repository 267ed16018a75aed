/** Version 1 of package-lock.json: dependencies nested as they lie on disk. */

import type { SourceFile } from '#inventory/reader.ts'
import type { Scope } from '#domain/part.ts'
import type { Collector } from './collector.ts'
import { integrity } from './hashes.ts'
import { manifestBeside, requestFields } from './npm-manifest.ts'
import { requested } from './npm-request.ts'
import { pointer } from './place.ts'
import type { UnknownRecord } from './values.ts'
import { asRecord, asText, asTextOrNumber, entriesOf, own } from './values.ts'

type Level = { readonly names: ReadonlyMap<string, number>; readonly above: Level | undefined }
type Waiting = { readonly entry: UnknownRecord; readonly index: number; level: Level }

const deepest = 100

/** Takes every dependency of the tree; what the project itself asks for stands in the package.json beside it, if any. */
export function readNestedLock(lock: UnknownRecord, file: SourceFile, into: Collector): void {
  const waiting: Waiting[] = []
  const open: { entries: unknown; at: string; above: Level | undefined; owner: Waiting | undefined; depth: number }[] =
    [{ entries: lock['dependencies'], at: '', above: undefined, owner: undefined, depth: 0 }]
  let root: Level | undefined
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at: parent, above, owner, depth } = next
    const names = new Map<string, number>()
    const level: Level = { names, above }
    root ??= level
    // What a package brings along goes before what lies above it.
    if (owner !== undefined) owner.level = level
    for (const [name, value] of entriesOf(next.entries)) {
      const at = `${parent}${pointer('dependencies', name)}`
      const entry = asRecord(value)
      if (entry === undefined || depth > deepest) {
        into.refuse(at, entry === undefined ? 'wrong-type' : 'too-deep')
        continue
      }
      const index = takeNested(name, entry, at, into)
      const mine = index === undefined ? undefined : { entry, index, level }
      if (mine !== undefined) {
        names.set(name, mine.index)
        waiting.push(mine)
      }
      const inner = entry['dependencies']
      if (asRecord(inner) !== undefined) open.push({ entries: inner, at, above: level, owner: mine, depth: depth + 1 })
    }
  }
  for (const { entry, index, level } of waiting) {
    for (const name of Object.keys(asRecord(entry['requires']) ?? {})) {
      const to = find(level, name)
      if (to !== undefined) into.edge(index, to)
    }
  }
  askedByProject(file, root, into)
}

function takeNested(name: string, entry: UnknownRecord, at: string, into: Collector): number | undefined {
  const stated = asTextOrNumber(entry['version'])
  const request = requested(name, stated ?? '')
  if (request.isLocal) {
    into.refuse(at, 'local-source')
    return undefined
  }
  return into.take({
    ref: at,
    at,
    ecosystem: 'npm',
    name: request.name,
    version: request.version,
    vcsUrl: request.vcsUrl,
    downloadUrl: request.downloadUrl,
    sourceUrl: request.sourceUrl,
    scope: scopeOf(entry),
    hashes: integrity(asText(entry['integrity'])),
  })
}

function scopeOf(entry: UnknownRecord): Scope {
  return entry['dev'] === true ? 'development' : entry['optional'] === true ? 'optional' : 'runtime'
}

function find(from: Level, name: string): number | undefined {
  for (let level: Level | undefined = from; level !== undefined; level = level.above) {
    const found = level.names.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

function askedByProject(file: SourceFile, root: Level | undefined, into: Collector): void {
  const manifest = manifestBeside(file)
  if (manifest === undefined || root === undefined) return
  for (const [field, scope] of requestFields) {
    for (const [name] of entriesOf(own(manifest, field))) {
      const to = root.names.get(name)
      if (to !== undefined) into.root(to, scope)
    }
  }
  into.settleDirectness()
}
