/** Which products in sight use some part versions, in which way, and by which path: asked of the uses keyed by part. */

import { partKey } from '#app/part-key.ts'
import { directnesses, scopes, type Directness, type Scope } from '#domain/part.ts'
import type { ListPage } from '#domain/lists.ts'
import type { Criticality } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { viaNothing, type ViewNumber } from '#domain/views.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { versionOrder } from '#ecosystems/versions.ts'
import { loadProductsOfParts, loadUsePairs, loadUsesOfProduct, type UseRow } from '#store/views.ts'
import { folded } from './folded.ts'
import { isSeen, type Lens } from './cut.ts'
import type { Columns } from './export.ts'
import { criticalityRank } from './products.ts'
import { foundOfPart } from './looked-up.ts'
import { groupOf } from './views.ts'

export type PathStep = { readonly package: string; readonly name: string; readonly version: string | null }

export type UseItem = {
  readonly product: string
  readonly name: string
  readonly unit: { readonly id: string; readonly name: string } | null
  readonly owner: string | null
  readonly criticality: Criticality | null
  readonly versions: readonly (string | null)[]
  readonly scope: Scope
  readonly directness: Directness
  /** Steps from the product of the nearest version; 0 is unknown. */
  readonly depth: number
  /** From what the product asks for to the part; empty when no document tells. */
  readonly path: readonly PathStep[]
}

/** Columns of files. */
export const useColumns: Columns<UseItem> = {
  product: ({ product }) => product,
  name: ({ name }) => name,
  unit: ({ unit }) => unit?.name ?? null,
  owner: ({ owner }) => owner,
  criticality: ({ criticality }) => criticality,
  versions: ({ versions }) => versions.map((version) => version ?? '?').join(' '),
  scope: ({ scope }) => scope,
  directness: ({ directness }) => directness,
  depth: ({ depth }) => (depth === 0 ? null : depth),
  path: ({ path }) => path.map(({ name, version }) => (version === null ? name : `${name} ${version}`)).join(' > '),
}

export type PartQuestion = {
  /** A package URL, with or without version, or `KIND:NAME`. */
  readonly package: string
  /** Versions below this one alone; those that cannot be ordered are left out and counted. */
  readonly below: string | undefined
  /** This version alone. */
  readonly version: string | undefined
}

export type PartAnswer = { readonly package: string; readonly parts: readonly ViewNumber[]; readonly unordered: number }

/** The part versions in sight that a question means. Fails with `nothing-found` when nothing in sight uses the package. */
export function partsAsked(lens: Lens, { package: asked, below, version }: PartQuestion): PartAnswer {
  const parsed = parsePurl(asked)
  const key = parsed.ok ? packageOf(parsed.canonical) : asked
  const only = version ?? (parsed.ok ? (parsed.purl.version ?? undefined) : undefined)
  const number = lens.views.numberOfPackage.get(key)
  if (number === undefined || !isSeen(lens, 'package', number)) return fail({ code: 'nothing-found', paths: [asked] })
  const parts: ViewNumber[] = []
  let unordered = 0
  for (const part of groupOf(lens.views.partsOfPackage, number)) {
    const row = lens.views.tables.part[part]
    if (row === undefined || !isSeen(lens, 'part', part)) continue
    if (only !== undefined && row.version !== only) continue
    if (below === undefined) parts.push(part)
    else {
      const order = versionOrder(row.ecosystem ?? 'generic')
      if (row.version === null || order === undefined) unordered += 1
      else if (order.compare(row.version, below) < 0) parts.push(part)
    }
  }
  return { package: key, parts, unordered }
}

/** The part versions in sight that an advisory speaks about, by any of its ids. */
export function partsOfAdvisory(lens: Lens, id: string): ViewNumber[] {
  const { finding } = lens.views.tables
  const found = new Set<ViewNumber>()
  for (const row of finding)
    if (row !== undefined && (row.id === id || row.aliases.includes(id)) && isSeen(lens, 'part', row.part))
      found.add(row.part)
  return found.size === 0 ? fail({ code: 'nothing-found', paths: [id] }) : [...found]
}

/**
 * Products that use any of the parts, the most critical first, then by name.
 *
 * @param page `limit` of null gives all
 */
export async function usesOfParts(
  lens: Lens,
  parts: readonly ViewNumber[],
  page: { readonly after: string | null; readonly limit: number | null },
): Promise<ListPage<UseItem>> {
  const { product: products } = lens.views.tables
  const partsOf = new Map<ViewNumber, ViewNumber[]>()
  for (const { product, part } of await loadProductsOfParts(lens.store, parts)) {
    const known = partsOf.get(product)
    if (known === undefined) partsOf.set(product, [part])
    else known.push(part)
  }
  const order = [...partsOf.keys()]
    .filter((number) => isSeen(lens, 'product', number))
    .map((number) => {
      const { criticality, name } = products[number] ?? { criticality: null, name: '' }
      return { number, rank: criticality === null ? 0 : criticalityRank[criticality], name: folded(name) }
    })
    .sort((a, b) => b.rank - a.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.number - b.number))
  const start = page.after === null ? 0 : order.findIndex(({ number }) => String(number) === page.after) + 1
  if (page.after !== null && start === 0)
    fail({ code: 'usage', what: 'after: not a key that a page of this list gave' })
  const end = page.limit === null ? order.length : start + page.limit
  const shown = order.slice(start, end)
  const pairs = shown.flatMap(({ number }) => (partsOf.get(number) ?? []).map((part) => ({ product: number, part })))
  const usesOf = Map.groupBy(await loadUsePairs(lens.store, pairs), ({ product }) => product)
  const nearest = shown.map(({ number }) => nearestOf(usesOf.get(number) ?? []))
  const paths = await pathsOf(lens, nearest)
  return {
    items: shown.map(({ number }, index) => useItem(lens, number, usesOf.get(number) ?? [], paths[index] ?? [])),
    next: end < order.length ? String(shown.at(-1)?.number ?? '') : null,
    total: { count: order.length, kind: 'exact' },
  }
}

