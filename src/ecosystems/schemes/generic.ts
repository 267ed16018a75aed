/**
 * For versions of which nothing is known: runs of digits by value, runs of letters as text without regard to case, a word that
 * announces a prerelease below the end, everything else only separates.
 */

import { compareNumerals, compareText, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

type Part = Numeral | string

const prereleaseWords = new Set([
  'a',
  'alpha',
  'b',
  'beta',
  'dev',
  'm',
  'milestone',
  'nightly',
  'pre',
  'preview',
  'rc',
  'snapshot',
])

export const scheme = defineScheme<readonly Part[]>({
  id: 'generic',
  label: 'Generic',
  source: 'https://github.com/package-url/vers-spec',
  parse: (version) => {
    const parts: Part[] = []
    for (const text of version
      .toLowerCase()
      .replace(/^v(?=\d)/, '')
      .match(/\d+|[^\d\s.\-_+:~/]+/g) ?? []) {
      const code = text.charCodeAt(0)
      parts.push(code >= 48 && code <= 57 ? numeral(text) : text)
    }
    while (parts.length > 0 && parts[parts.length - 1] === 0) parts.pop()
    return parts
  },
  compare: (a, b) => {
    const length = Math.max(a.length, b.length)
    for (let index = 0; index < length; index += 1) {
      const left = a[index] ?? 0
      const right = b[index] ?? 0
      const order = kind(left) - kind(right)
      if (order !== 0) return order
      const within =
        typeof left === 'string' ? compareText(left, right as string) : compareNumerals(left, right as Numeral)
      if (within !== 0) return within
    }
    return 0
  },
  isPrerelease: (key) => key.some((part) => typeof part === 'string' && prereleaseWords.has(part)),
})

/** A prerelease word is below nothing, which counts as 0; another word stands between nothing and any number above it. */
function kind(part: Part): number {
  if (typeof part === 'string') return prereleaseWords.has(part) ? 0 : 2
  return part === 0 ? 1 : 3
}
