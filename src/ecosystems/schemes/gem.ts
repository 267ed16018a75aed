/** RubyGems: segments of digits or letters; a word makes it a prerelease and is below any number. */

import { compareNumerals, compareText, numeral, withoutTrailingZeros, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

export type GemKey = readonly (Numeral | string)[]

const strict = /^\s*(?:[0-9]+(?:\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)?\s*$/

export function parseGem(version: string): GemKey | null {
  if (!/^\s*[0-9A-Za-z.\-_+]*\s*$/.test(version)) return null
  const segments = version.replaceAll('-', '.pre.').match(/[0-9]+|[A-Za-z]+/g) ?? []
  const numbers: Numeral[] = []
  const rest: (Numeral | string)[] = []
  for (const segment of segments) {
    const code = segment.charCodeAt(0)
    const isNumber = code >= 48 && code <= 57
    if (isNumber && rest.length === 0) numbers.push(numeral(segment))
    else rest.push(isNumber ? numeral(segment) : segment)
  }
  // Zeros at the end of the release and of the prerelease mean nothing: 1.0.a is 1.a.
  while (rest.length > 0 && rest[rest.length - 1] === 0) rest.pop()
  return [...withoutTrailingZeros(numbers), ...rest]
}

export function compareGem(a: GemKey, b: GemKey): number {
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const left = a[index] ?? 0
    const right = b[index] ?? 0
    if (left === right) continue
    if (typeof left === 'string') return typeof right === 'string' ? compareText(left, right) : -1
    if (typeof right === 'string') return 1
    const order = compareNumerals(left, right)
    if (order !== 0) return order
  }
  return 0
}

export const scheme = defineScheme<GemKey>({
  id: 'gem',
  label: 'RubyGems versions',
  source: 'https://github.com/rubygems/rubygems/blob/master/lib/rubygems/version.rb',
  parse: parseGem,
  compare: compareGem,
  isPrerelease: (key) => key.some((segment) => typeof segment === 'string'),
  isValid: (version) => strict.test(version),
})
