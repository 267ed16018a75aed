/** The counselor as a use case: advice on what is kept, by package, by list, or on a need that nothing in use serves yet. */

import { adviseOn, adviseOnNewNeed, assessEngagement, type Engagement } from '#advice/engagement/assess.ts'
import type { CounselorInput } from '#advice/engagement/context.ts'
import {
  planningQuestions,
  type NewNeed,
  type PlanningAnswers,
  type PlanningQuestion,
} from '#advice/engagement/new-need.ts'
import type { EngagementAdvice, EngagementAssessment } from '#domain/assessment/engagement.ts'
import type { Decision } from '#domain/decision.ts'
import type { EngagementOptionText } from '#domain/engagement.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { UnitId } from '#domain/organization.ts'
import type { Policy } from '#domain/policy.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { projectOfAddress } from '#domain/project.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { loadEngagementOptions } from '#sources/engagement-content.ts'
import { loadMotivatorContent } from '#sources/motivator-content.ts'
import type { Store } from '#store/store.ts'
import type { Language } from '#text/language.ts'
import { dayOf } from './clock.ts'
import { latestParts, type LatestParts } from './latest-parts.ts'
import { loadPortfolio } from './load-portfolio.ts'
import { standingsOf } from './policy-input.ts'
import { loadDecisions } from './record-decisions.ts'

export type { NewNeed } from '#advice/engagement/new-need.ts'

/** What other areas found in the same run; an area that was not assessed is null. */
export type CounselorParts = Pick<CounselorInput, 'health' | 'vulnerabilities' | 'contribution' | 'value'>

export type RulesInForce = { readonly decisions: readonly Decision[]; readonly policy: Policy | null }

/** Advice on everything that matters, for `assess`; its figures are to be kept with those of the other areas. */
export function counsel(portfolio: Portfolio, parts: CounselorParts, rules: RulesInForce): Engagement {
  return assessEngagement(counselorInput(portfolio, parts, rules))
}

export function counselorInput(
  portfolio: Portfolio,
  parts: CounselorParts,
  rules: RulesInForce,
  unit?: UnitId,
): CounselorInput {
  return {
    portfolio,
    ...parts,
    licenses: standingsOf(portfolio, rules),
    decisions: rules.decisions,
    options: loadEngagementOptions(),
    unit,
  }
}

/** What a benefit of the catalog is called. */
export function benefitLabel(id: string, language: Language): string {
  return loadMotivatorContent().benefits.find((one) => one.id === id)?.label[language] ?? id
}

/** The words of the options, for those who show advice. */
export function engagementOptionTexts(): readonly EngagementOptionText[] {
  return loadEngagementOptions()
}

/**
 * What is kept, as of today: the portfolio and findings of the last assessment, and the decisions at hand now. Throws
 * `nothing-assessed`, and `usage` for a unit that there is not.
 */
async function inputNow(store: Store, now: IsoTime, unit: string | undefined): Promise<CounselorInput> {
  const latest = await latestParts(store)
  const times = { asOf: dayOf(now), knownAt: now }
  const portfolio = await loadPortfolio(
    store,
    latest === undefined ? times : { asOf: latest.entry.asOf, knownAt: latest.entry.knownAt },
  )
  if (portfolio === undefined) return fail({ code: 'nothing-assessed' })
  const { units } = portfolio.organization
  if (unit !== undefined && !units.some(({ id }) => id === unit))
    fail({ code: 'usage', what: `--unit ${unit}: known units are ${units.map(({ id }) => id).join(', ')}` })
  const parts = latest === undefined ? nothingAssessed : partsOf(latest)
  return counselorInput({ ...portfolio, asOf: times.asOf }, parts, await loadDecisions(store, times), unit)
}

const nothingAssessed: CounselorParts = { health: null, vulnerabilities: null, contribution: null, value: null }

function partsOf({ health, contribution, assessment }: LatestParts): CounselorParts {
  return { health, contribution, vulnerabilities: assessment.vulnerabilities, value: assessment.value }
}

export async function engageList(store: Store, now: IsoTime, unit?: string): Promise<EngagementAssessment> {
  return assessEngagement(await inputNow(store, now, unit)).assessment
}

/**
 * @param asked a package URL, the name of a package in use, or the address of an own project
 * Throws `nothing-found` for what is not in use, and `usage` for a name that several packages have.
 */
export async function engageOn(store: Store, asked: string, now: IsoTime, unit?: string): Promise<EngagementAdvice> {
  const input = await inputNow(store, now, unit)
  const found = adviseOn(input, subjectOf(input.portfolio, asked))
  return found?.advice ?? fail({ code: 'nothing-found', paths: [asked] })
}

function subjectOf({ parts, organization }: Portfolio, asked: string): string {
  const purl = parsePurl(asked)
  if (purl.ok) return packageOf(purl.canonical)
  const named = parts.filter(({ name, package: of }) => of !== null && (name === asked || of.endsWith(`/${asked}`)))
  const packages = [...new Set(named.flatMap((part) => part.package ?? []))].toSorted()
  if (packages.length > 1)
    fail({ code: 'usage', what: `${asked} is the name of ${packages.join(', ')}; name one of them` })
  const own = organization.products.find(({ id, name }) => id === asked || name === asked)?.published
  return packages[0] ?? own ?? projectOfAddress(asked) ?? asked
}

export async function engageNew(
  store: Store,
  need: string,
  answers: readonly string[],
  now: IsoTime,
): Promise<NewNeed> {
  return adviseOnNewNeed(await inputNow(store, now, undefined), need, answersFrom(answers), 'asked')
}

/** `QUESTION=yes` and `QUESTION=no`. */
function answersFrom(texts: readonly string[]): PlanningAnswers {
  const answers: Partial<Record<PlanningQuestion, boolean>> = {}
  for (const text of texts) {
    const [name, value, more] = text.split('=')
    const question = planningQuestions.find((one) => one === name)
    if (question === undefined || more !== undefined || (value !== 'yes' && value !== 'no'))
      return fail({
        code: 'usage',
        what: `--answer ${text}: write QUESTION=yes or QUESTION=no; questions are ${planningQuestions.join(', ')}`,
      })
    answers[question] = value === 'yes'
  }
  return answers
}
