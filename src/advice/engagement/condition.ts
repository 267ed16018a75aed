/** Conditions over facts that may be unknown: true, false, or not to be told. Unknown is never taken for no. */

import { criticalityLevel, type CriticalityLevel } from '#domain/criticality.ts'
import type { FactName, FactValues } from '#domain/engagement.ts'
import type { Figure } from '#domain/figure.ts'

export type EngagementFacts = { readonly [Name in FactName]: Figure<FactValues[Name]> }

/** Undefined: it cannot be told. */
export type Truth = boolean | undefined

export type Condition = {
  readonly facts: readonly FactName[]
  readonly test: (facts: EngagementFacts) => Truth
}

/** The value of a fact; undefined when unknown. */
export function valueOf<Name extends FactName>(facts: EngagementFacts, name: Name): FactValues[Name] | undefined {
  const figure: Figure<FactValues[Name]> = facts[name]
  return figure.known ? figure.value : undefined
}

export function is<Name extends FactName>(name: Name, ...values: readonly FactValues[Name][]): Condition {
  return where(name, (value) => values.includes(value))
}

export function moreThan(name: 'patches' | 'patchReleases' | 'ownShare', limit: number): Condition {
  return where(name, (value) => value > limit)
}

export function isOfLevel(...levels: readonly CriticalityLevel[]): Condition {
  return where('criticality', (k) => levels.includes(criticalityLevel(k)))
}

/** One of them is enough, also when others are unknown. */
export function either(...conditions: readonly Condition[]): Condition {
  return {
    facts: conditions.flatMap(({ facts }) => facts),
    test: (facts) => {
      const truths = conditions.map(({ test }) => test(facts))
      if (truths.includes(true)) return true
      return truths.includes(undefined) ? undefined : false
    },
  }
}

function where<Name extends FactName>(name: Name, test: (value: FactValues[Name]) => boolean): Condition {
  return {
    facts: [name],
    test: (facts) => {
      const value = valueOf(facts, name)
      return value === undefined ? undefined : test(value)
    },
  }
}
