/** Where a package is used: products, versions, and a shortest way to it, also through a product that another contains. */

import type { Part, Portfolio } from '#domain/portfolio.ts'
import { packagesOf, shortestPath } from '#inventory/graph.ts'
import { documentsAboutParts } from './documents-of-parts.ts'

/** One step of a way: a part in a document. The first is what the product asks for, the last is the part asked about. */
export type Step = {
  /** Index into `parts`. */
  readonly part: number
  /** Index into `occurrences`. */
  readonly occurrence: number
  /** Index into `documents`; where it changes, the way crosses into what another document describes. */
  readonly document: number
}

export type ProductUse = {
  /** Index into `organization.products`. */
  readonly product: number
  /** Versions in the product's own documents, and in those of products it contains; `null` where none is stated. */
  readonly versions: readonly (string | null)[]
  /** In its own documents. */
  readonly occurrences: number
  /** The fewest steps known; empty when the documents do not tell how it comes in. */
  readonly path: readonly Step[]
  /** Products whose border the way crosses, in its order. */
  readonly through: readonly number[]
}

export type PackageUse = {
  readonly package: string
  /** Ascending by product. */
  readonly products: readonly ProductUse[]
}

/**
 * @param asked package URL without version, or `KIND:NAME` for packages that have none
 * @param accepts narrows to some of its versions
 * Linear in occurrences, and in the edges of the documents concerned.
 */
export function whereUsed(portfolio: Portfolio, asked: string, accepts: (part: Part) => boolean = all): PackageUse {
  const { parts, documents } = portfolio
  const targets = targetParts(parts, asked, accepts)
  const about = documentsAboutParts(portfolio)
  const { ofDocument, ofPart } = occurrencesOf(portfolio, targets, about)
  const ways = shortestWays(portfolio, ofDocument, ofPart, about)
  const uses = new Map<number, { versions: Set<string | null>; occurrences: number; best: Way | undefined }>()
  for (const [document, way] of ways) {
    const product = documents[document]?.product ?? 0
    const use = uses.get(product) ?? { versions: new Set(), occurrences: 0, best: undefined }
    uses.set(product, use)
    if (use.best === undefined || way.length < use.best.length) use.best = way
    use.occurrences += ofDocument.get(document)?.length ?? 0
    for (const version of way.versions) use.versions.add(version)
  }
  const products = [...uses]
    .sort(([a], [b]) => a - b)
    .map(([product, { versions, occurrences, best }]): ProductUse => {
      const path = best === undefined ? [] : stepsOf(portfolio, best)
      const crossed = new Set(path.map(({ document }) => documents[document]?.product ?? product))
      crossed.delete(product)
      return { product, versions: [...versions].sort(byText), occurrences, path, through: [...crossed] }
    })
  return { package: asked, products }
}

function all(): boolean {
  return true
}

export function targetParts(parts: readonly Part[], asked: string, accepts: (part: Part) => boolean): Uint8Array {
  const { keys, ofPart } = packagesOf(parts)
  const index = keys.indexOf(asked)
  return Uint8Array.from(parts, (part, position) => (index >= 0 && ofPart[position] === index && accepts(part) ? 1 : 0))
}

type Found = {
  /** Occurrences of what is asked about, by document. */
  readonly ofDocument: ReadonlyMap<number, readonly number[]>
  /** Occurrences of parts that other documents describe, by part. */
  readonly ofPart: ReadonlyMap<number, readonly number[]>
}

function occurrencesOf(
  { occurrences }: Portfolio,
  targets: Uint8Array,
  about: ReadonlyMap<number, readonly number[]>,
): Found {
  const ofDocument = new Map<number, number[]>()
  const ofPart = new Map<number, number[]>()
  const isDescribed = new Uint8Array(targets.length)
  for (const part of about.keys()) isDescribed[part] = 1
  for (let at = 0; at < occurrences.count; at += 1) {
    const part = occurrences.part[at] ?? 0
    if (targets[part] === 1) push(ofDocument, occurrences.document[at] ?? 0, at)
    if (isDescribed[part] === 1) push(ofPart, part, at)
  }
  return { ofDocument, ofPart }
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

/** The shortest way from the product of a document: to an occurrence, and from there on into another document. */
type Way = {
  readonly occurrence: number
  /** Steps in all; infinite where the documents do not tell. */
  readonly length: number
  readonly next: Way | undefined
  readonly versions: Set<string | null>
}

/** Document by document from the part asked about backward, nearest first, over borders between products. */
function shortestWays(
  portfolio: Portfolio,
  ofDocument: Found['ofDocument'],
  ofPart: Found['ofPart'],
  about: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, Way> {
  const { parts, occurrences, documents } = portfolio
  const partsAbout = new Map<number, number[]>()
  for (const [part, described] of about) for (const document of described) push(partsAbout, document, part)
  const ways = new Map<number, Way>()
  const waiting: number[] = []
  for (const [document, found] of ofDocument) {
    const versions = new Set(found.map((at) => parts[occurrences.part[at] ?? 0]?.version ?? null))
    ways.set(document, { ...nearest(portfolio, found), next: undefined, versions })
    waiting.push(document)
  }
  // A document waits again only when its way became shorter or a version came to it, which ends.
  for (let document = waiting.shift(); document !== undefined; document = waiting.shift()) {
    const inner = ways.get(document)
    if (inner === undefined) continue
    for (const part of partsAbout.get(document) ?? []) {
      for (const occurrence of ofPart.get(part) ?? []) {
        const outer = occurrences.document[occurrence] ?? 0
        if (outer === document || documents[outer]?.product === documents[document]?.product) continue
        const length = depthOf(portfolio, occurrence) + inner.length
        const known = ways.get(outer)
        const versions = known?.versions ?? new Set()
        const size = versions.size
        for (const version of inner.versions) versions.add(version)
        const isShorter = known === undefined || length < known.length
        if (isShorter) ways.set(outer, { occurrence, length, next: inner, versions })
        if (isShorter || versions.size > size) waiting.push(outer)
      }
    }
  }
  return ways
}

function nearest(portfolio: Portfolio, found: readonly number[]): { occurrence: number; length: number } {
  let best = { occurrence: found[0] ?? 0, length: Infinity }
  for (const occurrence of found) {
    const length = depthOf(portfolio, occurrence)
    if (length < best.length) best = { occurrence, length }
  }
  return best
}

function depthOf({ occurrences }: Portfolio, occurrence: number): number {
  const depth = occurrences.depth[occurrence] ?? 0
  return depth === 0 ? Infinity : depth
}

function stepsOf(portfolio: Portfolio, way: Way): Step[] {
  const { occurrences } = portfolio
  const steps: Step[] = []
  for (let at: Way | undefined = way; at !== undefined; at = at.next) {
    const path = shortestPath(portfolio, at.occurrence)
    if (path.length === 0) return []
    for (const occurrence of path) {
      const [part, document] = [occurrences.part[occurrence] ?? 0, occurrences.document[occurrence] ?? 0]
      steps.push({ part, occurrence, document })
    }
  }
  return steps
}

function byText(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}
