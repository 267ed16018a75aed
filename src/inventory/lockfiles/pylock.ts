import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { Hash, ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { NameIndex } from '#inventory/text/name-index.ts'
import { openToml } from '#inventory/text/open.ts'
import { pythonName } from '#inventory/text/python-requirement.ts'
import { tablePlaces } from '#inventory/text/toml.ts'
import { asList, asRecord, asText, asWord, entriesOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'pylock',
  label: 'Python lockfile (PEP 751)',
  explanation:
    'Reads every entry of packages in pylock.toml and pylock.NAME.toml with hashes and edges where they are stated. Folders are refused as local.',
  source: 'PEP 751',
  kind: 'lockfile',
  recognisesName: (path) => /^pylock(?:\.[^.]+)?\.toml$/.test(fileName(path)),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('pylock', 'pylock.toml')
  const { text, value: lock } = openToml(file, into)
  into.specVersion = asText(lock['lock-version']) ?? null
  const placeOf = tablePlaces(text, 'packages')
  const indices = new NameIndex<number>()
  const taken: [UnknownRecord, number][] = []
  for (const [order, value] of (asList(lock['packages']) ?? []).entries()) {
    const block = asRecord(value) ?? {}
    const name = asText(block['name'])
    const at = placeOf(order, name)
    const archive = asRecord(block['archive'])
    if (name === undefined) into.refuse(at, 'part-without-name')
    else if (block['directory'] !== undefined || (archive !== undefined && archive['url'] === undefined))
      into.refuse(at, 'local-source')
    else {
      const version = asText(block['version']) ?? null
      const index = into.take({
        ref: `${name}@${version ?? ''}`,
        at,
        ecosystem: 'PyPI',
        name,
        version,
        scope: scopeOf(asText(block['marker'])),
        hashes: hashesOf(block),
        ...origin(block, archive),
      })
      indices.add(pythonName(name), index)
      taken.push([block, index])
    }
  }
  for (const [block, index] of taken) {
    for (const dependency of asList(block['dependencies']) ?? []) {
      for (const to of indices.get(pythonName(asText(asRecord(dependency)?.['name']) ?? ''))) into.edge(index, to)
    }
  }
  return into.finish()
}

/** Markers say which extras or groups install a package; without one it is always installed. */
function scopeOf(marker: string | undefined): Scope {
  if (marker === undefined) return 'runtime'
  if (/["']default["'] in dependency_groups/.test(marker)) return 'runtime'
  if (/in dependency_groups/.test(marker) && !/in extras/.test(marker)) return 'development'
  return /in extras/.test(marker) ? 'optional' : 'runtime'
}

function hashesOf(block: UnknownRecord): Hash[] {
  const files = [block['sdist'], block['archive'], ...(asList(block['wheels']) ?? [])]
  return files.flatMap((one) =>
    entriesOf(asRecord(one)?.['hashes']).flatMap(([algorithm, value]) => hexHash(`${algorithm}:${asWord(value)}`)),
  )
}

function origin(
  block: UnknownRecord,
  archive: UnknownRecord | undefined,
): { vcsUrl?: string | undefined; downloadUrl?: string; sourceUrl?: string | undefined } {
  const vcs = asRecord(block['vcs'])
  const url = asText(vcs?.['url'])
  if (url !== undefined) return { vcsUrl: vcsUrl(url, asText(vcs?.['commit-id'])), sourceUrl: repositoryUrl(url) }
  const address = asText(archive?.['url'])
  return address === undefined ? {} : { downloadUrl: withoutCredentials(address) }
}
