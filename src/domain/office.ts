/** What an office holds and what people say, kept by the organization in files beside its other evidence. */

import type { EvidenceId } from './evidence.ts'
import type { FigureId, IsoDate } from './figure.ts'
import type { LevelNumber, MaturityFunction } from './maturity-model.ts'
import type { PersonId, UnitId } from './organization.ts'

/** The original an entry stands in, and its place there as a JSON pointer. */
type Placed = { readonly evidence: EvidenceId; readonly at: string }

/** A document that is held, or what a named person attests. Unit null is the organization as a whole. */
export type OfficeRecord = Placed & {
  readonly id: string
  /** A kind of `content/maturity/record-kinds.yaml`; null for a record that gives the value of an indicator itself. */
  readonly kind: string | null
  /** Indicators whose value it gives. */
  readonly indicators: readonly string[]
  readonly basis: 'document' | 'attestation'
  readonly unit: UnitId | null
  readonly title: string
  readonly link: string | null
  readonly by: PersonId
  readonly on: IsoDate
  /** Included; null: twelve months after it was last reviewed. */
  readonly validUntil: IsoDate | null
  readonly reviewedOn: IsoDate | null
  readonly value: number | boolean | null
}

export type AnswerValue = 'no' | 'sometimes' | 'usually' | 'always' | 'do-not-know'

export const answerValues: readonly AnswerValue[] = ['no', 'sometimes', 'usually', 'always', 'do-not-know']

export type OfficeAnswer = Placed & {
  readonly question: string
  readonly unit: UnitId | null
  readonly by: PersonId
  readonly role: string
  readonly on: IsoDate
  readonly answer: AnswerValue
  readonly note: string | null
  /** What proves it, an address; an `always` has one. */
  readonly proof: string | null
}

export type OfficeTarget = Placed & {
  readonly unit: UnitId | null
  /** Null: for the unit as a whole. */
  readonly function: MaturityFunction | null
  readonly level: LevelNumber
  readonly until: IsoDate | null
}

export function targetFigureId({ unit, function: of }: Pick<OfficeTarget, 'unit' | 'function'>): FigureId {
  return `advice/target/${unit ?? 'organization'}/${of ?? 'whole'}`
}

/** An indicator that does not apply to a unit, with the reason. */
export type OfficeExemption = Placed & {
  readonly indicator: string
  readonly unit: UnitId | null
  readonly reason: string
  readonly by: PersonId
  readonly on: IsoDate
}

export type Office = {
  readonly records: readonly OfficeRecord[]
  readonly answers: readonly OfficeAnswer[]
  readonly targets: readonly OfficeTarget[]
  readonly exemptions: readonly OfficeExemption[]
}

export const emptyOffice: Office = { records: [], answers: [], targets: [], exemptions: [] }

/** Months that a document or attestation counts after it was made or last reviewed. */
export const recordMonths = 12
/** Months that an answer counts. */
export const answerMonths = 6

/** The last day on which a record counts. */
export function recordEnd({ on, reviewedOn, validUntil }: OfficeRecord): IsoDate {
  return validUntil ?? monthsAfter(reviewedOn ?? on, recordMonths)
}

export function answerEnd({ on }: Pick<OfficeAnswer, 'on'>): IsoDate {
  return monthsAfter(on, answerMonths)
}

/** The same day so many months later; the last of the month where the day does not exist. */
export function monthsAfter(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when it lies before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
