/**
 * The packages of a portfolio that can be valued: each once for the organization, in whatever versions and products it
 * occurs, with what is needed of it and its size.
 */

import type { LeftOutPackages } from '#domain/assessment/value.ts'
import { sourcePackageName } from '#domain/identity.ts'
import type { PartKind, PurlText, Scope } from '#domain/part.ts'
import type { PackageSize, Part, Portfolio } from '#domain/portfolio.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import { bestSizes } from './best-size.ts'
import type { DoubleCountingRule } from './double-counting.ts'
import type { Found, Gathered } from './folding.ts'
import { fold } from './folding.ts'
import { ownPackages } from './own-work.ts'
import { scopesByNeed, usesOf } from './uses.ts'

/** A package to value. */
export type ValuedPackage = {
  /** The package URL without version, or `name:NAME` for parts that have none. Unique. */
  readonly key: string
  readonly package: PurlText | null
  readonly name: string
  readonly ecosystem: string
  readonly scope: Scope
  readonly isTransitiveOnly: boolean
  readonly isInBoughtOnly: boolean
  readonly products: number
  /** The best size known: the better source before the larger number; null when there is none. */
  readonly size: PackageSize | null
}

export type PackagesToValue = {
  /** In the order of their keys, so that sums do not depend on the order of reading. */
  readonly packages: readonly ValuedPackage[]
  readonly leftOut: readonly LeftOutPackages[]
  /** For each part of the portfolio the index of the package it counts under; -1 when it is left out. */
  readonly packageOfPart: Int32Array
}

export function packagesToValue(portfolio: Portfolio, rules: readonly DoubleCountingRule[]): PackagesToValue {
  const found = gather(portfolio.parts, bestSizes(portfolio.sizes), ownPackages(portfolio))
  const { keepers, keeperOf, leftOut } = fold(found, rules)
  const keeperOfPart = Int32Array.from(portfolio.parts, (part) => {
    const index = found.indexOfKey.get(keyOf(part))
    return index === undefined ? -1 : (keeperOf[index] ?? -1)
  })
  const uses = usesOf(portfolio, keeperOfPart, keepers.length)
  const ordered = keepers
    .map((keeper, index) => ({ keeper, index }))
    // A part that occurs nowhere is not used by anybody.
    .filter(({ index }) => (uses.products[index] ?? 0) > 0)
    .toSorted((a, b) => compareText(a.keeper.key, b.keeper.key))
  const positionOf = new Int32Array(keepers.length).fill(-1)
  const packages = ordered.map(({ keeper: { candidate, key, size, ecosystem }, index }, position): ValuedPackage => {
    positionOf[index] = position
    return {
      key,
      package: candidate.package,
      name: candidate.name,
      ecosystem,
      scope: scopesByNeed[uses.need[index] ?? 0] ?? 'unknown',
      isTransitiveOnly: uses.isOtherThanTransitive[index] === 0,
      isInBoughtOnly: uses.isElsewhereThanBought[index] === 0,
      products: uses.products[index] ?? 0,
      size,
    }
  })
  const packageOfPart = keeperOfPart.map((keeper) => (keeper === -1 ? -1 : (positionOf[keeper] ?? -1)))
  return { packages, leftOut, packageOfPart }
}

function keyOf(part: Part): string {
  return part.package ?? `name:${part.name}`
}

function gather(
  parts: readonly Part[],
  sizes: ReadonlyMap<PurlText, PackageSize>,
  own: ReadonlySet<PurlText>,
): Gathered {
  const partsOf = new Map<string, Part[]>()
  for (const part of parts) {
    const key = keyOf(part)
    const list = partsOf.get(key)
    if (list === undefined) partsOf.set(key, [part])
    else list.push(part)
  }
  const keys = [...partsOf.keys()].toSorted(compareText)
  const all = keys.map((key): Found => {
    const of = partsOf.get(key) ?? []
    const packageUrl = key.startsWith('name:') ? null : key
    const parsed = packageUrl === null ? null : parsePurl(packageUrl)
    const purl = parsed?.ok === true ? parsed.purl : null
    const size = packageUrl === null ? null : (sizes.get(packageUrl) ?? null)
    return {
      key,
      size,
      ecosystem: of.find(({ ecosystem }) => ecosystem !== null)?.ecosystem ?? purl?.type ?? 'unknown',
      candidate: {
        package: packageUrl,
        purl,
        name: of.map(({ name }) => name).toSorted(compareText)[0] ?? key,
        kind: kindOf(of),
        builtFrom: builtFrom(of),
        isMeasuredData: size?.isData ?? false,
        isOwn: packageUrl !== null && own.has(packageUrl),
      },
    }
  })
  return { all, indexOfKey: new Map(keys.map((key, index) => [key, index])) }
}

/** A package that any document calls software is software. */
function kindOf(parts: readonly Part[]): PartKind {
  return parts.some(({ kind }) => kind === 'software') ? 'software' : (parts[0]?.kind ?? 'software')
}

/** Syft, Trivy and distributions' own lists name the source package in a qualifier of the package URL. */
function builtFrom(parts: readonly Part[]): string | null {
  for (const { purl } of parts) {
    if (purl === null || !/^pkg:(deb|apk|rpm)\//.test(purl) || !purl.includes('upstream=')) continue
    const parsed = parsePurl(purl)
    const source = parsed.ok ? sourcePackageName(parsed.purl) : null
    if (source !== null) return source
  }
  return null
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
