/** What opens a level: the cheapest indicator that is not met, of the lowest level in the way, gates first. */

import type { Unlock } from '#domain/assessment/motivators.ts'
import type { UnitMaturity } from '#domain/assessment/maturity.ts'
import type { CostClass, IndicatorDefinition, LevelNumber, MaturityModel } from '#domain/maturity-model.ts'

const costs: readonly CostClass[] = ['low', 'medium', 'high']

/** @returns null when nothing of those levels is open, or nothing was assessed */
export function unlockLevel(model: MaturityModel, unit: UnitMaturity | undefined, from: LevelNumber): Unlock | null {
  const floor = unit?.whole.level.figure
  const reached = floor?.known === true ? floor.value.floor : -1
  const inTheWay = model.indicators.flatMap((definition) =>
    definition.level !== null && definition.level > reached && definition.level <= from
      ? [{ definition, step: definition.level, isGate: definition.isGate }]
      : [],
  )
  return cheapest(inTheWay, unit)
}

/** The same by the rule of the stages. */
export function unlockStage(model: MaturityModel, unit: UnitMaturity | undefined, from: LevelNumber): Unlock | null {
  const floor = unit?.stage.level.figure
  const reached = floor?.known === true ? floor.value.floor : -1
  const definitions = new Map(model.indicators.map((one) => [one.id, one]))
  const inTheWay = model.stages
    .filter(({ stage }) => stage > reached && stage <= from)
    .flatMap(({ stage, gates, supports }) =>
      [...gates, ...supports].flatMap((id) => {
        const definition = definitions.get(id)
        return definition === undefined ? [] : [{ definition, step: stage, isGate: gates.includes(id) }]
      }),
    )
  return cheapest(inTheWay, unit)
}

type Step = { readonly definition: IndicatorDefinition; readonly step: number; readonly isGate: boolean }

function cheapest(steps: readonly Step[], unit: UnitMaturity | undefined): Unlock | null {
  const states = new Map(unit?.indicators.map(({ indicator, state }) => [indicator, state]))
  const open = steps.filter(({ definition }) => {
    const state = states.get(definition.id)
    return state !== undefined && state !== 'met' && state !== 'not-applicable'
  })
  const [first] = open.toSorted(
    (a, b) =>
      a.step - b.step ||
      Number(b.isGate) - Number(a.isGate) ||
      costs.indexOf(a.definition.cost) - costs.indexOf(b.definition.cost) ||
      (a.definition.id < b.definition.id ? -1 : 1),
  )
  if (first === undefined) return null
  const gates = new Set(open.filter(({ isGate }) => isGate).map(({ definition }) => definition.id))
  return {
    indicator: first.definition.id,
    isGate: first.isGate,
    cost: first.definition.cost,
    openGates: gates.size,
  }
}
