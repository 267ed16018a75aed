/** What advice goes by. Everything but the portfolio may be absent: what is not given is unknown, never nothing. */

import type { GivenAdvice } from '#domain/assessment/advice.ts'
import type { AgilityAssessment } from '#domain/assessment/agility.ts'
import type { ContributionAssessment } from '#domain/assessment/contribution.ts'
import type { HealthAssessment } from '#domain/assessment/health.ts'
import type { InventoryAssessment } from '#domain/assessment/inventory.ts'
import type { LicenseAssessment } from '#domain/assessment/licenses.ts'
import type { IndicatorResult, MaturityAssessment } from '#domain/assessment/maturity.ts'
import type { ValueAssessment } from '#domain/assessment/value.ts'
import type { VulnerabilityAssessment } from '#domain/assessment/vulnerabilities.ts'
import type { DecisionInput, EarlierFigures, MotivatorInput, RequestInput } from '#domain/advice-inputs.ts'
import type { FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import {
  monthsAfter,
  recordEnd,
  targetFigureId,
  type Office,
  type OfficeAnswer,
  type OfficeRecord,
} from '#domain/office.ts'
import type { OfficeProgram, Output } from '#domain/office-program.ts'
import type { Organization, UnitId } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'

export type AdviceFacts = {
  readonly portfolio: Portfolio
  readonly office: Office
  readonly program: OfficeProgram
  readonly inventory?: InventoryAssessment | null
  readonly vulnerabilities?: VulnerabilityAssessment | null
  readonly licenses?: LicenseAssessment | null
  readonly health?: HealthAssessment | null
  readonly value?: ValueAssessment | null
  readonly agility?: AgilityAssessment | null
  readonly contribution?: ContributionAssessment | null
  readonly maturity?: MaturityAssessment | null
  readonly motivators?: MotivatorInput | null
  readonly decisions?: readonly DecisionInput[] | null
  readonly requests?: readonly RequestInput[] | null
  /** What was recommended before, the last of each scenario and day. */
  readonly given?: readonly GivenAdvice[]
  /** Earlier assessments, one or more a year. */
  readonly earlier?: readonly EarlierFigures[]
  /** Figures by id, for what goals are measured by. */
  readonly figures?: ReadonlyMap<FigureId, NamedFigure>
}

/** The unit that stands for the whole, where one stands above all others. */
export function wholeUnit({ units }: Organization): UnitId | null {
  const tops = units.filter(({ parent }) => parent === null)
  return tops.length === 1 ? (tops[0]?.id ?? null) : null
}

/** Units below the one that stands for the whole; all when none does. */
export function partsOfOrganization(organization: Organization): Organization['units'] {
  const top = wholeUnit(organization)
  return organization.units.filter(({ id }) => id !== top)
}

/** An indicator of maturity for the organization as a whole; undefined when maturity was not assessed. */
export function indicatorOf({ maturity }: AdviceFacts, id: string): IndicatorResult | undefined {
  return maturity?.units.find(({ unit }) => unit === null)?.indicators.find(({ indicator }) => indicator === id)
}

/** Records of a kind that count on the day, newest first. */
export function recordsOf({ office, portfolio }: AdviceFacts, kind: string): readonly OfficeRecord[] {
  return office.records
    .filter((record) => record.kind === kind && record.on <= portfolio.asOf && portfolio.asOf <= recordEnd(record))
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? -1 : 1))
}

/** The newest answer to a question that counts on the day, of the organization or any unit. */
export function answersTo({ office, portfolio }: AdviceFacts, question: string): readonly OfficeAnswer[] {
  return office.answers.filter(
    ({ question: asked, on, answer }) =>
      asked === question && answer !== 'do-not-know' && on <= portfolio.asOf && portfolio.asOf <= monthsAfter(on, 6),
  )
}

/** What was delivered within so many days up to the day; undefined without a list. */
export function outputsWithin({ program, portfolio }: AdviceFacts, days: number): readonly Output[] | undefined {
  const from = daysBefore(portfolio.asOf, days)
  return program.outputs?.filter(({ on }) => from < on && on <= portfolio.asOf)
}

export function daysBefore(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

export const figureIds = {
  charter: 'advice/charter',
  list: (list: string): FigureId => `advice/list/${list}`,
  goal: (id: string): FigureId => `advice/goal/${id}`,
  initiative: (id: string): FigureId => `advice/initiative/${id}`,
  output: (id: string): FigureId => `advice/output/${id}`,
  duty: (id: string): FigureId => `advice/duty/${id}`,
  service: (id: string): FigureId => `advice/service/${id}`,
  leadership: (at: string): FigureId => `advice${at}`,
  record: (id: string): FigureId => `maturity/record/${id}`,
  units: 'advice/units',
  fork: (id: string): FigureId => `advice/fork/${id}`,
  target: targetFigureId,
} as const
