/** A bound on versions, and the reading of texts made of such bounds: what most native range syntaxes come down to. */

export type ConstraintOperator = '=' | '!=' | '<' | '<=' | '>' | '>='

export type Constraint = { readonly operator: ConstraintOperator; readonly version: string }

export type Compare = (a: string, b: string) => number

export function holds({ operator, version: bound }: Constraint, version: string, compare: Compare): boolean {
  const order = compare(version, bound)
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

export function allHold(constraints: readonly Constraint[], version: string, compare: Compare): boolean {
  return constraints.every((constraint) => holds(constraint, version, compare))
}

/** From a version on, up to below another one. */
export function span(from: string, below: string): Constraint[] {
  return [
    { operator: '>=', version: from },
    { operator: '<', version: below },
  ]
}

/** The release numbers of a version without prefix, prerelease and build: `[1, 2]` of `v1.2-rc1`; empty when it has none. */
export function releaseNumbers(version: string): bigint[] {
  const match = /^\s*v?(\d+(?:\.\d+)*)/i.exec(version)
  return match === null ? [] : (match[1] as string).split('.').map(BigInt)
}

/** Raises the number at an index and cuts off what follows: `1.2.3` at 1 is `1.3`. Missing numbers are 0. */
export function raised(numbers: readonly bigint[], index: number): string {
  const kept = Array.from({ length: index + 1 }, (_, place) => numbers[place] ?? 0n)
  kept[index] = (kept[index] as bigint) + 1n
  return kept.join('.')
}

/** `^1.2.3`: the first number that is not zero stays; a missing one ends the search: `^0.0` is below 0.1. */
export function caretEnd(numbers: readonly bigint[], places = 3): string {
  const shown = Math.min(numbers.length, places)
  const first = numbers.slice(0, shown).findIndex((number) => number !== 0n)
  return raised(numbers, first === -1 ? shown - 1 : first)
}
