/** Reads the symptoms of a scenario and says whether it fires, and checks later whether it helped. */

import type {
  AdviceNeed,
  EffectCheck,
  ExpectedEffect,
  GivenAdvice,
  ScenarioResult,
  ScenarioState,
  SymptomReading,
} from '#domain/assessment/advice.ts'
import { lift, unknown, type FigureId, type NamedFigure } from '#domain/figure.ts'
import type { AdviceFacts } from '#advice/facts.ts'
import type { Settings } from './assumptions.ts'
import type { Scenario, Symptom } from './scenario.ts'

export const symptomMethod = { id: 'advice/symptom', version: 1 }
export const scenarioMethod = { id: 'advice/scenario', version: 1 }

const mostExamples = 5

export type ReadScenario = Omit<ScenarioResult, 'action'>

/** @param isAsked false where the profile leaves the scenario out */
export function readScenario(
  scenario: Scenario,
  facts: AdviceFacts,
  settings: Settings,
  isAsked: boolean,
): ReadScenario {
  const symptoms = scenario.symptoms.map((symptom) => readSymptom(scenario, symptom, facts, settings))
  const weightOf = (readings: readonly SymptomReading[]): number =>
    readings.reduce((sum, { weight }) => sum + weight, 0)
  const weight = weightOf(symptoms.filter(({ shows }) => shows === true))
  const open = symptoms.filter(({ shows }) => shows === null)
  const state = isAsked ? stateOf(weight, weightOf(open), scenario.needed) : 'not-applicable'
  return {
    id: scenario.id,
    number: scenario.number,
    version: scenario.version,
    label: scenario.label,
    source: scenario.source,
    state,
    figure: figureOf(scenario, state, symptoms),
    symptoms,
    weight,
    needed: scenario.needed,
    known: 1 - weightOf(open) / weightOf(symptoms),
    missing:
      state === 'unknown' ? [...new Set(open.flatMap(({ need }): AdviceNeed[] => (need === null ? [] : [need])))] : [],
    cost: scenario.cost,
    effortDays: scenario.effortDays,
    effect: effectOf(scenario, symptoms),
  }
}

/** Of the symptom that the scenario names where it shows, else of the first that does. */
function effectOf(scenario: Scenario, readings: readonly SymptomReading[]): ExpectedEffect {
  const showing = readings.filter(({ shows }) => shows === true).map(({ id }) => id)
  const preferred = scenario.effect.symptom
  const symptom = showing.includes(preferred) ? preferred : (showing[0] ?? preferred)
  return {
    figure: symptomFigureId(scenario.id, symptom),
    symptom,
    direction: away(scenario, symptom),
    withinMonths: scenario.effect.withinMonths,
  }
}

/** Away from where it shows: down from above a limit or from yes, up from below one or from no. */
function away({ symptoms }: Scenario, symptom: string): 'up' | 'down' {
  const when = symptoms.find(({ id }) => id === symptom)?.shows.when
  return when === 'above' || when === 'yes' ? 'down' : 'up'
}

function stateOf(weight: number, open: number, needed: number): ScenarioState {
  if (weight >= needed) return 'fired'
  return weight + open < needed ? 'silent' : 'unknown'
}

export function symptomFigureId(scenario: string, symptom: string): FigureId {
  return `advice/symptom/${scenario}/${symptom}`
}

export function scenarioFigureId(scenario: string): FigureId {
  return `advice/scenario/${scenario}`
}

function figureOf({ id }: Scenario, state: ScenarioState, symptoms: readonly SymptomReading[]): NamedFigure<boolean> {
  const known = lift(
    state === 'fired',
    scenarioMethod,
    symptoms.map(({ figure }) => figure.id),
  )
  const why = state === 'unknown' ? 'not-collected' : state === 'not-applicable' ? 'not-applicable' : null
  return { id: scenarioFigureId(id), figure: why === null ? known : unknown(why, known.from) }
}

function readSymptom({ id }: Scenario, symptom: Symptom, facts: AdviceFacts, settings: Settings): SymptomReading {
  const found = symptom.measure(facts, settings)
  const figureId = symptomFigureId(id, symptom.id)
  const { shows } = symptom
  const limit = 'limit' in shows ? { when: shows.when, value: settings(shows.limit), assumption: shows.limit } : null
  const source = lift(true, symptomMethod, found.known ? found.inputs : []).from
  return {
    id: symptom.id,
    label: symptom.label,
    unit: symptom.unit,
    figure: {
      id: figureId,
      figure: found.known ? { known: true, value: found.value, from: source } : unknown(found.why, source),
    },
    shows: found.known ? isShown(symptom, found.value, limit?.value) : null,
    limit,
    weight: symptom.weight ?? 1,
    need: found.known ? null : found.need,
    examples: found.known ? found.examples.slice(0, mostExamples) : [],
  }
}

function isShown({ shows }: Symptom, value: number | boolean, limit: number | undefined): boolean {
  if (!('limit' in shows) || limit === undefined) return value === (shows.when === 'yes')
  return shows.when === 'above' ? Number(value) > limit : Number(value) < limit
}

/** Whether the figure that should have moved did; unknown when it is not known now or was not then. */
export function checkEffect(
  scenario: Scenario,
  given: GivenAdvice,
  later: AdviceFacts,
  settings: Settings,
): EffectCheck {
  const now = readScenario(scenario, later, settings, true)
  const reading = now.symptoms.find(({ id }) => id === given.symptom)
  const value = reading?.figure.figure.known === true ? reading.figure.figure.value : null
  return {
    scenario: scenario.id,
    givenOn: given.on,
    checkOn: given.checkOn,
    isDue: later.portfolio.asOf >= given.checkOn,
    before: given.value,
    now: value,
    result: moved(given.value, value, away(scenario, given.symptom)),
    stillFires: now.state === 'unknown' ? null : now.state === 'fired',
    figure: symptomFigureId(scenario.id, given.symptom),
  }
}

function moved(
  before: number | boolean | null,
  now: number | boolean | null,
  direction: 'up' | 'down',
): EffectCheck['result'] {
  if (before === null || now === null) return 'unknown'
  const step = Number(now) - Number(before)
  return (direction === 'up' ? step > 0 : step < 0) ? 'improved' : 'not'
}
