/** Gentoo's Package Manager Specification: numbers, one letter, suffixes such as `_rc1`, and a revision. */

import { compareNumerals, compareText, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

type Suffix = readonly [rank: number, number: Numeral]
type GentooKey = {
  readonly first: Numeral
  /** As text: after the first, a number with a leading zero is compared like a fraction. */
  readonly rest: readonly string[]
  readonly letter: string
  readonly suffixes: readonly Suffix[]
  readonly revision: Numeral
}

const pattern = /^\s*(\d+)((?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|p)\d*)*)(?:-r(\d+))?\s*$/
const suffixRanks: Readonly<Record<string, number>> = { alpha: 0, beta: 1, pre: 2, rc: 3, p: 5 }
const noSuffix: Suffix = [4, 0]

function parse(version: string): GentooKey | null {
  const match = pattern.exec(version)
  if (match === null) return null
  return {
    first: numeral(match[1] as string),
    rest: match[2] ? match[2].slice(1).split('.') : [],
    letter: match[3] ?? '',
    suffixes: [...(match[4] ?? '').matchAll(/_([a-z]+)(\d*)/g)].map(([, word, digits]) => [
      suffixRanks[word as string] as number,
      numeral(digits || '0'),
    ]),
    revision: numeral(match[5] ?? '0'),
  }
}

function compare(a: GentooKey, b: GentooKey): number {
  return (
    compareNumerals(a.first, b.first) ||
    compareRest(a.rest, b.rest) ||
    compareText(a.letter, b.letter) ||
    compareSuffixes(a.suffixes, b.suffixes) ||
    compareNumerals(a.revision, b.revision)
  )
}

function compareRest(a: readonly string[], b: readonly string[]): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const order = compareFractional(a[index] as string, b[index] as string)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** A number that begins with 0 is a fraction, and any fraction is below any number that is not. */
function compareFractional(a: string, b: string): number {
  if (a === b) return 0
  const isFraction = a.startsWith('0') || b.startsWith('0')
  return isFraction ? compareText(a.replace(/0+$/, ''), b.replace(/0+$/, '')) : compareNumerals(numeral(a), numeral(b))
}

function compareSuffixes(a: readonly Suffix[], b: readonly Suffix[]): number {
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const left = a[index] ?? noSuffix
    const right = b[index] ?? noSuffix
    const order = left[0] - right[0] || compareNumerals(left[1], right[1])
    if (order !== 0) return order
  }
  return 0
}

export const scheme = defineScheme<GentooKey>({
  id: 'gentoo',
  label: 'Gentoo versions',
  source: 'https://projects.gentoo.org/pms/latest/pms.html#version-comparison',
  parse,
  compare,
  isPrerelease: (key) => key.suffixes.some(([rank]) => rank < 4),
})
