import type { LevelInterval, MaturityFinding, UnitMaturity } from '#domain/assessment/maturity.ts'
import type { CrosswalkRow } from '#domain/maturity-model.ts'

/**
 * Engagement and the stage of the office beside one another: a finding where no level of the one interval fits any stage of
 * the other by the crosswalk. Which level fits which stage is our proposal.
 */
export function axesApart(
  { unit, whole, stage }: Pick<UnitMaturity, 'unit' | 'whole' | 'stage'>,
  crosswalk: readonly CrosswalkRow[],
): readonly MaturityFinding[] {
  if (!whole.level.figure.known || !stage.level.figure.known) return []
  const engagement: LevelInterval = whole.level.figure.value
  const office: LevelInterval = stage.level.figure.value
  const fitting = crosswalk
    .filter(({ level }) => engagement.floor <= level && level <= engagement.ceiling)
    .flatMap(({ stages }) => stages)
  if (fitting.length === 0) return []
  if (office.ceiling < Math.min(...fitting))
    return [{ kind: 'axes-apart', unit, engagement, stage: office, ahead: 'engagement' }]
  if (office.floor > Math.max(...fitting))
    return [{ kind: 'axes-apart', unit, engagement, stage: office, ahead: 'stage' }]
  return []
}
