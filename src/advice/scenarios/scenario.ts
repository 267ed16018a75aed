/**
 * The contract of a scenario: a situation that offices meet, the symptoms by which it is recognized, what to do about it, and
 * which figure tells later whether it helped. One file each in `rules`; the file name is the id.
 *
 * A scenario fires when the known symptoms weigh enough. It is silent when it could not fire even if everything unknown showed;
 * in between it says what would have to be known. So learning more never turns a fired or a silent one around by itself.
 */

import type { AdviceNeed, SymptomUnit } from '#domain/assessment/advice.ts'
import type { FigureId, UnknownReason } from '#domain/figure.ts'
import type { CostClass, LocalList, LocalText } from '#domain/maturity-model.ts'
import type { Band } from '#domain/money.ts'
import type { AdviceFacts } from '#advice/facts.ts'
import type { ScenarioLimitId, Settings } from './assumptions.ts'

/** What a symptom finds: a value with the figures it was counted from, or why there is none and what would give one. */
export type Measured =
  | {
      readonly known: true
      readonly value: number | boolean
      readonly inputs: readonly FigureId[]
      /** Names of what was counted. */
      readonly examples: readonly string[]
    }
  | { readonly known: false; readonly why: UnknownReason; readonly need: AdviceNeed }

export type Symptom = {
  /** Unique over all scenarios: `SCENARIO/NAME` in figure ids. */
  readonly id: string
  readonly label: LocalText
  readonly unit: SymptomUnit
  /** 1 unless it says more than the others. */
  readonly weight?: number
  readonly measure: (facts: AdviceFacts, settings: Settings) => Measured
  readonly shows:
    | { readonly when: 'above' | 'below'; readonly limit: ScenarioLimitId }
    | { readonly when: 'yes' | 'no' }
}

export type Scenario = {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly label: LocalText
  /** A key of the sources in `docs/scenarios.md`. */
  readonly source: string
  /** 3: it can end the office; 1: it slows it down. Ours. */
  readonly gravity: 1 | 2 | 3
  /** Weight of symptoms that must show. */
  readonly needed: number
  readonly symptoms: readonly [Symptom, ...Symptom[]]
  /** Steps; `{leadership}`, `{units}`, `{users}`, `{open-source}` take the organization's words. */
  readonly action: LocalList
  readonly cost: CostClass
  /** Person-days. */
  readonly effortDays: Band
  /**
   * The symptom that should move first, and how long it may take; another one that shows where this one does not. It should move
   * away from where it shows.
   */
  readonly effect: { readonly symptom: string; readonly withinMonths: number }
}

export function defineScenario(scenario: Scenario): Scenario {
  return scenario
}

export function measured(
  value: number | boolean,
  inputs: readonly FigureId[],
  examples: readonly string[] = [],
): Measured {
  return { known: true, value, inputs, examples }
}

export function missing(need: AdviceNeed, why: UnknownReason = 'not-collected'): Measured {
  return { known: false, why, need }
}
