/** What to do next and how the office stands: facts of all areas in, advice with its figures out. */

import type { AdviceAssessment, ScenarioResult } from '#domain/assessment/advice.ts'
import type { IsoDate, NamedFigure } from '#domain/figure.ts'
import type { LocalList } from '#domain/maturity-model.ts'
import type { OfficeProgram } from '#domain/office-program.ts'
import { businessCase } from './office/business-case.ts'
import { charterChecks } from './office/charter.ts'
import { lossViews } from './office/continuity.ts'
import { calendar, handedOver, handedOverCount } from './office/duties.ts'
import { goalViews, outputsWithoutGoal } from './office/goals.ts'
import { keyFigure, keyFigureIds } from './office/key-figures.ts'
import { reasonViews } from './office/reasons.ts'
import { roleViews } from './office/roles.ts'
import { serviceViews } from './office/services.ts'
import { trendLines } from './office/trend.ts'
import type { AdviceFacts } from './facts.ts'
import { profileOf } from './profile-of.ts'
import { termsOf, withTerms, type ProfileDefinition, type Terms } from './profile.ts'
import { programFigures } from './program-figures.ts'
import { scenarioAssumptions, settingsFrom, type Settings } from './scenarios/assumptions.ts'
import { readScenario } from './scenarios/read-scenario.ts'
import { asideOn, checks, givenNow, recommend, type Recommended } from './scenarios/recommend.ts'
import { rules } from './scenarios/rules.generated.ts'
import type { Scenario } from './scenarios/scenario.ts'

export type { AdviceFacts } from './facts.ts'
export { calendarFile } from './office/calendar-file.ts'
export { trendFigures } from './office/trend.ts'

/** In the order in which the sources count them. */
export const scenarios: readonly Scenario[] = [...rules].toSorted(byNumber)

export const scenarioIds: readonly string[] = scenarios.map(({ id }) => id)

export function assessAdvice(facts: AdviceFacts): AdviceAssessment {
  const { portfolio } = facts
  const { organization, asOf } = portfolio
  const profile = profileOf(organization)
  const terms = termsOf(profile, organization.labels)
  const settings = settingsFrom(organization.stated.assumptions, profile.limits)
  const results = scenarios.map((scenario) => resultOf(scenario, facts, settings, profile, terms))
  const { recommendations, dismissed } = recommend(results, scenarios, asideOn(facts.program.dismissals, asOf), asOf)
  const roles = roleViews(facts, settings)
  const goals = goalViews(facts)
  return {
    asOf,
    profile: profile.id,
    isProfileStated: (organization.profile ?? null) !== null,
    scenarios: results,
    recommendations,
    dismissed,
    checks: checks(scenarios, facts, settings),
    given: givenNow(recommendations, results, facts),
    roles,
    start: {
      businessCase: businessCase(facts),
      baseline: keyFigureIds().map((id) => keyFigure(facts, id)),
      reasons: reasonViews(facts, profile),
      charter: charterChecks(facts, roles),
      goals,
      questions: profile.questions,
    },
    sustain: {
      losses: lossViews(facts, settings),
      calendar: calendar(facts, dismissed, recommendations),
      servedGoals: goals,
      withoutGoal: outputsWithoutGoal(facts).map(({ id, on, title, role }) => ({ id, on, title, role })),
      services: serviceViews(facts),
      handedOver: handedOver(facts),
      handedOverCount: handedOverCount(facts),
      trend: trendLines(facts),
    },
    assumptions: scenarioAssumptions(organization.stated.assumptions, profile.id, profile.limits),
  }
}

/** What was found, with what has been put aside or brought back since. */
export function recommendAgain(
  { scenarios: results, asOf }: Pick<AdviceAssessment, 'scenarios' | 'asOf'>,
  dismissals: OfficeProgram['dismissals'],
  today: IsoDate,
): Recommended {
  return recommend(results, scenarios, asideOn(dismissals, today), asOf)
}

/** Every figure that advice makes, and the entries of the office's files that they rest on; each id once. */
export function adviceFigures(facts: AdviceFacts, assessment: AdviceAssessment): readonly NamedFigure[] {
  const { scenarios: results, recommendations, roles, start, sustain } = assessment
  const own: readonly NamedFigure[] = [
    ...programFigures(facts),
    ...results.flatMap(({ figure, symptoms }) => [figure, ...symptoms.map((symptom) => symptom.figure)]),
    ...recommendations.map(({ score }) => score),
    ...roles.map(({ recent }) => recent),
    ...start.goals.map(({ progress }) => progress),
    ...start.baseline.flatMap(({ figure }) => (figure === null ? [] : [figure])),
    ...sustain.losses.flatMap(({ sentinels }) => sentinels.map(({ figure }) => figure)),
    sustain.handedOverCount,
  ]
  // Figures of other areas keep their place there.
  const ids = new Map(own.filter(({ id }) => id.startsWith('advice/')).map((figure) => [figure.id, figure]))
  return [...ids.values()]
}

function resultOf(
  scenario: Scenario,
  facts: AdviceFacts,
  settings: Settings,
  profile: ProfileDefinition,
  terms: Terms,
): ScenarioResult {
  const isAsked = !profile.leavesOut.includes(scenario.id)
  return { ...readScenario(scenario, facts, settings, isAsked), action: filled(scenario.action, terms) }
}

function filled({ en, de, ja }: LocalList, terms: Terms): ScenarioResult['action'] {
  const of = (list: readonly string[], language: 'en' | 'de' | 'ja'): readonly string[] =>
    list.map((text) => withTerms({ en: text, de: text, ja: text }, terms)[language])
  return { en: of(en, 'en'), de: of(de, 'de'), ja: of(ja, 'ja') }
}

/** `2` before `10a` before `C1`. */
function byNumber(a: Scenario, b: Scenario): number {
  const key = ({ number }: Scenario): readonly [number, number, string] => {
    const isChallenge = number.startsWith('C')
    return [Number(isChallenge), Number.parseInt(isChallenge ? number.slice(1) : number, 10), number]
  }
  const [first, second] = [key(a), key(b)]
  return first[0] - second[0] || first[1] - second[1] || (first[2] < second[2] ? -1 : 1)
}
