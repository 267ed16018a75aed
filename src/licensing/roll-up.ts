/** Licenses per product: every part version of a product counts once in it, however many documents list it. */

import type { LicenseCertainty, PartTerms, ProductLicenses } from '#domain/assessment/licenses.ts'
import { lift, unknown, type NamedFigure } from '#domain/figure.ts'
import { opennesses, reciprocities } from '#domain/license-facts.ts'
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
  const codes = codesOf(terms)
  const productsOfPart = new Int32Array(parts.length)
  // The product that a part was last counted in, from 1 on.
  const lastIn = new Int32Array(parts.length)
  // How many parts of a product have a code; most products use few of the possible ones.
  const counts = new Int32Array(mostCodes)
  const products = organization.products.map(({ id, name }, product): ProductLicenses => {
    counts.fill(0)
    for (let at = offsets[product] ?? 0; at < (offsets[product + 1] ?? 0); at += 1) {
      const part = occurrences.part[order[at] ?? 0] ?? 0
      if (lastIn[part] === product + 1) continue
      lastIn[part] = product + 1
      productsOfPart[part] = (productsOfPart[part] ?? 0) + 1
      const code = codes[part] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
    }
    return { product: id, name, ...rowOf(counts) }
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

const classes = [...reciprocities, 'unknown'] as const
const certainties: readonly LicenseCertainty[] = ['stated', 'guessed', 'unclear', 'absent']
const mostCodes = opennesses.length * classes.length * certainties.length * 2

/** What is counted about a part, as one small number. */
function codesOf(terms: readonly PartTerms[]): Uint16Array {
  return Uint16Array.from(terms, ({ openness, reciprocity, certainty, network }) => {
    const first = opennesses.indexOf(openness) * classes.length + classes.indexOf(reciprocity ?? 'unknown')
    return (first * certainties.length + certainties.indexOf(certainty)) * 2 + (network ? 1 : 0)
  })
}

function rowOf(counts: Int32Array): Omit<ProductLicenses, 'product' | 'name'> {
  const byOpenness = zeros(opennesses)
  const byReciprocity = zeros(classes)
  let [parts, guessed, withoutLicense, network] = [0, 0, 0, 0]
  for (const [code, count] of counts.entries()) {
    if (count === 0) continue
    const certainty = certainties[Math.floor(code / 2) % certainties.length]
    const first = Math.floor(code / 2 / certainties.length)
    parts += count
    byOpenness[opennesses[Math.floor(first / classes.length)] ?? 'unknown'] += count
    byReciprocity[classes[first % classes.length] ?? 'unknown'] += count
    if (certainty === 'guessed') guessed += count
    if (certainty === 'absent') withoutLicense += count
    if (code % 2 === 1) network += count
  }
  return { parts, byOpenness, byReciprocity, guessed, withoutLicense, network }
}

function zeros<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>
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
