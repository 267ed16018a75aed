/** One project or package: its indicators, health, state, second readings and warnings. */

import type { IndicatorAnswer, OpenIndicator, SubjectHealth } from '#domain/assessment/health.ts'
import { criticalityLevel } from '#domain/criticality.ts'
import { lift, observed, unknown, type Figure, type FigureId, type NamedFigure } from '#domain/figure.ts'
import type { FundingLink } from '#domain/assessment/health.ts'
import { fundingLinksOf, merged, registryFunding } from '#health/funding/links.ts'
import { thresholdFigureId, weightsFigureId, type HealthAssumptions } from './assumptions.ts'
import type { HealthContext } from './context.ts'
import { criticalityScore, type CriticalityInputs } from './criticality-score.ts'
import { daysBetween, monthsBack } from './days.ts'
import { fallOf, type Fall } from './falling.ts'
import { factFigureIds, fallingFigureId, indicatorFigureId } from './figure-ids.ts'
import type { Finding } from './indicator.ts'
import { indicators } from './indicators.generated.ts'
import { indicatorMethod, methods } from './methods.ts'
import { openCodeLevel } from './opencode-level.ts'
import { healthOf, levelOf, rate } from './rate.ts'
import { stateOf } from './state.ts'
import type { FactKey, Subject } from './subject.ts'
import type { UsedSubject } from './subjects.ts'
import { warningsOf } from './warnings.ts'

export type AssessedSubject = { readonly health: SubjectHealth; readonly falling: NamedFigure<Fall> | null }

type FactIds = (keys: readonly FactKey[]) => readonly FigureId[]

const notCollected = unknown('not-collected')

export function assessSubject(
  subject: UsedSubject,
  assumptions: HealthAssumptions,
  { scorecardOf }: HealthContext,
  openIndicators: OpenIndicators,
): AssessedSubject {
  const { id, project, facts, days } = subject
  const factIds = factFigureIds(subject)
  const rating = rate(facts, days, assumptions)
  const answers = answersOf(id, rating.findings, assumptions, factIds)
  const health = healthOf(rating, assumptions)
  const fall = fallOf(facts, days, rating, assumptions)
  const knownAnswers = answers.map(({ figure }) => figure.id)
  const score = criticalityScore(criticalityInputs(subject))
  const scorecard = (project === null ? undefined : scorecardOf?.(project)) ?? broughtScorecard(subject)
  return {
    health: {
      subject: id,
      project,
      packages: subject.packages,
      products: subject.products,
      health: { id: `health/score/${id}`, figure: scoreFigure(health, knownAnswers) },
      known: rating.all === 0 ? 0 : rating.known / rating.all,
      level: levelOf(health, assumptions),
      state: { id: `health/state/${id}`, figure: stateFigure(subject, assumptions, factIds) },
      criticality: {
        id: `health/criticality/${id}`,
        figure:
          subject.criticality === null
            ? unknown('not-applicable')
            : lift(subject.criticality, methods.criticality, ['inventory/occurrences']),
      },
      criticalityLevel: subject.criticality === null ? null : criticalityLevel(subject.criticality),
      absenceFactor: { id: `health/absence-factor/${id}`, figure: absenceFigure(subject, factIds) },
      indicators: answers,
      open: openIndicators.of(rating.findings),
      warnings: warningsOf(id, facts, rating.findings, fall, assumptions),
      openCodeLevel: { id: `health/opencode-level/${id}`, figure: openCodeFigure(subject, factIds) },
      criticalityScore: {
        id: `health/criticality-score/${id}`,
        figure:
          score === null ? notCollected : lift(score.score, methods.criticalityScore, factIds(keysOfCriticalityScore)),
      },
      criticalityScoreKnown: score?.known ?? 0,
      scorecard,
      funding: fundingOf(subject),
      lastReleaseOn: facts.releaseDays?.days.at(-1) ?? null,
      lastCommitOn: facts.lastCommitOn ?? null,
    },
    falling:
      fall === undefined
        ? null
        : {
            id: fallingFigureId(id),
            figure: lift(fall, methods.falling, [
              ...factIds(['year', 'yearBefore', 'releaseDays', 'releases', 'cycles']),
              thresholdFigureId('H5-fall'),
            ]),
          },
  }
}

function answersOf(
  subject: string,
  findings: readonly Finding[],
  { weights }: HealthAssumptions,
  factIds: FactIds,
): readonly IndicatorAnswer[] {
  const answers: IndicatorAnswer[] = []
  for (const [index, { id, version, needs }] of indicators.entries()) {
    const finding = findings[index]
    if (finding === undefined || finding.answer === 'unknown') continue
    const { answer, value } = finding
    const figure = lift(answer === 'passed', indicatorMethod(id, version), factIds(needs))
    const weight = weights.get(id) ?? 0
    answers.push({ indicator: id, answer, value, weight, figure: { id: indicatorFigureId(id, subject), figure } })
  }
  return answers
}

