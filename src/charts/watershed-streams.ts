/**
 * What flows in the watershed: ecosystems → packages → products. Named are the packages that need a look and the most
 * shared ones; everything else is gathered by how it stands, so that at most forty streams remain and nothing is left out.
 */

import type { State } from './state.ts'

export type WatershedPackage = {
  readonly name: string
  readonly ecosystem: string
  readonly state: State
  /** How grave its state is: of those that need a look, the smallest numbers are named first. */
  readonly rank: number
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
  /** The packages that flow, each with its number of uses; together the weight. */
  readonly terms: readonly { readonly name: string; readonly count: number }[]
}

export type Watershed = {
  readonly sources: readonly WatershedNode[]
  readonly parts: readonly WatershedNode[]
  readonly products: readonly WatershedNode[]
  readonly inflow: readonly WatershedStream[]
  readonly outflow: readonly WatershedStream[]
}

export const mostStreams = 40

/**
 * How many packages, products and ecosystems are shown, from generous to frugal; the first that stays within forty
 * streams is taken. Named packages go first: readers look for their own products and for where things come from.
 */
const cuts = [
  [10, 8, 6],
  [8, 8, 6],
  [6, 7, 6],
  [5, 7, 6],
  [4, 7, 5],
  [4, 6, 5],
  [3, 6, 5],
  [3, 5, 5],
  [3, 5, 4],
  [2, 4, 4],
  [2, 4, 3],
  [2, 3, 2],
] as const

export function gatherStreams(
  packages: readonly WatershedPackage[],
  productNames: readonly string[],
  words: WatershedWords,
): Watershed {
  const used = packages.filter(({ products }) => products.length > 0)
  const ranked = used.toSorted((a, b) => b.products.length - a.products.length || compare(a.name, b.name))
  const bySource = new Map<string, number>()
  const byProduct = new Map<number, number>()
  for (const { ecosystem, products } of ranked) {
    add(bySource, ecosystem, products.length)
    for (const product of products) add(byProduct, product, 1)
  }
  const byState = Map.groupBy(ranked, ({ state }) => state)
  const whole = { ranked, byState, bySource, byProduct, productNames, words }
  let watershed = cut(whole, cuts[0])
  for (const next of cuts.slice(1)) {
    if (watershed.inflow.length + watershed.outflow.length <= mostStreams) break
    watershed = cut(whole, next)
  }
  return watershed
}

type Whole = {
  /** Most used first. */
  readonly ranked: readonly WatershedPackage[]
  readonly byState: ReadonlyMap<State, readonly WatershedPackage[]>
  readonly bySource: ReadonlyMap<string, number>
  readonly byProduct: ReadonlyMap<number, number>
  readonly productNames: readonly string[]
  readonly words: WatershedWords
}

function cut(whole: Whole, [mostParts, mostProducts, mostSources]: (typeof cuts)[number]): Watershed {
  const { byState, bySource, byProduct, productNames, words } = whole
  const sources = column(bySource, mostSources, () => words.otherEcosystems)
  const products = column(byProduct, mostProducts, words.moreProducts, (product) => productNames[product] ?? '')
  const named = pickNamed(whole, mostParts)
  const groups = [
    ...named
      .toSorted((a, b) => sources.indexOf(a.ecosystem) - sources.indexOf(b.ecosystem))
      .map((one) => ({ label: one.name, state: one.state, members: [one] })),
    ...gatherRest(byState, new Set(named), words),
  ]
  const inflow: WatershedStream[] = []
  const outflow: WatershedStream[] = []
  const parts = groups.map(({ label, state, members }, part) => {
    const into = new Map<number, Map<string, number>>()
    const outOf = new Map<number, Map<string, number>>()
    for (const one of members) {
      add(termsAt(into, sources.indexOf(one.ecosystem)), one.name, one.products.length)
      for (const product of one.products) add(termsAt(outOf, products.indexOf(product)), one.name, 1)
    }
    for (const [from, terms] of into) inflow.push({ from, to: part, state, ...flowOf(terms) })
    for (const [to, terms] of outOf) outflow.push({ from: part, to, state, ...flowOf(terms) })
    return { label, state, weight: members.reduce((sum, one) => sum + one.products.length, 0) }
  })
  return { sources: sources.nodes, parts, products: products.nodes, inflow, outflow }
}

/** Those that need a look come first, but leave room for the most shared ones. */
function pickNamed({ ranked, byState }: Whole, most: number): readonly WatershedPackage[] {
  const gravest = (state: State) => (byState.get(state) ?? []).toSorted((a, b) => a.rank - b.rank)
  const acting = gravest('act').slice(0, Math.ceil(most / 2))
  const watching = gravest('watch').slice(0, Math.floor((most - acting.length) / 3))
  const first = new Set([...acting, ...watching])
  const shared = ranked.filter((one) => !first.has(one)).slice(0, most - first.size)
  const all = new Set([...first, ...shared])
  return ranked.filter((one) => all.has(one))
}

/** What needs a look, what is in use, and what nobody looked at: three nodes, each in the gravest of its states. */
const restStates: readonly (readonly State[])[] = [['act', 'watch'], ['plain', 'good'], ['unknown']]

function gatherRest(byState: Whole['byState'], named: ReadonlySet<WatershedPackage>, words: WatershedWords) {
  return restStates.flatMap((states) => {
    const members = states.flatMap((state) => byState.get(state) ?? []).filter((one) => !named.has(one))
    const [only] = members
    if (only === undefined) return []
    const label = members.length === 1 ? only.name : words.morePackages(members.length)
    return [{ label, state: only.state, members }]
  })
}

function termsAt(streams: Map<number, Map<string, number>>, node: number): Map<string, number> {
  const terms = streams.get(node) ?? new Map<string, number>()
  streams.set(node, terms)
  return terms
}

function flowOf(terms: ReadonlyMap<string, number>): Pick<WatershedStream, 'weight' | 'terms'> {
  const sorted = [...terms].toSorted(([a, ofA], [b, ofB]) => ofB - ofA || compare(a, b))
  return {
    weight: sorted.reduce((sum, [, count]) => sum + count, 0),
    terms: sorted.map(([name, count]) => ({ name, count })),
  }
}

function add<Key>(sums: Map<Key, number>, key: Key, weight: number): void {
  sums.set(key, (sums.get(key) ?? 0) + weight)
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
