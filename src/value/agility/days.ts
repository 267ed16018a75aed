/** Moments as numbers: days since 1970, in UTC. */

import type { IsoDate } from '#domain/figure.ts'

const millisecondsOfDay = 86_400_000

/** A day or a moment; NaN when there is none or it is no date. */
export function daysSince1970(time: string | null): number {
  return time === null ? Number.NaN : Date.parse(time) / millisecondsOfDay
}

/** The calendar day of a moment. */
export function wholeDay(time: string | null): number {
  return Math.floor(daysSince1970(time))
}

export function dateOfDay(day: number): IsoDate {
  return new Date(Math.floor(day) * millisecondsOfDay).toISOString().slice(0, 10)
}

/** Days of a window; both ends are counted. */
export type DayWindow = { readonly from: number; readonly to: number }

export const daysOfYear = 365

export function yearBack(asOf: number, years = 0): DayWindow {
  const to = asOf - years * daysOfYear
  return { from: to - daysOfYear + 1, to }
}

/** Whether a moment lies in the window; the last day counts to its end. */
export function isWithin(moment: number, { from, to }: DayWindow): boolean {
  return moment >= from && moment < to + 1
}
