import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { openYaml } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { asRecord, asText, entriesOf } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'
import { sectionEntryLines } from '#inventory/text/yaml.ts'

export const reader = defineReader({
  id: 'pubspec-lock',
  label: 'Dart and Flutter lockfile',
  explanation:
    'Reads every package of pubspec.lock with directness and hashes. Packages of the SDK have no package URL; folders are refused.',
  source: 'Dart documentation: pubspec.lock',
  kind: 'lockfile',
  recognisesName: named('pubspec.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

const roots: Readonly<Record<string, Scope>> = {
  'direct main': 'runtime',
  'direct dev': 'development',
  'direct overridden': 'unknown',
}

function read(file: SourceFile): ReadDocument {
  const into = new Collector('pubspec-lock', 'pubspec.lock')
  const { text, value: lock } = openYaml(file, into)
  const places = sectionEntryLines(text, 'packages', 2, 'version')
  for (const [name, value] of entriesOf(lock['packages'])) {
    const place = places.get(name)
    const at = lines(place?.first ?? 1, place?.last ?? 1)
    const entry = asRecord(value)
    const source = asText(entry?.['source'])
    if (entry === undefined || source === 'path') {
      into.refuse(at, entry === undefined ? 'wrong-type' : 'local-source')
      continue
    }
    const description = asRecord(entry['description'])
    const url = source === 'git' ? asText(description?.['url']) : undefined
    const index = into.take({
      ref: name,
      at,
      ecosystem: source === 'sdk' ? null : 'Pub',
      name,
      version: asText(entry['version']) ?? null,
      directness: entry['dependency'] === 'transitive' ? 'transitive' : 'unknown',
      hashes: hexHash(asText(description?.['sha256']) ?? ''),
      vcsUrl: url === undefined ? undefined : vcsUrl(url, asText(description?.['resolved-ref'])),
      sourceUrl: url === undefined ? undefined : repositoryUrl(url),
    })
    const scope = roots[asText(entry['dependency']) ?? '']
    if (scope === undefined) continue
    into.root(index, scope)
    const part = into.parts[index]
    if (part !== undefined) part.scope = scope
  }
  return into.finish()
}
