/** Assesses the whole organization from what is recorded, without asking anybody outside. */

import { forgetDone } from '#store/queue.ts'
import { assessPortfolio } from './assess-portfolio.ts'
import { dayOf } from './clock.ts'
import type { Finish, JobContext } from './job.ts'
import { finishPrepared, prepareAssessment } from './keep-assessment.ts'
import { makeAhead } from './kept-reports.ts'
import { loadPortfolio } from './load-portfolio.ts'

/** Jobs that were done are shown for minutes; the log of a week helps whoever looks for the cause of something. */
const keptDays = 7

export async function reassess({ store, home, clock, language, progress }: JobContext): Promise<Finish> {
  const now = clock()
  const times = { asOf: dayOf(now), knownAt: now }
  progress.report({ step: 'loading' })
  const portfolio = await loadPortfolio(store, times)
  if (portfolio === undefined) return async () => null
  const { assessment, figures } = await assessPortfolio(store, portfolio, { home, isOffline: true }, progress)
  progress.report({ step: 'saving' })
  const prepared = await prepareAssessment(store, { assessment, figures, portfolio }, now)
  return async (inside) => {
    const id = await finishPrepared(inside, prepared)
    await makeAhead(inside, id, language)
    await forgetDone(inside, new Date(Date.now() - keptDays * 86_400_000).toISOString())
    return { assessment: id, figures: figures.length }
  }
}
