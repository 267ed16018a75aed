import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { Hash, ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { cargoRequests } from '#inventory/text/cargo-manifest.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { NameIndex } from '#inventory/text/name-index.ts'
import { openToml } from '#inventory/text/open.ts'
import { parseToml, tablePlaces } from '#inventory/text/toml.ts'
import { asList, asRecord, asText, asTextOrNumber, asWord, own, textsOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'cargo-lock',
  label: 'Cargo lockfile',
  explanation:
    'Reads every package block of Cargo.lock that has a source. Blocks without one are the members of the workspace, and what they ask for is direct; for what, the Cargo.toml beside it says.',
  source: 'The Cargo Book: Cargo.lock',
  kind: 'lockfile',
  recognisesName: named('Cargo.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

type Block = { readonly name: string; readonly version: string; readonly block: UnknownRecord; readonly index: number }

function read(file: SourceFile): ReadDocument {
  const into = new Collector('cargo-lock', 'Cargo.lock')
  const { text, value: lock } = openToml(file, into)
  into.specVersion = asTextOrNumber(lock['version']) ?? null
  const placeOf = tablePlaces(text, 'package')
  const metadata = asRecord(lock['metadata'])
  const blocks: Block[] = []
  const values = [...(asList(lock['package']) ?? [])]
  // Before 2017 the project stood in a table of its own.
  const root = asRecord(lock['root'])
  for (const [order, value] of values.entries()) {
    const block = asRecord(value) ?? {}
    const name = asText(block['name'])
    const at = placeOf(order, name)
    const version = asText(block['version'])
    const source = asText(block['source'])
    if (name === undefined) into.refuse(at, 'part-without-name')
    else if (source === undefined) blocks.push({ name, version: version ?? '', block, index: -1 })
    else {
      const index = into.take({
        ref: `${name}@${version ?? ''}`,
        at,
        ecosystem: 'crates.io',
        name,
        version: version ?? null,
        hashes: hashOf(block, metadata),
        ...origin(source),
      })
      blocks.push({ name, version: version ?? '', block, index })
    }
  }
  if (root !== undefined)
    blocks.push({ name: asText(root['name']) ?? '', version: asText(root['version']) ?? '', block: root, index: -1 })
  link(blocks, file, into)
  return into.finish()
}

function link(blocks: readonly Block[], file: SourceFile, into: Collector): void {
  const byName = new NameIndex<Block>()
  for (const block of blocks) byName.add(block.name, block)
  const members = memberManifests(file)
  const [first] = blocks.filter(({ index }) => index === -1)
  if (first !== undefined)
    into.subject = { name: first.name, version: first.version === '' ? null : first.version, purl: null }
  for (const { name, block, index } of blocks) {
    const requests = index === -1 ? members.get(name) : undefined
    for (const dependency of textsOf(block['dependencies'])) {
      const [asked = '', version] = dependency.split(' ')
      const fitting = byName.get(asked).filter((one) => version === undefined || one.version === version)
      for (const { index: to } of fitting) {
        if (to === -1) continue
        if (index === -1) into.root(to, requests?.get(asked) ?? 'unknown')
        else into.edge(index, to)
      }
    }
  }
  if (first === undefined) return
  into.settleDirectness()
  into.settleScopes()
}

/** What each member of the workspace asks for, by the member's name. */
function memberManifests(file: SourceFile): Map<string, ReturnType<typeof cargoRequests>> {
  const manifests = new Map<string, ReturnType<typeof cargoRequests>>()
  const rootFile = file.sibling('Cargo.toml')
  if (rootFile === undefined) return manifests
  const root = parseToml(rootFile.text()).value
  const add = (manifest: UnknownRecord) => {
    const name = asText(asRecord(manifest['package'])?.['name'])
    if (name !== undefined) manifests.set(name, cargoRequests(manifest, root))
  }
  add(root)
  // Patterns (`crates/*`) cannot be listed here: the members they mean stay of unknown scope.
  for (const member of textsOf(asRecord(root['workspace'])?.['members'])) {
    const manifest = member.includes('*') ? undefined : file.sibling(`${member}/Cargo.toml`)
    if (manifest !== undefined) add(parseToml(manifest.text()).value)
  }
  return manifests
}

function hashOf(block: UnknownRecord, metadata: UnknownRecord | undefined): Hash[] {
  const stated = asText(block['checksum'])
  // Version 1 keeps checksums in a table, by `checksum name version (source)`.
  const key = `checksum ${asWord(block['name'])} ${asWord(block['version'])} (${asWord(block['source'])})`
  return hexHash(stated ?? asText(own(metadata ?? {}, key)) ?? '')
}

function origin(source: string): { vcsUrl?: string | undefined; sourceUrl?: string | undefined } {
  if (!source.startsWith('git+')) return {}
  const [address = '', commit] = source.split('#')
  const repository = address.replace(/\?.*$/, '')
  return { vcsUrl: vcsUrl(repository, commit), sourceUrl: repositoryUrl(repository) }
}
