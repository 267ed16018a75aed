/** Packages as .NET writes them after a restore or a build: `libraries` by NAME/VERSION, and what each needs by target. */

import { base64Hash } from './hashes.ts'
import type { Collector } from './collector.ts'
import { pointer } from './place.ts'
import type { UnknownRecord } from './values.ts'
import { asRecord, asText, entriesOf } from './values.ts'

/** Takes every package of `libraries` with edges; projects of the same solution are none. Gives indices by lower-case name. */
export function takeLibraries(document: UnknownRecord, into: Collector): ReadonlyMap<string, number> {
  const indices = new Map<string, number>()
  const projects = new Map<string, UnknownRecord>()
  for (const [key, value] of entriesOf(document['libraries'])) {
    const at = pointer('libraries', key)
    const library = asRecord(value)
    const slash = key.indexOf('/')
    const [name, version] = slash === -1 ? [key, null] : [key.slice(0, slash), key.slice(slash + 1)]
    if (library === undefined) into.refuse(at, 'wrong-type')
    else if (library['type'] === 'project') projects.set(name.toLowerCase(), library)
    else {
      const index = into.take({
        ref: key,
        at,
        ecosystem: 'NuGet',
        name,
        version: version === '' ? null : version,
        scope: 'runtime',
        hashes: base64Hash('SHA-512', (asText(library['sha512']) ?? '').replace(/^sha512-/, '')),
      })
      indices.set(key.toLowerCase(), index)
      indices.set(name.toLowerCase(), index)
    }
  }
  for (const [, target] of entriesOf(document['targets'])) {
    for (const [key, entry] of entriesOf(target)) {
      const name = key.split('/', 1)[0]?.toLowerCase() ?? ''
      const from = indices.get(key.toLowerCase())
      for (const [needed, range] of entriesOf(asRecord(entry)?.['dependencies'])) {
        const exact = typeof range === 'string' ? indices.get(`${needed}/${range}`.toLowerCase()) : undefined
        const to = exact ?? indices.get(needed.toLowerCase())
        if (to === undefined) continue
        if (from !== undefined) into.edge(from, to)
        else if (projects.has(name)) into.root(to, 'runtime')
      }
    }
  }
  return indices
}
