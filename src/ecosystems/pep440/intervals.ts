/**
 * Specifiers as intervals on the line of all versions, to tell how two sets relate. Local versions are not told apart from
 * the public ones they belong to.
 */

import { comparePublic, type Pep440Key } from '#ecosystems/schemes/pep440.ts'
import { endOf, startOf, type Specifier } from './specifier.ts'

/** A place between versions: before or after one, or at an end of the line. */
type Cut = { readonly at: Pep440Key | 'start' | 'end'; readonly isAfter: boolean }
type Interval = { readonly from: Cut; readonly to: Cut }

const start: Cut = { at: 'start', isAfter: false }
const end: Cut = { at: 'end', isAfter: false }

/** Whether every version the first set admits is admitted by the second; undefined with `===`, which is about text. */
export function isSubset(a: readonly Specifier[], b: readonly Specifier[]): boolean | undefined {
  const [left, right] = [intervalsOf(a), intervalsOf(b)]
  return left && right && intersect(left, complement(right)).length === 0
}

/** Whether no version is admitted by both sets; undefined with `===`. */
export function areDisjoint(a: readonly Specifier[], b: readonly Specifier[]): boolean | undefined {
  const [left, right] = [intervalsOf(a), intervalsOf(b)]
  return left && right && intersect(left, right).length === 0
}

/** Whether a set admits no version at all; undefined with `===`. */
export function isUnsatisfiable(specifiers: readonly Specifier[]): boolean | undefined {
  const intervals = intervalsOf(specifiers)
  return intervals && intervals.length === 0
}

function intervalsOf(specifiers: readonly Specifier[]): readonly Interval[] | undefined {
  let intervals: readonly Interval[] = [{ from: start, to: end }]
  for (const specifier of specifiers) {
    if (specifier.operator === '===') return undefined
    intervals = intersect(intervals, intervalsOfOne(specifier, specifier.version as Pep440Key))
  }
  return intervals
}

function intervalsOfOne({ operator, isPrefix }: Specifier, key: Pep440Key): readonly Interval[] {
  const one: Interval = isPrefix ? prefixInterval(key.epoch, key.release) : { from: before(key), to: after(key) }
  switch (operator) {
    case '==':
    case '===':
      return [one]
    case '!=':
      return complement([one])
    case '>=':
      return [{ from: before(key), to: end }]
    case '<=':
      return [{ from: start, to: after(key) }]
    case '<':
      return [{ from: start, to: before(startOf(key)) }]
    case '>':
      return [{ from: after(endOf(key)), to: end }]
    case '~=':
      return intersect([{ from: before(key), to: end }], [prefixInterval(key.epoch, key.release.slice(0, -1))])
  }
}

function prefixInterval(epoch: Pep440Key['epoch'], release: Pep440Key['release']): Interval {
  const last = release.at(-1) ?? 0
  const next = typeof last === 'bigint' ? last + 1n : last + 1
  return { from: before(devOf(epoch, release)), to: before(devOf(epoch, [...release.slice(0, -1), next])) }
}

function devOf(epoch: Pep440Key['epoch'], release: Pep440Key['release']): Pep440Key {
  const end0 = release.findLastIndex((number) => Number(number) !== 0) + 1
  return { epoch, release, significant: release.slice(0, end0), phase: -1, pre: 0, post: -1, dev: 0, local: null }
}

function before(at: Pep440Key): Cut {
  return { at, isAfter: false }
}

function after(at: Pep440Key): Cut {
  return { at, isAfter: true }
}

function compareCuts(a: Cut, b: Cut): number {
  if (a.at === 'start' || b.at === 'end') return a.at === b.at ? 0 : -1
  if (a.at === 'end' || b.at === 'start') return a.at === b.at ? 0 : 1
  return comparePublic(a.at, b.at) || Number(a.isAfter) - Number(b.isAfter)
}

function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap((left) =>
    b.flatMap((right) => {
      const from = compareCuts(left.from, right.from) >= 0 ? left.from : right.from
      const to = compareCuts(left.to, right.to) <= 0 ? left.to : right.to
      return compareCuts(from, to) < 0 ? [{ from, to }] : []
    }),
  )
}

/** Of intervals that are in order and apart. */
function complement(intervals: readonly Interval[]): Interval[] {
  const gaps: Interval[] = []
  let from = start
  for (const interval of intervals) {
    if (compareCuts(from, interval.from) < 0) gaps.push({ from, to: interval.from })
    from = interval.to
  }
  if (compareCuts(from, end) < 0) gaps.push({ from, to: end })
  return gaps
}
