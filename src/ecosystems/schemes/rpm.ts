/** RPM's `[epoch:]version[-release]`: runs of digits or letters, `~` below the end, `^` just above it. */

import { compareNumerals, compareText, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

type Segment = Numeral | string
export type RpmKey = {
  readonly epoch: readonly Segment[]
  readonly version: readonly Segment[]
  readonly release: readonly Segment[]
}

const noEpoch: readonly Segment[] = [0]

function parse(version: string): RpmKey | null {
  const text = version.trim()
  if (text === '') return null
  const colon = text.indexOf(':')
  const rest = text.slice(colon + 1)
  const hyphen = rest.indexOf('-')
  return {
    // An epoch is a number; text in its place occurs in the wild and is compared like a version.
    epoch: colon > 0 ? rpmSegments(text.slice(0, colon)) : noEpoch,
    version: rpmSegments(hyphen === -1 ? rest : rest.slice(0, hyphen)),
    // "1" and "1-" differ: an empty release is still one.
    release: hyphen === -1 ? [] : ['', ...rpmSegments(rest.slice(hyphen + 1))],
  }
}

/** Everything but ASCII letters, digits, `~` and `^` only separates. */
export function rpmSegments(text: string): readonly Segment[] {
  const segments: Segment[] = []
  for (const match of text.match(/[0-9]+|[A-Za-z]+|~|\^/g) ?? []) {
    const code = match.charCodeAt(0)
    segments.push(code >= 48 && code <= 57 ? numeral(match) : match)
  }
  return segments
}

export function compareRpmSegments(a: readonly Segment[], b: readonly Segment[]): number {
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const left = a[index]
    const right = b[index]
    if (left === right) continue
    const order = kind(left) - kind(right)
    if (order !== 0) return order
    const within =
      typeof left === 'string' ? compareText(left, right as string) : compareNumerals(left as Numeral, right as Numeral)
    if (within !== 0) return within
  }
  return 0
}

/** `~` below the end, the end below `^`, `^` below a word, a word below a number. */
function kind(segment: Segment | undefined): number {
  if (segment === undefined) return 1
  if (typeof segment !== 'string') return 4
  return segment === '~' ? 0 : segment === '^' ? 2 : 3
}

export const scheme = defineScheme<RpmKey>({
  id: 'rpm',
  label: 'RPM versions',
  source: 'https://rpm-software-management.github.io/rpm/man/rpm-version.7',
  parse,
  compare: (a, b) =>
    compareRpmSegments(a.epoch, b.epoch) ||
    compareRpmSegments(a.version, b.version) ||
    compareRpmSegments(a.release, b.release),
  isPrerelease: (key) => key.version.includes('~'),
  isValid: (version) => /^(?:\d+:)?[A-Za-z0-9._+~^]+(?:-[A-Za-z0-9._+~^]+)?$/.test(version),
})
