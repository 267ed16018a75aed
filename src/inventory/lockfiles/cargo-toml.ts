import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import type { CargoRequest } from '#inventory/text/cargo-manifest.ts'
import { cargoRequestList } from '#inventory/text/cargo-manifest.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openToml } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { asRecord, asText } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'cargo-toml',
  label: 'Cargo manifest',
  explanation:
    'Reads what Cargo.toml asks for, where no Cargo.lock stands beside it. Ranges, which bare versions are, are parts without version.',
  source: 'The Cargo Book: specifying dependencies',
  kind: 'manifest',
  recognisesName: named('Cargo.toml'),
  recognisesContent: () => true,
  yieldsTo: ['Cargo.lock'],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('cargo-toml', 'Cargo.toml')
  const { text, value: manifest } = openToml(file, into)
  const about = asRecord(manifest['package'])
  const name = asText(about?.['name'])
  if (name !== undefined) into.subject = { name, version: asText(about?.['version']) ?? null, purl: null }
  const placeOf = placesByKey(text)
  const asked = [
    ...cargoRequestList(manifest, manifest),
    ...cargoRequestList({ dependencies: asRecord(manifest['workspace'])?.['dependencies'] }, {}),
  ]
  for (const request of asked) take(request, placeOf(request.key), into)
  return into.finish()
}

function take({ crate, key, scope, stated }: CargoRequest, at: string, into: Collector): void {
  const table = asRecord(stated)
  const range = asText(stated) ?? asText(table?.['version'])
  const git = asText(table?.['git'])
  if (table?.['path'] !== undefined && git === undefined) return into.refuse(at, 'local-source')
  const exact = /^=\s*(\d+\.\d+\.\d+\S*)$/.exec(range ?? '')?.[1] ?? null
  const commit = asText(table?.['rev']) ?? asText(table?.['tag']) ?? asText(table?.['branch'])
  const index = into.take({
    ref: key,
    at,
    ecosystem: 'crates.io',
    name: crate,
    version: exact,
    range: exact === null ? range : undefined,
    scope,
    vcsUrl: git === undefined ? undefined : vcsUrl(git, commit),
    sourceUrl: git === undefined ? undefined : repositoryUrl(git),
  })
  into.root(index, scope)
}

/** Lines of `key = …`, `key.workspace = …` and `[dependencies.key]`; each next one for a key asked again. */
function placesByKey(text: string): (key: string) => string {
  const found = new Map<string, number[]>()
  let isAsking = false
  for (const [index, row] of text.split('\n').entries()) {
    const header = /^\s*\[+([^\]]+)\]/.exec(row)?.[1]
    if (header !== undefined) isAsking = /dependencies(?:\.|$)/.test(header)
    const key =
      header === undefined
        ? /^\s*["']?([\w-]+)["']?(?:\.\w+)?\s*=/.exec(row)?.[1]
        : /dependencies\.["']?([\w-]+)["']?$/.exec(header)?.[1]
    if (key === undefined || !isAsking) continue
    const list = found.get(key)
    if (list === undefined) found.set(key, [index + 1])
    else list.push(index + 1)
  }
  return (key) => {
    const list = found.get(key)
    return lines((list !== undefined && list.length > 1 ? list.shift() : list?.[0]) ?? 1)
  }
}
