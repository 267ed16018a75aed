import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { openToml } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { keyLines } from '#inventory/text/toml.ts'
import { asRecord, asText, entriesOf, own } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'gradle-catalog',
  label: 'Gradle version catalog',
  explanation:
    'Reads libraries and plugins of a version catalog (libs.versions.toml), with versions by reference. What dependencies bring along is not in the file.',
  source: 'Gradle documentation: version catalogs',
  kind: 'manifest',
  recognisesName: (path) => fileName(path).endsWith('.versions.toml'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('gradle-catalog', 'libs.versions.toml')
  const { text, value: catalog } = openToml(file, into)
  const versions = asRecord(catalog['versions']) ?? {}
  for (const table of ['libraries', 'plugins'] as const) {
    const places = keyLines(text, table)
    for (const [alias, value] of entriesOf(catalog[table])) {
      const at = lines(places.get(alias) ?? 1)
      const entry = asRecord(value)
      const [group, artifact, short] = table === 'libraries' ? moduleOf(value) : pluginOf(value)
      if (group === undefined || artifact === undefined) {
        into.refuse(at, 'part-without-name')
        continue
      }
      const stated = short ?? versionOf(entry?.['version'], versions)
      const isExact = stated !== undefined && !/[[\](),+]|^latest\./.test(stated)
      const index = into.take({
        ref: `${table}/${alias}`,
        at,
        ecosystem: 'Maven',
        name: `${group}:${artifact}`,
        version: isExact ? stated : null,
        range: isExact ? undefined : stated,
        scope: table === 'plugins' ? 'development' : 'unknown',
      })
      into.root(index, table === 'plugins' ? 'development' : 'unknown')
    }
  }
  return into.finish()
}

type Named = readonly [group: string | undefined, artifact: string | undefined, version?: string | undefined]

/** `"group:artifact:version"`, `{ module = "group:artifact" }` or `{ group, name }`. */
function moduleOf(value: unknown): Named {
  const entry = asRecord(value)
  const [group, artifact, version] = (asText(value) ?? asText(entry?.['module']) ?? '').split(':')
  if (group !== undefined && artifact !== undefined) return [group, artifact, version]
  return [asText(entry?.['group']), asText(entry?.['name'])]
}

/** A plugin is published as a marker artifact named after its id. */
function pluginOf(value: unknown): Named {
  const [short, version] = (asText(value) ?? '').split(':')
  const id = asText(asRecord(value)?.['id']) ?? (short === '' ? undefined : short)
  return id === undefined ? [undefined, undefined] : [id, `${id}.gradle.plugin`, version]
}

function versionOf(value: unknown, versions: UnknownRecord): string | undefined {
  const entry = asRecord(value)
  if (entry === undefined) return asText(value)
  const reference = asText(entry['ref'])
  if (reference !== undefined) {
    const meant = own(versions, reference)
    return asText(meant) ?? rich(asRecord(meant))
  }
  return rich(entry)
}

function rich(version: UnknownRecord | undefined): string | undefined {
  return asText(version?.['strictly']) ?? asText(version?.['prefer']) ?? asText(version?.['require'])
}
