/**
 * npm's range syntax: alternatives joined by `||`, each a set of comparators, with `~`, `^`, `1.x` and `1 - 2` written out as
 * comparators. https://github.com/npm/node-semver#ranges
 */

import {
  compareNpmVersions,
  formatNpmVersion,
  identifiers,
  isSameRelease,
  npmVersion,
  parseNpmVersion,
  type NpmVersion,
} from './version.ts'

export type Operator = '=' | '>' | '>=' | '<' | '<='
/** Null stands for any version. */
export type Comparator = { readonly operator: Operator; readonly version: NpmVersion } | null
export type NpmRangeOptions = { readonly loose?: boolean; readonly includePrerelease?: boolean }
export type NpmRange = {
  /** One of the sets has to hold, and all comparators in it. None is empty. */
  readonly sets: readonly (readonly Comparator[])[]
  readonly options: NpmRangeOptions
}

const anyNumber = '(\\d+|[xX*])'
const prerelease = '(?:-?((?:\\d+|\\d*[A-Za-z-][0-9A-Za-z-]*)(?:\\.(?:\\d+|\\d*[A-Za-z-][0-9A-Za-z-]*))*))?'
const partial = `[v=\\s]*${anyNumber}(?:\\.${anyNumber}(?:\\.${anyNumber}${prerelease})?)?`
const hyphenated = new RegExp(`^${partial}\\s+-\\s+${partial}$`)
const term = new RegExp(`^(~>?|\\^|[<>]?=?)${partial}$`)
const buildMetadata = /\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*/g

/** No version is below this one. */
const least: NpmVersion = { major: 0, minor: 0, patch: 0, prerelease: [0], build: [] }
const nothing: Comparator = { operator: '<', version: least }

/** Undefined when npm would refuse the text. */
export function parseNpmRange(text: string, options: NpmRangeOptions = {}): NpmRange | undefined {
  const sets: Comparator[][] = []
  for (const alternative of text.split('||')) {
    const set = parseSet(alternative.replace(buildMetadata, '').trim(), options)
    if (set === undefined) return undefined
    if (set.length > 0) sets.push(set)
  }
  if (sets.length === 0) return undefined
  const possible = sets.filter((set) => !isNothing(set[0] as Comparator))
  const any = possible.find((set) => set.length === 1 && set[0] === null)
  return { sets: any !== undefined ? [any] : possible.length > 0 ? possible : sets.slice(0, 1), options }
}

/** One comparator such as `>=1.2.3`; undefined when it is none. */
export function parseComparator(text: string, options: NpmRangeOptions = {}): Comparator | undefined {
  const match = /^([<>]?=?)\s*(.*)$/.exec(text.trim())
  if (match === null) return undefined
  if (match[2] === '') return null
  const version = parseNpmVersion(match[2] as string, options.loose)
  return version && { operator: (match[1] || '=') as Operator, version }
}

export function formatNpmRange({ sets }: NpmRange): string {
  return sets.map((set) => set.map(formatComparator).join(' ')).join('||')
}

export function formatComparator(comparator: Comparator): string {
  if (comparator === null) return '*'
  return `${comparator.operator === '=' ? '' : comparator.operator}${formatNpmVersion(comparator.version)}`
}

export function isInNpmRange({ sets, options }: NpmRange, version: NpmVersion): boolean {
  return sets.some((set) => isInSet(set, version, options))
}

function isInSet(set: readonly Comparator[], version: NpmVersion, { includePrerelease }: NpmRangeOptions): boolean {
  if (!set.every((comparator) => holds(comparator, version))) return false
  if (version.prerelease.length === 0 || includePrerelease) return true
  // A prerelease is wanted only where the range itself names one of the same release.
  return set.some(
    (comparator) =>
      comparator !== null && comparator.version.prerelease.length > 0 && isSameRelease(comparator.version, version),
  )
}

export function holds(comparator: Comparator, version: NpmVersion): boolean {
  if (comparator === null) return true
  const order = compareNpmVersions(version, comparator.version)
  switch (comparator.operator) {
    case '=':
      return order === 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
  }
}

export function isNothing(comparator: Comparator): boolean {
  return comparator !== null && comparator.operator === '<' && compareNpmVersions(comparator.version, least) === 0
}

function parseSet(text: string, options: NpmRangeOptions): Comparator[] | undefined {
  const hyphen = hyphenated.exec(text)
  let comparators: (Comparator | undefined)[]
  if (hyphen !== null) {
    const from = readPartial(hyphen.slice(1, 5), options)
    const to = readPartial(hyphen.slice(5, 9), options)
    if (from === undefined || to === undefined) return undefined
    comparators = fromTo(from, to, options)
  } else {
    comparators = []
    for (const word of joinOperators(text).split(/\s+/)) {
      const expanded = word === '' ? [null] : expandTerm(word, options)
      // Loose ranges leave out what they cannot read.
      if (expanded === undefined && options.loose) continue
      comparators.push(...(expanded ?? [undefined]))
    }
  }
  if (comparators.includes(undefined)) return undefined
  const known = comparators as Comparator[]
  if (known.some(isNothing)) return [nothing]
  const distinct = [...new Map(known.map((comparator) => [formatComparator(comparator), comparator])).values()]
  return distinct.length > 1 ? distinct.filter((comparator) => comparator !== null) : distinct
}

