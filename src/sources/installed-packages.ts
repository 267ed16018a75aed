/**
 * Finds the sources of packages that lie installed under a folder: `node_modules`, vendored Go, Composer, Cargo and Bundler
 * folders, Python's `site-packages`. Follows no link, runs nothing, and reads a file only when it is asked for.
 */

import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import type { Unread } from '#domain/portfolio.ts'
import type { PurlText } from '#domain/part.ts'
import { compareText, entriesOf, under } from './installed-layout.ts'
import type { FoundPackage, LayoutFinding } from './installed-layout.ts'
import { layouts } from './installed-layouts.ts'
import { filesOf } from './package-files.ts'
import type { InstalledFile } from './package-files.ts'

export type InstalledPackage = {
  readonly purl: PurlText
  readonly name: string
  readonly version: string
  /** The folder it lies in, relative to the searched one, with `/`; `''` is the searched folder itself. */
  readonly folder: string
  /** Its own files in the order of their paths, without those of packages that lie inside it. */
  readonly files: () => Iterable<InstalledFile>
}

export type InstalledPackages = {
  /** By package URL, then folder: a package may be installed several times. */
  readonly packages: readonly InstalledPackage[]
  readonly unread: readonly Unread[]
  /** True when the limit of folders ended the search. */
  readonly isCutShort: boolean
}

export type InstalledLimits = {
  /** Folders that are looked into. */
  readonly folders?: number
  /** A larger file is listed and not read. */
  readonly fileBytes?: number
  /** Files of one package. */
  readonly files?: number
}

const defaults: Required<InstalledLimits> = { folders: 2_000_000, fileBytes: 16 * 1024 * 1024, files: 200_000 }

const neverSearched = new Set(['.git', '.hg', '.svn', '.headwater'])

/** @param onProgress called with the number of folders looked into so far */
export function findInstalledPackages(
  root: string,
  limits: InstalledLimits = {},
  onProgress: (folders: number) => void = () => {},
): InstalledPackages {
  const bounds = { ...defaults, ...limits }
  const found: FoundPackage[] = []
  const unread: Unread[] = []
  const pending = ['']
  let seen = 0
  for (let folder = pending.pop(); folder !== undefined && seen < bounds.folders; folder = pending.pop()) {
    seen++
    if (seen % 1000 === 0) onProgress(seen)
    const entries = entriesOf(join(root, folder))
    if (entries === null) {
      unread.push({ path: folder, code: 'unreadable' })
      continue
    }
    const finding = firstFinding(root, folder, entries)
    if (finding === null) {
      for (const entry of entries)
        if (entry.isDirectory() && !neverSearched.has(entry.name)) pending.push(under(folder, entry.name))
      continue
    }
    found.push(...finding.packages)
    unread.push(...finding.unread)
    pending.push(...finding.searchOn)
  }
  onProgress(seen)
  const packages = found
    .map(({ purl, name, version, folder, without = [], only }): InstalledPackage => {
      const selection = { without, only: only ?? null, mostFiles: bounds.files, mostBytes: bounds.fileBytes }
      return { purl, name, version, folder, files: () => filesOf(join(root, folder), selection) }
    })
    .toSorted((a, b) => compareText(`${a.purl} ${a.folder}`, `${b.purl} ${b.folder}`))
  return {
    packages,
    unread: unread.toSorted((a, b) => compareText(a.path, b.path)),
    isCutShort: pending.length > 0,
  }
}

function firstFinding(root: string, folder: string, entries: readonly Dirent[]): LayoutFinding | null {
  for (const { find } of layouts) {
    const finding = find(root, folder, entries)
    if (finding !== null) return finding
  }
  return null
}
