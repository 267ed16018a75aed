/** Advice on everything that matters: parts of high criticality, and those with a decision or a carried patch. */

import type { EngagementAdvice, EngagementAssessment } from '#domain/assessment/engagement.ts'
import { criticalityLevel } from '#domain/criticality.ts'
import type { NamedFigure } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import { adviseOnOwnProject, adviseOnPart, type Advised, type AdviceOptions } from './advise.ts'
import { costAssumptions } from './assumptions.ts'
import { prepare, type CounselorInput, type Prepared } from './context.ts'
import { figuresOfAdvice } from './figures.ts'
import { askGuide, guideWithMemory } from './guide.ts'
import { adviseOnNeed, type NewNeed, type PlanningAnswers } from './new-need.ts'

export type Engagement = {
  readonly assessment: EngagementAssessment
  /** What `explain` walks; made when asked for. */
  readonly figures: () => readonly NamedFigure[]
}

/** So many parts are advised on beforehand; an answer about any other is given when it is asked for. */
const mostAdvised = 1_000

const whole: AdviceOptions = { isWhole: true, guide: askGuide }

export function assessEngagement(input: CounselorInput): Engagement {
  const prepared = prepare(input)
  const assumptions = costAssumptions(input.portfolio, input.options)
  const forLists: AdviceOptions = { isWhole: false, guide: guideWithMemory() }
  const mattering = thoseThatMatter(prepared)
  const advised = mattering.slice(0, mostAdvised).map((name) => adviseOnPart(prepared, assumptions, name, forLists))
  return {
    assessment: {
      asOf: input.portfolio.asOf,
      advice: advised.map(({ advice }) => advice),
      mattering: mattering.length,
      packages: prepared.criticality.size,
      assumptions: assumptions.printed,
    },
    figures: () => figuresOfAdvice(prepared, assumptions, advised),
  }
}

/** What somebody decided on or carries patches for, and what is critical: most critical first, then by package URL. */
function thoseThatMatter({ criticality, inForce, forksOf, statements }: Prepared): readonly PurlText[] {
  const decided = new Set(inForce.flatMap(({ subject }) => (subject.kind === 'part' ? [subject.package] : [])))
  const isHeld = (name: PurlText): boolean =>
    decided.has(name) || forksOf.has(name) || statements.about({ part: name }, 'carried-patches') !== undefined
  const byCriticality = [...criticality.values()]
    .filter(({ package: name, k }) => criticalityLevel(k) === 'high' || isHeld(name))
    .toSorted((a, b) => b.k - a.k || (a.package < b.package ? -1 : 1))
    .map((one) => one.package)
  if (byCriticality.length <= mostAdvised) return byCriticality
  return [...byCriticality.filter(isHeld), ...byCriticality.filter((name) => !isHeld(name))]
}

export type AdviceOnOne = { readonly advice: EngagementAdvice; readonly figures: readonly NamedFigure[] }

/** @returns undefined for what is neither in use nor one of the organization's projects */
export function adviseOn(input: CounselorInput, subject: string): AdviceOnOne | undefined {
  const prepared = prepare(input)
  const assumptions = costAssumptions(input.portfolio, input.options)
  let advised: Advised | undefined
  if (prepared.criticality.has(subject)) advised = adviseOnPart(prepared, assumptions, subject, whole)
  else if (prepared.published.has(subject)) advised = adviseOnOwnProject(prepared, assumptions, subject, whole)
  return advised && { advice: advised.advice, figures: figuresOfAdvice(prepared, assumptions, [advised]) }
}

export function adviseOnNewNeed(input: CounselorInput, need: string, answers: PlanningAnswers, by: string): NewNeed {
  const prepared = prepare(input)
  return adviseOnNeed(prepared, costAssumptions(input.portfolio, input.options), need, answers, by)
}
