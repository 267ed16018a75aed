import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { requested } from '#inventory/text/npm-request.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asText, entriesOf } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'deno-json',
  label: 'Deno manifest',
  explanation:
    'Reads what the import map of deno.json asks for from npm and JSR. Ranges are parts without version; JSR packages have no package URL type. Addresses and paths are refused.',
  source: 'Deno documentation: deno.json',
  kind: 'manifest',
  recognisesName: named('deno.json', 'deno.jsonc'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('deno-json', 'deno.json')
  const manifest = openJson(file, into, true)
  const project = asText(manifest['name'])
  if (project !== undefined) into.subject = { name: project, version: asText(manifest['version']) ?? null, purl: null }
  for (const [key, value] of entriesOf(manifest['imports'])) {
    const at = pointer('imports', key)
    const match = /^(npm|jsr):\/?(@?[^@]+)(?:@([^/]*))?/.exec(asText(value) ?? '')
    if (match === null) {
      into.refuse(at, typeof value === 'string' ? 'local-source' : 'wrong-type')
      continue
    }
    const [, source, path = '', range = ''] = match
    // Behind the package may stand a path into it.
    const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/')
    const { version, range: asked } = requested(name, range)
    const entry = { ref: key, at, name, version, range: asked, scope: 'runtime' as const }
    into.root(into.take({ ...entry, ecosystem: source === 'npm' ? 'npm' : null }), 'runtime')
  }
  return into.finish()
}
