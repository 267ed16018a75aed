/** RubyGems requirements: comma-separated, all have to hold; `~>` keeps all numbers but the last. */

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
import { parseGem, scheme } from '#ecosystems/schemes/gem.ts'

const requirement = /^(=|!=|>=|<=|>|<|~>|)\s*([0-9][0-9A-Za-z.-]*)$/

const compare = compareTexts(scheme)

export const syntax = defineRangeSyntax({
  id: 'gem',
  label: 'RubyGems requirements',
  source: 'https://github.com/rubygems/rubygems/blob/master/lib/rubygems/version.rb',
  read: (text) => {
    const constraints = readGemRequirements(text)
    return constraints && ((version) => parseGem(version) !== null && allHold(constraints, version, compare))
  },
})

/** Undefined when one of them is no requirement. */
export function readGemRequirements(text: string): Constraint[] | undefined {
  const constraints: Constraint[] = []
  for (const part of text.replace(/["'[\]]/g, '').split(',')) {
    const match = requirement.exec(part.trim())
    if (match === null) {
      if (part.trim() === '' && text.trim() === '') return []
      return undefined
    }
    const version = match[2] as string
    if (match[1] === '~>') constraints.push(...pessimistic(version))
    else constraints.push({ operator: (match[1] || '=') as ConstraintOperator, version })
  }
  return constraints
}

/** `~> 2.0.8` is below 2.1, and prereleases of 2.1 are kept out as well. */
function pessimistic(version: string): Constraint[] {
  const numbers = releaseNumbers(version)
  return span(version, `${raised(numbers, Math.max(numbers.length - 2, 0))}.a`)
}
