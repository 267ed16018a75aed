/** Keeps an assessment and what hangs on it: levels for the trend, advice for later checks, lists for pages, news for people. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { IsoTime, NamedFigure } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { saveAssessment, type AssessmentId } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { newsRights } from './news-rights.ts'
import { recordNews } from './record-news.ts'
import { keepAdvice } from './record-program.ts'
import { keepLevels } from './run-maturity.ts'
import { saveViews } from './save-views.ts'

export type MadeAssessment = {
  readonly assessment: Assessment
  readonly figures: readonly NamedFigure[]
  readonly portfolio: Portfolio
}

/** All of it or nothing: no reader sees lists of one assessment beside totals of another. */
export async function keepAssessment(
  store: Store,
  { assessment, figures, portfolio }: MadeAssessment,
  recordedAt: IsoTime,
): Promise<AssessmentId> {
  const { asOf, knownAt } = assessment
  return store.transaction(async (inside) => {
    const id = await saveAssessment(inside, { asOf, knownAt, recordedAt, assessment, figures })
    await keepLevels(inside, assessment.maturity, { recordedAt })
    await keepAdvice(inside, assessment.advice.given, { asOf, now: recordedAt })
    await saveViews(inside, { assessment, portfolio }, id)
    await recordNews(inside, { id, assessment, portfolio }, (person) => newsRights(inside, person), recordedAt)
    return id
  })
}
