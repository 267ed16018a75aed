import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'
import { asList, asRecord, asText, entriesOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'vcpkg',
  label: 'vcpkg manifest',
  explanation:
    'Reads the dependencies of vcpkg.json, those of features as optional. Only overrides fix a version; the baseline of the registry is not in the file.',
  source: 'vcpkg documentation: vcpkg.json',
  kind: 'manifest',
  recognisesName: named('vcpkg.json'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('vcpkg', 'vcpkg.json')
  const manifest = openJson(file, into)
  const name = asText(manifest['name'])
  if (name !== undefined) into.subject = { name, version: versionIn(manifest) ?? null, purl: null }
  const overrides = new Map<string, string>()
  for (const override of asList(manifest['overrides']) ?? []) {
    const entry = asRecord(override) ?? {}
    const version = versionIn(entry)
    if (version !== undefined) overrides.set(asText(entry['name']) ?? '', version)
  }
  takeAll(manifest['dependencies'], pointer('dependencies'), false, overrides, into)
  for (const [feature, value] of entriesOf(manifest['features'])) {
    takeAll(asRecord(value)?.['dependencies'], pointer('features', feature, 'dependencies'), true, overrides, into)
  }
  return into.finish()
}

function takeAll(
  list: unknown,
  parent: string,
  isOptional: boolean,
  overrides: ReadonlyMap<string, string>,
  into: Collector,
): void {
  for (const [order, value] of (asList(list) ?? []).entries()) {
    const at = `${parent}${pointer(order)}`
    const entry = asRecord(value)
    const name = asText(value) ?? asText(entry?.['name'])
    if (name === undefined) {
      into.refuse(at, 'part-without-name')
      continue
    }
    const version = overrides.get(name) ?? null
    const least = asText(entry?.['version>='])
    const scope = entry?.['host'] === true ? 'development' : isOptional ? 'optional' : 'runtime'
    const index = into.take({
      ref: at,
      at,
      ecosystem: null,
      purl: typedPurl('vcpkg', { name, version }),
      name,
      version,
      range: version === null && least !== undefined ? `>=${least}` : undefined,
      scope,
    })
    into.root(index, scope)
  }
}

function versionIn(entry: UnknownRecord): string | undefined {
  return (
    asText(entry['version']) ??
    asText(entry['version-string']) ??
    asText(entry['version-semver']) ??
    asText(entry['version-date'])
  )
}
