/** How npm ranges relate to each other and to versions outside of them. */

import { holds, isInNpmRange, isNothing, type Comparator, type NpmRange, type NpmRangeOptions } from './range.ts'
import { compareNpmVersions, isSameRelease, type NpmVersion } from './version.ts'

type Bounded = NonNullable<Comparator>
const zero: NpmVersion = { major: 0, minor: 0, patch: 0, prerelease: [], build: [] }

/** Whether some version could be in both ranges. */
export function doRangesIntersect(a: NpmRange, b: NpmRange): boolean {
  return a.sets.some(
    (left) =>
      isSatisfiable(left, a.options) &&
      b.sets.some(
        (right) =>
          isSatisfiable(right, a.options) &&
          left.every((one) => right.every((other) => doComparatorsIntersect(one, other, a.options))),
      ),
  )
}

/** Whether some version could satisfy both comparators. */
export function doComparatorsIntersect(a: Comparator, b: Comparator, options: NpmRangeOptions = {}): boolean {
  if (a === null || b === null) return true
  if (a.operator === '=') return admits(b, a.version, options)
  if (b.operator === '=') return admits(a, b.version, options)
  if (isEmpty(a, options) || isEmpty(b, options)) return false
  const isLower = a.operator.startsWith('<')
  if (isLower === b.operator.startsWith('<')) return true
  const order = compareNpmVersions(a.version, b.version)
  if (order === 0) return a.operator.endsWith('=') && b.operator.endsWith('=')
  return isLower ? order > 0 : order < 0
}

/** Whether a version is above everything a range admits. */
export function isAboveNpmRange(range: NpmRange, version: NpmVersion): boolean {
  return isOutside(range, version, 1)
}

/** Whether a version is below everything a range admits. */
export function isBelowNpmRange(range: NpmRange, version: NpmVersion): boolean {
  return isOutside(range, version, -1)
}

function isOutside(range: NpmRange, version: NpmVersion, direction: 1 | -1): boolean {
  if (isInNpmRange(range, version)) return false
  const [open, openOrEqual] = direction === 1 ? ['>', '>='] : ['<', '<=']
  return range.sets.every((set) => {
    const bounds: Bounded[] = set.map((comparator) => comparator ?? { operator: '>=', version: zero })
    const sorted = bounds.toSorted((a, b) => direction * compareNpmVersions(a.version, b.version))
    const near = sorted[0] as Bounded
    // Of equal versions the first one named decides, as in npm.
    const far = sorted.find(
      ({ version: other }) => compareNpmVersions(other, (sorted.at(-1) as Bounded).version) === 0,
    ) as Bounded
    if (far.operator === open || far.operator === openOrEqual) return false
    const order = direction * compareNpmVersions(version, near.version)
    if ((near.operator === '=' || near.operator === open) && order <= 0) return false
    return !(near.operator === openOrEqual && order < 0)
  })
}

function isSatisfiable(set: readonly Comparator[], options: NpmRangeOptions): boolean {
  return set.every((one, index) => set.slice(index + 1).every((other) => doComparatorsIntersect(one, other, options)))
}

function admits(comparator: Bounded, version: NpmVersion, { includePrerelease }: NpmRangeOptions): boolean {
  if (!holds(comparator, version)) return false
  if (version.prerelease.length === 0 || includePrerelease) return true
  return comparator.version.prerelease.length > 0 && isSameRelease(comparator.version, version)
}

/** Without prereleases nothing is below 0.0.0 either. */
function isEmpty(comparator: Bounded, { includePrerelease }: NpmRangeOptions): boolean {
  if (includePrerelease) return isNothing(comparator)
  return comparator.operator === '<' && isSameRelease(comparator.version, zero)
}
