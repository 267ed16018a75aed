/** How an organization uses its packages, over all occurrences. */

import { occurrencesByProduct } from '#domain/occurrence-order.ts'
import type { Scope } from '#domain/part.ts'
import { directnesses, scopes } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'

/** Strongest need first: what nothing is known about counts as runtime, and stands behind what is known to be runtime. */
export const scopesByNeed: readonly Scope[] = ['runtime', 'unknown', 'optional', 'development']
const needOfCode = Uint8Array.from(scopes, (scope) => scopesByNeed.indexOf(scope))
const transitive = directnesses.indexOf('transitive')

export type Uses = {
  /** Index into `scopesByNeed`. */
  readonly need: Uint8Array
  /** 1 where an occurrence is direct, or nothing tells how it came. */
  readonly isOtherThanTransitive: Uint8Array
  /** 1 where an occurrence is in a product that was not bought. */
  readonly isElsewhereThanBought: Uint8Array
  readonly products: Int32Array
}

/**
 * One pass over the occurrences, product by product, so that distinct products are counted without a set per package.
 * `packageOfPart` gives for each part the index of its package, or -1.
 */
export function usesOf(portfolio: Portfolio, packageOfPart: Int32Array, count: number): Uses {
  const { occurrences, documents, organization } = portfolio
  const productOf = Int32Array.from(documents, ({ product }) => product)
  const isBought = Uint8Array.from(organization.products, ({ origin }) => (origin === 'bought' ? 1 : 0))
  const uses: Uses = {
    need: new Uint8Array(count).fill(scopesByNeed.length - 1),
    isOtherThanTransitive: new Uint8Array(count),
    isElsewhereThanBought: new Uint8Array(count),
    products: new Int32Array(count),
  }
  const lastProduct = new Int32Array(count).fill(-2)
  for (const occurrence of occurrencesByProduct(portfolio)) {
    const entry = packageOfPart[occurrences.part[occurrence] ?? -1] ?? -1
    if (entry === -1) continue
    const product = productOf[occurrences.document[occurrence] ?? -1] ?? -1
    if (lastProduct[entry] !== product) {
      lastProduct[entry] = product
      uses.products[entry] = (uses.products[entry] ?? 0) + 1
    }
    const need = needOfCode[occurrences.scope[occurrence] ?? 0] ?? 0
    if (need < (uses.need[entry] ?? 0)) uses.need[entry] = need
    if (occurrences.directness[occurrence] !== transitive) uses.isOtherThanTransitive[entry] = 1
    if (isBought[product] !== 1) uses.isElsewhereThanBought[entry] = 1
  }
  return uses
}
