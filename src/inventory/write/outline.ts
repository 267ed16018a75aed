/**
 * What every target needs to know of a document before it is written: the parts in an order of their own, so that the
 * order of the source does not show, and the relations with the subject's.
 */

import type { DocumentPart, ReadDocument } from '#domain/part.ts'
import { documentDepths } from '#inventory/depths.ts'
import type { LossList } from './loss-list.ts'

export type Outline = {
  /** Indices into `parts`, in the order they are written. */
  readonly order: readonly number[]
  /** Targets of relations by their beginning, shifted by one: element 0 holds what the subject asks for. */
  readonly uses: readonly (readonly number[])[]
  /** How many relations lead to each part, the subject's included. */
  readonly users: Int32Array
}

/** Lists what no target can hold: refused entries, services, deprecations, and directness that relations do not bear out. */
export function outlineOf(document: ReadDocument, lost: LossList): Outline {
  const { parts, counts } = document
  for (const { where, code } of document.refused) lost.add(where, 'refused', code)
  if (counts.services > 0) lost.add('', 'services', String(counts.services))
  const order = partOrder(parts)
  const edges = [...document.edges, ...statedDirect(document)]
  const depths = documentDepths({ ...document, edges })
  for (const [index, part] of parts.entries()) {
    const depth = depths[index] ?? 0
    const told = depth === 0 ? 'unknown' : depth === 1 ? 'direct' : 'transitive'
    if (part.directness !== told) lost.add(part.at, 'directness', part.directness)
    if (part.deprecation !== undefined) lost.add(part.at, 'deprecation', part.deprecation)
  }
  return { order, ...usesOf(parts, edges, order, lost) }
}

type Edge = readonly [from: number, to: number]

/** What is direct without a relation that says so: being asked for by the subject is what the word means. */
function statedDirect({ parts, edges }: ReadDocument): readonly Edge[] {
  const isTold = new Uint8Array(parts.length)
  for (const [from, to] of edges) if (from < 0) isTold[to] = 1
  return parts.flatMap(({ directness }, index) => (directness === 'direct' && isTold[index] === 0 ? [[-1, index]] : []))
}

function usesOf(
  parts: readonly DocumentPart[],
  edges: readonly Edge[],
  order: readonly number[],
  lost: LossList,
): Pick<Outline, 'uses' | 'users'> {
  const uses: number[][] = Array.from({ length: parts.length + 1 }, () => [])
  for (const [from, to] of edges) {
    const part = parts[to]
    if (part === undefined) continue
    if (from === to) lost.add(part.at, 'relation', part.ref)
    else uses[from + 1]?.push(to)
  }
  const rank = new Int32Array(parts.length)
  for (const [position, index] of order.entries()) rank[index] = position
  const users = new Int32Array(parts.length)
  for (const [user, list] of uses.entries()) {
    if (list.length > 1) {
      list.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0))
      if (list.some((to, position) => to === list[position - 1])) uses[user] = [...new Set(list)]
    }
    for (const to of uses[user] ?? []) users[to] = (users[to] ?? 0) + 1
  }
  return { uses, users }
}

/** By package URL or name, then version, then reference; code units, so that every machine sorts alike. */
function partOrder(parts: readonly DocumentPart[]): readonly number[] {
  const keys = parts.map(({ purl, name, version, ref }) => `${purl ?? `~${name}`}\n${version ?? ''}\n${ref}`)
  return parts
    .map((_, index) => index)
    .sort((a, b) => {
      const [left = '', right = ''] = [keys[a], keys[b]]
      return left < right ? -1 : left > right ? 1 : a - b
    })
}
