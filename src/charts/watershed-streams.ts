/**
 * What flows in the watershed: ecosystems → packages → products. Named are the packages that need a look and the most
 * shared ones; everything else is gathered per state, so that at most forty streams remain and nothing is left out.
 */

import type { State } from './state.ts'

export type WatershedPackage = {
  readonly name: string
  readonly ecosystem: string
  readonly state: State
  /** Indices of the products that use it, each once. */
  readonly products: readonly number[]
}

export type WatershedWords = {
  readonly otherEcosystems: string
  readonly morePackages: (count: number) => string
  readonly moreProducts: (count: number) => string
}

/** `weight` is the number of uses: package × product. */
export type WatershedNode = { readonly label: string; readonly state: State; readonly weight: number }

/** From a source to a part, or from a part to a product; indices into the columns. */
export type WatershedStream = {
  readonly from: number
  readonly to: number
  readonly weight: number
  readonly state: State
}

export type Watershed = {
  readonly sources: readonly WatershedNode[]
  readonly parts: readonly WatershedNode[]
  readonly products: readonly WatershedNode[]
  readonly inflow: readonly WatershedStream[]
  readonly outflow: readonly WatershedStream[]
}

export const mostStreams = 40

/** How many of each are shown by name, from generous to frugal; the first that stays within forty streams is taken. */
const cuts = [
  [10, 8, 6],
  [9, 7, 5],
  [8, 6, 5],
  [7, 5, 4],
  [6, 4, 4],
  [4, 4, 3],
  [3, 3, 2],
  [2, 2, 2],
] as const

export function gatherStreams(
  packages: readonly WatershedPackage[],
  productNames: readonly string[],
  words: WatershedWords,
): Watershed {
  const used = packages.filter(({ products }) => products.length > 0)
  const ranked = used.toSorted((a, b) => b.products.length - a.products.length || compare(a.name, b.name))
  let watershed = cut(ranked, productNames, words, cuts[0])
  for (const next of cuts.slice(1)) {
    if (watershed.inflow.length + watershed.outflow.length <= mostStreams) break
    watershed = cut(ranked, productNames, words, next)
  }
  return watershed
}

function cut(
  ranked: readonly WatershedPackage[],
  productNames: readonly string[],
  words: WatershedWords,
  [mostParts, mostProducts, mostSources]: (typeof cuts)[number],
): Watershed {
  const sources = column(
    weights(ranked.map((one) => [one.ecosystem, one.products.length])),
    mostSources,
    () => words.otherEcosystems,
  )
  const products = column(
    weights(ranked.flatMap((one) => one.products.map((product) => [product, 1] as const))),
    mostProducts,
    words.moreProducts,
    (product) => productNames[product] ?? '',
  )
  const named = new Set(pickNamed(ranked, mostParts))
  const groups = [
    ...[...named].map((one) => ({ label: one.name, state: one.state, members: [one] })),
    ...(['act', 'watch', 'plain', 'good', 'unknown'] as const).flatMap((state) => {
      const members = ranked.filter((one) => one.state === state && !named.has(one))
      return members.length === 0 ? [] : [{ label: words.morePackages(members.length), state, members }]
    }),
  ]
  const inflow: WatershedStream[] = []
  const outflow: WatershedStream[] = []
  for (const [part, { members, state }] of groups.entries()) {
    for (const [from, weight] of weights(members.map((one) => [sources.indexOf(one.ecosystem), one.products.length])))
      inflow.push({ from, to: part, weight, state })
    for (const [to, weight] of weights(
      members.flatMap((one) => one.products.map((product) => [products.indexOf(product), 1] as const)),
    ))
      outflow.push({ from: part, to, weight, state })
  }
  const parts = groups.map(({ label, state, members }) => ({
    label,
    state,
    weight: members.reduce((sum, one) => sum + one.products.length, 0),
  }))
  return { sources: sources.nodes, parts, products: products.nodes, inflow, outflow }
}

/** Those that need a look come first, but leave room for the most shared ones. */
function pickNamed(ranked: readonly WatershedPackage[], most: number): readonly WatershedPackage[] {
  const acting = ranked.filter(({ state }) => state === 'act').slice(0, Math.ceil(most / 2))
  const watching = ranked.filter(({ state }) => state === 'watch').slice(0, Math.floor((most - acting.length) / 3))
  const first = new Set([...acting, ...watching])
  const shared = ranked.filter((one) => !first.has(one)).slice(0, most - first.size)
  const all = new Set([...first, ...shared])
  return ranked.filter((one) => all.has(one))
}

function weights<Key>(entries: readonly (readonly [Key, number])[]): ReadonlyMap<Key, number> {
  const sums = new Map<Key, number>()
  for (const [key, weight] of entries) sums.set(key, (sums.get(key) ?? 0) + weight)
  return sums
}

/** The heaviest by name, the rest gathered as the last node. */
function column<Key extends string | number>(
  all: ReadonlyMap<Key, number>,
  most: number,
  gathered: (count: number) => string,
  name: (key: Key) => string = String,
): { readonly nodes: readonly WatershedNode[]; readonly indexOf: (key: Key) => number } {
  const keys = [...all.entries()].sort((a, b) => b[1] - a[1] || compare(name(a[0]), name(b[0])))
  const shown = keys.length > most ? keys.slice(0, most - 1) : keys
  const rest = keys.slice(shown.length)
  const nodes: WatershedNode[] = shown.map(([key, weight]) => ({ label: name(key), state: 'plain', weight }))
  if (rest.length > 0)
    nodes.push({
      label: gathered(rest.length),
      state: 'plain',
      weight: rest.reduce((sum, [, weight]) => sum + weight, 0),
    })
  const index = new Map(keys.map(([key], place) => [key, Math.min(place, nodes.length - 1)]))
  return { nodes, indexOf: (key) => index.get(key) ?? nodes.length - 1 }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
