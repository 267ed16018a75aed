import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openToml } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'
import { keyLines } from '#inventory/text/toml.ts'
import { asRecord, asText, entriesOf, own } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'julia-project',
  label: 'Julia project',
  explanation:
    'Reads what Project.toml asks for, where no Manifest.toml stands beside it. What is compatible is a range, so parts have no version.',
  source: 'Pkg documentation: Project.toml and Manifest.toml',
  kind: 'manifest',
  recognisesName: named('Project.toml', 'JuliaProject.toml'),
  recognisesContent: (head) => /^uuid\s*=|^\[(?:deps|compat)\]/m.test(head),
  yieldsTo: ['Manifest.toml', 'JuliaManifest.toml'],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('julia-project', 'Project.toml')
  const { text, value: project } = openToml(file, into)
  const about = asText(project['name'])
  if (about !== undefined) into.subject = { name: about, version: asText(project['version']) ?? null, purl: null }
  const compatible = asRecord(project['compat']) ?? {}
  const places = keyLines(text, 'deps')
  for (const [name, uuid] of entriesOf(project['deps'])) {
    const at = lines(places.get(name) ?? 1)
    const purl = typedPurl('julia', { name, version: null, qualifiers: { uuid: asText(uuid) } })
    const range = asText(own(compatible, name))
    into.root(
      into.take({ ref: name, at, ecosystem: null, purl, name, version: null, range, scope: 'runtime' }),
      'runtime',
    )
  }
  return into.finish()
}
