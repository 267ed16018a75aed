import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asRecord, asText, asTextOrNumber, entriesOf, textsOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'pipfile-lock',
  label: 'Pipenv lockfile',
  explanation:
    'Reads default, develop and further groups of Pipfile.lock with hashes. The file has no edges and does not tell direct from transitive.',
  source: 'Pipenv documentation: Pipfile.lock',
  kind: 'lockfile',
  recognisesName: named('Pipfile.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('pipfile-lock', 'Pipfile.lock')
  const lock = openJson(file, into)
  into.specVersion = asTextOrNumber(asRecord(lock['_meta'])?.['pipfile-spec']) ?? null
  for (const [group, value] of Object.entries(lock)) {
    if (group === '_meta') continue
    const scope: Scope = group === 'default' ? 'runtime' : 'development'
    for (const [name, stated] of entriesOf(value)) {
      const at = pointer(group, name)
      const entry = asRecord(stated)
      if (entry === undefined) into.refuse(at, 'wrong-type')
      else if (entry['path'] !== undefined || asText(entry['file'])?.startsWith('file:'))
        into.refuse(at, 'local-source')
      else {
        const version = asText(entry['version'])
        const exact = /^===?\s*(.+)$/.exec(version ?? '')?.[1] ?? null
        into.take({
          ref: `${group}/${name}`,
          at,
          ecosystem: 'PyPI',
          name,
          version: exact,
          range: exact === null ? version : undefined,
          scope,
          hashes: textsOf(entry['hashes']).flatMap(hexHash),
          ...origin(entry),
        })
      }
    }
  }
  return into.finish()
}

function origin(entry: UnknownRecord): {
  vcsUrl?: string | undefined
  downloadUrl?: string
  sourceUrl?: string | undefined
} {
  const git = asText(entry['git'])
  if (git !== undefined) return { vcsUrl: vcsUrl(git, asText(entry['ref'])), sourceUrl: repositoryUrl(git) }
  const address = asText(entry['file'])
  return address === undefined ? {} : { downloadUrl: withoutCredentials(address) }
}
