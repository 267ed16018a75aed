/** What `headwater advise` prints for a person: the ranked list, or one scenario with everything behind it. */

import type { AdviceAssessment, EffectCheck, ScenarioResult } from '#domain/assessment/advice.ts'
import type { AdviceNow } from '#app/run-advice.ts'
import { labelOf, limitText, local, plainValue, scenarioName, symptomValue, type AdviceWords } from './advice-words.ts'
import { alignedTable } from './table.ts'

export function adviceText({ facts, assessment }: AdviceNow, tell: AdviceWords): string {
  const { advice } = tell.words
  const { organization } = facts.portfolio
  const of = (state: ScenarioResult['state']): readonly ScenarioResult[] =>
    assessment.scenarios.filter((one) => one.state === state)
  const unknown = of('unknown').map((one) =>
    advice.cannotTell(labelOf(one, tell), tell.formats.list(one.missing.map((need) => advice.needs[need]))),
  )
  const silent = of('silent').map((one) => labelOf(one, tell))
  const notAsked = of('not-applicable').map((one) => labelOf(one, tell))
  const sections = [
    `${advice.adviceOn(organization.name, assessment.asOf)}\n${advice.profile(advice.profiles[assessment.profile], assessment.isProfileStated)}\n`,
    section(advice.recommendationsHead, recommendationsText(assessment, tell)),
    section(advice.checksHead, lines(assessment.checks.map((check) => checkText(check, assessment, tell)))),
    section(advice.dismissedHead, dismissedText(assessment, tell)),
    section(advice.cannotTellHead, lines(unknown)),
    silent.length === 0 ? '' : section(advice.silentHead(silent.length), lines(silent)),
    section(advice.notAskedHead, lines(notAsked)),
    `${advice.ours}\n`,
  ]
  return tell.said(sections.filter((text) => text !== '').join('\n'))
}

function recommendationsText(assessment: AdviceAssessment, tell: AdviceWords): string {
  const { advice, maturity } = tell.words
  if (assessment.recommendations.length === 0) return `  ${advice.nothingRecommended}\n`
  return alignedTable(
    [advice.rankHead, advice.scenarioHead, advice.gravityHead, advice.knownHead, advice.costHead, advice.checkHead],
    assessment.recommendations.map(({ rank, scenario, gravity, confidence, cost, checkOn }) => [
      String(rank),
      scenarioName(assessment, scenario, tell),
      String(gravity),
      tell.formats.percent(confidence),
      maturity.costs[cost],
      checkOn,
    ]),
  )
}

function checkText(check: EffectCheck, assessment: AdviceAssessment, tell: AdviceWords): string {
  const { advice } = tell.words
  const symptom = assessment.scenarios
    .find(({ id }) => id === check.scenario)
    ?.symptoms.find(({ figure }) => figure.id === check.figure)
  const shown = (value: number | boolean | null): string =>
    value === null ? advice.unknown : plainValue(value, symptom?.unit === 'share', tell)
  const due = check.isDue ? '' : ` (${advice.notDue(check.checkOn)})`
  const name = scenarioName(assessment, check.scenario, tell)
  return `${advice.check(name, check.givenOn, shown(check.before), shown(check.now), advice.results[check.result])}${due}`
}

function dismissedText(assessment: AdviceAssessment, tell: AdviceWords): string {
  const { advice } = tell.words
  return lines(
    assessment.dismissed.map(
      ({ scenario, until, by, reason, wouldFire }) =>
        `${advice.dismissed(scenarioName(assessment, scenario, tell), until, by, reason)}${wouldFire ? ` · ${advice.wouldFire}` : ''}`,
    ),
  )
}

/** One scenario with its signal, evidence, steps, effect, and how to put it aside. */
export function scenarioText(result: ScenarioResult, assessment: AdviceAssessment, tell: AdviceWords): string {
  const { advice, maturity } = tell.words
  const symptoms = alignedTable(
    [advice.symptomHead, advice.valueHead, advice.limitHead, advice.showsHead, advice.figureHead],
    result.symptoms.map((symptom) => [
      local(symptom.label, tell),
      symptomValue(symptom, tell),
      limitText(symptom, tell),
      symptom.need !== null
        ? advice.missing(advice.needs[symptom.need])
        : symptom.shows === true
          ? advice.isYes
          : advice.isNo,
      symptom.figure.id,
    ]),
  )
  const evidence = result.symptoms.flatMap(({ examples, shows }) => (shows === true ? examples : []))
  const effected = result.symptoms.find(({ id }) => id === result.effect.symptom)
  const name = effected === undefined ? result.effect.figure : local(effected.label, tell)
  const effect = result.effect.direction === 'up' ? advice.effectUp : advice.effectDown
  const { low, central, high } = result.effortDays
  const aside = assessment.dismissed.filter(({ scenario }) => scenario === result.id)
  const sections = [
    `${labelOf(result, tell)}: ${advice.states[result.state]}\n${advice.signal(result.weight, result.needed)}\n`,
    symptoms,
    section(advice.evidenceHead, lines([...new Set(evidence)])),
    section(advice.stepsHead, lines(result.action[tell.language])),
    `${advice.costHead}: ${maturity.costs[result.cost]}\n${advice.effortHead}: ${advice.effort(String(low), String(central), String(high))}\n`,
    `${advice.effectHead}: ${effect(name, result.effect.withinMonths)} (${result.effect.figure})\n`,
    `${advice.sourceHead}: ${result.source}\n${advice.ours}\n`,
    aside.length === 0
      ? `${advice.howToDismiss(result.id)}\n`
      : section(advice.dismissedHead, dismissedText({ ...assessment, dismissed: aside }, tell)),
  ]
  return tell.said(sections.filter((text) => text !== '').join('\n'))
}

export function section(head: string, body: string): string {
  return body === '' ? '' : `${head}\n${body}`
}

export function lines(texts: readonly string[]): string {
  return texts.map((text) => `  ${text.replaceAll(/\p{Cc}+/gu, ' ')}\n`).join('')
}
