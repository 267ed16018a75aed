import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { npmResolution } from '#inventory/text/npm-entry.ts'
import { manifestBeside, requestFields } from '#inventory/text/npm-manifest.ts'
import { openYaml } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { asRecord, asText, asTextOrNumber, asWord, entriesOf, own } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'
import { sectionEntryLines } from '#inventory/text/yaml.ts'

export const reader = defineReader({
  id: 'yarn-berry',
  label: 'Yarn lockfile (2 and later)',
  explanation:
    'Reads every entry of a yarn.lock with __metadata, with edges; members of the workspace are not parts, and what they ask for is direct. Its checksums are of Yarn’s own archives, not of the packages, and are left out.',
  source: 'Yarn documentation: yarn.lock',
  kind: 'lockfile',
  recognisesName: named('yarn.lock'),
  recognisesContent: (head) => /^__metadata:/m.test(head),
  yieldsTo: [],
  read,
})

type Entry = { readonly entry: UnknownRecord; readonly index: number; readonly folder: string | undefined }

function read(file: SourceFile): ReadDocument {
  const into = new Collector('yarn-berry', 'yarn.lock')
  const { text, value: lock } = openYaml(file, into)
  into.specVersion = asTextOrNumber(asRecord(lock['__metadata'])?.['version']) ?? null
  const places = sectionEntryLines(text, '', 0, 'resolution')
  const indices = new Map<string, number>()
  const entries: Entry[] = []
  for (const [key, value] of Object.entries(lock)) {
    if (key === '__metadata') continue
    const place = places.get(key)
    const at = lines(place?.first ?? 1, place?.last ?? 1)
    const entry = asRecord(value)
    if (entry === undefined) {
      into.refuse(at, 'wrong-type')
      continue
    }
    const requests = key.split(', ')
    const resolution = npmResolution(asText(entry['resolution']) ?? requests[0] ?? '')
    const index = takeEntry(key, at, entry, resolution, into)
    if (index === undefined) continue
    entries.push({ entry, index, folder: index === -1 ? resolution?.rest : undefined })
    for (const request of requests) indices.set(request, index)
  }
  link(entries, indices, file, into)
  return into.finish()
}

/** The index of the part, -1 for a member of the workspace. */
function takeEntry(
  key: string,
  at: string,
  entry: UnknownRecord,
  resolution: ReturnType<typeof npmResolution>,
  into: Collector,
): number | undefined {
  if (resolution === undefined) return into.refuse(at, 'part-without-name')
  const { name, protocol, rest } = resolution
  if (protocol === 'workspace') return -1
  if (['file', 'link', 'portal'].includes(protocol)) return into.refuse(at, 'local-source')
  const version = asTextOrNumber(entry['version']) ?? null
  const address = protocol === 'npm' || protocol === 'patch' ? undefined : `${protocol}:${rest}`
  const isGit = address !== undefined && (/^(?:git|ssh)/.test(address) || address.includes('#commit'))
  return into.take({
    ref: key,
    at,
    ecosystem: 'npm',
    name,
    version: version === '0.0.0-use.local' ? null : version,
    vcsUrl: isGit ? vcsUrl(address) : undefined,
    sourceUrl: isGit ? repositoryUrl(address) : undefined,
    downloadUrl: address !== undefined && !isGit && /^https?:/.test(address) ? withoutCredentials(address) : undefined,
  })
}

function link(
  entries: readonly Entry[],
  indices: ReadonlyMap<string, number>,
  file: SourceFile,
  into: Collector,
): void {
  const root = manifestBeside(file)
  const development = new Set(root === undefined ? [] : entriesOf(own(root, 'devDependencies')).map(([name]) => name))
  let hasMembers = false
  for (const { entry, index, folder } of entries) {
    const optional = new Set(
      entriesOf(entry['dependenciesMeta'])
        .filter(([, meta]) => asWord(asRecord(meta)?.['optional']) === 'true')
        .map(([name]) => name),
    )
    if (index === -1) hasMembers = true
    for (const [name, range] of entriesOf(entry['dependencies'])) {
      const request = asWord(range)
      // Before Yarn 4 ranges stand without `npm:`, while keys have it.
      const to = indices.get(`${name}@${request}`) ?? indices.get(`${name}@npm:${request}`)
      if (to === undefined || to === -1) continue
      if (index === -1) into.root(to, scopeOf(name, folder, root, development))
      else into.edge(index, to, optional.has(name))
    }
  }
  if (!hasMembers) return
  into.settleDirectness()
  if (root !== undefined) into.settleScopes()
}

/** The lockfile mixes development dependencies with the others; package.json of the root tells them apart. */
function scopeOf(
  name: string,
  folder: string | undefined,
  root: UnknownRecord | undefined,
  development: ReadonlySet<string>,
): Scope {
  if (root === undefined || folder !== '.') return 'unknown'
  if (development.has(name)) return 'development'
  const field = requestFields.find(([list]) => entriesOf(own(root, list)).some(([asked]) => asked === name))
  return field?.[1] ?? 'unknown'
}
