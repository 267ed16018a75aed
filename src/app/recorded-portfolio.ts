/** The portfolio as it was last recorded, for questions that are asked of it. */

import type { IsoTime } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import type { Store } from '#store/store.ts'
import { dayOf } from './clock.ts'
import { loadPortfolio } from './load-portfolio.ts'

/** Throws `nothing-assessed` when nothing was recorded yet. */
export async function recordedPortfolio(store: Store, now: IsoTime): Promise<Portfolio> {
  return (await loadPortfolio(store, { asOf: dayOf(now), knownAt: now })) ?? fail({ code: 'nothing-assessed' })
}
