/** Which packages others stand on. */

import type { Portfolio } from '#domain/portfolio.ts'
import { packagesOf, productsOfParts, row } from '#inventory/graph.ts'

export type Dependence = {
  readonly package: string
  readonly name: string
  /** Products that use any version of it. */
  readonly products: number
  /** Distinct packages that ask for it themselves, in any document. */
  readonly dependents: number
  /** Products that ask for it themselves. */
  readonly directProducts: number
}

/** By products, then by dependents, then by name. One pass over the edges, one over the occurrences. */
export function mostDependedOn(portfolio: Portfolio, most = 25): Dependence[] {
  const { parts, occurrences, edges, documents } = portfolio
  const { keys, ofPart, example } = packagesOf(parts)
  const dependents = new Int32Array(keys.length)
  const directProducts = new Int32Array(keys.length)
  const seen = new Set<number>()
  const span = Math.max(keys.length, portfolio.organization.products.length, 1)
  for (let edge = 0; edge < edges.count; edge += 1) {
    const from = edges.from[edge] ?? -1
    const to = ofPart[occurrences.part[edges.to[edge] ?? 0] ?? 0] ?? 0
    const isProduct = from < 0
    const user = isProduct
      ? (documents[edges.document[edge] ?? 0]?.product ?? 0)
      : (ofPart[occurrences.part[from] ?? 0] ?? 0)
    if (!isProduct && user === to) continue
    const key = (to * span + user) * 2 + (isProduct ? 1 : 0)
    if (seen.has(key)) continue
    seen.add(key)
    const counts = isProduct ? directProducts : dependents
    counts[to] = (counts[to] ?? 0) + 1
  }
  const products = productsOfPackages(portfolio, ofPart, keys.length)
  return keys
    .map((key, index): Dependence => {
      return {
        package: key,
        name: example[index]?.name ?? key,
        products: products[index] ?? 0,
        dependents: dependents[index] ?? 0,
        directProducts: directProducts[index] ?? 0,
      }
    })
    .sort((a, b) => b.products - a.products || b.dependents - a.dependents || (a.package < b.package ? -1 : 1))
    .slice(0, most)
}

function productsOfPackages(portfolio: Portfolio, ofPart: Int32Array, count: number): Int32Array {
  const users = Array.from({ length: count }, () => new Set<number>())
  const products = productsOfParts(portfolio)
  for (const position of portfolio.parts.keys()) {
    for (const product of row(products, position)) users[ofPart[position] ?? 0]?.add(product)
  }
  return Int32Array.from(users, (set) => set.size)
}
