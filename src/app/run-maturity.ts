/** Maturity as a use case: gathers the evidence that is kept, assesses, and keeps the levels of the day for the trend. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { ContributionAssessment } from '#domain/assessment/contribution.ts'
import type { DatedLevel, MaturityAssessment } from '#domain/assessment/maturity.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { MaturityQuestion } from '#domain/maturity-model.ts'
import type { UnitId } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { assessMaturity, datedLevels, type MaturityEvidence } from '#maturity/assess.ts'
import { answerFramework, type FrameworkAnswer } from '#maturity/frameworks.ts'
import { openQuestions } from '#maturity/questions.ts'
import { topUnit } from '#maturity/scope.ts'
import { loadMaturityModel } from '#sources/maturity-content.ts'
import { loadLatestAssessment } from '#store/assessments.ts'
import { saveEvidence } from '#store/evidence.ts'
import { loadFacts, saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { loadPortfolio, type Times } from './load-portfolio.ts'
import { loadOffice, recordOfficeFile } from './record-office.ts'

export type { MaturityEvidence }
export type { FrameworkAnswer, ItemAnswer } from '#maturity/frameworks.ts'

/** What other areas found in the same run. */
export type MaturityParts = Omit<MaturityEvidence, 'portfolio' | 'model' | 'office' | 'earlier'>

/** The evidence at hand: the portfolio and the parts given, with the office's files and earlier levels from the store. */
export async function gatherMaturity(
  store: Store,
  portfolio: Portfolio,
  parts: MaturityParts,
  times: Times,
): Promise<MaturityEvidence> {
  return {
    ...parts,
    portfolio,
    model: loadMaturityModel(),
    office: await loadOffice(store, times),
    earlier: await loadLevels(store, times),
  }
}

/** Keeps the levels of an assessment, one set a day, as an original of their own. */
export async function keepLevels(
  store: Store,
  { asOf, units }: MaturityAssessment,
  { recordedAt }: { readonly recordedAt: IsoTime },
): Promise<void> {
  const levels = datedLevels(units, asOf)
  const bytes = new TextEncoder().encode(JSON.stringify({ asOf, levels }))
  const [evidence] = await saveEvidence(store, [
    { kind: 'measurement', name: `maturity-${asOf}.json`, bytes, retrievedAt: recordedAt, recordedAt },
  ])
  if (evidence === undefined) return
  await saveFacts(
    store,
    [
      {
        kind: 'maturity',
        subject: 'organization',
        source: asOf,
        evidence: evidence.id,
        at: '/levels',
        observedOn: asOf,
        facts: levels,
      },
    ],
    { recordedAt },
  )
}

/** Levels of earlier days, by day. */
export async function loadLevels(store: Store, times: Times): Promise<readonly DatedLevel[]> {
  return (await loadFacts<readonly DatedLevel[]>(store, 'maturity', times)).flatMap(({ facts }) => facts)
}

export type MaturityNow = { readonly evidence: MaturityEvidence; readonly assessment: MaturityAssessment }

/**
 * Assesses what is kept: the portfolio and findings of the last assessment, and the office's files as of today. Throws
 * `nothing-found` when nothing was assessed or recorded yet.
 */
export async function maturityNow(store: Store, now: IsoTime): Promise<MaturityNow> {
  const latest = await loadLatestAssessment(store)
  const times = { asOf: dayOf(now), knownAt: now }
  const measuredAt = latest === undefined ? times : { asOf: latest.asOf, knownAt: latest.knownAt }
  const portfolio = await loadPortfolio(store, measuredAt)
  if (portfolio === undefined) return fail({ code: 'nothing-found', paths: [] })
  const parts: MaturityParts = {
    measuredOn: measuredAt.asOf,
    ...(latest === undefined ? {} : partsOf(latest.assessment)),
  }
  const evidence = await gatherMaturity(store, { ...portfolio, asOf: times.asOf }, parts, times)
  return { evidence, assessment: assessMaturity(evidence) }
}

/** An assessment of an earlier version may lack parts that this one knows. */
function partsOf(assessment: Assessment & { readonly contribution?: ContributionAssessment | null }): MaturityParts {
  const { vulnerabilities, licenses, contribution } = assessment
  return { vulnerabilities, licenses, contribution }
}

/** The unit that a person asked for; the top unit is the organization. Throws `usage` for one that there is not. */
export function unitAsked({ evidence }: MaturityNow, asked: string | undefined): UnitId | null {
  const { organization } = evidence.portfolio
  if (asked === undefined || asked === topUnit(organization)) return null
  if (organization.units.some(({ id }) => id === asked)) return asked
  const known = organization.units.map(({ id }) => id).join(', ')
  return fail({ code: 'usage', what: `--unit ${asked}: known units are ${known}` })
}

export function questionsFor({ evidence, assessment }: MaturityNow, unit: UnitId | null): readonly MaturityQuestion[] {
  return openQuestions(evidence, assessment, unit)
}

/** Throws `usage` for a framework that there is not. */
export function frameworkAsked(
  { evidence, assessment }: MaturityNow,
  asked: string,
  unit: UnitId | null,
): FrameworkAnswer {
  const wanted = asked.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const framework = evidence.model.frameworks.find(({ id }) => id.toLowerCase() === wanted.replace('isoiec', 'iso'))
  const answer = framework && answerFramework(evidence, assessment, framework, unit)
  const known = evidence.model.frameworks.map(({ id }) => id).join(', ')
  return answer ?? fail({ code: 'usage', what: `${asked}: known frameworks are ${known}` })
}

/** Validates and records a file of answers or records. @returns how many of each were taken */
export async function recordAnswers(
  store: Store,
  file: string,
  now: IsoTime,
): Promise<{ readonly records: number; readonly answers: number }> {
  const times = { asOf: dayOf(now), knownAt: now }
  const portfolio = await loadPortfolio(store, times)
  if (portfolio === undefined) return fail({ code: 'nothing-found', paths: [file] })
  const { records, answers } = await recordOfficeFile(store, portfolio.organization, file, { asOf: times.asOf, now })
  return { records: records.length, answers: answers.length }
}
