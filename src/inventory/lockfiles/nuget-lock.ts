import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { base64Hash } from '#inventory/text/hashes.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asRecord, asText, asTextOrNumber, entriesOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'nuget-lock',
  label: 'NuGet lockfile',
  explanation:
    'Reads the packages of every target framework in packages.lock.json, with hashes and edges. Entries of type Project belong to the same solution and are not parts.',
  source: 'NuGet documentation: locking dependencies',
  kind: 'lockfile',
  recognisesName: (path) => /^packages(?:\.[^/]+)?\.lock\.json$/.test(fileName(path)),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('nuget-lock', 'packages.lock.json')
  const lock = openJson(file, into)
  into.specVersion = asTextOrNumber(lock['version']) ?? null
  for (const [framework, packages] of entriesOf(lock['dependencies'])) {
    const indices = new Map<string, number>()
    const entries: [UnknownRecord, number][] = []
    for (const [name, value] of entriesOf(packages)) {
      const at = pointer('dependencies', framework, name)
      const entry = asRecord(value)
      if (entry === undefined) into.refuse(at, 'wrong-type')
      else if (entry['type'] === 'Project') entries.push([entry, -1])
      else {
        const index = into.take({
          ref: `${framework}/${name}`,
          at,
          ecosystem: 'NuGet',
          name,
          version: asText(entry['resolved']) ?? null,
          directness: 'transitive',
          scope: 'runtime',
          hashes: base64Hash('SHA-512', asText(entry['contentHash']) ?? ''),
        })
        if (entry['type'] === 'Direct') into.root(index, 'runtime')
        indices.set(name.toLowerCase(), index)
        entries.push([entry, index])
      }
    }
    for (const [entry, index] of entries) {
      for (const [name] of entriesOf(entry['dependencies'])) {
        const to = indices.get(name.toLowerCase())
        if (to !== undefined && index !== -1) into.edge(index, to)
      }
    }
  }
  return into.finish()
}
