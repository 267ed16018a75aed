/** Dart's pub: Semantic Versioning, except that build metadata orders versions that are equal otherwise. */

import { type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'
import { comparePrereleases, compareSemver, parseSemver, scheme as semver, type SemverKey } from './semver.ts'

type PubKey = SemverKey & { readonly buildParts: readonly (Numeral | string)[] | null }

export const scheme = defineScheme<PubKey>({
  id: 'pub',
  label: 'Pub versions',
  source: 'https://dart.dev/tools/pub/versioning',
  parse: (version) => {
    const key = parseSemver(version)
    if (key === null) return null
    const buildParts = key.build === null ? null : (parseSemver(`0.0.0-${key.build}`)?.prerelease ?? [key.build])
    return { ...key, buildParts }
  },
  compare: (a, b) => {
    const order = compareSemver(a, b)
    if (order !== 0 || a.buildParts === b.buildParts) return order
    // Here no build metadata comes first, unlike a missing prerelease.
    if (a.buildParts === null) return -1
    if (b.buildParts === null) return 1
    return comparePrereleases(a.buildParts, b.buildParts)
  },
  isPrerelease: (key) => key.prerelease !== null,
  isValid: (version) => semver.isValid?.(version) ?? false,
})
