/** Distances between days. */

import { monthsUpTo } from '#domain/activity-window.ts'
import type { IsoDate } from '#domain/figure.ts'

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The first day of the months that end with the day. Tens of thousands of subjects ask about a handful of days. */
export function monthsBack(day: IsoDate, months: number): IsoDate {
  const known = first.get(day)?.get(months)
  if (known !== undefined) return known
  const { from } = monthsUpTo(day, months)
  if (first.size > mostKept) first.clear()
  const ofDay = first.get(day) ?? new Map<number, IsoDate>()
  first.set(day, ofDay)
  ofDay.set(months, from)
  return from
}

/** The same day twelve months before. */
export function yearBefore(day: IsoDate): IsoDate {
  const after = monthsBack(day, 12)
  return after.endsWith('-01')
    ? dayBefore(after)
    : `${after.slice(0, 8)}${String(Number(after.slice(8)) - 1).padStart(2, '0')}`
}

function dayBefore(day: IsoDate): IsoDate {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

const mostKept = 1000
const first = new Map<IsoDate, Map<number, IsoDate>>()
