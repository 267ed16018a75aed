/**
 * Composer, in the order of PHP's `version_compare`: parts are numbers or words, a change between digits and letters
 * separates, and a missing part stands between a release candidate and a number, so that 1.0 is below 1.0.0.
 */

import { compareNumerals, compareText, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

/** A number, or a word with its rank and, when unknown, its text. */
type Part = Numeral | { readonly rank: number; readonly text: string }

const missing: Part = { rank: 4, text: '' }
/** A word is known by how it begins, as in PHP: `beta2` and `betamax` both count as beta. */
const words: readonly (readonly [string, number])[] = [
  ['dev', 0],
  ['alpha', 1],
  ['a', 1],
  ['beta', 2],
  ['b', 2],
  ['rc', 3],
  ['#', 4],
  ['pl', 6],
  ['p', 6],
]
const numberRank = 5

function parse(version: string): Part[] {
  const parts: Part[] = []
  for (const text of version
    .trim()
    .replace(/^v(?=\d)/i, '')
    .match(/\d+|[^\d.\-_+]+/g) ?? []) {
    const code = text.charCodeAt(0)
    parts.push(code >= 48 && code <= 57 ? numeral(text) : word(text.toLowerCase()))
  }
  return parts
}

function word(text: string): Part {
  for (const [beginning, rank] of words) if (text.startsWith(beginning)) return { rank, text: '' }
  return { rank: -1, text }
}

function compare(a: readonly Part[], b: readonly Part[]): number {
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const order = compareParts(a[index] ?? missing, b[index] ?? missing)
    if (order !== 0) return order
  }
  return 0
}

function compareParts(a: Part, b: Part): number {
  if (typeof a === 'object') {
    if (typeof b !== 'object') return a.rank - numberRank
    return a.rank === b.rank ? compareText(a.text, b.text) : a.rank - b.rank
  }
  return typeof b === 'object' ? numberRank - b.rank : compareNumerals(a, b)
}

export const scheme = defineScheme<Part[]>({
  id: 'composer',
  label: 'Composer versions',
  source: 'https://www.php.net/manual/en/function.version-compare.php',
  parse,
  compare,
  isPrerelease: (key) => key.some((part) => typeof part === 'object' && part.rank < 4),
  isValid: (version) =>
    /^(?:v?\d+(?:\.\d+){0,3}(?:[-_.]?(?:stable|beta|b|rc|alpha|a|patch|pl|p)(?:[.-]?\d+)*)?(?:[.-]?dev)?(?:\+[^\s]*)?|dev-[^\s]+|[^\s]+-dev)$/i.test(
      version,
    ),
})
