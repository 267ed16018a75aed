/** Assesses the whole organization from what is recorded, without asking anybody outside. */

import { saveAssessment } from '#store/assessments.ts'
import { assessPortfolio } from './assess-portfolio.ts'
import { dayOf } from './clock.ts'
import type { Finish, JobContext } from './job.ts'
import { loadPortfolio } from './load-portfolio.ts'
import { keepLevels } from './run-maturity.ts'

export async function reassess({ store, home, clock, progress }: JobContext): Promise<Finish> {
  const now = clock()
  const times = { asOf: dayOf(now), knownAt: now }
  progress.report({ step: 'loading' })
  const portfolio = await loadPortfolio(store, times)
  if (portfolio === undefined) return async () => null
  const { assessment, figures } = await assessPortfolio(store, portfolio, { home, isOffline: true }, progress)
  progress.report({ step: 'saving' })
  return async (inside) => {
    const id = await saveAssessment(inside, { ...times, recordedAt: now, assessment, figures })
    await keepLevels(inside, assessment.maturity, { recordedAt: now })
    return { assessment: id, figures: figures.length }
  }
}
