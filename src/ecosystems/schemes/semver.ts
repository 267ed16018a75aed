/**
 * Semantic Versioning 2.0.0, read leniently: a leading `v` or `=`, missing and additional numbers, and a prerelease without
 * its hyphen are understood, because advisories and lockfiles contain them. Build metadata does not order.
 */

import {
  compareNumeralLists,
  compareNumerals,
  compareText,
  numeral,
  withoutTrailingZeros,
  type Numeral,
} from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

export type SemverKey = {
  readonly major: Numeral
  readonly minor: Numeral
  readonly patch: Numeral
  /** Numbers after the third, without zeros at the end; null when there are none. */
  readonly more: readonly Numeral[] | null
  /** Dot-separated identifiers; null for a release. */
  readonly prerelease: readonly (Numeral | string)[] | null
  readonly build: string | null
}

const lenient =
  /^[v=\s]*(\d+)(?:\.(\d+))?(?:\.(\d+))?((?:\.\d+)*)(?:-([0-9A-Za-z.-]*)|\.?([A-Za-z][0-9A-Za-z.-]*))?(?:\+(.*))?\s*$/i
const strict =
  /^v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/

export function parseSemver(version: string): SemverKey | null {
  const match = lenient.exec(version)
  if (match === null) return null
  const prerelease = match[5] ?? match[6]
  const more = match[4] ? withoutTrailingZeros(match[4].slice(1).split('.').map(numeral)) : null
  return {
    major: numeral(match[1] as string),
    minor: match[2] === undefined ? 0 : numeral(match[2]),
    patch: match[3] === undefined ? 0 : numeral(match[3]),
    more: more !== null && more.length > 0 ? more : null,
    prerelease: prerelease ? prerelease.split('.').map(identifier) : null,
    build: match[7] ?? null,
  }
}

export function compareSemver(a: SemverKey, b: SemverKey): number {
  if (a.major !== b.major) return a.major < b.major ? -1 : 1
  if (a.minor !== b.minor) return a.minor < b.minor ? -1 : 1
  if (a.patch !== b.patch) return a.patch < b.patch ? -1 : 1
  if (a.more !== null || b.more !== null) {
    const order = compareNumeralLists(a.more ?? [], b.more ?? [])
    if (order !== 0) return order
  }
  return comparePrereleases(a.prerelease, b.prerelease)
}

/** Rule 11 of the specification: numbers below words, a longer list above its beginning, none above any. */
export function comparePrereleases(
  a: readonly (Numeral | string)[] | null,
  b: readonly (Numeral | string)[] | null,
): number {
  if (a === null) return b === null ? 0 : 1
  if (b === null) return -1
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const order = compareIdentifiers(a[index] as Numeral | string, b[index] as Numeral | string)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function compareIdentifiers(a: Numeral | string, b: Numeral | string): number {
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : 1
  return typeof b === 'string' ? -1 : compareNumerals(a, b)
}

function identifier(text: string): Numeral | string {
  return /^\d+$/.test(text) ? numeral(text) : text
}

export const scheme = defineScheme<SemverKey>({
  id: 'semver',
  label: 'Semantic Versioning',
  source: 'https://semver.org/spec/v2.0.0.html',
  parse: parseSemver,
  compare: compareSemver,
  isPrerelease: (key) => key.prerelease !== null,
  isValid: (version) => strict.test(version),
})
