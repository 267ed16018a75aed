import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { Hash, ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { NameIndex } from '#inventory/text/name-index.ts'
import { openToml } from '#inventory/text/open.ts'
import { pythonProject } from '#inventory/text/python-project.ts'
import { pythonName, pythonRequirement } from '#inventory/text/python-requirement.ts'
import { tablePlaces } from '#inventory/text/toml.ts'
import { asList, asRecord, asText, asWord, own, textsOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'pdm-lock',
  label: 'PDM lockfile',
  explanation:
    'Reads every package block of pdm.lock with hashes, edges and, from version 4 on, groups. Directness comes from the pyproject.toml beside it.',
  source: 'PDM documentation: lockfile',
  kind: 'lockfile',
  recognisesName: named('pdm.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('pdm-lock', 'pdm.lock')
  const { text, value: lock } = openToml(file, into)
  const metadata = asRecord(lock['metadata'])
  into.specVersion = asText(metadata?.['lock_version']) ?? null
  const placeOf = tablePlaces(text, 'package')
  const indices = new NameIndex<number>()
  const taken: [UnknownRecord, number][] = []
  for (const [order, value] of (asList(lock['package']) ?? []).entries()) {
    const block = asRecord(value) ?? {}
    const name = asText(block['name'])
    const at = placeOf(order, name)
    if (name === undefined) into.refuse(at, 'part-without-name')
    else if (block['path'] !== undefined) into.refuse(at, 'local-source')
    else {
      const version = asText(block['version']) ?? null
      const index = into.take({
        ref: `${name}@${version ?? ''}`,
        at,
        ecosystem: 'PyPI',
        name,
        version,
        scope: scopeOf(textsOf(block['groups'])),
        hashes: hashesOf(block, metadata),
        ...origin(block),
      })
      indices.add(pythonName(name), index)
      taken.push([block, index])
    }
  }
  for (const [block, index] of taken) {
    for (const dependency of textsOf(block['dependencies'])) {
      const name = pythonRequirement(dependency)?.name
      for (const to of indices.get(pythonName(name ?? ''))) if (to !== index) into.edge(index, to)
    }
  }
  const project = pythonProject(file.sibling('pyproject.toml'))
  if (project !== undefined) {
    into.subject = project.subject
    for (const { name, scope } of project.requests) for (const to of indices.get(pythonName(name))) into.root(to, scope)
    into.settleDirectness()
  }
  return into.finish()
}

/** `default` is what is always installed; `dev` and its kind are known by name, other groups are extras. */
function scopeOf(groups: readonly string[]): Scope {
  if (groups.length === 0) return 'unknown'
  if (groups.includes('default')) return 'runtime'
  return groups.every((group) => /^(?:dev|test|lint|doc|typing|ci)/.test(group)) ? 'development' : 'optional'
}

function hashesOf(block: UnknownRecord, metadata: UnknownRecord | undefined): Hash[] {
  const ofAll = asRecord(metadata?.['files']) ?? {}
  const files =
    asList(block['files']) ?? asList(own(ofAll, `${asWord(block['name'])} ${asWord(block['version'])}`)) ?? []
  return files.flatMap((one) => hexHash(asText(asRecord(one)?.['hash']) ?? ''))
}

function origin(block: UnknownRecord): {
  vcsUrl?: string | undefined
  downloadUrl?: string
  sourceUrl?: string | undefined
} {
  const git = asText(block['git'])
  if (git !== undefined)
    return { vcsUrl: vcsUrl(git, asText(block['revision']) ?? asText(block['ref'])), sourceUrl: repositoryUrl(git) }
  const url = asText(block['url'])
  return url === undefined ? {} : { downloadUrl: withoutCredentials(url) }
}
