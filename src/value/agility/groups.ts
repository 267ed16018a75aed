/** Part versions of the organization, its units, products, scopes and ecosystems, each once in a group, apart by directness. */

import type { GroupKind } from '#domain/assessment/agility.ts'
import { occurrencesByProduct } from '#domain/occurrence-order.ts'
import type { UnitId } from '#domain/organization.ts'
import { directnesses, type Directness } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { scopesByNeed, usesOf } from '#value/uses.ts'

export type PartGroup = {
  readonly kind: GroupKind
  readonly id: string
  readonly directness: Directness
  /** Indices into the parts of the portfolio, ascending. */
  readonly parts: Int32Array
}

export function partGroups(portfolio: Portfolio): readonly PartGroup[] {
  const { organization } = portfolio
  const collect = collector(portfolio)
  const order = occurrencesByProduct(portfolio)
  const ranges = rangesOfProducts(portfolio, order)
  const whole = collect([order])
  const split = (kind: GroupKind, id: string, of: readonly PartSet[]): PartGroup[] =>
    of.flatMap(({ directness, parts }) => (parts.length === 0 ? [] : [{ kind, id, directness, parts }]))
  return [
    ...split('organization', '', whole),
    ...organization.units.flatMap(({ id }) => {
      const within = unitsWithin(portfolio, id)
      const own = organization.products.flatMap(({ unit }, index) =>
        unit !== null && within.has(unit) ? [ranges[index] ?? order.subarray(0, 0)] : [],
      )
      return split('unit', id, collect(own))
    }),
    ...organization.products.flatMap(({ id }, index) =>
      split('product', id, collect([ranges[index] ?? order.subarray(0, 0)])),
    ),
    ...byScope(portfolio, whole).flatMap(([id, sets]) => split('scope', id, sets)),
    ...byEcosystem(portfolio, whole).flatMap(([id, sets]) => split('ecosystem', id, sets)),
  ]
}

type PartSet = { readonly directness: Directness; readonly parts: Int32Array }

/** Takes occurrences and gives the parts among them; a part that anything asks for itself is direct. */
function collector({ parts, occurrences }: Portfolio): (occurrences: readonly Int32Array[]) => readonly PartSet[] {
  const metIn = new Int32Array(parts.length)
  const best = new Uint8Array(parts.length)
  const isCounted = Uint8Array.from(parts, ({ kind }) => (kind === 'software' ? 1 : 0))
  let group = 0
  return (lists) => {
    group += 1
    const met: number[] = []
    for (const list of lists)
      for (const occurrence of list) {
        const part = occurrences.part[occurrence] ?? -1
        if (isCounted[part] !== 1) continue
        const directness = occurrences.directness[occurrence] ?? 0
        if (metIn[part] !== group) {
          metIn[part] = group
          best[part] = directness
          met.push(part)
        } else if (directness < (best[part] ?? 0)) best[part] = directness
      }
    const ordered = Int32Array.from(met).sort()
    return directnesses.map((directness, code) => ({
      directness,
      parts: ordered.filter((part) => best[part] === code),
    }))
  }
}

function rangesOfProducts(
  { documents, occurrences, organization }: Portfolio,
  order: Int32Array,
): readonly Int32Array[] {
  const productOf = Int32Array.from(documents, ({ product }) => product)
  const ranges: Int32Array[] = organization.products.map(() => order.subarray(0, 0))
  let start = 0
  for (let end = 1; end <= order.length; end += 1) {
    const product = productOf[occurrences.document[order[start] ?? -1] ?? -1] ?? -1
    const next = end === order.length ? -2 : (productOf[occurrences.document[order[end] ?? -1] ?? -1] ?? -1)
    if (next === product) continue
    if (product >= 0) ranges[product] = order.subarray(start, end)
    start = end
  }
  return ranges
}

/** The unit and all below it. */
export function unitsWithin({ organization }: Portfolio, unit: UnitId): ReadonlySet<UnitId> {
  const within = new Set([unit])
  for (let before = 0; before < within.size;) {
    before = within.size
    for (const { id, parent } of organization.units) if (parent !== null && within.has(parent)) within.add(id)
  }
  return within
}

/** By the strongest need over all products. */
function byScope(portfolio: Portfolio, whole: readonly PartSet[]): readonly (readonly [string, readonly PartSet[]])[] {
  const count = portfolio.parts.length
  const { need } = usesOf(
    portfolio,
    Int32Array.from({ length: count }, (_, index) => index),
    count,
  )
  return scopesByNeed.map((scope, code) => [
    scope,
    whole.map(({ directness, parts }) => ({ directness, parts: parts.filter((part) => need[part] === code) })),
  ])
}

function byEcosystem(
  { parts }: Portfolio,
  whole: readonly PartSet[],
): readonly (readonly [string, readonly PartSet[]])[] {
  const names = new Set(
    whole.flatMap(({ parts: all }) => [...new Set([...all].map((part) => ecosystemOf(parts[part])))]),
  )
  return [...names].sort().map((name) => [
    name,
    whole.map(({ directness, parts: all }) => ({
      directness,
      parts: all.filter((part) => ecosystemOf(parts[part]) === name),
    })),
  ])
}

export function ecosystemOf(part: Portfolio['parts'][number] | undefined): string {
  return part?.ecosystem ?? /^pkg:([^/]+)\//.exec(part?.purl ?? '')?.[1] ?? 'unknown'
}
