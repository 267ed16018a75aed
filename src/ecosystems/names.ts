/** Package URLs against the names that OSV advisories use, in both directions. */

import type { Purl } from '#domain/purl.ts'
import { buildPurl } from './purl.ts'
import { ecosystemsByOsvName, ecosystemsByType, withoutRelease } from './registry.ts'

/** OSV's name of the ecosystem, with its release where the purl tells it (`Debian:12`); null when OSV has none. */
export function ecosystemOf(purl: Purl): string | null {
  return ecosystemsByType.get(purl.type)?.osv?.ecosystemOf(purl) ?? null
}

/** The name as OSV writes it in `affected.package.name`, for example `group:artifact` for Maven. */
export function packageNameOf(purl: Purl): string {
  const osv = ecosystemsByType.get(purl.type)?.osv
  if (osv) return osv.nameOf(purl)
  return purl.namespace === null ? purl.name : `${purl.namespace}/${purl.name}`
}

/** The package URL type of an OSV ecosystem, with or without a release; null when it has none. */
export function purlTypeOf(ecosystem: string): string | null {
  return ecosystemsByOsvName.get(withoutRelease(ecosystem))?.id ?? null
}

/** One spelling for names that the registry takes for the same: a lockfile and an advisory then agree. */
export function normaliseName(ecosystem: string, name: string): string {
  return ecosystemsByOsvName.get(withoutRelease(ecosystem))?.osv?.normalise(name) ?? name
}

/** The canonical package URL of a package known by its OSV name; null when the name or the ecosystem cannot have one. */
export function purlFor(ecosystem: string, name: string, version: string | null): string | null {
  const definition = ecosystemsByOsvName.get(withoutRelease(ecosystem))
  const parts = definition?.osv?.partsOf(name, ecosystem)
  if (definition === undefined || parts === null || parts === undefined) return null
  const built = buildPurl({
    type: definition.id,
    namespace: parts.namespace,
    name: parts.name,
    version,
    qualifiers: null,
    subpath: null,
  })
  return built.ok ? built.purl : null
}
