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
      joined(presences).map((presence) => exposure(history.product, of, presence, releasedOn)),
    )
  })
  const open = new Set(past.flatMap((one) => (one.ended === null ? [`${one.product} ${keyOf(one)}`] : [])))
  const withoutHistory = usesOfVersions(portfolio, byVersion)
    .filter(({ product, of }) => !open.has(`${product} ${keyOf(of)}`))
    .map(({ product, of }) => exposure(product, of, null, releasedOn))
  return [...past, ...withoutHistory]
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
  product: string,
  { package: name, advisory, published, fixed }: AffectedVersion,
  presence: Presence | null,
  releasedOn: (packageUrl: string, version: string) => number,
): Exposure {
  const disclosed = wholeDay(published)
  const [nearest] = fixed
  return {
    product,
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

type UseOfVersion = { readonly product: string; readonly of: AffectedVersion }

/** Affected versions in the products as they are now, each advisory of a package once in a product. */
function usesOfVersions(
  portfolio: Portfolio,
  byVersion: ReadonlyMap<string, readonly AffectedVersion[]>,
): readonly UseOfVersion[] {
  const { parts, documents, occurrences, organization } = portfolio
  const affectedOf = parts.map(({ package: name, version }) => byVersion.get(`${name ?? ''}@${version ?? ''}`))
  const uses = new Map<string, UseOfVersion>()
  for (const occurrence of occurrencesByProduct(portfolio)) {
    const affected = affectedOf[occurrences.part[occurrence] ?? -1]
    if (affected === undefined) continue
    const product = organization.products[documents[occurrences.document[occurrence] ?? -1]?.product ?? -1]?.id
    if (product === undefined) continue
    for (const of of affected) uses.set(`${product} ${keyOf(of)}`, { product, of })
  }
  return [...uses.values()]
}
