/** Package URLs of types that OSV has no name for. */

import { buildPurl } from '#ecosystems/purl.ts'

export type TypedPurl = {
  readonly namespace?: string | null
  readonly name: string
  readonly version: string | null
  readonly qualifiers?: Readonly<Record<string, string | undefined>>
  readonly subpath?: string | null
}

/** Null when the type's rules do not allow it. */
export function typedPurl(type: string, { namespace, name, version, qualifiers, subpath }: TypedPurl): string | null {
  const stated = Object.entries(qualifiers ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const built = buildPurl({
    type,
    namespace: namespace ?? null,
    name,
    version,
    qualifiers: stated.length === 0 ? null : Object.fromEntries(stated),
    subpath: subpath ?? null,
  })
  return built.ok ? built.purl : null
}
