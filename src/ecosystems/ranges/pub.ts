/** Dart's pub: bounds separated by white space, `^1.2.3`, or `any`. */

import {
  allHold,
  caretEnd,
  releaseNumbers,
  span,
  type Constraint,
  type ConstraintOperator,
} from '#ecosystems/constraint.ts'
import { defineRangeSyntax } from '#ecosystems/range.ts'
import { compareTexts } from '#ecosystems/scheme.ts'
import { parseSemver } from '#ecosystems/schemes/semver.ts'
import { scheme } from '#ecosystems/schemes/pub.ts'

const bound = /\s*(\^|>=|<=|>|<|)\s*(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)\s*/y

const compare = compareTexts(scheme)

export const syntax = defineRangeSyntax({
  id: 'pub',
  label: 'Pub constraints',
  source: 'https://dart.dev/tools/pub/dependencies#version-constraints',
  read: (text) => {
    const constraints = read(text)
    return constraints && ((version) => parseSemver(version) !== null && allHold(constraints, version, compare))
  },
})

function read(text: string): Constraint[] | undefined {
  const constraints: Constraint[] = []
  if (/^\s*(?:any)?\s*$/.test(text)) return constraints
  bound.lastIndex = 0
  while (bound.lastIndex < text.length) {
    const match = bound.exec(text)
    if (match === null) {
      bound.lastIndex = 0
      return undefined
    }
    const [, operator = '', version = ''] = match
    if (operator === '^') constraints.push(...span(version, `${caretEnd(releaseNumbers(version))}-0`))
    else if (operator === '<') constraints.push({ operator, version: upper(version) })
    else constraints.push({ operator: (operator || '=') as ConstraintOperator, version })
  }
  return constraints
}

/** `<2.0.0` keeps out the prereleases of 2.0.0 too, unless it names one itself. */
function upper(version: string): string {
  return parseSemver(version)?.prerelease === null ? `${version.replace(/\+.*/, '')}-0` : version
}
