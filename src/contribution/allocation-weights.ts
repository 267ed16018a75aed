import type { Portfolio } from '#domain/portfolio.ts'
import type { AllocationWeights } from './allocate.ts'
import { packagesOf, type LinkedContext } from './context.ts'

/** By usage: the number of products that use any package of the recipient; by value: their central replacement value. */
export function allocationWeights(
  { parts, documents, occurrences }: Portfolio,
  { links, packageValue }: LinkedContext,
): AllocationWeights {
  let usage: Map<string, Set<number>> | undefined
  const productsOf = (name: string): ReadonlySet<number> => {
    if (usage === undefined) {
      usage = new Map()
      for (let at = 0; at < occurrences.count; at += 1) {
        const used = parts[occurrences.part[at] ?? -1]?.package
        const product = documents[occurrences.document[at] ?? -1]?.product
        if (used === undefined || used === null || product === undefined) continue
        const products = usage.get(used)
        if (products === undefined) usage.set(used, new Set([product]))
        else products.add(product)
      }
    }
    return usage.get(name) ?? new Set()
  }
  return (recipient, key) => {
    const packages = recipient.startsWith('pkg:') ? [recipient] : packagesOf(recipient, links)
    if (packages.length === 0) return null
    if (key === 'usage') return new Set(packages.flatMap((name) => [...productsOf(name)])).size
    const values = packages.flatMap((name) => {
      const figure = packageValue(name)?.figure
      return figure?.known === true ? [figure.value.central] : []
    })
    return values.length === 0 ? null : values.reduce((total, one) => total + one, 0)
  }
}