function useItem(lens: Lens, number: ViewNumber, uses: readonly UseRow[], path: readonly PathStep[]): UseItem {
  const product = lens.views.tables.product[number]
  const near = nearestOf(uses)
  const unit = product?.unit ?? null
  return {
    product: product?.id ?? '',
    name: product?.name ?? '',
    unit: unit === null ? null : { id: unit, name: lens.views.unitNames.get(unit) ?? unit },
    owner: product?.owner ?? null,
    criticality: product?.criticality ?? null,
    versions: [...new Set(uses.map(({ part }) => lens.views.tables.part[part]?.version ?? null))].sort(byText),
    scope: scopes[Math.min(...uses.map(({ scope }) => scope), scopes.length - 1)] ?? 'unknown',
    directness: directnesses[Math.min(...uses.map(({ directness }) => directness), 2)] ?? 'unknown',
    // The same version listed twice can be reached by fewer steps than either entry tells.
    depth: path.length > 0 ? path.length : (near?.depth ?? 0),
    path,
  }
}

function byText(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}

/** The use with the fewest steps; where none is known, the first. */
function nearestOf(uses: readonly UseRow[]): UseRow | undefined {
  let best = uses[0]
  for (const use of uses)
    if (use.depth > 0 && (best === undefined || best.depth === 0 || use.depth < best.depth)) best = use
  return best
}

/** Deeper than any real chain: an end for what a broken row would make endless. */
const deepest = 64

/** The way from the product to each use, step by step for all of them at once. */
async function pathsOf(lens: Lens, ends: readonly (UseRow | undefined)[]): Promise<PathStep[][]> {
  const ways = ends.map((end) => ({ steps: end === undefined ? [] : [end], isWhole: end?.via === viaNothing }))
  for (let depth = 0; depth < deepest; depth += 1) {
    const open = ways.filter(({ steps, isWhole }) => !isWhole && (steps.at(-1)?.via ?? -1) >= 0)
    if (open.length === 0) break
    const wanted = open.map(({ steps }) => ({ product: steps.at(-1)?.product ?? 0, part: steps.at(-1)?.via ?? 0 }))
    const rows = new Map((await loadUsePairs(lens.store, wanted)).map((row) => [`${row.product} ${row.part}`, row]))
    for (const [index, way] of open.entries()) {
      const next = rows.get(`${wanted[index]?.product} ${wanted[index]?.part}`)
      if (next === undefined) way.steps = []
      else way.steps.push(next)
      way.isWhole = next?.via === viaNothing
    }
  }
  return ways.map(({ steps, isWhole }) => (isWhole ? steps.toReversed().map(({ part }) => stepOf(lens, part)) : []))
}

function stepOf({ views }: Lens, part: ViewNumber): PathStep {
  const row = views.tables.part[part]
  return {
    package: views.tables.package[row?.package ?? -1]?.key ?? '',
    name: row?.name ?? '',
    version: row?.version ?? null,
  }
}

export type ProductPart = {
  readonly purl: string | null
  readonly package: string
  /** As statements about findings name it. */
  readonly part: string
  readonly name: string
  readonly version: string | null
  readonly license: string | null
  readonly scope: Scope
  readonly directness: Directness
  readonly depth: number
  /** Null: none, and it could not be looked up. */
  readonly findings: number | null
  /** Through which part it comes, as an index into the list; null for what the product asks for or when nobody tells. */
  readonly via: number | null
}

/** What a product in sight uses, nearest first: enough to draw its tree. Fails with `nothing-found`. */
export async function partsOfProduct(lens: Lens, id: string): Promise<ProductPart[]> {
  const number = productInSight(lens, id)
  const uses = await loadUsesOfProduct(lens.store, number)
  const nearest = uses.toSorted((a, b) => (a.depth || deepest) - (b.depth || deepest) || a.part - b.part)
  const position = new Map(nearest.map(({ part }, index) => [part, index]))
  return nearest.map(({ part, via, scope, directness, depth }): ProductPart => {
    const row = lens.views.tables.part[part]
    return {
      ...stepOf(lens, part),
      part: row === undefined ? '' : partKey(row),
      purl: row?.purl ?? null,
      license: row?.license ?? null,
      scope: scopes[scope] ?? 'unknown',
      directness: directnesses[directness] ?? 'unknown',
      depth,
      findings: foundOfPart(lens.views, part, row),
      via: position.get(via) ?? null,
    }
  })
}

export function productInSight(lens: Lens, id: string): ViewNumber {
  const number = lens.views.numberOfProduct.get(id)
  return number !== undefined && isSeen(lens, 'product', number) ? number : fail({ code: 'nothing-found', paths: [id] })
}

/** Rows of a list that a product uses, for lists narrowed to it. */
export async function usedBy(
  lens: Lens,
  product: string,
  kind: 'part' | 'package' | 'finding',
): Promise<ReadonlySet<ViewNumber>> {
  const uses = await loadUsesOfProduct(lens.store, productInSight(lens, product))
  const parts = uses.map(({ part }) => part)
  if (kind === 'part') return new Set(parts)
  if (kind === 'finding') return new Set(parts.flatMap((part) => [...groupOf(lens.views.findingsOfPart, part)]))
  return new Set(parts.flatMap((part) => lens.views.tables.part[part]?.package ?? []))
}