/** One list for all subjects of which the same is not known: they are many, and their lists would be long. */
export class OpenIndicators {
  private readonly lists = new Map<string, readonly OpenIndicator[]>()

  of(findings: readonly Finding[]): readonly OpenIndicator[] {
    const key = findings.map((finding) => (finding.answer === 'unknown' ? finding.why : '')).join()
    const known = this.lists.get(key)
    if (known !== undefined) return known
    const list = indicators.flatMap(({ id }, index): readonly OpenIndicator[] => {
      const finding = findings[index]
      return finding?.answer === 'unknown' ? [{ indicator: id, why: finding.why }] : []
    })
    this.lists.set(key, list)
    return list
  }
}

function scoreFigure(health: number | null, answers: readonly FigureId[]): Figure<number> {
  const inputs = [...answers, weightsFigureId, thresholdFigureId('H2-least-known')]
  if (health !== null) return lift(health, methods.score, inputs)
  if (answers.length === 0) return notCollected
  return unknown('withheld', [{ kind: 'computed', method: methods.score.id, version: methods.score.version, inputs }])
}

function stateFigure(
  { facts, days }: Subject,
  assumptions: HealthAssumptions,
  factIds: FactIds,
): SubjectHealth['state']['figure'] {
  const state = stateOf(facts, days, assumptions)
  return state === 'unknown'
    ? notCollected
    : lift(state, methods.state, factIds(['lastCommitOn', 'releaseDays', 'files', 'releases', 'cycles']))
}

/** People where a clone tells; otherwise accounts that may publish, of several packages the fewest. */
function absenceFigure({ facts }: Subject, factIds: FactIds): Figure<number> {
  const { year, publishers } = facts
  if (year !== undefined)
    return year.absenceFactor === null
      ? unknown('not-applicable')
      : lift(year.absenceFactor, methods.absenceFactor, factIds(['year']))
  if (publishers === undefined) return notCollected
  const fewest = publishers.reduce((least, one) => Math.min(least, one.publishers), Infinity)
  return lift(fewest, methods.publishers, factIds(['publishers']))
}

function openCodeFigure({ facts, days }: Subject, factIds: FactIds): SubjectHealth['openCodeLevel']['figure'] {
  const { halfYear, releaseDays } = facts
  if (halfYear === undefined) return notCollected
  const last = releaseDays?.days.at(-1)
  const level = openCodeLevel({
    commitsOfHalfYear: halfYear.plainCommits,
    issueResponseDays: null,
    hasReleaseOfHalfYear: last !== undefined && last >= monthsBack(days.clone, 6),
    absenceFactorOfHalfYear: halfYear.absenceFactor,
  })
  return lift(level, methods.openCodeLevel, factIds(['halfYear', 'releaseDays']))
}

/** As it was brought from outside; -1 there stands for inconclusive. */
function broughtScorecard({ id, origins: { scorecard } }: UsedSubject): NamedFigure<number> {
  const aggregate = scorecard?.aggregate ?? null
  const figure =
    scorecard === null || aggregate === null || aggregate < 0
      ? notCollected
      : observed(aggregate, scorecard.evidence, scorecard.at)
  return { id: `health/scorecard/${id}`, figure }
}

const keysOfCriticalityScore = ['firstCommitOn', 'lastCommitOn', 'authorsEver', 'year', 'releaseDays'] as const

/** What a clone and registries hold of its inputs. Organizations, issues and mentions are left out. */
function criticalityInputs({ facts, days }: Subject): CriticalityInputs {
  const { firstCommitOn, lastCommitOn, authorsEver, year, releaseDays } = facts
  if (year === undefined) return {}
  const months = (since: string): number => Math.floor(daysBetween(since, days.clone) / 30)
  const releases = releaseDays?.days.filter((day) => day >= year.from && day <= year.to)
  return {
    ...(firstCommitOn ? { createdSinceMonths: months(firstCommitOn) } : {}),
    ...(lastCommitOn ? { updatedSinceMonths: months(lastCommitOn) } : {}),
    ...(authorsEver === undefined ? {} : { contributors: authorsEver }),
    commitFrequency: Math.round((year.plainCommits / 52) * 100) / 100,
    ...(releases === undefined ? {} : { recentReleases: releases.length }),
  }
}

function fundingOf({ id, project, facts }: Subject): readonly FundingLink[] {
  return merged([fundingLinksOf(facts.files?.texts ?? {}, project), registryFunding(facts.fundingLinks ?? [], id)])
    .links
}
