import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { Hash, ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { NameIndex } from '#inventory/text/name-index.ts'
import { openToml } from '#inventory/text/open.ts'
import { pythonProject } from '#inventory/text/python-project.ts'
import { pythonName } from '#inventory/text/python-requirement.ts'
import { tablePlaces } from '#inventory/text/toml.ts'
import { asList, asRecord, asText, entriesOf, own, textsOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'poetry-lock',
  label: 'Poetry lockfile',
  explanation:
    'Reads every package block of poetry.lock with hashes and edges. What the project asks for, and for what, comes from the pyproject.toml beside it; without one directness is unknown.',
  source: 'Poetry documentation: poetry.lock',
  kind: 'lockfile',
  recognisesName: named('poetry.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('poetry-lock', 'poetry.lock')
  const { text, value: lock } = openToml(file, into)
  const metadata = asRecord(lock['metadata'])
  into.specVersion = asText(metadata?.['lock-version']) ?? null
  const placeOf = tablePlaces(text, 'package')
  const indices = new NameIndex<number>()
  const taken: [UnknownRecord, number][] = []
  for (const [order, value] of (asList(lock['package']) ?? []).entries()) {
    const block = asRecord(value) ?? {}
    const name = asText(block['name'])
    const at = placeOf(order, name)
    const source = asRecord(block['source']) ?? {}
    if (name === undefined) into.refuse(at, 'part-without-name')
    else if (source['type'] === 'directory' || source['type'] === 'file') into.refuse(at, 'local-source')
    else {
      const index = into.take({
        ref: `${name}@${asText(block['version']) ?? ''}`,
        at,
        ecosystem: 'PyPI',
        name,
        version: asText(block['version']) ?? null,
        scope: scopeOf(block),
        hashes: hashesOf(block, metadata),
        ...origin(source),
      })
      indices.add(pythonName(name), index)
      taken.push([block, index])
    }
  }
  for (const [block, index] of taken) {
    for (const [name, constraint] of entriesOf(block['dependencies'])) {
      const isOptional = asRecord(constraint)?.['optional'] === true
      for (const to of indices.get(pythonName(name))) into.edge(index, to, isOptional)
    }
  }
  takeRoots(file, indices, into)
  return into.finish()
}

function takeRoots(file: SourceFile, indices: NameIndex<number>, into: Collector): void {
  const project = pythonProject(file.sibling('pyproject.toml'))
  if (project === undefined) return
  into.subject = project.subject
  for (const { name, scope } of project.requests) {
    for (const to of indices.get(pythonName(name))) into.root(to, scope)
  }
  const stated = into.parts.map((part) => part.scope)
  into.settleScopes()
  // What the file states itself goes before what reachability says.
  for (const [index, part] of into.parts.entries())
    if (stated[index] !== 'unknown') part.scope = stated[index] ?? 'unknown'
  into.settleDirectness()
}

/** Up to 1.4 `category`, from 2.1 `groups`; between the two only `optional` is said. */
function scopeOf(block: UnknownRecord): Scope {
  const groups = textsOf(block['groups'])
  if (groups.length > 0 && !groups.includes('main')) return 'development'
  if (block['category'] === 'dev') return 'development'
  if (block['optional'] === true) return 'optional'
  return groups.length > 0 || block['category'] !== undefined ? 'runtime' : 'unknown'
}

/** The hashes of all files: in the block, or in lockfiles before 2.0 in a table of their own. */
function hashesOf(block: UnknownRecord, metadata: UnknownRecord | undefined): Hash[] {
  const ofAll = asRecord(metadata?.['files']) ?? asRecord(metadata?.['hashes'])
  const files = asList(block['files']) ?? asList(own(ofAll ?? {}, asText(block['name']) ?? '')) ?? []
  return files.flatMap((one) => hexHash(asText(asRecord(one)?.['hash']) ?? asText(one) ?? ''))
}

function origin(source: UnknownRecord): {
  vcsUrl?: string | undefined
  downloadUrl?: string
  sourceUrl?: string | undefined
} {
  const url = asText(source['url'])
  if (url === undefined) return {}
  if (source['type'] === 'git')
    return { vcsUrl: vcsUrl(url, asText(source['resolved_reference'])), sourceUrl: repositoryUrl(url) }
  return source['type'] === 'url' ? { downloadUrl: withoutCredentials(url) } : {}
}
