/**
 * Composer constraints: `||` between alternatives, commas or white space between bounds, `^`, `~`, `1.2.*`, `1 - 2`, stability
 * flags (`@beta`). Versions are brought to four numbers before they are compared, so that 1.0 and 1.0.0 are the same.
 */

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
import { scheme } from '#ecosystems/schemes/composer.ts'

const word = /^(\^|~|>=|<=|>|<|==|=|!=|<>|)\s*(v?\d[^\s,|]*|dev-[^\s,|]+|[^\s,|]+-dev)$/i

export const syntax = defineRangeSyntax({
  id: 'composer',
  label: 'Composer constraints',
  source: 'https://getcomposer.org/doc/articles/versions.md',
  read: (text) => {
    const alternatives: Constraint[][] = []
    for (const part of text.split(/\s*\|\|?\s*/)) {
      const constraints = readAll(part.trim())
      if (constraints === undefined) return undefined
      alternatives.push(constraints)
    }
    return (version) => alternatives.some((constraints) => allHold(constraints, version, compare))
  },
})

function readAll(text: string): Constraint[] | undefined {
  const withoutFlags = text.replace(/@(?:stable|rc|beta|alpha|dev)\b/gi, '').trim()
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(withoutFlags)
  if (hyphen !== null) return between(hyphen[1] as string, hyphen[2] as string)
  const constraints: Constraint[] = []
  for (const part of withoutFlags.replace(/([<>=^~])\s+/g, '$1').split(/[\s,]+/)) {
    if (part === '' || /^v?[*x](?:\.[*x])*$/i.test(part)) continue
    const read = readWord(part)
    if (read === undefined) return undefined
    constraints.push(...read)
  }
  return constraints
}

function readWord(text: string): Constraint[] | undefined {
  const wildcard = /^v?(\d+(?:\.\d+)*)\.[*x](?:\.[*x])*$/i.exec(text)
  if (wildcard !== null) {
    const numbers = releaseNumbers(wildcard[1] as string)
    return span(`${wildcard[1]}-dev`, `${raised(numbers, numbers.length - 1)}-dev`)
  }
  const match = word.exec(text)
  if (match === null) return undefined
  const [, operator = '', version = ''] = match
  const numbers = releaseNumbers(version)
  if (operator === '^') {
    const first = numbers.findIndex((number) => number !== 0n)
    return span(lowest(version), `${raised(numbers, first === -1 ? numbers.length - 1 : first)}-dev`)
  }
  if (operator === '~') return span(lowest(version), `${raised(numbers, Math.max(numbers.length - 2, 0))}-dev`)
  if (operator === '>=' || operator === '<') return [{ operator, version: lowest(version) }]
  const plain = operator === '' || operator === '==' ? '=' : operator === '<>' ? '!=' : operator
  return [{ operator: plain as ConstraintOperator, version }]
}

/** A partial upper end includes all that begins with it: `1.0 - 2.0` is below 2.1. */
function between(from: string, to: string): Constraint[] {
  const numbers = releaseNumbers(to)
  const end: Constraint =
    numbers.length < 3 && !/[-@]/.test(to)
      ? { operator: '<', version: `${raised(numbers, numbers.length - 1)}-dev` }
      : { operator: '<=', version: to }
  return [{ operator: '>=', version: lowest(from) }, end]
}

/** A bound without a stability begins at its development version. */
function lowest(version: string): string {
  return /^v?\d+(?:\.\d+)*$/i.test(version) ? `${version}-dev` : version
}

const comparePadded = compareTexts(scheme)

function compare(a: string, b: string): number {
  return comparePadded(padded(a), padded(b))
}

/** Four numbers, as Composer normalizes versions; branches stay as they are. */
function padded(version: string): string {
  const match = /^v?(\d+(?:\.\d+){0,3})(?!\.?\d)(.*)$/i.exec(version.trim().replace(/\+.*$/, ''))
  if (match === null) return version
  const numbers = (match[1] as string).split('.')
  while (numbers.length < 4) numbers.push('0')
  return numbers.join('.') + (match[2] as string)
}
