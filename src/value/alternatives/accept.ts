/** Which substitutions may be valued: one alternative for each function, nothing that is a library, only known prices. */

import type { KnownPrice, RefusedSubstitution } from '#domain/assessment/alternatives.ts'
import { issue, type Issue, type IssueCode } from '#domain/issue.ts'
import type { Product, Substitution, UnitId } from '#domain/organization.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { readMetric, type Metric, type PriceBook } from '#domain/price-book.ts'
import { recognize, type SoftwareIndex } from './software.ts'

export type Accepted = {
  readonly substitution: Substitution
  /** Index in the organization's list, so that places in its file can be named. */
  readonly index: number
  readonly price: KnownPrice
  readonly metric: Metric
  readonly unit: UnitId | null
}

export type Sorted = {
  readonly accepted: readonly Accepted[]
  readonly refused: readonly RefusedSubstitution[]
}

export function sortSubstitutions(
  { organization, asOf }: Portfolio,
  prices: ReadonlyMap<string, KnownPrice>,
  book: PriceBook,
  software: SoftwareIndex,
): Sorted {
  const accepted: Accepted[] = []
  const refused: RefusedSubstitution[] = []
  for (const [index, substitution] of organization.stated.substitutions.entries()) {
    const one = judge(substitution, index)
    if ('code' in one) refused.push({ substitution: substitution.id, serves: substitution.serves, issue: one })
    else accepted.push(one)
  }
  return { accepted, refused }

  function judge(substitution: Substitution, index: number): Accepted | Issue {
    const no = (code: IssueCode, key: string, detail: string): Issue =>
      issue(code, `/alternatives/${index}/${key}`, detail)
    const price = prices.get(substitution.price)
    if (price === undefined) {
      const isKnown = book.unpriced.some(({ id }) => id === substitution.price)
      return no(isKnown ? 'price-not-published' : 'price-unknown', 'price', substitution.price)
    }
    const metric = readMetric(price.metric)
    if (metric === undefined) return no('metric-unknown', 'price', price.metric)
    if (price.asOf !== null && price.asOf > asOf) return no('in-the-future', 'price', price.asOf)
    const { part, product } = substitution
    if (part !== null && product === null && !isProgram(part, software)) return no('library-not-priced', 'part', part)
    const unit = organization.products.find(({ id }: Product) => id === product)?.unit ?? null
    const one: Accepted = { substitution, index, price, metric, unit }
    const first = accepted.find((other) => servesTheSame(other, one) && overlap(other, one))
    return first === undefined ? one : no('function-twice', 'serves', first.substitution.id)
  }
}

const containerTypes = /^pkg:(?:docker|oci)\//

/** An image is run as it is; among packages only those that the book knows as programs can be told from libraries. */
function isProgram(part: PurlText, software: SoftwareIndex): boolean {
  return containerTypes.test(part) || recognize(part, software).some(({ isItself }) => isItself)
}

function servesTheSame(a: Accepted, b: Accepted): boolean {
  return functionName(a.substitution.serves) === functionName(b.substitution.serves)
}

function functionName(serves: string): string {
  return serves.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

/**
 * Whether two lines would be paid for the same use: in the same product, where one is for the whole organization, and for
 * prices per person in the same unit, whose people are the same in each of its products.
 */
export function overlap(a: Accepted, b: Accepted): boolean {
  if (a.substitution.product === null || b.substitution.product === null) return true
  if (a.substitution.product === b.substitution.product) return true
  return a.metric.countsPeople && b.metric.countsPeople && a.unit !== null && a.unit === b.unit
}
