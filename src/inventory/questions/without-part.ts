/** What would go with a package if it were gone: the parts that only it brings in. */

import { directnesses } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { targetParts, whereUsed } from './where-used.ts'

export type WithoutPart = {
  readonly package: string
  /** Products that use it, also through a product they contain; indices into `organization.products`, ascending. */
  readonly affected: readonly number[]
  readonly products: readonly {
    readonly product: number
    /** Parts that no other way leads to in any document of the product; indices into `parts`, ascending. */
    readonly gone: readonly number[]
    /** Entries of the documents concerned to which no way is known: nothing can be said about them. */
    readonly undecided: number
  }[]
  /** Parts that go everywhere in the organization, without the package itself; indices into `parts`, ascending. */
  readonly goneEverywhere: readonly number[]
}

const direct = directnesses.indexOf('direct')

/** Linear in occurrences, and in the edges of the documents that hold the package. */
export function withoutPart(portfolio: Portfolio, asked: string): WithoutPart {
  const { parts, occurrences, documents } = portfolio
  const targets = targetParts(parts, asked, () => true)
  const concerned = new Set<number>()
  for (let at = 0; at < occurrences.count; at += 1) {
    if (targets[occurrences.part[at] ?? 0] === 1) concerned.add(occurrences.document[at] ?? 0)
  }
  const isGone = new Uint8Array(occurrences.count)
  const undecided = new Map<number, number>()
  for (const document of concerned) {
    const product = documents[document]?.product ?? 0
    const open = markGone(portfolio, document, targets, isGone)
    undecided.set(product, (undecided.get(product) ?? 0) + open)
  }
  const { byProduct, everywhere } = partsGone(portfolio, targets, isGone, new Set(undecided.keys()))
  return {
    package: asked,
    affected: whereUsed(portfolio, asked).products.map(({ product }) => product),
    products: [...undecided]
      .sort(([a], [b]) => a - b)
      .map(([product, open]) => ({ product, gone: byProduct.get(product) ?? [], undecided: open })),
    goneEverywhere: everywhere,
  }
}

/** Marks what can be reached in a document, and not without the package. @returns entries that cannot be reached at all */
function markGone(portfolio: Portfolio, document: number, targets: Uint8Array, isGone: Uint8Array): number {
  const { occurrences, edges } = portfolio
  const first = lowerBound(occurrences.document, document)
  const end = lowerBound(occurrences.document, document + 1)
  const count = end - first
  const firstEdge = lowerBound(edges.document, document)
  const lastEdge = lowerBound(edges.document, document + 1)
  const starts = new Uint8Array(count)
  for (let at = first; at < end; at += 1) if (occurrences.directness[at] === direct) starts[at - first] = 1
  // Edges by their beginning, as linked lists.
  const head = new Int32Array(count).fill(-1)
  const next = new Int32Array(lastEdge - firstEdge)
  for (let edge = firstEdge; edge < lastEdge; edge += 1) {
    const from = edges.from[edge] ?? -1
    if (from < 0) starts[(edges.to[edge] ?? 0) - first] = 1
    else {
      next[edge - firstEdge] = head[from - first] ?? -1
      head[from - first] = edge
    }
  }
  const reach = (avoids: boolean): Uint8Array => {
    const reached = new Uint8Array(count)
    const queue: number[] = []
    const visit = (at: number): void => {
      if (reached[at] === 1 || (avoids && targets[occurrences.part[first + at] ?? 0] === 1)) return
      reached[at] = 1
      queue.push(at)
    }
    for (let at = 0; at < count; at += 1) if (starts[at] === 1) visit(at)
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (let edge = head[at] ?? -1; edge !== -1; edge = next[edge - firstEdge] ?? -1) {
        visit((edges.to[edge] ?? 0) - first)
      }
    }
    return reached
  }
  const withIt = reach(false)
  const withoutIt = reach(true)
  let open = 0
  for (let at = 0; at < count; at += 1) {
    if (withIt[at] !== 1) open += 1
    else if (withoutIt[at] !== 1) isGone[first + at] = 1
  }
  return open
}

/** A part is gone from a product when all its occurrences there are, and everywhere when all are. */
function partsGone(
  { parts, occurrences, documents }: Portfolio,
  targets: Uint8Array,
  isGone: Uint8Array,
  concerned: ReadonlySet<number>,
): { readonly byProduct: ReadonlyMap<number, readonly number[]>; readonly everywhere: readonly number[] } {
  const staysAnywhere = new Uint8Array(parts.length)
  const goes = new Map<number, Set<number>>()
  const stays = new Map<number, Set<number>>()
  for (const product of concerned) {
    goes.set(product, new Set())
    stays.set(product, new Set())
  }
  for (let at = 0; at < occurrences.count; at += 1) {
    const part = occurrences.part[at] ?? 0
    if (targets[part] === 1) continue
    const product = documents[occurrences.document[at] ?? 0]?.product ?? 0
    if (isGone[at] === 1) goes.get(product)?.add(part)
    else {
      staysAnywhere[part] = 1
      stays.get(product)?.add(part)
    }
  }
  const byProduct = new Map<number, readonly number[]>()
  const everywhere = new Set<number>()
  for (const [product, going] of goes) {
    const gone = [...going].filter((part) => stays.get(product)?.has(part) !== true).sort((a, b) => a - b)
    byProduct.set(product, gone)
    for (const part of gone) if (staysAnywhere[part] === 0) everywhere.add(part)
  }
  return { byProduct, everywhere: [...everywhere].sort((a, b) => a - b) }
}

/** The first index whose value is not below `value`, in an ascending column. */
function lowerBound(column: Int32Array, value: number): number {
  let low = 0
  let high = column.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((column[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
