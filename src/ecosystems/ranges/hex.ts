/** Hex requirements: `and` and `or` of comparators, `~>` as in RubyGems. */

import {
  allHold,
  raised,
  releaseNumbers,
  span,
  type Constraint,
  type ConstraintOperator,
} from '#ecosystems/constraint.ts'
import { defineRangeSyntax } from '#ecosystems/range.ts'
import { parseSemver } from '#ecosystems/schemes/semver.ts'
import { admitsPrerelease, compare } from './cargo.ts'

const comparator = /^(==|!=|>=|<=|>|<|~>|)\s*(\d+(?:\.\d+){0,2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/

export const syntax = defineRangeSyntax({
  id: 'hex',
  label: 'Hex requirements',
  source: 'https://hexdocs.pm/elixir/Version.html#module-requirements',
  read: (text) => {
    const alternatives: Constraint[][] = []
    for (const part of text.split(/\s+or\s+|\s*\|\|\s*/)) {
      const constraints = readAll(part)
      if (constraints === undefined) return undefined
      alternatives.push(constraints)
    }
    return (version) => {
      const key = parseSemver(version)
      if (key === null) return false
      return alternatives.some(
        (constraints) =>
          allHold(constraints, version, compare) &&
          (key.prerelease === null || constraints.some((constraint) => admitsPrerelease(constraint, key))),
      )
    }
  },
})

function readAll(text: string): Constraint[] | undefined {
  const constraints: Constraint[] = []
  for (const part of text.split(/\s+and\s+|\s*&&\s*|,/)) {
    const match = comparator.exec(part.trim())
    if (match === null) return undefined
    const [, operator = '', version = ''] = match
    const numbers = releaseNumbers(version)
    if (operator === '~>') {
      if (numbers.length < 2) return undefined
      constraints.push(...span(version, `${raised(numbers, numbers.length - 2)}-0`))
    } else if (numbers.length < 3) return undefined
    else
      constraints.push({
        operator: (operator === '==' || operator === '' ? '=' : operator) as ConstraintOperator,
        version,
      })
  }
  return constraints
}
