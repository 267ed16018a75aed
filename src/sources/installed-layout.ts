/** The contract of the layouts in which package managers install sources, and what all of them need to read folders. */

import { readFileSync, readdirSync, statSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import type { PurlText } from '#domain/part.ts'
import type { Unread } from '#domain/portfolio.ts'
import { buildPurl } from '#ecosystems/purl.ts'

/** A package as a layout found it; `folder` relative to the searched folder. */
export type FoundPackage = {
  readonly purl: PurlText
  readonly name: string
  readonly version: string
  readonly folder: string
  /** Paths relative to `folder` where other packages begin, or what alone belongs to it. */
  readonly without?: readonly string[]
  readonly only?: readonly string[]
}

/** What a layout makes of a folder; null when the folder is none of its kind. */
export type LayoutFinding = {
  readonly packages: readonly FoundPackage[]
  readonly unread: readonly Unread[]
  /** Folders to search on, relative to the searched folder; the rest is not looked into. */
  readonly searchOn: readonly string[]
}

/** How one package manager lays out what it installs. */
export type InstalledLayout = {
  readonly id: string
  readonly find: (root: string, folder: string, entries: readonly Dirent[]) => LayoutFinding | null
}

export function entriesOf(location: string): readonly Dirent[] | null {
  try {
    return readdirSync(location, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name))
  } catch {
    return null
  }
}

export function under(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A manifest is small; what is larger is none. */
const mostManifestBytes = 8 * 1024 * 1024

/** The text of a small file; null when it is not there, not readable or too large. */
export function smallText(location: string): string | null {
  try {
    return statSync(location).size > mostManifestBytes ? null : readFileSync(location, 'utf8')
  } catch {
    return null
  }
}

export function smallJson(location: string): unknown {
  const text = smallText(location)
  if (text === null) return null
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

/** A named field of something parsed, when it is a text that is not empty. */
export function textField(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  const field = (value as Readonly<Record<string, unknown>>)[key]
  return typeof field === 'string' && field !== '' ? field : null
}

/** The package URL of a name as its registry writes it (`@scope/name`, `vendor/name`, a Go module path). */
export function purlOf(type: string, name: string, version: string): PurlText | null {
  const slash = name.lastIndexOf('/')
  const built = buildPurl({
    type,
    namespace: slash === -1 ? null : name.slice(0, slash),
    name: name.slice(slash + 1),
    version,
    qualifiers: null,
    subpath: null,
  })
  return built.ok ? built.purl : null
}
