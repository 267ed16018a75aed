import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asText, entriesOf } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'composer-json',
  label: 'Composer manifest',
  explanation:
    'Reads what composer.json asks for, where no composer.lock stands beside it. Ranges are parts without version; PHP itself and its extensions are no parts.',
  source: 'Composer documentation: the composer.json schema',
  kind: 'manifest',
  recognisesName: named('composer.json'),
  recognisesContent: () => true,
  yieldsTo: ['composer.lock'],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('composer-json', 'composer.json')
  const manifest = openJson(file, into)
  const name = asText(manifest['name'])
  if (name !== undefined) into.subject = { name, version: asText(manifest['version']) ?? null, purl: null }
  for (const [field, scope] of [
    ['require', 'runtime'],
    ['require-dev', 'development'],
  ] as const) {
    for (const [key, value] of entriesOf(manifest[field])) {
      if (!key.includes('/')) continue
      const at = pointer(field, key)
      const range = asText(value)
      if (range === undefined) {
        into.refuse(at, 'wrong-type')
        continue
      }
      const exact = /^v?\d+(?:\.\d+)+(?:-[\w.]+)?$/.test(range) ? range : null
      const index = into.take({
        ref: `${field}/${key}`,
        at,
        ecosystem: 'Packagist',
        name: key,
        version: exact,
        range: exact === null ? range : undefined,
        scope,
      })
      into.root(index, scope)
    }
  }
  return into.finish()
}
