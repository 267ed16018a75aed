/** Open source in the inventory that has an alternative with a price, and of which nobody said how much there is. */

import type { AlternativeCandidate, KnownPrice } from '#domain/assessment/alternatives.ts'
import { occurrencesByProduct } from '#domain/occurrence-order.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { ReplaceableSoftware } from '#domain/price-book.ts'
import type { Accepted } from './accept.ts'
import { mayCount } from './prices.ts'
import { recognize, type SoftwareIndex } from './software.ts'

/** By product: the packages that told, each with whether it is the program itself. */
type Found = {
  readonly software: ReplaceableSoftware
  readonly products: Map<number, Map<PurlText, boolean>>
}

export function candidates(
  portfolio: Portfolio,
  index: SoftwareIndex,
  prices: ReadonlyMap<string, KnownPrice>,
  accepted: readonly Accepted[],
): readonly AlternativeCandidate[] {
  const { products } = portfolio.organization
  return [...findSoftware(portfolio, index).values()]
    .flatMap((found): AlternativeCandidate[] => {
      const isValued = (product: number): boolean =>
        accepted.some((one) => values(one, found.software.id, products[product]?.id, index))
      const left = [...found.products].filter(([product]) => !isValued(product)).toSorted(([a], [b]) => a - b)
      if (left.length === 0) return []
      const { id, name, serves } = found.software
      return [
        {
          software: id,
          name,
          serves,
          products: left.map(([product, packages]) => ({
            product: products[product]?.id ?? '',
            packages: [...packages.keys()].sort(),
            isItself: [...packages.values()].includes(true),
          })),
          prices: [...prices.values()]
            .filter(({ software }) => software.includes(id))
            .map((price) => ({ id: price.id, metric: price.metric, mayCount: mayCount(price) }))
            .toSorted((a, b) => Number(b.mayCount) - Number(a.mayCount)),
        },
      ]
    })
    .toSorted((a, b) => b.products.length - a.products.length || (a.software < b.software ? -1 : 1))
}

/** With a quantity, or paid already, for this product or for all. */
function values(
  { substitution, price }: Accepted,
  software: string,
  product: string | undefined,
  index: SoftwareIndex,
): boolean {
  const { quantity, isPaidAlready, part } = substitution
  if (quantity === null && !isPaidAlready) return false
  if (substitution.product !== null && substitution.product !== product) return false
  return (
    price.software.includes(software) ||
    (part !== null && recognize(part, index).some((one) => one.software.id === software))
  )
}

function findSoftware(portfolio: Portfolio, index: SoftwareIndex): ReadonlyMap<string, Found> {
  const { parts, occurrences, documents } = portfolio
  const recognizedOfPart = parts.map((part) => (part.package === null ? [] : recognize(part.package, index)))
  const found = new Map<string, Found>()
  for (const occurrence of occurrencesByProduct(portfolio)) {
    const part = occurrences.part[occurrence] ?? -1
    const product = documents[occurrences.document[occurrence] ?? -1]?.product
    if (product === undefined) continue
    for (const { software, isItself } of recognizedOfPart[part] ?? []) {
      const one = found.get(software.id) ?? { software, products: new Map<number, Map<PurlText, boolean>>() }
      found.set(software.id, one)
      const packages = one.products.get(product) ?? new Map<PurlText, boolean>()
      one.products.set(product, packages)
      packages.set(parts[part]?.package ?? '', isItself)
    }
  }
  return found
}
