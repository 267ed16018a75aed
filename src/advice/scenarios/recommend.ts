/** From scenarios that fired to what to do first, what was put aside, and what came of earlier advice. */

import type {
  DismissedScenario,
  EffectCheck,
  GivenAdvice,
  Recommendation,
  ScenarioResult,
} from '#domain/assessment/advice.ts'
import { lift, type IsoDate } from '#domain/figure.ts'
import type { Dismissal, OfficeProgram } from '#domain/office-program.ts'
import { monthsAfter } from '#domain/office.ts'
import type { AdviceFacts } from '#advice/facts.ts'
import { methods } from '#advice/methods.ts'
import type { Settings } from './assumptions.ts'
import { checkEffect } from './read-scenario.ts'
import type { Scenario } from './scenario.ts'

/** What is cheap comes first among equals; ours. */
const ease = { low: 1, medium: 0.7, high: 0.5 } as const

export type Recommended = {
  readonly recommendations: readonly Recommendation[]
  readonly dismissed: readonly DismissedScenario[]
}

/** What was put aside and is still to be left there on a day. */
export function asideOn(dismissals: OfficeProgram['dismissals'], day: IsoDate): readonly Dismissal[] {
  return (dismissals ?? []).filter(({ on, until }) => on <= day && day <= until)
}

/**
 * @param results of all scenarios, in their order
 * @param asOf the day they were read
 */
export function recommend(
  results: readonly ScenarioResult[],
  scenarios: readonly Scenario[],
  aside: readonly Dismissal[],
  asOf: IsoDate,
): Recommended {
  const isAside = new Set(aside.map(({ scenario }) => scenario))
  const fired = results.filter(({ state }) => state === 'fired')
  const recommendations = fired
    .filter(({ id }) => !isAside.has(id))
    .map((result): Omit<Recommendation, 'rank'> => {
      const gravity = scenarios.find(({ id }) => id === result.id)?.gravity ?? 1
      const score = gravity * result.known * ease[result.cost]
      return {
        scenario: result.id,
        score: { id: `advice/score/${result.id}`, figure: lift(score, methods.score, [result.figure.id]) },
        gravity,
        confidence: result.known,
        cost: result.cost,
        evidence: result.symptoms.flatMap(({ shows, figure }) => (shows === true ? [figure.id] : [])),
        effect: result.effect,
        checkOn: monthsAfter(asOf, result.effect.withinMonths),
      }
    })
    .toSorted((a, b) => b.gravity * b.confidence * ease[b.cost] - a.gravity * a.confidence * ease[a.cost])
    .map((one, index) => ({ ...one, rank: index + 1 }))
  const dismissed = aside.map(({ scenario, reason, by, on, until }) => ({
    scenario,
    reason,
    by,
    on,
    until,
    wouldFire: fired.some(({ id }) => id === scenario),
  }))
  return { recommendations, dismissed }
}

/** What is kept, so that the effect can be looked at when its day has come. */
export function givenNow(
  recommendations: readonly Recommendation[],
  results: readonly ScenarioResult[],
  { portfolio }: AdviceFacts,
): readonly GivenAdvice[] {
  return recommendations.map(({ scenario, effect, checkOn }) => {
    const symptom = results.find(({ id }) => id === scenario)?.symptoms.find(({ id }) => id === effect.symptom)
    return {
      on: portfolio.asOf,
      scenario,
      symptom: effect.symptom,
      value: symptom?.figure.figure.known === true ? symptom.figure.figure.value : null,
      checkOn,
    }
  })
}

/** Of each scenario the last advice whose day has come; where none has, the first that waits for its day. */
export function checks(scenarios: readonly Scenario[], facts: AdviceFacts, settings: Settings): readonly EffectCheck[] {
  const { asOf } = facts.portfolio
  const earlier = (facts.given ?? []).filter(({ on }) => on < asOf).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return scenarios.flatMap((scenario) => {
    const own = earlier.filter((given) => given.scenario === scenario.id)
    const checked = own.findLast(({ checkOn }) => checkOn <= asOf) ?? own[0]
    return checked === undefined ? [] : [checkEffect(scenario, checked, facts, settings)]
  })
}
