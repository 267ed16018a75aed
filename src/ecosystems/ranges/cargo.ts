/** Cargo's requirements: comma-separated comparators, where a bare version means `^`. */

import { allHold, caretEnd, raised, releaseNumbers, span, type Constraint } from '#ecosystems/constraint.ts'
import { defineRangeSyntax } from '#ecosystems/range.ts'
import { compareTexts } from '#ecosystems/scheme.ts'
import { parseSemver, scheme, type SemverKey } from '#ecosystems/schemes/semver.ts'

const comparator = /^(\^|~|=|>=|<=|>|<|)\s*(\d+(?:\.(?:\d+|[xX*])){0,2}(?:-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/

/** By Semantic Versioning. */
export const compare = compareTexts(scheme)

export const syntax = defineRangeSyntax({
  id: 'cargo',
  label: 'Cargo requirements',
  source: 'https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html',
  read: (text) => {
    const constraints = readRequirement(text)
    if (constraints === undefined) return undefined
    return (version) => {
      const key = parseSemver(version)
      if (key === null || !allHold(constraints, version, compare)) return false
      return key.prerelease === null || constraints.some((constraint) => admitsPrerelease(constraint, key))
    }
  },
})

function readRequirement(text: string): Constraint[] | undefined {
  const constraints: Constraint[] = []
  if (/^\s*[xX*]?\s*$/.test(text)) return constraints
  for (const part of text.split(',')) {
    const read = readComparator(part.trim())
    if (read === undefined) return undefined
    constraints.push(...read)
  }
  return constraints
}

function readComparator(text: string): Constraint[] | undefined {
  const match = comparator.exec(text)
  if (match === null) return undefined
  const version = (match[2] as string).replace(/(?:\.[xX*])+$/, '')
  const isWildcard = version !== match[2]
  const numbers = releaseNumbers(version)
  const next = raised(numbers, numbers.length - 1)
  switch (match[1]) {
    case '':
      return isWildcard ? span(version, `${next}-0`) : span(version, `${caretEnd(numbers)}-0`)
    case '^':
      return span(version, `${caretEnd(numbers)}-0`)
    case '~':
      return span(version, `${raised(numbers, Math.min(numbers.length - 1, 1))}-0`)
    case '=':
      return numbers.length < 3 ? span(version, `${next}-0`) : [{ operator: '=', version }]
    case '>':
      return numbers.length < 3 ? [{ operator: '>=', version: next }] : [{ operator: '>', version }]
    case '<=':
      return numbers.length < 3 ? [{ operator: '<', version: `${next}-0` }] : [{ operator: '<=', version }]
    case '>=':
      return [{ operator: '>=', version }]
    default:
      return [{ operator: '<', version: numbers.length < 3 ? `${version}-0` : version }]
  }
}

/** A prerelease is taken only where the requirement names one of the same release. */
export function admitsPrerelease({ version }: Constraint, key: SemverKey): boolean {
  const bound = parseSemver(version)
  return (
    bound !== null &&
    bound.prerelease !== null &&
    !(bound.prerelease.length === 1 && bound.prerelease[0] === 0 && version.endsWith('-0')) &&
    bound.major === key.major &&
    bound.minor === key.minor &&
    bound.patch === key.patch
  )
}
