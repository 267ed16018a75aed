/** "Contribute to an existing project or create a new one": the search first, then the questions that only people can answer. */

import type { EngagementAdvice, ExistingCandidate } from '#domain/assessment/engagement.ts'
import { declared, lift, unknown, type Figure } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { advise } from './advise.ts'
import type { CostAssumptions } from './assumptions.ts'
import type { EngagementFacts } from './condition.ts'
import type { Prepared } from './context.ts'
import { nothingApplies } from './facts.ts'
import { askGuide } from './guide.ts'
import { searchExisting } from './search.ts'
import { notStated } from './stated.ts'

/** What is asked before something new is made; a yes or no each. */
export const planningQuestions = [
  'searched-elsewhere',
  'none-fits',
  'others-share-it',
  'sponsor',
  'long-term-people',
  'code-exists',
  'makes-us-special',
] as const

export type PlanningQuestion = (typeof planningQuestions)[number]

export type PlanningAnswers = Partial<Record<PlanningQuestion, boolean>>

export type NewNeed = {
  readonly need: string
  readonly candidates: readonly ExistingCandidate[]
  /** Questions that nobody has answered. */
  readonly open: readonly PlanningQuestion[]
  readonly advice: EngagementAdvice
}

/** @param by who answered; answers are kept nowhere */
export function adviseOnNeed(
  prepared: Prepared,
  assumptions: CostAssumptions,
  need: string,
  answers: PlanningAnswers,
  by: PersonId,
): NewNeed {
  const candidates = searchExisting(prepared, need)
  const { asOf } = prepared.portfolio
  const said = (question: PlanningQuestion): Figure<boolean> =>
    answers[question] === undefined ? notStated : declared(answers[question], by, asOf, question)
  const facts: EngagementFacts = {
    ...nothingApplies,
    differentiating: said('makes-us-special'),
    existingFits: existingFits(candidates, answers, said),
    sharedNeed: said('others-share-it'),
    sponsor: said('sponsor'),
    longTermPeople: said('long-term-people'),
    codeExists: said('code-exists'),
  }
  const subject = `need:${need.trim().replaceAll(/\s+/g, '-').toLowerCase()}`
  const asked = { case: 'new', subject, package: null, project: null, name: need, facts } as const
  return {
    need,
    candidates,
    open: planningQuestions.filter((question) => answers[question] === undefined),
    advice: advise(prepared, assumptions, asked, { isWhole: true, guide: askGuide }).advice,
  }
}

/**
 * A candidate that has all words fits until somebody looked and says that none does. Without one nothing is known until
 * somebody has also searched outside, where Headwater does not look.
 */
function existingFits(
  candidates: readonly ExistingCandidate[],
  answers: PlanningAnswers,
  said: (question: PlanningQuestion) => Figure<boolean>,
): Figure<boolean> {
  const noneFits = said('none-fits')
  if (candidates.some(({ fit }) => fit === 1) && answers['none-fits'] !== true)
    return lift(true, { id: 'advice/fact/existingFits', version: 1 }, [])
  if (answers['none-fits'] === false) return { ...noneFits, value: true } as Figure<boolean>
  const isSearched =
    answers['searched-elsewhere'] === true && (candidates.length === 0 || answers['none-fits'] === true)
  return isSearched ? ({ ...said('searched-elsewhere'), value: false } as Figure<boolean>) : unknown('not-collected')
}
