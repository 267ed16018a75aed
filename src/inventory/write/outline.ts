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

/** Lists what no target can hold: refused entries, services, and directness that relations do not bear out. */
export function outlineOf(document: ReadDocument, lost: LossList): Outline {
  const { parts, counts } = document
  for (const { where, code } of document.refused) lost.add(where, 'refused', code)
  if (counts.services > 0) lost.add('', 'services', String(counts.services))
  const order = partOrder(parts)
  const edges = distinctEdges(document, lost)
  const depths = documentDepths({ ...document, edges })
  for (const [index, part] of parts.entries()) {
    const depth = depths[index] ?? 0
    const told = depth === 0 ? 'unknown' : depth === 1 ? 'direct' : 'transitive'
    if (part.directness !== told) lost.add(part.at, 'directness', part.directness)
  }
  const uses: number[][] = Array.from({ length: parts.length + 1 }, () => [])
  const users = new Int32Array(parts.length)
  for (const [from, to] of edges) {
    uses[from + 1]?.push(to)
    users[to] = (users[to] ?? 0) + 1
  }
  const rank = new Int32Array(parts.length)
  for (const [position, index] of order.entries()) rank[index] = position
  for (const list of uses) if (list.length > 1) list.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0))
  return { order, uses, users }
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

/** Each relation once; and one from the subject to every part it is said to ask for, which is what "direct" means. */
function distinctEdges({ parts, edges }: ReadDocument, lost: LossList): readonly (readonly [number, number])[] {
  const seen = new Set<number>()
  const distinct: (readonly [number, number])[] = []
  const add = (edge: readonly [number, number]): void => {
    const key = (edge[0] + 1) * 0x1_0000_0000 + edge[1]
    if (seen.has(key)) return
    seen.add(key)
    distinct.push(edge)
  }
  for (const edge of edges) {
    const part = parts[edge[1]]
    if (part === undefined) continue
    if (edge[0] === edge[1]) lost.add(part.at, 'relation', part.ref)
    else add(edge)
  }
  for (const [index, { directness }] of parts.entries()) if (directness === 'direct') add([-1, index])
  return distinct
}
