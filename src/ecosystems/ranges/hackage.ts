/** Cabal's version constraints: `&&`, `||`, `^>=` (same major by the policy), `==1.2.*`. */

import {
  allHold,
  raised,
  releaseNumbers,
  span,
  type Constraint,
  type ConstraintOperator,
} from '#ecosystems/constraint.ts'
import { defineRangeSyntax } from '#ecosystems/range.ts'
import { compareTexts } from '#ecosystems/scheme.ts'
import { scheme } from '#ecosystems/schemes/hackage.ts'

const comparator = /^(\^>=|==|>=|<=|>|<|)\s*(\d+(?:\.\d+)*)(\.\*)?$/

const compare = compareTexts(scheme)

export const syntax = defineRangeSyntax({
  id: 'hackage',
  label: 'Cabal constraints',
  source: 'https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html#pkg-field-build-depends',
  read: (text) => {
    const alternatives: Constraint[][] = []
    for (const part of text.split('||')) {
      const constraints = readAll(part)
      if (constraints === undefined) return undefined
      alternatives.push(constraints)
    }
    return (version) => alternatives.some((constraints) => allHold(constraints, version, compare))
  },
})

function readAll(text: string): Constraint[] | undefined {
  const constraints: Constraint[] = []
  for (const part of text.split('&&')) {
    if (/^\s*(?:-any)?\s*$/.test(part)) continue
    const match = comparator.exec(part.trim())
    if (match === null) return undefined
    const [, operator = '', version = '', wildcard] = match
    const numbers = releaseNumbers(version)
    if (wildcard !== undefined) constraints.push(...span(version, raised(numbers, numbers.length - 1)))
    else if (operator === '^>=') constraints.push(...span(version, raised(numbers, 1)))
    else
      constraints.push({
        operator: (operator === '==' || operator === '' ? '=' : operator) as ConstraintOperator,
        version,
      })
  }
  return constraints
}
