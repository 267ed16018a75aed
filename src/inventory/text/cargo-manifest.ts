/** What a Cargo.toml asks for, by the name of the crate (not the name it is renamed to). */

import type { Scope } from '#domain/part.ts'
import type { UnknownRecord } from './values.ts'
import { asRecord, asText, entriesOf, own } from './values.ts'

const tables: readonly (readonly [name: string, scope: Scope])[] = [
  ['dependencies', 'runtime'],
  ['build-dependencies', 'development'],
  ['dev-dependencies', 'development'],
]

const need: readonly Scope[] = ['runtime', 'optional', 'development', 'unknown']

/** `workspace` is the manifest at the root: `x.workspace = true` takes what stands there. */
export function cargoRequests(manifest: UnknownRecord, workspace: UnknownRecord): Map<string, Scope> {
  const requests = new Map<string, Scope>()
  const shared = asRecord(asRecord(workspace['workspace'])?.['dependencies']) ?? {}
  const places = [manifest, ...entriesOf(manifest['target']).map(([, target]) => asRecord(target) ?? {})]
  for (const place of places) {
    for (const [table, scope] of tables) {
      for (const [name, value] of [
        ...entriesOf(place[table]),
        ...entriesOf(place[table.replace('-', '_')] === place[table] ? undefined : place[table.replace('-', '_')]),
      ]) {
        const entry = asRecord(value)
        const asked = entry?.['workspace'] === true ? asRecord(own(shared, name)) : entry
        const crate = asText(asked?.['package']) ?? name
        const wanted = entry?.['optional'] === true ? 'optional' : scope
        const before = requests.get(crate)
        if (before === undefined || need.indexOf(wanted) < need.indexOf(before)) requests.set(crate, wanted)
      }
    }
  }
  return requests
}
