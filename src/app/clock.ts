/** The one place that asks what time it is; `SOURCE_DATE_EPOCH` fixes it so that the same input gives the same bytes. */

import type { IsoDate, IsoTime } from '#domain/figure.ts'

export type Clock = () => IsoTime

export function clockOf(environment: Readonly<Record<string, string | undefined>>): Clock {
  const epoch = environment['SOURCE_DATE_EPOCH']
  if (epoch !== undefined && /^\d{1,11}$/.test(epoch)) {
    const fixed = new Date(Number(epoch) * 1000).toISOString()
    return () => fixed
  }
  return () => new Date().toISOString()
}

export function dayOf(time: IsoTime): IsoDate {
  return time.slice(0, 10)
}
