/** Conan's range syntax, shared by the native evaluation and the translation to vers. */

import { raised, releaseNumbers, span, type Constraint, type ConstraintOperator } from './constraint.ts'

export type ConanRange = {
  /** One of these has to hold as a whole. */
  readonly alternatives: readonly (readonly Constraint[])[]
  readonly includePrerelease: boolean
}

const comparator = /^(>=|<=|>|<|=|\^|~|)([^<>=^~\s]+)$/

/** Undefined when the text is no range. */
export function readConanRange(text: string): ConanRange | undefined {
  const [expression = '', ...flags] = text.replace(/^\s*\[|\]\s*$/g, '').split(',')
  const alternatives: Constraint[][] = []
  for (const alternative of expression.split('||')) {
    const constraints: Constraint[] = []
    for (const word of alternative
      .trim()
      .replace(/([<>=^~])\s+/g, '$1')
      .split(/\s+/)) {
      const read = readWord(word)
      if (read === undefined) return undefined
      constraints.push(...read)
    }
    alternatives.push(constraints)
  }
  return {
    alternatives,
    includePrerelease: flags.some((flag) => /^\s*include_prerelease(?:\s*=\s*True)?\s*$/i.test(flag)),
  }
}

function readWord(word: string): Constraint[] | undefined {
  if (word === '' || word === '*') return [{ operator: '>=', version: '0.0.0' }]
  const match = comparator.exec(word)
  if (match === null) return undefined
  const [, operator = '', version = ''] = match
  const numbers = releaseNumbers(version)
  // The end is written with a hyphen: it stands before every prerelease of that version.
  if (operator === '~') {
    return numbers.length === 0 ? undefined : span(version, `${raised(numbers, Math.min(numbers.length - 1, 1))}-`)
  }
  if (operator === '^') {
    if (numbers.length === 0) return undefined
    const first = numbers.findIndex((number) => number !== 0n)
    return span(version, `${raised(numbers, first === -1 ? numbers.length - 1 : first)}-`)
  }
  return [{ operator: (operator || '=') as ConstraintOperator, version }]
}
