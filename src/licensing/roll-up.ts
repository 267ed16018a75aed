/** Licenses per product: every part version of a product counts once in it, however many documents list it. */

import type { PartTerms, ProductLicenses } from '#domain/assessment/licenses.ts'
import { lift, unknown, type NamedFigure } from '#domain/figure.ts'
import { opennesses, reciprocities, type Openness, type Reciprocity } from '#domain/license-facts.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { documentFigureIds } from './figures.ts'

/** Part versions of each product, ascending. */
function partsOfProducts({ parts, occurrences, documents, organization }: Portfolio): readonly Int32Array[] {
  const products = organization.products.length
  const keys = new Set<number>()
  for (let at = 0; at < occurrences.count; at += 1) {
    const product = documents[occurrences.document[at] ?? -1]?.product ?? -1
    const part = occurrences.part[at] ?? -1
    if (product >= 0 && product < products && part >= 0) keys.add(product * parts.length + part)
  }
  const lists: number[][] = organization.products.map(() => [])
  for (const key of Float64Array.from(keys).sort()) {
    lists[Math.floor(key / parts.length)]?.push(key % parts.length)
  }
  return lists.map((list) => Int32Array.from(list))
}

/** For each part version the number of products that use it. */
export function productsOfEachPart(portfolio: Portfolio): Int32Array {
  const counts = new Int32Array(portfolio.parts.length)
  for (const parts of partsOfProducts(portfolio)) for (const part of parts) counts[part] = (counts[part] ?? 0) + 1
  return counts
}

export function rollUp(
  portfolio: Portfolio,
  terms: readonly PartTerms[],
): { readonly products: readonly ProductLicenses[]; readonly figures: readonly NamedFigure<number>[] } {
  const byProduct = partsOfProducts(portfolio)
  const products = portfolio.organization.products.map((product, at): ProductLicenses => {
    const used = Array.from(byProduct[at] ?? [], (part) => terms[part]).filter((part) => part !== undefined)
    const count = (isCounted: (part: PartTerms) => boolean): number => used.filter(isCounted).length
    return {
      product: product.id,
      name: product.name,
      parts: used.length,
      byOpenness: Object.fromEntries(
        opennesses.map((openness) => [openness, count((part) => part.openness === openness)]),
      ) as Record<Openness, number>,
      byReciprocity: Object.fromEntries(
        ([...reciprocities, 'unknown'] as const).map((reciprocity) => [
          reciprocity,
          count((part) => (part.reciprocity ?? 'unknown') === reciprocity),
        ]),
      ) as Record<Reciprocity | 'unknown', number>,
      guessed: count(({ certainty }) => certainty === 'guessed'),
      withoutLicense: count(({ certainty }) => certainty === 'absent'),
      network: count(({ network }) => network),
    }
  })
  const figures = products.map(({ product, parts, byOpenness }, at): NamedFigure<number> => {
    const inputs = documentFigureIds(portfolio, at)
    const figure = lift(parts - byOpenness.unknown, { id: 'licenses/known-terms', version: 1 }, inputs)
    return {
      id: `licenses/known-terms/product:${product}`,
      figure: parts === 0 ? unknown('not-applicable', figure.from) : figure,
    }
  })
  return { products, figures }
}
