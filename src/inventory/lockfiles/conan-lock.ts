import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { conanReference } from '#inventory/text/conan-reference.ts'
import { named } from '#inventory/text/file-name.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asList, asRecord, asText, asTextOrNumber, asWord, entriesOf, textsOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'conan-lock',
  label: 'Conan lockfile',
  explanation:
    'Reads the references of conan.lock: the lists of Conan 2 and the graph of Conan 1, with edges. The node of the recipe itself is the project and not a part.',
  source: 'Conan documentation: lockfiles',
  kind: 'lockfile',
  recognisesName: named('conan.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

const lists: readonly (readonly [string, Scope])[] = [
  ['requires', 'runtime'],
  ['build_requires', 'development'],
  ['python_requires', 'development'],
  ['config_requires', 'development'],
]

function read(file: SourceFile): ReadDocument {
  const into = new Collector('conan-lock', 'conan.lock')
  const lock = openJson(file, into)
  into.specVersion = asTextOrNumber(lock['version']) ?? null
  const nodes = asRecord(asRecord(lock['graph_lock'])?.['nodes'])
  if (nodes !== undefined) readGraph(nodes, into)
  for (const [list, scope] of lists) {
    for (const [order, reference] of (asList(lock[list]) ?? []).entries()) {
      take(asText(reference), pointer(list, order), scope, into)
    }
  }
  return into.finish()
}

function readGraph(nodes: UnknownRecord, into: Collector): void {
  const indices = new Map<string, number>()
  const build = new Set(Object.values(nodes).flatMap((node) => textsOf(asRecord(node)?.['build_requires'])))
  for (const [id, value] of Object.entries(nodes)) {
    const node = asRecord(value) ?? {}
    // The consumer has the path of its recipe, or in the oldest form no reference.
    const reference = asText(node['ref']) ?? asText(node['pref'])
    if (node['path'] !== undefined || (reference === undefined && 'pref' in node)) {
      indices.set(id, -1)
      continue
    }
    const isForBuild = build.has(id) || node['context'] === 'build'
    const index = take(reference, pointer('graph_lock', 'nodes', id), isForBuild ? 'development' : 'runtime', into)
    if (index !== undefined) indices.set(id, index)
  }
  for (const [id, value] of Object.entries(nodes)) {
    const from = indices.get(id)
    if (from === undefined) continue
    for (const [field, scope] of lists) {
      const needed = asRecord(value)?.[field]
      const ids = [...textsOf(needed), ...entriesOf(needed).map(([, to]) => asWord(to))]
      for (const to of ids.map((one) => indices.get(one))) {
        if (to === undefined || to === -1) continue
        if (from === -1) into.root(to, scope)
        else into.edge(from, to)
      }
    }
  }
  if ([...indices.values()].includes(-1)) into.settleDirectness()
}

function take(reference: string | undefined, at: string, scope: Scope, into: Collector): number | undefined {
  const parsed = conanReference(reference ?? '')
  if (parsed === undefined) return into.refuse(at, 'part-without-name')
  return into.take({ ref: reference ?? '', at, ecosystem: 'ConanCenter', ...parsed, scope })
}
