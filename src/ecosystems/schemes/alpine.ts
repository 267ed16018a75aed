/**
 * Alpine's apk: numbers, one letter, suffixes such as `_rc1`, a commit hash after `~`, and a revision. What does not fit any
 * more is left out and makes the version invalid, but what came before it still orders.
 */

import { compareNumerals, compareText, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

type Suffix = readonly [rank: number, number: Numeral]
type AlpineKey = {
  readonly first: Numeral
  readonly rest: readonly string[]
  readonly letter: string
  /** Digits right after the letter (`5.9p1`): not in the grammar, yet common. */
  readonly letterNumber: Numeral
  readonly suffixes: readonly Suffix[]
  readonly hash: string
  /** -1 when there is none, below -r0. */
  readonly revision: Numeral
  /** Whether nothing was left out. A version that was cut is below one that reads the same and was not. */
  readonly isWhole: boolean
}

const pattern =
  /^(\d+)((?:\.\d*)*)([a-z]?)(\d*)((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~([0-9a-f]+))?(?:-r(\d+))?/
const strict = /^\d+(?:\.\d+)*[a-z]?(?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*(?:~[0-9a-f]+)?(?:-r\d+)?$/
const suffixRanks: Readonly<Record<string, number>> = {
  alpha: 0,
  beta: 1,
  pre: 2,
  rc: 3,
  cvs: 5,
  svn: 6,
  git: 7,
  hg: 8,
  p: 9,
}
const noSuffix: Suffix = [4, 0]

function parse(version: string): AlpineKey | null {
  const text = version.trim()
  const match = pattern.exec(text)
  if (match === null) return null
  return {
    first: numeral(match[1] as string),
    rest: match[2] ? match[2].slice(1).split('.') : [],
    letter: match[3] ?? '',
    letterNumber: numeral(match[4] || '0'),
    suffixes: [...(match[5] ?? '').matchAll(/_([a-z]+)(\d*)/g)].map(([, word, digits]) => [
      suffixRanks[word as string] as number,
      numeral(digits || '0'),
    ]),
    hash: match[6] ?? '',
    revision: match[7] === undefined ? -1 : numeral(match[7]),
    isWhole: match[0].length === text.length,
  }
}

function compare(a: AlpineKey, b: AlpineKey): number {
  return (
    compareNumerals(a.first, b.first) ||
    compareRest(a.rest, b.rest) ||
    compareText(a.letter, b.letter) ||
    compareNumerals(a.letterNumber, b.letterNumber) ||
    compareSuffixes(a.suffixes, b.suffixes) ||
    compareText(a.hash, b.hash) ||
    compareNumerals(a.revision, b.revision) ||
    Number(a.isWhole) - Number(b.isWhole)
  )
}

function compareRest(a: readonly string[], b: readonly string[]): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const order = compareFractional(a[index] as string, b[index] as string)
    if (order !== 0) return order
  }
  if (a.length === b.length) return 0
  // A dot without a number after it is below no dot at all.
  return a.length > b.length ? (a[shared] === '' ? -1 : 1) : b[shared] === '' ? 1 : -1
}

/** After the first, a number that begins with 0 is compared as text, as apk does; a missing one is the least. */
function compareFractional(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? -1 : 1
  return a.startsWith('0') || b.startsWith('0') ? compareText(a, b) : compareNumerals(numeral(a), numeral(b))
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

export const scheme = defineScheme<AlpineKey>({
  id: 'alpine',
  label: 'Alpine versions',
  source: 'https://wiki.alpinelinux.org/wiki/Package_policies',
  parse,
  compare,
  isPrerelease: (key) => key.suffixes.some(([rank]) => rank < 4),
  isValid: (version) => strict.test(version),
})
