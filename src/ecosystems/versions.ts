/** The order of versions, by OSV ecosystem (with or without release), package URL type, or vers scheme. */

import { compareText } from './numeral.ts'
import { ecosystemsByOsvName, ecosystemsByType, withoutRelease } from './registry.ts'
import type { VersionScheme } from './scheme.ts'
import { schemes } from './schemes.generated.ts'

export type VersionOrder = {
  /**
   * A total order on any two strings. A text that the scheme cannot order is below every version it can, and two such texts
   * order by their code units; PyPI's legacy versions are an example.
   */
  readonly compare: (a: string, b: string) => -1 | 0 | 1
  /** Whether a version follows the ecosystem's rules to the letter. */
  readonly isValid: (version: string) => boolean
  readonly isPrerelease: (version: string) => boolean
}

/** Names of vers schemes and ecosystems that share the order of another. */
const aliases: Readonly<Record<string, string>> = {
  semver: 'semver',
  npm: 'node-semver',
  gem: 'gem',
  ghc: 'hackage',
  bioconductor: 'cran',
  kubernetes: 'go',
  android: 'generic',
  linux: 'generic',
  freebsd: 'generic',
  apache: 'semver',
  mattermost: 'semver',
  nginx: 'nginx',
  arch: 'alpm',
  archlinux: 'alpm',
  ebuild: 'gentoo',
  all: 'generic',
  none: 'generic',
  'docker hardened images': 'debian',
  cleanstart: 'alpine',
}

const schemesById: ReadonlyMap<string, VersionScheme> = new Map(schemes.map((scheme) => [scheme.id, scheme]))
const orders = new Map<VersionScheme, VersionOrder>()

/** The scheme of an ecosystem, purl type or vers scheme; undefined when the name is unknown. */
export function versionScheme(ecosystem: string): VersionScheme | undefined {
  const name = withoutRelease(ecosystem)
  const known = ecosystemsByOsvName.get(name) ?? ecosystemsByType.get(name)
  if (known !== undefined) return known.versions ?? undefined
  const folded = name.toLowerCase()
  return (
    ecosystemsByType.get(folded)?.versions ?? schemesById.get(aliases[folded] ?? folded) ?? foldedOsvNames.get(folded)
  )
}

const foldedOsvNames: ReadonlyMap<string, VersionScheme> = new Map(
  [...ecosystemsByOsvName].flatMap(([name, { versions }]) =>
    versions === null ? [] : [[name.toLowerCase(), versions] as const],
  ),
)

export function versionOrder(ecosystem: string): VersionOrder | undefined {
  const scheme = versionScheme(ecosystem)
  if (scheme === undefined) return undefined
  let order = orders.get(scheme)
  if (order === undefined) {
    order = orderOf(scheme)
    orders.set(scheme, order)
  }
  return order
}

/** -1, 0 or 1; undefined when nobody knows how the ecosystem orders. */
export function compareVersions(ecosystem: string, a: string, b: string): -1 | 0 | 1 | undefined {
  return versionOrder(ecosystem)?.compare(a, b)
}

/**
 * The dense rank of each version in the ecosystem's order, from 0: equal order means equal rank. An unknown ecosystem orders
 * as generic versions do. Each distinct version is parsed once.
 */
export function rankVersions(ecosystem: string, versions: readonly string[]): Int32Array {
  const scheme = versionScheme(ecosystem) ?? versionScheme('generic')
  if (scheme === undefined) throw new Error('The generic version scheme is not registered')
  const distinct = [...new Set(versions)].map((version) => ({ version, key: scheme.parse(version) }))
  distinct.sort((a, b) => compareKeys(scheme, a.key, a.version, b.key, b.version))
  const ranks = new Map<string, number>()
  let rank = -1
  let previous: (typeof distinct)[number] | undefined
  for (const entry of distinct) {
    if (previous === undefined || compareKeys(scheme, previous.key, previous.version, entry.key, entry.version) !== 0)
      rank += 1
    ranks.set(entry.version, rank)
    previous = entry
  }
  return Int32Array.from(versions, (version) => ranks.get(version) as number)
}

function orderOf(scheme: VersionScheme): VersionOrder {
  return {
    compare: (a, b) => {
      if (a === b) return 0
      const order = compareKeys(scheme, scheme.parse(a), a, scheme.parse(b), b)
      return order < 0 ? -1 : order > 0 ? 1 : 0
    },
    isValid: (version) => scheme.parse(version) !== null && (scheme.isValid?.(version) ?? true),
    isPrerelease: (version) => {
      const key = scheme.parse(version)
      return key !== null && scheme.isPrerelease(key)
    },
  }
}

function compareKeys(scheme: VersionScheme, a: unknown, aText: string, b: unknown, bText: string): number {
  if (a === null) return b === null ? compareText(aText, bText) : -1
  return b === null ? 1 : scheme.compare(a, b)
}
