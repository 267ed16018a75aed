import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { openJson } from '#inventory/text/open.ts'
import { asText, asRecord } from '#inventory/text/values.ts'
import { takeLibraries } from '#inventory/text/dotnet-libraries.ts'

export const reader = defineReader({
  id: 'dotnet-deps',
  label: '.NET dependency file',
  explanation:
    'Reads the packages that a built program carries (NAME.deps.json) with hashes and edges; what its own projects ask for is direct.',
  source: 'The .NET runtime: runtime configuration and dependency files',
  kind: 'lockfile',
  recognisesName: (path) => path.endsWith('.deps.json'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('dotnet-deps', 'deps.json')
  const document = openJson(file, into)
  into.specVersion = asText(asRecord(document['runtimeTarget'])?.['name']) ?? null
  takeLibraries(document, into)
  if (into.parts.some(({ directness }) => directness === 'direct')) into.settleDirectness()
  return into.finish()
}
