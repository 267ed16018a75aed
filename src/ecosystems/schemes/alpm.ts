/**
 * Arch Linux's `[epoch:]version[-release]`. The tool ignores the release when one side has none, which is no order (1-1 and
 * 1-2 would both equal 1); here a missing release counts as the first, 1.
 */

import { compareNumerals, compareText, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

type Run = { readonly separators: number; readonly value: Numeral | string }
type AlpmKey = { readonly epoch: Numeral; readonly version: readonly Run[]; readonly release: readonly Run[] }

function parse(version: string): AlpmKey | null {
  const match = /^\s*(?:(\d*):)?([^:]*?)(?:-([^-:]*))?\s*$/.exec(version)
  if (match === null || match[2] === '') return null
  return { epoch: numeral(match[1] || '0'), version: runs(match[2] as string), release: runs(match[3] ?? '1') }
}

function runs(text: string): Run[] {
  const list: Run[] = []
  for (const match of text.matchAll(/([^0-9A-Za-z]*)([0-9]+|[A-Za-z]+)/g)) {
    const value = match[2] as string
    list.push({ separators: (match[1] as string).length, value: /^\d/.test(value) ? numeral(value) : value })
  }
  return list
}

function compareRuns(a: readonly Run[], b: readonly Run[]): number {
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const left = a[index]
    const right = b[index]
    const order = rank(left, index) - rank(right, index)
    if (order !== 0) return order
    if (left === undefined || right === undefined) return 0
    if (left.separators !== right.separators && index > 0) return left.separators - right.separators
    const within =
      typeof left.value === 'string'
        ? compareText(left.value, right.value as string)
        : compareNumerals(left.value, right.value as Numeral)
    if (within !== 0) return within
  }
  return 0
}

/** Letters attached to what precedes them are below the end (1.0rc before 1.0), set off by a separator above it. */
function rank(run: Run | undefined, index: number): number {
  if (run === undefined) return 1
  if (typeof run.value !== 'string') return 3
  return run.separators === 0 || index === 0 ? 0 : 2
}

export const scheme = defineScheme<AlpmKey>({
  id: 'alpm',
  label: 'Arch Linux versions',
  source: 'https://man.archlinux.org/man/vercmp.8',
  parse,
  compare: (a, b) =>
    compareNumerals(a.epoch, b.epoch) || compareRuns(a.version, b.version) || compareRuns(a.release, b.release),
  isPrerelease: (key) => key.version.some((run) => typeof run.value === 'string' && run.separators === 0),
})
