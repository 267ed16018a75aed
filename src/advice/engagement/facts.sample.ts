/** Facts for the tests of this area: everything unknown, or what a test says. */

import { factNames, type FactName, type FactValues } from '#domain/engagement.ts'
import { assumed, unknown } from '#domain/figure.ts'
import type { EngagementFacts } from './condition.ts'

export type SampleFacts = { readonly [Name in FactName]?: FactValues[Name] }

/** What is not said is not known. */
export function factsFrom(sample: SampleFacts): EngagementFacts {
  const facts = factNames.map((name) => {
    const value = sample[name]
    return [name, value === undefined ? unknown('not-collected') : assumed(value, 'sample')]
  })
  return Object.fromEntries(facts) as EngagementFacts
}
