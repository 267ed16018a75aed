/** What a Cargo.toml asks for, by the name of the crate (not the name it is renamed to). */

import type { Scope } from '#domain/part.ts'
import type { UnknownRecord } from './values.ts'
import { asRecord, asText, entriesOf, own } from './values.ts'

export type CargoRequest = {
  readonly crate: string
  /** The key it stands under. */
  readonly key: string
  readonly scope: Scope
  /** What is asked: a text or a table, taken from the workspace where the manifest says so. */
  readonly stated: unknown
}

const tables: readonly (readonly [name: string, scope: Scope])[] = [
  ['dependencies', 'runtime'],
  ['build-dependencies', 'development'],
  ['build_dependencies', 'development'],
  ['dev-dependencies', 'development'],
  ['dev_dependencies', 'development'],
]

const need: readonly Scope[] = ['runtime', 'optional', 'development', 'unknown']

/** `workspace` is the manifest at the root: `x.workspace = true` takes what stands there. */
export function cargoRequestList(manifest: UnknownRecord, workspace: UnknownRecord): CargoRequest[] {
  const shared = asRecord(asRecord(workspace['workspace'])?.['dependencies']) ?? {}
  const places = [manifest, ...entriesOf(manifest['target']).map(([, target]) => asRecord(target) ?? {})]
  return places.flatMap((place) =>
    tables.flatMap(([table, scope]) =>
      entriesOf(place[table]).map(([key, value]) => {
        const entry = asRecord(value)
        const stated = entry?.['workspace'] === true ? own(shared, key) : value
        return {
          crate: asText(asRecord(stated)?.['package']) ?? key,
          key,
          scope: entry?.['optional'] === true ? ('optional' as const) : scope,
          stated,
        }
      }),
    ),
  )
}

/** The strongest need for each crate. */
export function cargoRequests(manifest: UnknownRecord, workspace: UnknownRecord): Map<string, Scope> {
  const requests = new Map<string, Scope>()
  for (const { crate, scope } of cargoRequestList(manifest, workspace)) {
    const before = requests.get(crate)
    if (before === undefined || need.indexOf(scope) < need.indexOf(before)) requests.set(crate, scope)
  }
  return requests
}
