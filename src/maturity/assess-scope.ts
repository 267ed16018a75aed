/** A unit as a whole, in each function, and on the axis of stages: the level rule over its indicators. */

import type { IndicatorResult, LevelInterval, NextStep, ScopeMaturity } from '#domain/assessment/maturity.ts'
import { lift, unknown, type FigureId, type NamedFigure } from '#domain/figure.ts'
import type { IndicatorDefinition, LevelNumber, MaturityFunction, MaturityModel } from '#domain/maturity-model.ts'
import { targetFigureId, type Office } from '#domain/office.ts'
import type { UnitId } from '#domain/organization.ts'
import { bandOf, confidence } from './confidence.ts'
import { levelRule, type RuleResult, type RuleSettings } from './level-rule.ts'
import type { Scope } from './scope.ts'

/** An indicator as it enters the rule of an axis. */
type Entry = {
  readonly definition: IndicatorDefinition
  readonly result: IndicatorResult
  readonly level: LevelNumber
  readonly isGate: boolean
}

export type ScopeInput = {
  readonly model: MaturityModel
  readonly office: Office
  readonly scope: Scope
  readonly top: UnitId | null
  readonly results: ReadonlyMap<string, IndicatorResult>
  readonly settings: RuleSettings
}

/** Engagement in one function, or over all of them. */
export function assessScope(input: ScopeInput, of: MaturityFunction | null): ScopeMaturity {
  const entries = input.model.indicators.flatMap((definition): Entry[] => {
    const result = input.results.get(definition.id)
    const { level, isGate } = definition
    return result === undefined || level === null || (of !== null && definition.function !== of)
      ? []
      : [{ definition, result, level, isGate }]
  })
  return judgedScope(input, of, entries, `level/${of ?? 'whole'}`, false)
}

/** The stage of the office by the gates and supports of `stages.yaml`; stages are cumulative. */
export function assessStage(input: ScopeInput): ScopeMaturity {
  const definitions = new Map(input.model.indicators.map((one) => [one.id, one]))
  const entries = input.model.stages.flatMap(({ stage, gates, supports }) =>
    [...gates.map((id) => ({ id, isGate: true })), ...supports.map((id) => ({ id, isGate: false }))].flatMap(
      ({ id, isGate }): Entry[] => {
        const definition = definitions.get(id)
        const result = input.results.get(id)
        return definition === undefined || result === undefined ? [] : [{ definition, result, level: stage, isGate }]
      },
    ),
  )
  return judgedScope(input, null, entries, 'stage', true)
}

function judgedScope(
  { office, scope, top, settings }: ScopeInput,
  of: MaturityFunction | null,
  entries: readonly Entry[],
  name: string,
  isStage: boolean,
): ScopeMaturity {
  const rule = levelRule(
    entries.map(({ definition, result, level, isGate }) => ({
      level,
      isGate,
      weight: definition.weight,
      state: result.state,
      grade: result.grade,
    })),
    isStage,
    settings,
  )
  const inputs = entries.map(({ result }) => result.figure.id)
  const level = levelFigure(`maturity/${name}/${scope.subject}`, rule, inputs, isStage)
  const sure = confidence(
    entries.flatMap(({ definition, result }) =>
      result.confidence === null ? [] : [{ weight: definition.weight, confidence: result.confidence }],
    ),
  )
  const confidenceFigure: NamedFigure<number> = {
    id: `maturity/confidence/${isStage ? 'stage' : (of ?? 'whole')}/${scope.subject}`,
    figure: sure === null ? unknown('not-collected') : lift(sure, { id: 'maturity/confidence', version: 1 }, inputs),
  }
  const target = isStage
    ? undefined
    : office.targets.find((one) => one.function === of && (one.unit === top ? null : one.unit) === scope.unit)
  const floor = level.figure.known ? level.figure.value.floor : null
  return {
    unit: scope.unit,
    function: of,
    level,
    basis: rule.basis,
    coverage: { known: rule.known, of: rule.of, unit: 'indicators' },
    confidence: confidenceFigure,
    band: sure === null ? null : bandOf(sure),
    target: target === undefined ? null : { level: target.level, until: target.until, figure: targetFigureId(target) },
    gap: target === undefined || floor === null ? null : Math.max(0, target.level - floor),
    progress: rule.progress.filter((one) => one.floor !== null || hasGate(entries, one.level)),
    next: nextStep(entries, floor ?? 0),
  }
}

function hasGate(entries: readonly Entry[], level: LevelNumber): boolean {
  return entries.some((entry) => entry.isGate && entry.level === level)
}

function levelFigure(
  id: FigureId,
  rule: RuleResult,
  inputs: readonly FigureId[],
  isStage: boolean,
): NamedFigure<LevelInterval> {
  const figure = lift(rule.interval, { id: isStage ? 'maturity/stage' : 'maturity/level', version: 1 }, inputs)
  if (rule.of === 0) return { id, figure: unknown('not-applicable', figure.from) }
  return { id, figure: rule.known === 0 ? unknown('not-collected', figure.from) : figure }
}

const costOrder = { low: 0, medium: 1, high: 2 } as const
/** What is unknown may be met already: to find out comes first among equals. */
const stateOrder = { unknown: 0, partly: 1, 'not-met': 2, met: 3, 'not-applicable': 4 } as const

/** The cheapest unmet gate of the lowest level that lacks one; where no gate is open, the cheapest indicator of that level. */
function nextStep(entries: readonly Entry[], floor: LevelNumber): NextStep | null {
  const open = entries.filter(({ result }) => result.state !== 'met' && result.state !== 'not-applicable')
  const gates = open.filter(({ isGate }) => isGate)
  const supports = open.filter(({ isGate, level }) => !isGate && level > floor)
  const lowest = (of: readonly Entry[]): number => Math.min(...of.map(({ level }) => level))
  const nextLevel = lowest(supports)
  const blocking = gates.filter(({ level }) => level <= Math.max(floor + 1, Math.min(nextLevel, 4)))
  const candidates =
    blocking.length > 0 ? blocking : supports.length > 0 ? supports.filter(({ level }) => level === nextLevel) : gates
  const [best] = candidates.toSorted(
    (a, b) =>
      costOrder[a.definition.cost] - costOrder[b.definition.cost] ||
      a.level - b.level ||
      stateOrder[a.result.state] - stateOrder[b.result.state],
  )
  return best === undefined
    ? null
    : {
        indicator: best.definition.id,
        isGate: best.isGate,
        cost: best.definition.cost,
        state: best.result.state,
      }
}
