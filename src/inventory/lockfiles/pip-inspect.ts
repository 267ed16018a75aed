import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { LicenseStatement, ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { pythonName, pythonRequirement } from '#inventory/text/python-requirement.ts'
import { asList, asRecord, asText, textsOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'pip-inspect',
  label: 'pip inspect',
  explanation:
    'Reads the installed packages in the output of `pip inspect` with licenses and edges; those marked as requested are direct. Editable folders are refused.',
  source: 'pip documentation: pip inspect JSON output',
  kind: 'lockfile',
  recognisesName: (path) => /pip-?inspect.*\.json$|^inspect\.json$/.test(fileName(path)),
  recognisesContent: (head) => head.includes('"pip_version"'),
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('pip-inspect', 'pip inspect')
  const report = openJson(file, into)
  into.specVersion = asText(report['version']) ?? null
  const indices = new Map<string, number>()
  const needs: [number, string, boolean][] = []
  for (const [order, value] of (asList(report['installed']) ?? []).entries()) {
    const at = pointer('installed', order)
    const entry = asRecord(value) ?? {}
    const metadata = asRecord(entry['metadata']) ?? {}
    const name = asText(metadata['name'])
    const direct = asRecord(entry['direct_url'])
    if (name === undefined) into.refuse(at, 'part-without-name')
    else if (asText(direct?.['url'])?.startsWith('file:')) into.refuse(at, 'local-source')
    else {
      const version = asText(metadata['version']) ?? null
      const index = into.take({
        ref: name,
        at,
        ecosystem: 'PyPI',
        name,
        version,
        licenses: licensesOf(metadata),
        ...origin(direct),
      })
      indices.set(pythonName(name), index)
      if (entry['requested'] === true) into.root(index, 'runtime')
      for (const text of textsOf(metadata['requires_dist'])) {
        const requirement = pythonRequirement(text)
        const isExtra = /\bextra\s*==/.test(requirement?.marker ?? '')
        if (requirement?.name !== undefined && requirement.name !== null) needs.push([index, requirement.name, isExtra])
      }
    }
  }
  for (const [from, name, isExtra] of needs) {
    const to = indices.get(pythonName(name))
    if (to !== undefined) into.edge(from, to, isExtra)
  }
  if (into.parts.some((part) => part.directness === 'direct')) into.settleDirectness()
  return into.finish()
}

function licensesOf(metadata: UnknownRecord): LicenseStatement[] {
  const text = asText(metadata['license_expression']) ?? asText(metadata['license'])
  return text === undefined ? [] : [{ basis: 'declared', text }]
}

function origin(direct: UnknownRecord | undefined): { vcsUrl?: string | undefined; sourceUrl?: string | undefined } {
  const url = asText(direct?.['url'])
  const vcs = asRecord(direct?.['vcs_info'])
  if (url === undefined || vcs === undefined) return {}
  return {
    vcsUrl: vcsUrl(`${asText(vcs['vcs']) ?? 'git'}+${url}`, asText(vcs['commit_id'])),
    sourceUrl: repositoryUrl(url),
  }
}
