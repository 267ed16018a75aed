/** What flows from ecosystems through packages to products, for the picture of it. */

import type { Severity } from '#domain/finding.ts'
import { loadUsesOfProduct } from '#store/views.ts'
import { isSeen, type Lens } from './cut.ts'
import { packageItem } from './packages.ts'
import { groupOf, keepNewest } from './views.ts'
import { partsAsked, productInSight } from './where-used.ts'

export type StreamPackage = {
  readonly name: string
  readonly ecosystem: string | null
  readonly severity: Severity | null
  readonly isLookedUp: boolean
  readonly rank: number
  readonly products: readonly number[]
}

export type Streams = { readonly packages: readonly StreamPackage[]; readonly products: readonly string[] }

/** Beyond as many products the rest is left to lists: a picture of all would name none. */
const mostProducts = 200

type Asked = { readonly product?: string | undefined; readonly package?: string | undefined }

const keptStreams = 40

/** Told once of each state of the views. Throws `nothing-found` for a product or package that is not in sight. */
export async function streams(lens: Lens, { product, package: asked }: Asked): Promise<Streams> {
  const { views, cut } = lens
  const key = JSON.stringify([cut.key, product, asked])
  const known = views.streams.get(key) ?? gather(lens, { product, package: asked })
  views.streams.delete(key)
  views.streams.set(key, known)
  keepNewest(views.streams, keptStreams)
  known.catch(() => views.streams.delete(key))
  return known
}

async function gather(lens: Lens, { product, package: asked }: Asked): Promise<Streams> {
  const { views, store } = lens
  const only =
    asked === undefined
      ? undefined
      : new Set(partsAsked(lens, { package: asked, below: undefined, version: undefined }).parts)
  const numbers =
    product === undefined
      ? views.tables.product.flatMap((row, number) =>
          row !== undefined && isSeen(lens, 'product', number) ? [{ number, parts: row.parts }] : [],
        )
      : [{ number: productInSight(lens, product), parts: 0 }]
  const shown = numbers.toSorted((a, b) => b.parts - a.parts || a.number - b.number).slice(0, mostProducts)
  const usedBy = new Map<number, Set<number>>()
  for (const [position, { number }] of shown.entries())
    for (const { part } of await loadUsesOfProduct(store, number)) {
      const row = views.tables.part[part]
      if (row === undefined || only?.has(part) === false) continue
      usedBy.set(row.package, (usedBy.get(row.package) ?? new Set()).add(position))
    }
  const positions = new Set([...usedBy.values()].flatMap((products) => [...products]))
  const kept = shown.map((_, position) => position).filter((position) => positions.has(position))
  const placeOf = new Map(kept.map((position, place) => [position, place]))
  const ranks = ranksInSight(lens)
  return {
    packages: [...usedBy].flatMap(([number, products]) => {
      const row = views.tables.package[number]
      if (row === undefined) return []
      const { severity, findings } = packageItem(row, number, lens)
      return [
        {
          name: row.name,
          ecosystem: row.ecosystem,
          severity,
          isLookedUp: findings !== null,
          rank: rankOf(lens, number, ranks),
          products: [...products].flatMap((position) => placeOf.get(position) ?? []),
        },
      ]
    }),
    products: kept.map((position) => views.tables.product[shown[position]?.number ?? -1]?.name ?? ''),
  }
}

type Ranks = { readonly ofFinding: Int32Array; readonly behindAll: number }

/** The place of each finding among those in sight, gravest first: how many there are elsewhere is not told. */
function ranksInSight(lens: Lens): Ranks {
  let seen = 0
  const ofFinding = Int32Array.from(lens.views.tables.finding, (_, finding) =>
    isSeen(lens, 'finding', finding) ? seen++ : -1,
  )
  return { ofFinding, behindAll: seen }
}

/** The place of the gravest finding of a package. */
function rankOf({ views }: Lens, number: number, { ofFinding, behindAll }: Ranks): number {
  let best = behindAll
  for (const part of groupOf(views.partsOfPackage, number))
    for (const finding of groupOf(views.findingsOfPart, part)) {
      const rank = ofFinding[finding] ?? -1
      if (rank >= 0) best = Math.min(best, rank)
    }
  return best
}
