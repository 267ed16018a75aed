import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { Hash, ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { NameIndex } from '#inventory/text/name-index.ts'
import { openToml } from '#inventory/text/open.ts'
import { tablePlaces } from '#inventory/text/toml.ts'
import { asList, asRecord, asText, asTextOrNumber, entriesOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'uv-lock',
  label: 'uv lockfile',
  explanation:
    'Reads every package block of uv.lock with hashes, edges and scope. The project and the members of its workspace (editable and virtual sources) are not parts; what they ask for is direct.',
  source: 'uv documentation: uv.lock',
  kind: 'lockfile',
  recognisesName: named('uv.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

type Block = { readonly block: UnknownRecord; readonly index: number }

function read(file: SourceFile): ReadDocument {
  const into = new Collector('uv-lock', 'uv.lock')
  const { text, value: lock } = openToml(file, into)
  into.specVersion = asTextOrNumber(lock['version']) ?? null
  const placeOf = tablePlaces(text, 'package')
  const members = new Set((asList(asRecord(lock['manifest'])?.['members']) ?? []).map(String))
  const blocks: Block[] = []
  const indices = new NameIndex<Block>()
  for (const [order, value] of (asList(lock['package']) ?? []).entries()) {
    const block = asRecord(value) ?? {}
    const name = asText(block['name'])
    const at = placeOf(order, name)
    const source = asRecord(block['source']) ?? {}
    const index = takeBlock(name, block, source, members, at, into)
    if (index === undefined || name === undefined) continue
    blocks.push({ block, index })
    indices.add(name, { block, index })
  }
  for (const { block, index } of blocks) {
    for (const [list, scope] of requestsOf(block)) {
      for (const request of asList(list) ?? []) {
        for (const to of answering(indices, asRecord(request))) {
          if (index === -1) into.root(to, scope)
          else into.edge(index, to, scope === 'optional')
        }
      }
    }
  }
  if (blocks.some(({ index }) => index === -1)) {
    into.settleDirectness()
    into.settleScopes()
  }
  return into.finish()
}

/** The index of the part, -1 for the project and its members, undefined for what was refused. */
function takeBlock(
  name: string | undefined,
  block: UnknownRecord,
  source: UnknownRecord,
  members: ReadonlySet<string>,
  at: string,
  into: Collector,
): number | undefined {
  const version = asText(block['version']) ?? null
  const folder = source['editable'] ?? source['virtual']
  if (name !== undefined && (members.has(name) || (members.size === 0 && folder === '.'))) {
    if (folder === '.' || into.subject === null) into.subject = { name, version, purl: null }
    return -1
  }
  if (name === undefined) into.refuse(at, 'part-without-name')
  else if (folder !== undefined || source['directory'] !== undefined || source['path'] !== undefined)
    into.refuse(at, 'local-source')
  else
    return into.take({
      ref: `${name}@${version ?? ''}`,
      at,
      ecosystem: 'PyPI',
      name,
      version,
      hashes: hashesOf(block),
      ...origin(source),
    })
  return undefined
}

function requestsOf(block: UnknownRecord): [unknown, Scope][] {
  return [
    [block['dependencies'], 'runtime'],
    ...entriesOf(block['optional-dependencies']).map(([, list]): [unknown, Scope] => [list, 'optional']),
    ...entriesOf(block['dev-dependencies']).map(([, list]): [unknown, Scope] => [list, 'development']),
  ]
}

/** A request names the version only where the file holds several. */
function answering(indices: NameIndex<Block>, request: UnknownRecord | undefined): number[] {
  const blocks = indices.get(asText(request?.['name']) ?? '')
  const version = asText(request?.['version'])
  const fitting = version === undefined ? blocks : blocks.filter(({ block }) => block['version'] === version)
  return fitting.map(({ index }) => index).filter((index) => index >= 0)
}

function hashesOf(block: UnknownRecord): Hash[] {
  const files = [block['sdist'], ...(asList(block['wheels']) ?? [])]
  return files.flatMap((one) => hexHash(asText(asRecord(one)?.['hash']) ?? ''))
}

function origin(source: UnknownRecord): {
  vcsUrl?: string | undefined
  downloadUrl?: string
  sourceUrl?: string | undefined
} {
  const git = asText(source['git'])
  if (git !== undefined) {
    const [address = '', commit] = git.split('#')
    const repository = address.replace(/\?.*$/, '')
    return { vcsUrl: vcsUrl(repository, commit), sourceUrl: repositoryUrl(repository) }
  }
  const url = asText(source['url'])
  return url === undefined ? {} : { downloadUrl: withoutCredentials(url) }
}
