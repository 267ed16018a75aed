import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { LicenseStatement, ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { integrity } from '#inventory/text/hashes.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asList, asRecord, asText, asTextOrNumber, textsOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'
import { readNestedLock } from '#inventory/text/npm-nested-lock.ts'

export const reader = defineReader({
  id: 'package-lock',
  label: 'npm lockfile',
  explanation:
    'Reads every installed package of package-lock.json, versions 1 to 3, with scope, hashes, licenses, edges and what publishers deprecated. Links to workspace members and the project itself are not parts.',
  source: 'npm documentation: package-lock.json',
  kind: 'lockfile',
  recognisesName: named('package-lock.json'),
  recognisesContent: (head) => head.includes('"lockfileVersion"') || head.includes('"dependencies"'),
  yieldsTo: ['npm-shrinkwrap.json'],
  read: (file) => readPackageLock(file, 'package-lock'),
})

/** Reads package-lock.json and npm-shrinkwrap.json, which have the same form. */
export function readPackageLock(file: SourceFile, id: string): ReadDocument {
  const into = new Collector(id, id === 'npm-shrinkwrap' ? 'npm-shrinkwrap.json' : 'package-lock.json')
  const lock = openJson(file, into)
  const version = asTextOrNumber(lock['lockfileVersion'])
  into.specVersion = version ?? null
  const name = asText(lock['name'])
  if (name !== undefined) into.subject = { name, version: asText(lock['version']) ?? null, purl: null }
  const packages = asRecord(lock['packages'])
  if (packages !== undefined) readPackages(packages, into)
  else if (asRecord(lock['dependencies']) !== undefined) readNestedLock(lock, file, into)
  else if (lock['packages'] !== undefined || lock['dependencies'] !== undefined) into.odd('wrong-type', '/packages')
  return into.finish()
}

type Taken = { readonly key: string; readonly entry: UnknownRecord; readonly index: number }

function readPackages(packages: UnknownRecord, into: Collector): void {
  const indices = new Map<string, number>()
  const taken: Taken[] = []
  const projects: [string, UnknownRecord][] = []
  const isMember = workspaces(asRecord(packages['']))
  for (const [key, value] of Object.entries(packages)) {
    const at = pointer('packages', key)
    const entry = asRecord(value)
    const isInstalled = key.startsWith('node_modules/') || key.includes('/node_modules/')
    if (!isInstalled) {
      if (entry !== undefined) projects.push([key, entry])
      continue
    }
    if (entry === undefined) {
      into.refuse(at, 'wrong-type')
      continue
    }
    const resolved = asText(entry['resolved'])
    if (entry['link'] === true) {
      if (!isMember(resolved ?? '')) into.refuse(at, 'local-source')
      continue
    }
    const name = asText(entry['name']) ?? key.slice(key.lastIndexOf('node_modules/') + 13)
    if (name === '') into.refuse(at, 'part-without-name')
    else if (resolved?.startsWith('file:')) into.refuse(at, 'local-source')
    else {
      const index = into.take({
        ref: key,
        at,
        ecosystem: 'npm',
        name,
        version: asTextOrNumber(entry['version']) ?? null,
        scope: scopeOf(entry),
        licenses: declaredLicense(entry['license']),
        hashes: integrity(asText(entry['integrity'])),
        deprecation: deprecationOf(entry),
        ...origin(resolved),
      })
      indices.set(key, index)
      taken.push({ key, entry, index })
    }
  }
  for (const [key, entry] of projects) {
    for (const [field, scope] of requests) {
      for (const name of Object.keys(asRecord(entry[field]) ?? {})) {
        const to = resolve(indices, key, name)
        if (to !== undefined) into.root(to, scope)
      }
    }
  }
  for (const { key, entry, index } of taken) {
    for (const [field, scope] of requests) {
      if (scope === 'development') continue
      for (const name of Object.keys(asRecord(entry[field]) ?? {})) {
        const to = resolve(indices, key, name)
        if (to !== undefined) into.edge(index, to)
      }
    }
  }
  if (projects.some(([key]) => key === '')) into.settleDirectness()
}

/** What a package asks for, and how strongly. */
const requests: readonly (readonly [field: string, scope: Scope])[] = [
  ['dependencies', 'runtime'],
  ['peerDependencies', 'runtime'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'development'],
]

// devOptional: needed by development, and by production only when an optional package is installed.
function scopeOf(entry: UnknownRecord): Scope {
  if (entry['dev'] === true) return 'development'
  return entry['optional'] === true || entry['devOptional'] === true ? 'optional' : 'runtime'
}

/** Names longer than this come from nobody's disk; walking up them would cost its square. */
const longestKey = 4096

/** The entry that Node finds from a folder: in its own node_modules, then in those of the folders above. */
function resolve(indices: ReadonlyMap<string, number>, from: string, name: string): number | undefined {
  if (from.length > longestKey) return undefined
  for (let folder = from; ;) {
    const found = indices.get(folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`)
    if (found !== undefined || folder === '') return found
    const above = folder.lastIndexOf('node_modules/')
    folder = above > 0 ? folder.slice(0, above - 1) : ''
  }
}

/** Whether a folder is a member of the workspaces that the root names. */
function workspaces(root: UnknownRecord | undefined): (folder: string) => boolean {
  const named = root?.['workspaces']
  const patterns = asList(named) === undefined ? textsOf(asRecord(named)?.['packages']) : textsOf(named)
  const tests = patterns.map((pattern) =>
    pattern
      .replace(/^\.?\//, '')
      .replace(/\/$/, '')
      .split('/'),
  )
  return (folder) => tests.some((segments) => matches(segments, folder.split('/')))
}

function matches(pattern: readonly string[], folder: readonly string[]): boolean {
  const wide = pattern.indexOf('**')
  if (wide !== -1) return pattern.slice(0, wide).every((segment, index) => matchesSegment(segment, folder[index]))
  return pattern.length === folder.length && pattern.every((segment, index) => matchesSegment(segment, folder[index]))
}

function matchesSegment(pattern: string, segment: string | undefined): boolean {
  if (segment === undefined) return false
  const [start = '', ...rest] = pattern.split('*')
  const end = rest.at(-1)
  return end === undefined ? pattern === segment : segment.startsWith(start) && segment.endsWith(end)
}

/** Registries put no limit to it; a sentence or two is what people read. */
const longestDeprecation = 500

/** npm writes what the registry said when the package was installed; nothing said is not a yes or no. */
function deprecationOf(entry: UnknownRecord): string | undefined {
  const note = asText(entry['deprecated'])?.trim()
  return note === undefined || note === '' ? undefined : note.slice(0, longestDeprecation)
}

/** Where a package came from, when that is not the registry. */
export function origin(resolved: string | undefined): {
  vcsUrl?: string | undefined
  downloadUrl?: string
  sourceUrl?: string | undefined
} {
  if (resolved === undefined) return {}
  if (/^(?:git[+:@]|ssh:)/.test(resolved)) return { vcsUrl: vcsUrl(resolved), sourceUrl: repositoryUrl(resolved) }
  // Registries put archives below `/-/` or `/download/`; any other address was asked for by its URL.
  const isElsewhere = /^https?:/.test(resolved) && !resolved.includes('/-/') && !resolved.includes('/download/')
  return isElsewhere ? { downloadUrl: withoutCredentials(resolved) } : {}
}

function declaredLicense(value: unknown): LicenseStatement[] {
  const stated = asList(value) ?? [value]
  const texts = stated.map((one) => asText(one) ?? asText(asRecord(one)?.['type'])).filter((text) => text !== undefined)
  return texts.map((text) => ({ basis: 'declared', text }))
}
