import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asRecord, asText, entriesOf, textsOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'renv-lock',
  label: 'renv lockfile',
  explanation:
    'Reads every package of renv.lock with edges where they are stated. The file does not tell direct from transitive.',
  source: 'renv documentation: renv.lock',
  kind: 'lockfile',
  recognisesName: named('renv.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('renv-lock', 'renv.lock')
  const lock = openJson(file, into)
  const indices = new Map<string, number>()
  for (const [key, value] of entriesOf(lock['Packages'])) {
    const at = pointer('Packages', key)
    const entry = asRecord(value)
    if (entry === undefined) into.refuse(at, 'wrong-type')
    else if (entry['Source'] === 'Local') into.refuse(at, 'local-source')
    else {
      const isBioconductor = entry['Source'] === 'Bioconductor'
      const name = asText(entry['Package']) ?? key
      // The package URL type of CRAN has no namespace; Bioconductor names its repository in a qualifier.
      const index = into.take({
        ref: key,
        at,
        ecosystem: 'CRAN',
        name,
        version: asText(entry['Version']) ?? null,
        qualifiers: isBioconductor ? { repository: 'Bioconductor' } : {},
        hashes: hexHash(asText(entry['Hash']) ?? ''),
        ...origin(entry),
      })
      indices.set(name, index)
    }
  }
  for (const [key, value] of entriesOf(lock['Packages'])) {
    const from = indices.get(asText(asRecord(value)?.['Package']) ?? key)
    for (const need of textsOf(asRecord(value)?.['Requirements'])) {
      const to = indices.get(need)
      if (from !== undefined && to !== undefined) into.edge(from, to)
    }
  }
  return into.finish()
}

const forges: Readonly<Record<string, string>> = {
  'api.github.com': 'https://github.com',
  'gitlab.com': 'https://gitlab.com',
  'api.bitbucket.org/2.0': 'https://bitbucket.org',
}

function origin(entry: UnknownRecord): { vcsUrl?: string; sourceUrl?: string } {
  const host =
    forges[asText(entry['RemoteHost']) ?? ''] ?? (entry['Source'] === 'GitHub' ? 'https://github.com' : undefined)
  const [user, repository, commit] = [
    asText(entry['RemoteUsername']),
    asText(entry['RemoteRepo']),
    asText(entry['RemoteSha']),
  ]
  if (host === undefined || user === undefined || repository === undefined) return {}
  const url = `${host}/${user}/${repository}`
  return { vcsUrl: `git+${url}${commit === undefined ? '' : `@${commit}`}`, sourceUrl: url }
}
