import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { openToml } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'
import { tableLines } from '#inventory/text/toml.ts'
import { asList, asRecord, asText, entriesOf, textsOf, type UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'julia-manifest',
  label: 'Julia manifest',
  explanation:
    'Reads the packages of Manifest.toml, formats 1 and 2, with edges. Those of the standard library have no version of their own; packages from a folder are refused.',
  source: 'Pkg documentation: Project.toml and Manifest.toml',
  kind: 'lockfile',
  recognisesName: (path) => /^(?:Julia)?Manifest(?:-v\d+(?:\.\d+)?)?\.toml$/.test(fileName(path)),
  recognisesContent: (head) =>
    /^\s*(?:manifest_format\s*=|julia_version\s*=|\[\[|# This file is machine-generated)/m.test(head),
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('julia-manifest', 'Manifest.toml')
  const { text, value: manifest } = openToml(file, into)
  into.specVersion = asText(manifest['manifest_format']) ?? null
  // Before format 2 the packages stood at the top.
  const nested = asRecord(manifest['deps'])
  const indices = new Map<string, number>()
  const needs: [number, readonly string[]][] = []
  for (const [name, blocks] of entriesOf(nested ?? manifest)) {
    const list = asList(blocks)
    if (list === undefined && nested === undefined) continue
    const places = tableLines(text, tableName(nested === undefined ? name : `deps.${name}`), ['version'])
    for (const [order, stated] of (list ?? [blocks]).entries()) {
      const at = lines(places[order]?.first ?? 1, places[order]?.last ?? 1)
      const block = asRecord(stated)
      if (block === undefined) into.refuse(at, 'wrong-type')
      else if (block['path'] !== undefined) into.refuse(at, 'local-source')
      else {
        const index = take(name, block, at, into)
        if (!indices.has(name)) indices.set(name, index)
        const needed = block['deps']
        needs.push([index, [...textsOf(needed), ...entriesOf(needed).map(([key]) => key)]])
      }
    }
  }
  for (const [from, names] of needs) {
    for (const to of names.map((name) => indices.get(name))) if (to !== undefined) into.edge(from, to)
  }
  return into.finish()
}

/** Keys are written bare; the header is looked for as it is written. */
function tableName(name: string): string {
  return name.replace(/[^\w.-]/g, '.')
}

function take(name: string, block: UnknownRecord, at: string, into: Collector): number {
  const version = asText(block['version']) ?? null
  const repository = asText(block['repo-url'])
  return into.take({
    ref: name,
    at,
    ecosystem: null,
    purl: typedPurl('julia', { name, version, qualifiers: { uuid: asText(block['uuid']) } }),
    name,
    version,
    sourceUrl: repository === undefined ? undefined : repositoryUrl(repository),
  })
}
