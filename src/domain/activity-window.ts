/** Stretches of days that activity is counted in. Both ends are counted. */

import type { IsoDate } from './figure.ts'

export type ActivityWindow = { readonly from: IsoDate; readonly to: IsoDate }

/** The twelve months that end with the day. */
export function yearUpTo(day: IsoDate): ActivityWindow {
  return monthsUpTo(day, 12)
}

/** The months that end with the day: from the day after the same day so many months before. */
export function monthsUpTo(day: IsoDate, months: number): ActivityWindow {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  // A day that the month lacks rolls over: 29 February of a year without one becomes 1 March.
  const from = new Date(Date.UTC(year, month - 1 - months, date + 1))
  return { from: from.toISOString().slice(0, 10), to: day }
}
