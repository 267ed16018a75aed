import type { ReadDocument, Scope } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openToml } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { keyLines } from '#inventory/text/toml.ts'
import { asRecord, asText, entriesOf } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'gleam-toml',
  label: 'Gleam manifest',
  explanation: 'Reads what gleam.toml asks for. Ranges are parts without version; packages are those of Hex.',
  source: 'Gleam documentation: gleam.toml',
  kind: 'manifest',
  recognisesName: named('gleam.toml'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

const tables: readonly (readonly [string, Scope])[] = [
  ['dependencies', 'runtime'],
  ['dev-dependencies', 'development'],
]

function read(file: SourceFile): ReadDocument {
  const into = new Collector('gleam-toml', 'gleam.toml')
  const { text, value: manifest } = openToml(file, into)
  const project = asText(manifest['name'])
  if (project !== undefined) into.subject = { name: project, version: asText(manifest['version']) ?? null, purl: null }
  for (const [table, scope] of tables) {
    const places = keyLines(text, table)
    for (const [name, stated] of entriesOf(manifest[table])) {
      const at = lines(places.get(name) ?? 1)
      const entry = asRecord(stated)
      const git = asText(entry?.['git'])
      const range = asText(stated)
      if (range === undefined && entry === undefined) into.refuse(at, 'wrong-type')
      else if (entry?.['path'] !== undefined) into.refuse(at, 'local-source')
      else {
        const exact = /^==\s*(\d\S*)$/.exec(range ?? '')?.[1] ?? null
        const index = into.take({
          ref: `${table}/${name}`,
          at,
          ecosystem: 'Hex',
          name,
          version: exact,
          range: exact === null ? range : undefined,
          vcsUrl: git === undefined ? undefined : vcsUrl(git, asText(entry?.['ref'])),
          sourceUrl: git === undefined ? undefined : repositoryUrl(git),
          scope,
        })
        into.root(index, scope)
      }
    }
  }
  return into.finish()
}
