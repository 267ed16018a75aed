/** Distances between days. */

import type { IsoDate } from '#domain/figure.ts'
import type { FactKey, SubjectDays, SubjectFacts } from './subject.ts'

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The day up to which releases are told: the registry's where one tells, else the clone's. */
export function releaseDay({ releases }: SubjectFacts, { clone, registry }: SubjectDays): IsoDate {
  return releases !== undefined && releases.some(({ releases: of }) => of.some(({ on }) => on !== null))
    ? registry
    : clone
}

/** True when any of the facts is known. */
export function knowsAny(facts: SubjectFacts, keys: readonly FactKey[]): boolean {
  return keys.some((key) => facts[key] !== undefined && facts[key] !== null)
}
