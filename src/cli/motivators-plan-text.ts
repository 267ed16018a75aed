/** Whom to talk to, the pitch and the chosen benefits, as text. */

import {
  processSteps,
  type Candidate,
  type Pitch,
  type PitchPoint,
  type ShownBenefit,
  type TalkReason,
} from '#domain/assessment/motivators.ts'
import type { NamedFigure } from '#domain/figure.ts'
import type { TalkAudience } from '#domain/motivators.ts'
import type { UnitId } from '#domain/organization.ts'
import { formatsFor } from '#text/formats.ts'
import {
  areaName,
  benefitName,
  dayText,
  figureText,
  indicatorName,
  motivatorName,
  type Shown,
} from '#app/motivator-words.ts'
import { alignedTable } from './table.ts'

/** @param audience only those, with the questions of their guide; undefined: everybody */
export function planText(shown: Shown, audience: TalkAudience | undefined): string {
  const { now, words, language } = shown
  const { motivators } = words
  const { plan } = now.assessment
  const { list } = formatsFor(language)
  const candidates = plan.candidates.filter((one) => audience === undefined || one.audience === audience)
  const heard = plan.areasHeard.figure.known ? plan.areasHeard.figure.value : 0
  const lines = [
    motivators.areasHeard(String(heard), String(plan.coverage.length)),
    motivators.balance(plan.balance.map(({ stance, people }) => `${motivators.stances[stance]} ${people}`).join(', ')),
    ...(plan.missingAudiences.length === 0
      ? []
      : [motivators.missingAudiences(list(plan.missingAudiences.map((one) => motivators.audiences[one])))]),
    ...(plan.missingStances.length === 0
      ? []
      : [motivators.missingStances(list(plan.missingStances.map((one) => motivators.stances[one])))]),
    ...(!now.evidence.isLookedUp ? [motivators.notLookedUp] : []),
  ]
  return [
    `${motivators.planHeading(dayText(shown))}\n`,
    candidatesText(shown, candidates),
    coverageText(shown),
    processText(shown),
    lines.map((line) => `${line}\n`).join(''),
    audience === undefined ? '' : guideText(shown, audience),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function candidatesText(shown: Shown, candidates: readonly Candidate[]): string {
  const { motivators } = shown.words
  const rows = candidates.map(({ unit, person, audience, reasons, talk }) => [
    areaName(shown, unit),
    person ?? motivators.somebody,
    motivators.audiences[audience],
    motivators.talks[talk],
    reasons.map((reason) => reasonText(shown, reason)).join('; '),
  ])
  const head = [
    motivators.unitHead,
    motivators.personHead,
    motivators.audienceHead,
    motivators.talkHead,
    motivators.reasonsHead,
  ]
  return alignedTable(head, rows)
}

function reasonText({ words: { motivators }, language }: Shown, reason: TalkReason): string {
  switch (reason.kind) {
    case 'owns-critical':
      return motivators.ownsCritical(formatsFor(language).list(reason.products), reason.packages)
    case 'most-findings':
      return motivators.mostFindings(reason.findings)
    case 'top-user':
      return motivators.topUser(reason.packages)
    case 'no-conversation':
      return motivators.noConversation
  }
}

function coverageText(shown: Shown): string {
  const { motivators } = shown.words
  const rows = shown.now.assessment.plan.coverage.map(({ area, people, tookPlace, missing }) => [
    areaName(shown, area),
    people > 0
      ? motivators.heardPeople(people)
      : tookPlace
        ? motivators.talks['took-place']
        : motivators.noConversation,
    missing.map((one) => motivators.audiences[one]).join(', '),
  ])
  return alignedTable([motivators.coverageHead, motivators.talkHead, motivators.missingHead], rows)
}

/** Which of the four steps each area has taken. */
function processText(shown: Shown): string {
  const { motivators } = shown.words
  const rows = shown.now.assessment.process.map(({ area, done, next }) => [
    areaName(shown, area),
    ...processSteps.map((step) =>
      done.includes(step) ? motivators.stepDone : step === next ? motivators.stepNext : '',
    ),
  ])
  return alignedTable([motivators.stepsHead, ...processSteps.map((step) => motivators.steps[step])], rows)
}

function guideText({ now, words: { motivators }, language }: Shown, audience: TalkAudience): string {
  const guide = now.evidence.content.guides.find((one) => one.audience === audience)
  const questions = guide?.questions.map(({ id, text }) => `  ${id}  ${text[language]}\n`) ?? []
  return `${motivators.guideHead(guide?.label[language] ?? audience)}\n${motivators.guideHint}\n${questions.join('')}`
}

export function pitchText(shown: Shown, pitch: Extract<Pitch, { ok: true }>): string {
  const { now, words } = shown
  const { motivators } = words
  const points = pitch.points.map((point, index) => pointText(shown, point, index + 1, pitch.area))
  const obstacles = pitch.obstacles.flatMap((id) => {
    const obstacle = now.evidence.heard.motivators.find((one) => one.id === id)?.obstacle ?? null
    return obstacle === null ? [] : [`  ${obstacle}\n`]
  })
  const head = motivators.pitchHeading(areaName(shown, pitch.area), motivators.audiences[pitch.audience])
  return [`${head}\n`, ...points, obstacles.length === 0 ? '' : `${motivators.obstaclesHead}:\n${obstacles.join('')}`]
    .filter((part) => part !== '')
    .join('\n')
}

function pointText(shown: Shown, point: PitchPoint, number: number, area: UnitId | null): string {
  const { now, words } = shown
  const { motivators } = words
  const { motivator, benefit, state, unlock, level, isFromAudience } = point
  const wish = now.evidence.heard.motivators.find(({ id }) => id === motivator)?.wish ?? null
  const figure = benefit?.figures.find(({ id }) => benefit.evidence.includes(id)) ?? benefit?.figures[0]
  const lines = [
    benefit === null || figure === undefined
      ? motivators.nothingMeasured
      : motivators.shownBy(benefitName(shown, benefit.benefit), areaFigureText(shown, figure, area)),
    ...(state === 'served' ? [motivators.alreadyServed] : []),
    ...(state === 'reachable' ? [motivators.withinReach] : []),
    ...(unlock === null ? [] : [motivators.needsLevel(`L${level}`, indicatorName(shown, unlock.indicator))]),
    ...(wish === null ? [] : [motivators.wishIs(wish)]),
  ]
  const from = isFromAudience ? motivators.heardFromThem : motivators.heardHere
  return `${number}. ${motivatorName(shown, motivator)} (${from})\n${lines.map((line) => `   ${line}\n`).join('')}`
}

/** A figure that there is only for the whole says so. */
function areaFigureText(shown: Shown, figure: NamedFigure, area: UnitId | null): string {
  const text = figureText(shown, figure)
  return area === null || figure.id.includes('/unit:') ? text : shown.words.motivators.ofWhole(text)
}

/** Why there is no pitch, and whom to talk to first. */
export function noPitchText(shown: Shown, { area, talkTo }: Extract<Pitch, { ok: false }>): string {
  return `${shown.words.motivators.noPitch(areaName(shown, area))}\n${candidatesText(shown, talkTo)}`
}

export function benefitsText(shown: Shown): string {
  const { motivators } = shown.words
  const { headlines, annex } = shown.now.assessment.benefits
  const head = [
    '',
    motivators.benefitHead,
    motivators.figureHead,
    motivators.levelHead,
    motivators.activitiesHead,
    motivators.stakeholdersHead,
  ]
  return [
    `${motivators.benefitsHeading(dayText(shown))}\n`,
    headlines.length === 0
      ? `${motivators.nothingChosen}\n`
      : alignedTable(
          head,
          headlines.map((one) => benefitRow(shown, one)),
        ),
    `${motivators.annexHead}\n${alignedTable(
      head,
      annex.map((one) => benefitRow(shown, one)),
    )}`,
  ].join('\n')
}

function benefitRow(shown: Shown, { benefit, rank, figures }: ShownBenefit): readonly string[] {
  const { content, heard } = shown.now.evidence
  const { motivators } = shown.words
  const entry = [...content.benefits, ...heard.ownBenefits].find(({ id }) => id === benefit)
  return [
    rank === null ? benefit : `${rank}. ${benefit}`,
    benefitName(shown, benefit),
    figures.length === 0 ? motivators.nothingMeasured : figures.map((one) => figureText(shown, one)).join('; '),
    `L${entry?.from ?? 0}`,
    (entry?.activities ?? []).map((one) => motivators.activities[one]).join(', '),
    (entry?.stakeholders ?? []).map((one) => motivators.stakeholders[one]).join(', '),
  ]
}
