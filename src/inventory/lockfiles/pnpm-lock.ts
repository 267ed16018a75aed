import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { integrity } from '#inventory/text/hashes.ts'
import { requestFields } from '#inventory/text/npm-manifest.ts'
import { openYaml } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { pnpmKey, withoutPeers } from '#inventory/text/pnpm-key.ts'
import { asRecord, asText, asWord, entriesOf, own } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'
import { sectionKeyLines } from '#inventory/text/yaml.ts'

export const reader = defineReader({
  id: 'pnpm-lock',
  label: 'pnpm lockfile',
  explanation:
    'Reads every key of `packages` in pnpm-lock.yaml, versions 5 to 9, with scope, hashes and edges. What any importer asks for is direct; importers themselves are not parts.',
  source: 'pnpm specification: lockfile, versions 5, 6 and 9',
  kind: 'lockfile',
  recognisesName: named('pnpm-lock.yaml'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('pnpm-lock', 'pnpm-lock.yaml')
  const { text, value: lock } = openYaml(file, into)
  const stated = lock['lockfileVersion']
  into.specVersion = typeof stated === 'number' ? String(stated) : (asText(stated) ?? null)
  const major = Number.parseInt(into.specVersion ?? '', 10)
  if (text !== '' && into.specVersion === null && into.issues.length === 0)
    into.odd('missing-field', lines(1), 'lockfileVersion')
  else if (major > 9) into.odd('unknown-version', lines(1), into.specVersion ?? '')
  const indices = takePackages(lock, text, major, into)
  const find = finder(indices, major)
  const hasSnapshots = asRecord(lock['snapshots']) !== undefined
  for (const [key, entry] of entriesOf(lock[hasSnapshots ? 'snapshots' : 'packages'])) {
    const from = indices.get(key) ?? indices.get(withoutPeers(key, major))
    if (from !== undefined) takeEdges(from, asRecord(entry), find, into)
  }
  const hasRoots = takeRoots(lock, find, into)
  if (hasRoots) into.settleDirectness()
  // Up to version 8 each package states whether only development needs it.
  if (hasSnapshots) into.settleScopes()
  return into.finish()
}

function takePackages(lock: UnknownRecord, text: string, major: number, into: Collector): Map<string, number> {
  const indices = new Map<string, number>()
  const places = sectionKeyLines(text, 'packages', 2)
  for (const [key, value] of entriesOf(lock['packages'])) {
    const at = lines(places.get(key) ?? 1)
    const entry = asRecord(value) ?? {}
    const resolution = asRecord(entry['resolution']) ?? {}
    const stated = pnpmKey(key, major)
    const name = asText(entry['name']) ?? stated?.name
    const version = asText(entry['version']) ?? stated?.version ?? null
    const tarball = asText(resolution['tarball'])
    if (
      key.includes('file:') ||
      key.includes('link:') ||
      resolution['type'] === 'directory' ||
      tarball?.startsWith('file:')
    ) {
      into.refuse(at, 'local-source')
    } else if (name === undefined) {
      into.refuse(at, 'part-without-name')
    } else {
      const index = into.take({
        ref: key,
        at,
        ecosystem: 'npm',
        name,
        version,
        scope: scopeOf(entry),
        hashes: integrity(asText(resolution['integrity'])),
        ...origin(resolution, tarball, key),
      })
      indices.set(key, index)
    }
  }
  return indices
}

function scopeOf(entry: UnknownRecord): Scope {
  if (asWord(entry['dev']) === 'true') return 'development'
  if (asWord(entry['optional']) === 'true') return 'optional'
  return entry['dev'] === undefined ? 'unknown' : 'runtime'
}

function origin(
  resolution: UnknownRecord,
  tarball: string | undefined,
  key: string,
): { vcsUrl?: string | undefined; downloadUrl?: string; sourceUrl?: string | undefined } {
  const repository = asText(resolution['repo'])
  if (repository !== undefined)
    return { vcsUrl: vcsUrl(repository, asText(resolution['commit'])), sourceUrl: repositoryUrl(repository) }
  if (tarball === undefined) return {}
  const archive = /^https:\/\/codeload\.github\.com\/([^/]+\/[^/]+)\/tar\.gz\/(\w+)/.exec(tarball)
  if (archive !== null) {
    const address = `https://github.com/${archive[1]}`
    return { vcsUrl: `git+${address}.git@${archive[2]}`, sourceUrl: address }
  }
  // Some registries need the archive's address too; only a key that holds it was asked for by address.
  const isByAddress = key.includes(tarball.replace(/^https?:\/\//, ''))
  return isByAddress ? { downloadUrl: withoutCredentials(tarball) } : {}
}

type Find = (name: string, version: string) => number | undefined

/** The part that `name: version` means, in each version's way of writing keys. */
function finder(indices: ReadonlyMap<string, number>, major: number): Find {
  return (name, version) => {
    const candidates =
      major >= 9
        ? [`${name}@${withoutPeers(version, major)}`, withoutPeers(version, major)]
        : major >= 6
          ? [`/${name}@${version}`, version]
          : [`/${name}/${version}`, version]
    for (const candidate of candidates) {
      const found = indices.get(candidate)
      if (found !== undefined) return found
    }
    return undefined
  }
}

function takeEdges(from: number, entry: UnknownRecord | undefined, find: Find, into: Collector): void {
  for (const field of ['dependencies', 'optionalDependencies']) {
    for (const [name, version] of entriesOf(entry?.[field])) {
      const to = typeof version === 'string' ? find(name, version) : undefined
      if (to !== undefined) into.edge(from, to, field === 'optionalDependencies')
    }
  }
}

/** Requests of the importers, or of the file itself where it has one importer. False when there are none to read. */
function takeRoots(lock: UnknownRecord, find: Find, into: Collector): boolean {
  const several = asRecord(lock['importers'])
  const importers = several === undefined ? [lock] : Object.values(several)
  let any = several !== undefined
  for (const importer of importers) {
    for (const [field, scope] of requestFields) {
      for (const [name, request] of entriesOf(own(asRecord(importer) ?? {}, field))) {
        any = true
        const version = asText(request) ?? asText(asRecord(request)?.['version'])
        const to = version === undefined ? undefined : find(name, version)
        if (to !== undefined) into.root(to, scope)
      }
    }
  }
  return any
}
