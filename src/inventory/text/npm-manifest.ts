/** What a project of npm's family asks for: the package.json beside a lockfile that does not say it itself. */

import type { SourceFile } from '#inventory/reader.ts'
import type { Scope } from '#domain/part.ts'
import type { Collector } from './collector.ts'
import { parseJson } from './json.ts'
import type { UnknownRecord } from './values.ts'
import { asRecord, asText, asTextOrNumber, entriesOf, own } from './values.ts'

/** The fields of package.json that make a package ask for another one. */
export const requestFields: readonly (readonly [field: string, scope: Scope])[] = [
  ['dependencies', 'runtime'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'development'],
]

/** The package.json beside a file; undefined when there is none that can be read. */
export function manifestBeside(file: SourceFile): UnknownRecord | undefined {
  const manifest = file.sibling('package.json')
  const parsed = manifest === undefined ? undefined : parseJson(manifest.text())
  return parsed?.ok === true ? asRecord(parsed.value) : undefined
}

/**
 * Marks what package.json asks for, and settles directness and scope from there. `find` gives the part that answers a
 * request. With workspaces the members ask too, in files that are not read here: then what nobody was seen to ask for is
 * of unknown directness.
 */
export function requestedByProject(
  file: SourceFile,
  into: Collector,
  find: (name: string, range: string) => number | undefined,
): void {
  const manifest = manifestBeside(file)
  if (manifest === undefined) return
  const name = asText(manifest['name'])
  if (name !== undefined) into.subject = { name, version: asTextOrNumber(manifest['version']) ?? null, purl: null }
  for (const [field, scope] of requestFields) {
    for (const [asked, range] of entriesOf(own(manifest, field))) {
      const to = find(asked, asText(range) ?? '')
      if (to !== undefined) into.root(to, scope)
    }
  }
  into.settleScopes()
  if (manifest['workspaces'] === undefined) into.settleDirectness()
}
