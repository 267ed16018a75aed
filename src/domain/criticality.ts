/**
 * Criticality K of a package for an organization or a unit, 0 to 1: K = 1 − ∏ over products (1 − c·d·s·r). Our own
 * definition; every number in it is a named assumption.
 */

import type { Criticality, UnitId } from './organization.ts'
import { occurrencesByProduct } from './occurrence-order.ts'
import { scopes, type PurlText } from './part.ts'
import type { Portfolio } from './portfolio.ts'

/** c: how much the organization depends on a product. Undeclared counts as medium, and is said. */
export const productWeights: Readonly<Record<Criticality, number>> = { low: 0.1, medium: 0.3, high: 0.6, mission: 0.9 }
export const undeclaredProductWeight = productWeights.medium
/** s: what a part is needed for; unknown counts as runtime. */
export const scopeWeights = { runtime: 1, optional: 0.6, development: 0.3, unknown: 1 } as const
/** r: where a recorded alternative could replace the part. */
export const replaceableWeight = 0.6

/** K below 0.3 is low, below 0.6 medium, from there high. */
export type CriticalityLevel = 'low' | 'medium' | 'high'

export function criticalityLevel(k: number): CriticalityLevel {
  if (k < 0.3) return 'low'
  return k < 0.6 ? 'medium' : 'high'
}

/** d = max(0.5, 0.9^(depth − 1)); an unknown depth (0) counts as direct. */
export function depthWeight(depth: number): number {
  return Math.max(0.5, 0.9 ** (Math.max(1, depth) - 1))
}

/** What one product contributes to the criticality of a package: its strongest use. */
export type CriticalUse = {
  /** Index into `organization.products`. */
  readonly product: number
  readonly c: number
  readonly d: number
  readonly s: number
  readonly r: number
}

export type PackageCriticality = {
  readonly package: PurlText
  readonly k: number
  readonly uses: readonly CriticalUse[]
}

/** c·d·s·r */
export function useWeight({ c, d, s, r }: CriticalUse): number {
  return c * d * s * r
}

/** K of one package out of its uses, one a product. */
export function criticalityOf(uses: readonly CriticalUse[]): number {
  return 1 - uses.reduce((rest, use) => rest * (1 - useWeight(use)), 1)
}

/**
 * K of every package with a package URL, in the order of the URLs. One pass over the occurrences; kept with the portfolio,
 * which nobody changes.
 *
 * @param unit only products of this unit; all products when undefined
 */
export function criticalityOfPackages(portfolio: Portfolio, unit?: UnitId): readonly PackageCriticality[] {
  if (unit !== undefined) return computeCriticality(portfolio, unit)
  const known = ofWhole.get(portfolio)
  if (known !== undefined) return known
  const computed = computeCriticality(portfolio, undefined)
  ofWhole.set(portfolio, computed)
  return computed
}

/** Many areas ask it of the same portfolio, and of a large one it holds millions of uses. */
const ofWhole = new WeakMap<Portfolio, readonly PackageCriticality[]>()

function computeCriticality(portfolio: Portfolio, unit: UnitId | undefined): readonly PackageCriticality[] {
  const { parts, documents, occurrences, organization } = portfolio
  const replaceable = new Set(
    organization.stated.declarations.flatMap(({ subject, part, value }) =>
      // Somebody may also have looked and found none.
      subject === 'alternative' && part !== null && value !== false && value !== 'none' ? [part] : [],
    ),
  )
  const weightOfScope = scopes.map((scope) => scopeWeights[scope])
  const weightOfProduct = organization.products.map((product) =>
    unit !== undefined && product.unit !== unit
      ? null
      : product.criticality === null
        ? undeclaredProductWeight
        : productWeights[product.criticality],
  )
  const productOf = Int32Array.from(documents, ({ product }) => product)
  const uses = new Map<PurlText, CriticalUse[]>()
  for (const occurrence of occurrencesByProduct(portfolio)) {
    const name = parts[occurrences.part[occurrence] ?? -1]?.package
    const product = productOf[occurrences.document[occurrence] ?? -1] ?? -1
    const c = weightOfProduct[product]
    if (name === undefined || name === null || c === undefined || c === null) continue
    const use: CriticalUse = {
      product,
      c,
      d: depthWeight(occurrences.depth[occurrence] ?? 0),
      s: weightOfScope[occurrences.scope[occurrence] ?? -1] ?? scopeWeights.unknown,
      r: replaceable.has(name) ? replaceableWeight : 1,
    }
    const known = uses.get(name)
    const last = known?.at(-1)
    if (known === undefined) uses.set(name, [use])
    else if (last?.product !== product) known.push(use)
    else if (use.d * use.s > last.d * last.s) known[known.length - 1] = use
  }
  return [...uses]
    .map(([name, of]) => ({ package: name, k: criticalityOf(of), uses: of }))
    .toSorted((a, b) => (a.package < b.package ? -1 : 1))
}
