import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { requestFields } from '#inventory/text/npm-manifest.ts'
import { requested } from '#inventory/text/npm-request.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asText, asTextOrNumber, entriesOf } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'package-json',
  label: 'npm manifest',
  explanation:
    'Reads what package.json asks for, where no lockfile stands beside it. Ranges are parts without version.',
  source: 'npm documentation: package.json',
  kind: 'manifest',
  recognisesName: named('package.json'),
  recognisesContent: () => true,
  yieldsTo: ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock'],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('package-json', 'package.json')
  const manifest = openJson(file, into)
  const name = asText(manifest['name'])
  if (name !== undefined) into.subject = { name, version: asTextOrNumber(manifest['version']) ?? null, purl: null }
  for (const [field, scope] of requestFields) {
    for (const [key, value] of entriesOf(manifest[field])) {
      const at = pointer(field, key)
      if (typeof value !== 'string') {
        into.refuse(at, 'wrong-type')
        continue
      }
      const { isLocal, ...asked } = requested(key, value)
      if (isLocal) into.refuse(at, 'local-source')
      else into.root(into.take({ ref: `${field}/${key}`, at, ecosystem: 'npm', ...asked, scope }), scope)
    }
  }
  return into.finish()
}
