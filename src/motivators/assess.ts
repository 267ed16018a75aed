/** Benefits, conversations and motivators: what is wanted where, whether it arrives, and whom nobody has asked yet. */

import type { MotivatorAssessment } from '#domain/assessment/motivators.ts'
import type { NamedFigure } from '#domain/figure.ts'
import { areasOf } from './areas.ts'
import { motivatorAssumptions } from './assumptions.ts'
import { topOfAudiences } from './audiences.ts'
import { selectBenefits } from './benefits.ts'
import { maturityOf, type MotivatorEvidence } from './context.ts'
import { contradictionsOf } from './contradictions.ts'
import { areaMatrix } from './matrix.ts'
import { planTalks, talkFigures } from './plan.ts'
import { processOf } from './process.ts'
import { saidFigures } from './strength.ts'

export { proposalsOf } from './candidates.ts'
export type { MotivatorEvidence }

export function assessMotivators(evidence: MotivatorEvidence): MotivatorAssessment {
  const areas = [null, ...areasOf(evidence.portfolio.organization)]
  return {
    matrices: areas.map((area) => areaMatrix(evidence, area, 'engagement')),
    stages: areas.map((area) => areaMatrix(evidence, area, 'stages')),
    unaware: areas.filter((area) => area !== null).filter((area) => isUnaware(evidence, area)),
    top: topOfAudiences(evidence.heard),
    contradictions: contradictionsOf(evidence),
    plan: planTalks(evidence),
    proposals: evidence.proposals,
    process: processOf(evidence),
    benefits: selectBenefits(evidence),
    assumptions: motivatorAssumptions(),
  }
}

/** Level 0 whatever the unknown may turn out to be. */
function isUnaware(evidence: MotivatorEvidence, area: string): boolean {
  const level = maturityOf(evidence, area)?.whole.level.figure
  return level?.known === true && level.value.ceiling === 0
}

/** Every figure that an assessment shows, each once; those of other areas are theirs. They hold no words of anyone. */
export function motivatorFigures(
  { heard }: MotivatorEvidence,
  { matrices, plan }: MotivatorAssessment,
): readonly NamedFigure[] {
  const [organization] = matrices
  return [
    ...talkFigures(heard),
    ...saidFigures(heard),
    ...(organization?.rows ?? []).flatMap(({ bars }) =>
      bars.flatMap(({ people, weight, strength }): NamedFigure[] => [people, weight, strength]),
    ),
    plan.areasHeard,
  ]
}
