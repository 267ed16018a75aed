import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { takeLibraries } from '#inventory/text/dotnet-libraries.ts'
import { openJson } from '#inventory/text/open.ts'
import { asRecord, asText, asTextOrNumber, entriesOf, textsOf } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'nuget-assets',
  label: 'NuGet restore result',
  explanation:
    'Reads the packages that a restore resolved (project.assets.json) with hashes and edges; what the project asks for is direct.',
  source: 'NuGet documentation: package restore, the assets file',
  kind: 'lockfile',
  recognisesName: named('project.assets.json'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('nuget-assets', 'project.assets.json')
  const document = openJson(file, into)
  into.specVersion = asTextOrNumber(document['version']) ?? null
  const name = asText(asRecord(asRecord(document['project'])?.['restore'])?.['projectName'])
  const version = asText(asRecord(document['project'])?.['version']) ?? null
  if (name !== undefined) into.subject = { name, version, purl: null }
  const indices = takeLibraries(document, into)
  for (const [, requests] of entriesOf(document['projectFileDependencyGroups'])) {
    for (const request of textsOf(requests)) {
      const to = indices.get(request.split(' ', 1)[0]?.toLowerCase() ?? '')
      if (to !== undefined) into.root(to, 'runtime')
    }
  }
  if (into.parts.some(({ directness }) => directness === 'direct')) into.settleDirectness()
  return into.finish()
}
