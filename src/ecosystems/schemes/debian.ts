/** Debian's `[epoch:]upstream[-revision]`, compared by runs of non-digits and digits. */

import { compareNumerals, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

/** Non-digits and digits in turn, non-digits first. */
type Runs = readonly (string | Numeral)[]
type DebianKey = {
  readonly epoch: Numeral
  readonly upstream: Runs
  readonly revision: Runs
  readonly isPrerelease: boolean
}

function parse(version: string): DebianKey | null {
  const text = version.trim()
  if (text === '') return null
  const colon = text.indexOf(':')
  const epoch = colon === -1 ? '0' : text.slice(0, colon)
  if (!/^\d+$/.test(epoch)) return null
  const rest = text.slice(colon + 1)
  const hyphen = rest.lastIndexOf('-')
  const upstream = hyphen === -1 ? rest : rest.slice(0, hyphen)
  const revision = hyphen === -1 ? '' : rest.slice(hyphen + 1)
  return {
    epoch: numeral(epoch),
    upstream: runs(upstream),
    revision: runs(revision),
    isPrerelease: /~(?:rc|beta|alpha|pre|dev)/i.test(upstream),
  }
}

function runs(text: string): Runs {
  const list: (string | Numeral)[] = []
  let index = 0
  while (index < text.length) {
    const start = index
    while (index < text.length && !isDigit(text.charCodeAt(index))) index += 1
    list.push(text.slice(start, index))
    const digits = index
    while (index < text.length && isDigit(text.charCodeAt(index))) index += 1
    list.push(index > digits ? numeral(text.slice(digits, index)) : 0)
  }
  return list
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function compare(a: DebianKey, b: DebianKey): number {
  return compareNumerals(a.epoch, b.epoch) || compareRuns(a.upstream, b.upstream) || compareRuns(a.revision, b.revision)
}

function compareRuns(a: Runs, b: Runs): number {
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index += 2) {
    const words = compareWords((a[index] as string | undefined) ?? '', (b[index] as string | undefined) ?? '')
    if (words !== 0) return words
    const numbers = compareNumerals(
      (a[index + 1] as Numeral | undefined) ?? 0,
      (b[index + 1] as Numeral | undefined) ?? 0,
    )
    if (numbers !== 0) return numbers
  }
  return 0
}

function compareWords(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const order = weight(a, index) - weight(b, index)
    if (order !== 0) return order
  }
  return 0
}

// Debian compares '~' below the end of the string, so 1.0~rc1 precedes 1.0; letters come before everything else.
function weight(text: string, index: number): number {
  if (index >= text.length) return 0
  const code = text.charCodeAt(index)
  if (code === 126) return -1
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  return isLetter ? code : code + 0x10000
}

export const scheme = defineScheme<DebianKey>({
  id: 'debian',
  label: 'Debian versions',
  source: 'https://www.debian.org/doc/debian-policy/ch-controlfields.html#version',
  parse,
  compare,
  isPrerelease: (key) => key.isPrerelease,
  isValid: (version) => /^(?:\d+:)?\d[A-Za-z0-9.+~:-]*$/.test(version),
})
