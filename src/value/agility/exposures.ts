/** The times in which products held versions that advisories speak about. */

import { occurrencesByProduct } from '#domain/occurrence-order.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { AffectedVersion, UpdateHistory } from '#domain/update-history.ts'
import { wholeDay } from './days.ts'
import type { Exposure } from './measure.ts'
import { presencesOf, type Presence } from './presence.ts'
import { releaseDays } from './release-dates.ts'

export function exposuresOf(
  portfolio: Portfolio,
  histories: readonly UpdateHistory[],
  affected: readonly AffectedVersion[],
): readonly Exposure[] {
  const releasedOn = releaseDays(portfolio)
  const byVersion = Map.groupBy(affected, ({ package: name, version }) => `${name}@${version}`)
  const past = histories.flatMap((history) => {
    const held = new Map<string, { of: AffectedVersion; presences: Presence[] }>()
    for (const presence of presencesOf(history))
      for (const of of byVersion.get(`${presence.package}@${presence.version}`) ?? []) {
        const known = held.get(keyOf(of))
        if (known === undefined) held.set(keyOf(of), { of, presences: [presence] })
        else known.presences.push(presence)
      }
    return [...held.values()].flatMap(({ of, presences }) =>
      joined(presences).map((presence) => exposure([history.product], of, presence, releasedOn)),
    )
  })
  const open = new Set(
    past.flatMap((one) => (one.ended === null ? one.products.map((product) => `${product} ${keyOf(one)}`) : [])),
  )
  // Most products of a large organization have no history: for them no key is made.
  const withHistory = new Set(histories.map(({ product }) => product))
  const withoutHistory = usesOfVersions(portfolio, byVersion).flatMap(({ of, products }) => {
    const others = products.filter((product) => !(withHistory.has(product) && open.has(`${product} ${keyOf(of)}`)))
    return others.length === 0 ? [] : [exposure(others, of, null, releasedOn)]
  })
  return [...past, ...withoutHistory]
}

/** Those of some products. */
export function exposuresIn(exposures: readonly Exposure[], isIn: (product: string) => boolean): readonly Exposure[] {
  return exposures.flatMap((one) => {
    const products = one.products.filter(isIn)
    return products.length === 0 ? [] : [{ ...one, products }]
  })
}

function keyOf({ package: name, advisory }: { readonly package: string; readonly advisory: string }): string {
  return `${name} ${advisory}`
}

/** From one affected version to another the product stays exposed. */
function joined(presences: readonly Presence[]): readonly Presence[] {
  const ordered = presences.toSorted((a, b) => a.knownFrom - b.knownFrom)
  const result: Presence[] = []
  for (const presence of ordered) {
    const last = result.at(-1)
    if (last === undefined || (last.to !== null && last.to < presence.knownFrom)) result.push(presence)
    else if (last.to !== null && (presence.to === null || presence.to > last.to))
      result[result.length - 1] = { ...last, to: presence.to }
  }
  return result
}

/** @param presence null where no history tells when the version came */
function exposure(
  products: readonly string[],
  { package: name, advisory, published, fixed }: AffectedVersion,
  presence: Presence | null,
  releasedOn: (packageUrl: string, version: string) => number,
): Exposure {
  const disclosed = wholeDay(published)
  const [nearest] = fixed
  return {
    products,
    package: name,
    advisory,
    introduced: presence === null ? Number.NaN : introducedDay(presence, disclosed),
    disclosed,
    fixReleased: nearest === undefined ? Number.NaN : releasedOn(name, nearest),
    ended: presence === null || presence.to === null ? null : Math.floor(presence.to),
  }
}

/** What was there before its disclosure came before it, whenever that was: the disclosure is the begin. */
function introducedDay({ from, knownFrom }: Presence, disclosed: number): number {
  if (!Number.isNaN(from)) return Math.floor(from)
  return disclosed >= Math.floor(knownFrom) ? Number.NEGATIVE_INFINITY : Number.NaN
}

type UsesOfVersion = { readonly of: AffectedVersion; readonly products: string[] }

/**
 * Affected versions in the products as they are now, each advisory of a package once in a product. Millions of uses share
 * some ten thousand affected versions, so no object is made for a use.
 */
function usesOfVersions(
  portfolio: Portfolio,
  byVersion: ReadonlyMap<string, readonly AffectedVersion[]>,
): readonly UsesOfVersion[] {
  const { parts, documents, occurrences, organization } = portfolio
  const uses: UsesOfVersion[] = []
  const pairs = new Map<string, number>()
  /** Of each part: the affected version, and the number of its package and advisory. */
  const affectedOf = parts.map(({ package: name, version }) =>
    (byVersion.get(`${name ?? ''}@${version ?? ''}`) ?? []).map((of) => {
      const key = keyOf(of)
      const pair = pairs.get(key) ?? pairs.size
      pairs.set(key, pair)
      return { pair, use: uses.push({ of, products: [] }) - 1 }
    }),
  )
  // Of several versions in a product the last one stands for the advisory, in the place of the first.
  const lastUse = new Int32Array(pairs.size).fill(-1)
  let own: number[] = []
  let current = -1
  const close = (): void => {
    const product = organization.products[current]?.id
    for (const pair of own) {
      if (product !== undefined) uses[lastUse[pair] ?? -1]?.products.push(product)
      lastUse[pair] = -1
    }
    own = []
  }
  for (const occurrence of occurrencesByProduct(portfolio)) {
    const product = documents[occurrences.document[occurrence] ?? -1]?.product ?? -1
    if (product !== current) {
      close()
      current = product
    }
    for (const { pair, use } of affectedOf[occurrences.part[occurrence] ?? -1] ?? []) {
      if (lastUse[pair] === -1) own.push(pair)
      lastUse[pair] = use
    }
  }
  close()
  return uses.filter(({ products }) => products.length > 0)
}
