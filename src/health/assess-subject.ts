/** One project or package: its indicators, health, state, second readings and warnings. */

import type { IndicatorAnswer, SubjectHealth } from '#domain/assessment/health.ts'
import { criticalityLevel } from '#domain/criticality.ts'
import { lift, observed, unknown, type Figure, type FigureId, type NamedFigure, type Unknown } from '#domain/figure.ts'
import { monthsUpTo } from '#domain/activity-window.ts'
import type { FundingLink } from '#domain/assessment/health.ts'
import { thresholdFigureId, weightsFigureId, type HealthAssumptions } from './assumptions.ts'
import type { HealthContext } from './context.ts'
import { criticalityScore, type CriticalityInputs } from './criticality-score.ts'
import { daysBetween } from './days.ts'
import { fallOf, type Fall } from './falling.ts'
import { factFigureIds, fallingFigureId, indicatorFigureId } from './figure-ids.ts'
import type { Finding } from './indicator.ts'
import { indicators } from './indicators.generated.ts'
import { indicatorMethod, methods } from './methods.ts'
import { openCodeLevel } from './opencode-level.ts'
import { healthOf, levelOf, rate } from './rate.ts'
import { releaseDays } from './releases.ts'
import { stateOf } from './state.ts'
import type { FactKey, Subject } from './subject.ts'
import type { UsedSubject } from './subjects.ts'
import { warningsOf } from './warnings.ts'

export type AssessedSubject = { readonly health: SubjectHealth; readonly falling: NamedFigure<Fall> | null }

type FactIds = (keys: readonly FactKey[]) => readonly FigureId[]

const indicatorMethods = indicators.map(({ id, version }) => indicatorMethod(id, version))
const notCollected = unknown('not-collected')

export function assessSubject(
  subject: UsedSubject,
  assumptions: HealthAssumptions,
  { scorecardOf }: HealthContext,
): AssessedSubject {
  const { id, project, facts, days } = subject
  const factIds = factFigureIds(subject)
  const rating = rate(facts, days, assumptions)
  const answers = answersOf(id, rating.findings, assumptions, factIds)
  const health = healthOf(rating, assumptions)
  const fall = fallOf(facts, days, rating, assumptions)
  const knownAnswers = answers.filter(({ answer }) => answer !== 'unknown').map(({ figure }) => figure.id)
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
        figure: lift(subject.criticality, methods.criticality, ['inventory/occurrences']),
      },
      criticalityLevel: criticalityLevel(subject.criticality),
      absenceFactor: { id: `health/absence-factor/${id}`, figure: absenceFigure(subject, factIds) },
      indicators: answers,
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
      lastReleaseOn: releaseDays(facts)?.at(-1) ?? null,
      lastCommitOn: facts.lastCommitOn ?? null,
    },
    falling:
      fall === undefined
        ? null
        : {
            id: fallingFigureId(id),
            figure: lift(fall, methods.falling, [
              ...factIds(['year', 'yearBefore', 'tags', 'releases', 'cycles']),
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
  return indicators.map(({ id, needs }, index): IndicatorAnswer => {
    const finding = findings[index] ?? { answer: 'unknown', why: 'failed' }
    const weight = weights.get(id) ?? 0
    const figure = (of: Figure<boolean>): NamedFigure<boolean> => ({ id: indicatorFigureId(id, subject), figure: of })
    if (finding.answer === 'unknown')
      return { indicator: id, answer: 'unknown', value: null, weight, figure: figure(unknowns[finding.why]) }
    const method = indicatorMethods[index] ?? indicatorMethod(id, 1)
    const known = lift(finding.answer === 'passed', method, factIds(needs))
    return { indicator: id, answer: finding.answer, value: finding.value, weight, figure: figure(known) }
  })
}

/** One of each, so that what is not known takes no memory. */
const unknowns: Readonly<Record<Unknown['why'], Unknown>> = {
  failed: unknown('failed'),
  withheld: unknown('withheld'),
  'not-collected': notCollected,
  'not-applicable': unknown('not-applicable'),
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
    : lift(state, methods.state, factIds(['lastCommitOn', 'tags', 'files', 'releases', 'cycles']))
}

/** People where a clone tells; otherwise accounts that may publish, of several packages the fewest. */
function absenceFigure({ facts }: Subject, factIds: FactIds): Figure<number> {
  const { year, publishers } = facts
  if (year !== undefined)
    return year.absenceFactor === null
      ? unknowns['not-applicable']
      : lift(year.absenceFactor, methods.absenceFactor, factIds(['year']))
  if (publishers === undefined) return notCollected
  const fewest = publishers.reduce((least, one) => Math.min(least, one.publishers), Infinity)
  return lift(fewest, methods.publishers, factIds(['publishers']))
}

function openCodeFigure({ facts, days }: Subject, factIds: FactIds): SubjectHealth['openCodeLevel']['figure'] {
  const { halfYear } = facts
  if (halfYear === undefined) return notCollected
  const last = releaseDays(facts)?.at(-1)
  const level = openCodeLevel({
    commitsOfHalfYear: halfYear.plainCommits,
    issueResponseDays: null,
    hasReleaseOfHalfYear: last !== undefined && last >= monthsUpTo(days.clone, 6).from,
    absenceFactorOfHalfYear: halfYear.absenceFactor,
  })
  return lift(level, methods.openCodeLevel, factIds(['halfYear', 'tags', 'releases']))
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

const keysOfCriticalityScore = ['firstCommitOn', 'lastCommitOn', 'authorsEver', 'year', 'tags', 'releases'] as const

/** What a clone and registries hold of its inputs. Organizations, issues and mentions are left out. */
function criticalityInputs({ facts, days }: Subject): CriticalityInputs {
  const { firstCommitOn, lastCommitOn, authorsEver, year } = facts
  if (year === undefined) return {}
  const months = (since: string): number => Math.floor(daysBetween(since, days.clone) / 30)
  const releases = releaseDays(facts)?.filter((day) => day >= year.from && day <= year.to)
  return {
    ...(firstCommitOn ? { createdSinceMonths: months(firstCommitOn) } : {}),
    ...(lastCommitOn ? { updatedSinceMonths: months(lastCommitOn) } : {}),
    ...(authorsEver === undefined ? {} : { contributors: authorsEver }),
    commitFrequency: Math.round((year.plainCommits / 52) * 100) / 100,
    ...(releases === undefined ? {} : { recentReleases: releases.length }),
  }
}

function fundingOf({ facts }: Subject): readonly FundingLink[] {
  const fromFiles = fundingFiles(facts.files?.texts ?? {})
  return [
    ...(facts.fundingLinks ?? []).map((url) => ({ url, basis: 'registry-metadata' as const })),
    ...fromFiles.map((url) => ({ url, basis: 'funding-file' as const })),
  ]
}

/** Addresses that a FUNDING file names as such; shorthands of platforms are left to those who know the platforms. */
function fundingFiles(texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(texts).flatMap(([path, text]) =>
    /(?:^|\/)funding\.(?:ya?ml|json)$/i.test(path) ? (text.match(/https:\/\/[^\s"'#,\]]+/g) ?? []) : [],
  )
}
