/** Motivators of an area as bars over levels or stages, by kind of value, each with its state. */

import type { AreaMatrix, Bar, CellState, MatrixAxis } from '#domain/assessment/motivators.ts'
import { unknown } from '#domain/figure.ts'
import type { LevelNumber } from '#domain/maturity-model.ts'
import { valueKinds, type LevelSpan, type Motivator } from '#domain/motivators.ts'
import type { UnitId } from '#domain/organization.ts'
import { concerns } from './areas.ts'
import { shownBenefit } from './benefits.ts'
import { maturityOf, type MotivatorEvidence } from './context.ts'
import { strengthOf, weightOf } from './strength.ts'
import { unlockLevel, unlockStage } from './unlock.ts'

/** @param area null is the organization */
export function areaMatrix(evidence: MotivatorEvidence, area: UnitId | null, axis: MatrixAxis): AreaMatrix {
  const { heard, portfolio } = evidence
  const unit = maturityOf(evidence, area)
  const level = (axis === 'engagement' ? unit?.whole : unit?.stage)?.level
  const here = heard.motivators
    .filter(({ areas }) => concerns(portfolio.organization, areas, area))
    .toSorted((a, b) => a.from - b.from || weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1))
  return {
    area,
    level: level ?? { id: `motivators/level/${area ?? 'organization'}`, figure: unknown('not-collected') },
    rows: valueKinds.map((kind) => ({
      kind,
      bars: here.filter((one) => one.kind === kind).map((one) => barOf(evidence, one, area, axis)),
    })),
  }
}

function barOf(evidence: MotivatorEvidence, motivator: Motivator, area: UnitId | null, axis: MatrixAxis): Bar {
  const { from, to } = axis === 'engagement' ? motivator : stagesOf(evidence, motivator)
  const unit = maturityOf(evidence, area)
  const level = (axis === 'engagement' ? unit?.whole : unit?.stage)?.level.figure
  const shown = motivator.benefits.flatMap((benefit) => shownBenefit(evidence, benefit, area).evidence)
  const state = stateOf(motivator, shown.length > 0, from, level?.known === true ? level.value.floor : null)
  const unlock = axis === 'engagement' ? unlockLevel : unlockStage
  return {
    motivator: motivator.id,
    kind: motivator.kind,
    area,
    from,
    to,
    state,
    mayBeReachable: state === 'locked' && level?.known === true && level.value.ceiling >= from,
    evidence: [...new Set(shown)].toSorted(),
    unlock: state === 'locked' || state === 'unknown' ? unlock(evidence.model, unit, from) : null,
    ...strengthOf(motivator, evidence.heard),
    isFollowUpOpen: motivator.followUp !== null && !motivator.followUp.isDone,
  }
}

/** @param floor the level that is shown; null when nothing was assessed, which is neither reached nor out of reach */
function stateOf(motivator: Motivator, isShown: boolean, from: LevelNumber, floor: LevelNumber | null): CellState {
  if (motivator.declined !== null) return 'not-wanted'
  if (isShown) return 'served'
  if (floor === null) return 'unknown'
  return floor >= from ? 'reachable' : 'locked'
}

/** From the first stage that fits the first level to the last one that fits the last, by the crosswalk. */
function stagesOf({ model }: MotivatorEvidence, { from, to }: LevelSpan): LevelSpan {
  const stages = (level: LevelNumber): readonly LevelNumber[] =>
    model.crosswalk.find((row) => row.level === level)?.stages ?? [level]
  const first = stages(from).reduce((least, one) => (one < least ? one : least))
  const last = stages(to).reduce((most, one) => (one > most ? one : most))
  return { from: first, to: last }
}
