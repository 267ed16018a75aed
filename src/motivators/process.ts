/** The four steps of the process, and which of them each area has taken: areas need not be at the same one. */

import { processSteps, type AreaProcess, type ProcessStep } from '#domain/assessment/motivators.ts'
import { areasOf, isHeardIn } from './areas.ts'
import { maturityOf, type MotivatorEvidence } from './context.ts'
import { coverageOf } from './talks.ts'

export function processOf(evidence: MotivatorEvidence): readonly AreaProcess[] {
  const { portfolio, heard } = evidence
  const { organization } = portfolio
  const coverage = new Map(coverageOf(portfolio, heard).map((one) => [one.area, one]))
  return areasOf(organization).map((area) => {
    const isDone: Readonly<Record<ProcessStep, boolean>> = {
      levels: maturityOf(evidence, area)?.whole.level.figure.known === true,
      // Benefits are chosen once, for the organization.
      benefits: heard.chosen.length > 0,
      conversations: coverage.get(area)?.tookPlace === true,
      matrix: heard.motivators.some((one) => one.heard.some(({ unit }) => isHeardIn(organization, unit, area))),
    }
    return {
      area,
      done: processSteps.filter((step) => isDone[step]),
      next: processSteps.find((step) => !isDone[step]) ?? null,
    }
  })
}
