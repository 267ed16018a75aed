import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { Hash, ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { integrity } from '#inventory/text/hashes.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'
import { asList, asRecord, asText, asTextOrNumber, entriesOf, own, textsOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'flake-lock',
  label: 'Nix flake lockfile',
  explanation:
    'Reads every locked input of flake.lock by its revision, with edges; what the flake itself asks for is direct.',
  source: 'Nix manual: flake lock files',
  kind: 'lockfile',
  recognisesName: named('flake.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('flake-lock', 'flake.lock')
  const lock = openJson(file, into)
  into.specVersion = asTextOrNumber(lock['version']) ?? null
  const nodes = asRecord(lock['nodes']) ?? {}
  const root = asText(lock['root']) ?? 'root'
  const indices = new Map<string, number>([[root, -1]])
  for (const [key, value] of Object.entries(nodes)) {
    if (key === root) continue
    const at = pointer('nodes', key)
    const locked = asRecord(asRecord(value)?.['locked'])
    if (locked === undefined) into.refuse(at, 'missing-field')
    else if (locked['type'] === 'path') into.refuse(at, 'local-source')
    else indices.set(key, takeNode(key, locked, at, into))
  }
  for (const [key, from] of indices) {
    for (const [, input] of entriesOf(asRecord(own(nodes, key))?.['inputs'])) {
      const to = indices.get(nodeOf(input, nodes, root) ?? '')
      if (to === undefined || to === -1) continue
      if (from === -1) into.root(to, 'unknown')
      else into.edge(from, to)
    }
  }
  if (Object.hasOwn(nodes, root)) into.settleDirectness()
  return into.finish()
}

function takeNode(key: string, locked: UnknownRecord, at: string, into: Collector): number {
  const revision = asText(locked['rev']) ?? null
  const owner = asText(locked['owner'])
  const repository = asText(locked['repo'])
  const type = asText(locked['type'])
  const hashes: Hash[] = integrity(asText(locked['narHash']))
  if (owner !== undefined && repository !== undefined && type !== undefined) {
    const host =
      asText(locked['host']) ?? { github: 'github.com', gitlab: 'gitlab.com', sourcehut: 'git.sr.ht' }[type] ?? type
    const sourceUrl = `https://${host}/${owner}/${repository}`
    const purl =
      host === 'github.com'
        ? typedPurl('github', { namespace: owner, name: repository, version: revision })
        : typedPurl('generic', {
            name: repository,
            version: revision,
            qualifiers: { vcs_url: vcsUrl(sourceUrl, revision ?? undefined) },
          })
    return into.take({ ref: key, at, ecosystem: null, purl, name: repository, version: revision, hashes, sourceUrl })
  }
  const url = asText(locked['url'])
  const isVcs = type === 'git' || type === 'hg'
  const name = /([\w.-]+?)(?:\.git|\.tar\.\w+|\.zip)?\/?(?:[?#].*)?$/.exec(url ?? '')?.[1] ?? key
  const address = url === undefined ? undefined : withoutCredentials(url)
  const qualifiers = isVcs
    ? { vcs_url: url === undefined ? undefined : vcsUrl(url, revision ?? undefined) }
    : { download_url: address }
  const purl = typedPurl('generic', { name, version: revision, qualifiers })
  return into.take({
    ref: key,
    at,
    ecosystem: null,
    purl: url === undefined ? null : purl,
    name,
    version: revision,
    hashes,
    sourceUrl: isVcs && url !== undefined ? repositoryUrl(url) : undefined,
  })
}

const mostSteps = 100

/** An input is the name of a node, or a path of inputs from the root that it follows. */
function nodeOf(input: unknown, nodes: UnknownRecord, root: string): string | undefined {
  let current = input
  for (let step = 0; step < mostSteps && asList(current) !== undefined; step++) {
    const path = textsOf(current)
    let node: unknown = root
    for (const name of path) {
      if (typeof node !== 'string') return undefined
      node = own(asRecord(asRecord(own(nodes, node))?.['inputs']) ?? {}, name)
    }
    current = node
  }
  return asText(current)
}
