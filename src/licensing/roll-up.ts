/** Licenses per product: every part version of a product counts once in it, however many documents list it. */

import type { PartTerms, ProductLicenses } from '#domain/assessment/licenses.ts'
import { lift, unknown, type NamedFigure } from '#domain/figure.ts'
import { opennesses, reciprocities, type Openness, type Reciprocity } from '#domain/license-facts.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { documentFigureIds } from './figures.ts'

export type RollUp = {
  readonly products: readonly ProductLicenses[]
  readonly figures: readonly NamedFigure<number>[]
  /** For each part version the number of products that use it. */
  readonly productsOfPart: Int32Array
}

/** One pass over the occurrences, grouped by product; linear in their number. */
export function rollUp(portfolio: Portfolio, terms: readonly PartTerms[]): RollUp {
  const { organization, documents, occurrences, parts } = portfolio
  const { offsets, order } = byProduct(portfolio)
  const productsOfPart = new Int32Array(parts.length)
  // The product that a part was last counted in, from 1 on.
  const lastIn = new Int32Array(parts.length)
  const products = organization.products.map(({ id, name }, product): ProductLicenses => {
    const row = emptyRow()
    for (let at = offsets[product] ?? 0; at < (offsets[product + 1] ?? 0); at += 1) {
      const part = occurrences.part[order[at] ?? 0] ?? 0
      const of = terms[part]
      if (lastIn[part] === product + 1 || of === undefined) continue
      lastIn[part] = product + 1
      productsOfPart[part] = (productsOfPart[part] ?? 0) + 1
      row.parts += 1
      row.byOpenness[of.openness] += 1
      row.byReciprocity[of.reciprocity ?? 'unknown'] += 1
      if (of.certainty === 'guessed') row.guessed += 1
      if (of.certainty === 'absent') row.withoutLicense += 1
      if (of.network) row.network += 1
    }
    return { product: id, name, ...row }
  })
  const documentsOf = organization.products.map((): number[] => [])
  for (const [at, { product }] of documents.entries()) documentsOf[product]?.push(at)
  const figures = products.map(({ product, parts: used, byOpenness }, at): NamedFigure<number> => {
    const inputs = documentFigureIds(portfolio, documentsOf[at])
    const figure = lift(used - byOpenness.unknown, { id: 'licenses/known-terms', version: 1 }, inputs)
    return {
      id: `licenses/known-terms/product:${product}`,
      figure: used === 0 ? unknown('not-applicable', figure.from) : figure,
    }
  })
  return { products, figures, productsOfPart }
}

type Row = {
  parts: number
  byOpenness: Record<Openness, number>
  byReciprocity: Record<Reciprocity | 'unknown', number>
  guessed: number
  withoutLicense: number
  network: number
}

function emptyRow(): Row {
  return {
    parts: 0,
    byOpenness: Object.fromEntries(opennesses.map((openness) => [openness, 0])) as Row['byOpenness'],
    byReciprocity: Object.fromEntries(
      [...reciprocities, 'unknown'].map((reciprocity) => [reciprocity, 0]),
    ) as Row['byReciprocity'],
    guessed: 0,
    withoutLicense: 0,
    network: 0,
  }
}

/** Occurrences by the product of their document: those of product p are `order[offsets[p]]` up to `order[offsets[p + 1]]`. */
function byProduct({ organization, documents, occurrences }: Portfolio): {
  readonly offsets: Int32Array
  readonly order: Int32Array
} {
  const count = organization.products.length
  const productOf = (at: number): number => documents[occurrences.document[at] ?? -1]?.product ?? -1
  const offsets = new Int32Array(count + 1)
  for (let at = 0; at < occurrences.count; at += 1) {
    const product = productOf(at)
    if (product >= 0 && product < count) offsets[product + 1] = (offsets[product + 1] ?? 0) + 1
  }
  for (let product = 0; product < count; product += 1) {
    offsets[product + 1] = (offsets[product + 1] ?? 0) + (offsets[product] ?? 0)
  }
  const order = new Int32Array(offsets[count] ?? 0)
  const next = offsets.slice()
  for (let at = 0; at < occurrences.count; at += 1) {
    const product = productOf(at)
    if (product < 0 || product >= count) continue
    const position = next[product] ?? 0
    order[position] = at
    next[product] = position + 1
  }
  return { offsets, order }
}
