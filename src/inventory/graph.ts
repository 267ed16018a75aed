/** Questions about who uses what, answered on the columns of the portfolio in linear time. */

import type { SharedPackage } from '#domain/assessment/inventory.ts'
import type { Part, Portfolio } from '#domain/portfolio.ts'

/** Lists of numbers, one for each row: those of row r are `values[offsets[r]]` up to, not including, `values[offsets[r + 1]]`. */
export type Rows = { readonly offsets: Int32Array; readonly values: Int32Array }

export function row({ offsets, values }: Rows, index: number): Int32Array {
  return values.subarray(offsets[index] ?? 0, offsets[index + 1] ?? 0)
}

/** For each part the products that use it, ascending, each once however many documents of the product list the part. */
export function productsOfParts(portfolio: Portfolio): Rows {
  const { parts, occurrences, documents } = portfolio
  const byPart = group(occurrences.part, parts.length)
  const products = Int32Array.from(documents, ({ product }) => product)
  return distinct(byPart, parts.length, productCount(portfolio), (occurrence) => {
    return products[occurrences.document[occurrence] ?? 0] ?? 0
  })
}

/** One more than the largest index of a product. */
function productCount({ organization, documents }: Portfolio): number {
  return documents.reduce((most, { product }) => Math.max(most, product + 1), organization.products.length)
}

/** The distinct packages: parts with one package URL apart from the version; without one, with one kind and name. */
export type Packages = {
  readonly keys: readonly string[]
  /** A part of the package, which gives it its name and ecosystem. */
  readonly example: readonly Part[]
  /** Index of the package of each part. */
  readonly ofPart: Int32Array
}

export function packagesOf(parts: readonly Part[]): Packages {
  const indexOf = new Map<string, number>()
  const keys: string[] = []
  const example: Part[] = []
  const ofPart = new Int32Array(parts.length)
  for (const [position, part] of parts.entries()) {
    const key = part.package ?? `${part.kind}:${part.name}`
    let index = indexOf.get(key)
    if (index === undefined) {
      index = keys.length
      indexOf.set(key, index)
      keys.push(key)
      example.push(part)
    }
    ofPart[position] = index
  }
  return { keys, example, ofPart }
}

/** Packages that most products use; ties by occurrences, then by package. */
export function mostSharedPackages(
  portfolio: Portfolio,
  most: number,
  packages = packagesOf(portfolio.parts),
): SharedPackage[] {
  const { parts, occurrences } = portfolio
  const count = packages.keys.length
  const products = productsOfParts(portfolio)
  const byPackage = group(packages.ofPart, count)
  const uses = new Int32Array(count)
  for (const part of occurrences.part) {
    const index = packages.ofPart[part] ?? 0
    uses[index] = (uses[index] ?? 0) + 1
  }
  const stamp = new Int32Array(productCount(portfolio)).fill(-1)
  const shared = packages.keys.map((key, index): SharedPackage => {
    const versions = row(byPackage, index)
    let users = 0
    for (const part of versions) {
      for (const product of row(products, part)) {
        if (stamp[product] === index) continue
        stamp[product] = index
        users += 1
      }
    }
    const name = parts[versions[0] ?? 0]?.name ?? key
    return { package: key, name, products: users, occurrences: uses[index] ?? 0, versions: versions.length }
  })
  return shared
    .sort((a, b) => b.products - a.products || b.occurrences - a.occurrences || (a.package < b.package ? -1 : 1))
    .slice(0, most)
}

/**
 * A shortest way from the product to an occurrence inside its document, as occurrences: the first is what the product asks
 * for, the last is the occurrence itself. Of several the one with the smallest indices, seen from its end. Empty when no way is
 * known, or only one longer than the depths a portfolio holds.
 */
export function shortestPath({ occurrences, edges }: Portfolio, occurrence: number): number[] {
  const document = occurrences.document[occurrence]
  let depth = occurrences.depth[occurrence] ?? 0
  if (document === undefined || depth === 0) return []
  const start = lowerBound(occurrences.document, document)
  const end = lowerBound(occurrences.document, document + 1)
  const firstEdge = lowerBound(edges.document, document)
  const lastEdge = lowerBound(edges.document, document + 1)
  // The user of each part that lies one step nearer to the product.
  const nearer = new Int32Array(end - start).fill(-1)
  for (let edge = firstEdge; edge < lastEdge; edge += 1) {
    const from = edges.from[edge] ?? -1
    const to = edges.to[edge] ?? 0
    if (from < 0 || (occurrences.depth[from] ?? 0) + 1 !== occurrences.depth[to] || occurrences.depth[from] === 0)
      continue
    const known = nearer[to - start] ?? -1
    if (known === -1 || from < known) nearer[to - start] = from
  }
  const path = [occurrence]
  for (let at = occurrence; depth > 1; depth -= 1) {
    at = nearer[at - start] ?? -1
    if (at < 0) return []
    path.push(at)
  }
  return path.toReversed()
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

/** Positions of a column by their value, ascending inside each value. */
function group(column: Int32Array, count: number): Rows {
  const offsets = new Int32Array(count + 1)
  for (const value of column) offsets[value + 1] = (offsets[value + 1] ?? 0) + 1
  for (let index = 0; index < count; index += 1) offsets[index + 1] = (offsets[index + 1] ?? 0) + (offsets[index] ?? 0)
  const next = offsets.slice()
  const values = new Int32Array(column.length)
  for (const [position, value] of column.entries()) {
    const slot = next[value] ?? 0
    values[slot] = position
    next[value] = slot + 1
  }
  return { offsets, values }
}

function distinct(rows: Rows, count: number, valueCount: number, valueOf: (member: number) => number): Rows {
  const offsets = new Int32Array(count + 1)
  const values = new Int32Array(rows.values.length)
  const stamp = new Int32Array(valueCount).fill(-1)
  let end = 0
  for (let index = 0; index < count; index += 1) {
    const start = end
    for (const member of row(rows, index)) {
      const value = valueOf(member)
      if (stamp[value] === index) continue
      stamp[value] = index
      values[end] = value
      end += 1
    }
    values.subarray(start, end).sort()
    offsets[index + 1] = end
  }
  return { offsets, values: values.slice(0, end) }
}
