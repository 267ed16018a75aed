/** Conan: dotted items, each a number or text; a prerelease after `-` and build metadata after `+`, which counts too. */

import { compareNumerals, compareText, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

type Item = Numeral | string
export type ConanKey = {
  readonly main: readonly Item[]
  /** Empty for `1.0-`, which stands for the earliest prerelease; null for a release. */
  readonly prerelease: readonly Item[] | null
  readonly build: readonly Item[] | null
}

export function parseConan(version: string): ConanKey | null {
  const text = version.trim().toLowerCase()
  if (text === '') return null
  const plus = text.indexOf('+')
  const withoutBuild = plus === -1 ? text : text.slice(0, plus)
  const hyphen = withoutBuild.indexOf('-')
  return {
    main: withoutZeros(items(hyphen === -1 ? withoutBuild : withoutBuild.slice(0, hyphen))),
    prerelease: hyphen === -1 ? null : withoutZeros(items(withoutBuild.slice(hyphen + 1))),
    build: plus === -1 ? null : withoutZeros(items(text.slice(plus + 1))),
  }
}

export function compareConan(a: ConanKey, b: ConanKey): number {
  const main = compareItems(a.main, b.main)
  if (main !== 0) return main
  if (a.prerelease === null) {
    if (b.prerelease !== null) return 1
  } else {
    if (b.prerelease === null) return -1
    const order = compareItems(a.prerelease, b.prerelease)
    if (order !== 0) return order
  }
  if (a.build === null) return b.build === null ? 0 : -1
  return b.build === null ? 1 : compareItems(a.build, b.build)
}

function items(text: string): Item[] {
  return text === '' ? [] : text.split('.').map((item) => (/^\d+$/.test(item) ? numeral(item) : item))
}

function withoutZeros(list: Item[]): Item[] {
  while (list.length > 0 && list[list.length - 1] === 0) list.pop()
  return list
}

function compareItems(a: readonly Item[], b: readonly Item[]): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const left = a[index] as Item
    const right = b[index] as Item
    const order = compareMixed(left, right)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/**
 * Numbers by value, and text that begins with a number by that first, so that `1*` stands between 1 and 20. Conan itself
 * compares a number with text as text, which is no order: 9 < 10 < 1x < 9.
 */
function compareMixed(a: Item, b: Item): number {
  if (typeof a !== 'string' && typeof b !== 'string') return compareNumerals(a, b)
  const left = split(a)
  const right = split(b)
  return left.kind - right.kind || compareNumerals(left.number, right.number) || compareText(left.rest, right.rest)
}

function split(item: Item): { readonly kind: number; readonly number: Numeral; readonly rest: string } {
  if (typeof item !== 'string') return { kind: 1, number: item, rest: '' }
  const digits = /^\d+/.exec(item)?.[0]
  if (digits === undefined) return { kind: item < '0' ? 0 : 2, number: 0, rest: item }
  return { kind: 1, number: numeral(digits), rest: item.slice(digits.length) }
}

export const scheme = defineScheme<ConanKey>({
  id: 'conan',
  label: 'Conan versions',
  source: 'https://docs.conan.io/2/tutorial/versioning/version_ranges.html',
  parse: parseConan,
  compare: compareConan,
  isPrerelease: (key) => key.prerelease !== null,
})
