/** The versions in one content of a lockfile, read once: the result is kept by the name that git gives the content. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { VersionChange } from '#domain/update-history.ts'
import { packageOf } from '#ecosystems/purl.ts'
import { rankVersions } from '#ecosystems/versions.ts'
import { lockfiles } from '#inventory/lockfiles.generated.ts'
import { readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { cacheFolder } from './cache-folder.ts'

/** Package URL without version → its versions; null: the content could not be read as what its name says. */
export type LockedVersions = ReadonlyMap<string, readonly string[]> | null

/** Rises when a reader gives another answer to the same content. */
const layout = 1

export function isLockfilePath(path: string): boolean {
  return lockfiles.some((reader) => reader.kind === 'lockfile' && reader.recognisesName(path))
}

/** Whether another file of the same folder tells the same more exactly: `go.sum` beside `go.mod`. */
export function isToldElsewhere(path: string, paths: ReadonlySet<string>): boolean {
  const folder = dirname(path) === '.' ? '' : `${dirname(path)}/`
  return lockfiles.some(
    (reader) => reader.recognisesName(path) && reader.yieldsTo.some((other) => paths.has(folder + other)),
  )
}

export function readLockedVersions(path: string, bytes: Uint8Array): LockedVersions {
  const document = readDocument(sourceFile(path, bytes))
  if (document === undefined || document.counts.taken === 0) {
    const isEmpty = document !== undefined && document.counts.found === 0 && document.issues.length === 0
    return isEmpty ? new Map() : null
  }
  const versions = new Map<string, Set<string>>()
  for (const { purl, version } of document.parts) {
    if (purl === null || version === null) continue
    const name = packageOf(purl)
    versions.set(name, (versions.get(name) ?? new Set()).add(version))
  }
  return new Map([...versions].map(([name, of]) => [name, [...of].sort()]))
}

export class LockedVersionsCache {
  readonly #folder: string

  constructor(home: string) {
    this.#folder = join(cacheFolder(home, 'lockfiles'), `layout-${layout}`)
  }

  /** Undefined: not kept. */
  load(path: string, blob: string): LockedVersions | undefined {
    try {
      const kept = JSON.parse(readFileSync(this.#file(path, blob), 'utf8')) as
        | readonly [string, readonly string[]][]
        | null
      return kept === null ? null : new Map(kept)
    } catch {
      return undefined
    }
  }

  save(path: string, blob: string, versions: LockedVersions): void {
    const file = this.#file(path, blob)
    mkdirSync(dirname(file), { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(versions === null ? null : [...versions]))
    renameSync(draft, file)
  }

  /** Which reader is responsible depends on the file's own name. */
  #file(path: string, blob: string): string {
    return join(this.#folder, blob.slice(0, 2), `${blob}-${encodeURIComponent(basename(path))}.json`)
  }
}

/**
 * What took the place of what. Of several versions of a package each that came takes the place of the highest one below it
 * that went; what is left over is paired lowest first.
 */
export function versionChanges(
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
): readonly VersionChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort()
  return names.flatMap((name) => {
    const [old, now] = [before.get(name) ?? [], after.get(name) ?? []]
    const gone = old.filter((version) => !now.includes(version))
    const come = now.filter((version) => !old.includes(version))
    return paired(name, gone, come).map(([from, to]) => ({ package: name, from, to }))
  })
}

type Pair = readonly [from: string | null, to: string | null]

function paired(packageUrl: string, gone: readonly string[], come: readonly string[]): readonly Pair[] {
  if (gone.length === 0 && come.length === 0) return []
  if (gone.length <= 1 && come.length <= 1) return [[gone[0] ?? null, come[0] ?? null]]
  const ranks = rankVersions(/^pkg:([^/]+)\//.exec(packageUrl)?.[1] ?? 'generic', [...gone, ...come])
  const ranked = (versions: readonly string[], start: number): { version: string; rank: number }[] =>
    versions
      .map((version, index) => ({ version, rank: ranks[start + index] ?? 0 }))
      .sort((a, b) => a.rank - b.rank || (a.version < b.version ? -1 : 1))
  const left = ranked(gone, 0)
  const news: string[] = []
  const pairs: Pair[] = []
  for (const { version, rank } of ranked(come, gone.length)) {
    const below = left.findLastIndex((one) => one.rank <= rank)
    if (below === -1) news.push(version)
    else pairs.push([left.splice(below, 1)[0]?.version ?? null, version])
  }
  const rest = Array.from({ length: Math.max(left.length, news.length) }, (_, index): Pair => [
    left[index]?.version ?? null,
    news[index] ?? null,
  ])
  return [...pairs, ...rest]
}
