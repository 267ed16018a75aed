/** How long products held versions that were known to be vulnerable. */

import type { ExposureTold } from '#domain/assessment/agility.ts'
import { dateOfDay } from './days.ts'
import type { Exposure } from './measure.ts'
import type { SurvivalCase } from './statistics.ts'

export const mostTold = 100

/**
 * Days from the later of introduction and disclosure to the end, or to today. What had left before it was disclosed exposed
 * nobody to anything known and is left out; what has no begin that is known counts in `of` alone.
 */
export function exposedDays(
  exposures: readonly Exposure[],
  asOf: number,
): { readonly known: readonly SurvivalCase[]; readonly of: number } {
  const known: SurvivalCase[] = []
  let count = 0
  for (const one of exposures) {
    if (!isExposure(one, asOf)) continue
    count += one.products.length
    const days = daysOf(one, asOf)
    if (!Number.isNaN(days)) for (const _ of one.products) known.push({ days, hasEnded: one.ended !== null })
  }
  return { known, of: count }
}

function isExposure({ disclosed, ended }: Exposure, asOf: number): boolean {
  return !(disclosed > asOf) && (ended === null || !(ended <= disclosed))
}

function daysOf({ introduced, disclosed, ended }: Exposure, asOf: number): number {
  return (ended ?? asOf) - Math.max(introduced, disclosed)
}

export function exposuresTold(exposures: readonly Exposure[], asOf: number): readonly ExposureTold[] {
  const dateOf = (day: number): string | null => (Number.isFinite(day) ? dateOfDay(day) : null)
  return firstOf(exposures.filter((one) => isExposure(one, asOf)))
    .flatMap((one) => one.products.map((product) => ({ ...one, product, days: daysOf(one, asOf) })))
    .sort((a, b) => weight(b.days) - weight(a.days) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, mostTold)
    .map(({ product, package: name, advisory, introduced, disclosed, ended, days }) => ({
      product,
      package: name,
      advisory,
      introducedOn: dateOf(introduced),
      disclosedOn: dateOf(disclosed),
      endedOn: ended === null ? null : dateOfDay(ended),
      days: Number.isNaN(days) ? null : days,
    }))
}

/** Those of many products are all equal but for the product: the first products have enough of them to be told. */
function firstOf(exposures: readonly Exposure[]): readonly Exposure[] {
  const shared = exposures.filter(({ products }) => products.length > 1)
  const counts = new Map<string, number>()
  for (const { products } of shared) for (const product of products) counts.set(product, (counts.get(product) ?? 0) + 1)
  const first = new Set<string>()
  let told = 0
  for (const product of [...counts.keys()].sort()) {
    if (told >= mostTold) break
    first.add(product)
    told += counts.get(product) ?? 0
  }
  return [
    ...exposures.filter(({ products }) => products.length <= 1),
    ...shared.map((one) => ({ ...one, products: one.products.filter((product) => first.has(product)) })),
  ]
}

/** What is not known may be longer than anything that is. */
function weight(days: number): number {
  return Number.isNaN(days) ? Number.MAX_VALUE : days
}

function nameOf({ product, package: name, advisory }: Exposure & { readonly product: string }): string {
  return `${product} ${name} ${advisory}`
}