/** Takes away white space between an operator and its version. */
function joinOperators(text: string): string {
  return text.replace(/(^|[\s<>=~^])v\s+(?=[\dxX*])/g, '$1v').replace(/([<>=~^])\s+(?=[\dxX*v=])/g, '$1')
}

/** A version of which the end may be missing or `x`; undefined numbers are those. */
type Partial = {
  readonly major: number | undefined
  readonly minor: number | undefined
  readonly patch: number | undefined
  readonly prerelease: readonly (number | string)[]
}

function readPartial(groups: readonly (string | undefined)[], options: NpmRangeOptions): Partial | undefined {
  const [major, minor, patch, pre] = groups
  const numbers: (number | undefined)[] = []
  let isOpen = false
  for (const text of [major, minor, patch]) {
    const isAny = text === undefined || /[xX*]/.test(text)
    if (!isAny && (isOpen || (!options.loose && /^0\d/.test(text)))) return undefined
    isOpen ||= isAny
    const number = isAny ? undefined : Number(text)
    if (number !== undefined && !Number.isSafeInteger(number)) return undefined
    numbers.push(number)
  }
  if (pre !== undefined && !options.loose && /(?:^|\.)0\d+(?:\.|$)/.test(pre)) return undefined
  return { major: numbers[0], minor: numbers[1], patch: numbers[2], prerelease: isOpen ? [] : identifiers(pre) }
}

function expandTerm(word: string, options: NpmRangeOptions): (Comparator | undefined)[] | undefined {
  const match = term.exec(word)
  const version = match === null ? undefined : readPartial(match.slice(2, 6), options)
  if (match === null || version === undefined) return undefined
  // Only loose ranges may write a prerelease without its hyphen.
  if (!options.loose && version.prerelease.length > 0 && !/\d-/.test(word)) return undefined
  if ((match[1] as string).startsWith('~')) return tilde(version, options)
  if (match[1] === '^') return caret(version, options)
  return compared(match[1] as string, version, options)
}

function tilde(version: Partial, options: NpmRangeOptions): (Comparator | undefined)[] {
  const { major, minor } = version
  if (major === undefined) return [null]
  const upper = minor === undefined ? below(major + 1, 0, 0) : below(major, minor + 1, 0)
  return [from(version, options), upper]
}

function caret(version: Partial, options: NpmRangeOptions): (Comparator | undefined)[] {
  const { major, minor, patch } = version
  if (major === undefined) return [null]
  if (major > 0 || minor === undefined) return [from(version, options), below(major + 1, 0, 0)]
  if (minor > 0 || patch === undefined) return [from(version, options), below(0, minor + 1, 0)]
  return [from(version, options), below(0, 0, patch + 1)]
}

function compared(operator: string, version: Partial, options: NpmRangeOptions): (Comparator | undefined)[] {
  const { major, minor, patch } = version
  if (major === undefined) return operator === '>' || operator === '<' ? [nothing] : [null]
  if (minor !== undefined && patch !== undefined) {
    const full = npmVersion(major, minor, patch, version.prerelease)
    return [normal(full && { operator: (operator || '=') as Operator, version: full }, options)]
  }
  const next = minor === undefined ? ([major + 1, 0] as const) : ([major, minor + 1] as const)
  switch (operator) {
    case '>':
      return [from({ major: next[0], minor: next[1], patch: undefined, prerelease: [] }, options)]
    case '>=':
      return [from(version, options)]
    case '<':
      return [below(major, minor ?? 0, 0)]
    case '<=':
      return [below(next[0], next[1], 0)]
    default:
      return [from(version, options), below(next[0], next[1], 0)]
  }
}

function fromTo(low: Partial, high: Partial, options: NpmRangeOptions): (Comparator | undefined)[] {
  const isWhole = low.patch !== undefined && low.prerelease.length === 0
  const start =
    low.major === undefined
      ? null
      : from(isWhole && options.includePrerelease ? { ...low, prerelease: [0] } : low, options)
  return [start, upTo(high, options)]
}

function upTo({ major, minor, patch, prerelease: pre }: Partial, options: NpmRangeOptions): Comparator | undefined {
  if (major === undefined) return null
  if (minor === undefined) return below(major + 1, 0, 0)
  if (patch === undefined) return below(major, minor + 1, 0)
  if (pre.length === 0 && options.includePrerelease) return below(major, minor, patch + 1)
  const version = npmVersion(major, minor, patch, pre)
  return version && { operator: '<=', version }
}

/** From the first version that the partial one stands for; with prereleases, from the first of those. */
function from({ major, minor, patch, prerelease: pre }: Partial, options: NpmRangeOptions): Comparator | undefined {
  const start = patch === undefined && options.includePrerelease ? [0] : pre
  const version = npmVersion(major ?? 0, minor ?? 0, patch ?? 0, start)
  return normal(version && { operator: '>=', version }, options)
}

/** Below a release and all its prereleases. */
function below(major: number, minor: number, patch: number): Comparator | undefined {
  const version = npmVersion(major, minor, patch, [0])
  return version && { operator: '<', version }
}

/** From the very first version on is any version. */
function normal(comparator: Comparator | undefined, { includePrerelease }: NpmRangeOptions): Comparator | undefined {
  if (comparator?.operator !== '>=') return comparator
  const { major, minor, patch, prerelease: pre } = comparator.version
  const isFirst =
    major === 0 &&
    minor === 0 &&
    patch === 0 &&
    (includePrerelease ? pre.length === 1 && pre[0] === 0 : pre.length === 0)
  return isFirst ? null : comparator
}
