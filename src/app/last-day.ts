import type { IsoDate } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { daySchema } from '#sources/decision-file.ts'

/** The last day of something that begins today. Throws `usage` for a day that is none, or is over. */
export function lastDay(until: string, today: IsoDate): IsoDate {
  if (!daySchema.safeParse(until).success)
    return fail({ code: 'usage', what: `until ${until}: must be a day that exists, written YYYY-MM-DD` })
  return until < today ? fail({ code: 'usage', what: `until ${until}: lies in the past` }) : until
}
