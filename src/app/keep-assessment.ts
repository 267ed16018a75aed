/** Keeps an assessment and what hangs on it: levels for the trend, advice for later checks, lists for pages, news for people. */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { IsoTime, NamedFigure } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { finishAssessment, pruneAssessments, writeAssessment, type AssessmentId } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import type { ViewChanges } from '#store/views.ts'
import { newsRights } from './news-rights.ts'
import { prepareNews, publishNews, type PreparedNews } from './record-news.ts'
import { keepAdvice } from './record-program.ts'
import { keepLevels } from './run-maturity.ts'
import { prepareViews, savePreparedViews } from './save-views.ts'

export type MadeAssessment = {
  readonly assessment: Assessment
  readonly figures: readonly NamedFigure[]
  readonly portfolio: Portfolio
}

/** Written and compared, and not to be seen by anybody yet. */
export type PreparedAssessment = {
  readonly id: AssessmentId
  readonly made: MadeAssessment
  readonly recordedAt: IsoTime
  readonly views: ViewChanges
  readonly news: PreparedNews
}

export async function keepAssessment(store: Store, made: MadeAssessment, recordedAt: IsoTime): Promise<AssessmentId> {
  const prepared = await prepareAssessment(store, made, recordedAt)
  return store.transaction((inside) => finishPrepared(inside, prepared))
}

/**
 * Two besides the one that is being made are enough for whoever has a page or a report open. A month of days and then months
 * stay, for trends and reports of the past: of ten thousand products each takes some hundred megabytes.
 */
const retention = { keepPerDay: 2, keepDays: 31 }

/** What takes long, in many short transactions, so that whoever else writes gets a turn. */
export async function prepareAssessment(
  store: Store,
  made: MadeAssessment,
  recordedAt: IsoTime,
): Promise<PreparedAssessment> {
  const { assessment, figures, portfolio } = made
  const { asOf, knownAt } = assessment
  await pruneAssessments(store, retention)
  const id = await writeAssessment(store, { asOf, knownAt, recordedAt, assessment, figures })
  const news = await prepareNews(store, { id, assessment, portfolio })
  return { id, made, recordedAt, news, views: await prepareViews(store, { assessment, portfolio }, id) }
}

/** All of it or nothing: no reader sees lists of one assessment beside totals of another. */
export async function finishPrepared(
  inside: Store,
  { id, made, recordedAt, views, news }: PreparedAssessment,
): Promise<AssessmentId> {
  const { assessment, portfolio } = made
  await keepLevels(inside, assessment.maturity, { recordedAt })
  await keepAdvice(inside, assessment.advice.given, { asOf: assessment.asOf, now: recordedAt })
  await savePreparedViews(inside, views, { assessment, portfolio }, id)
  await publishNews(inside, news, portfolio.organization, (person) => newsRights(inside, person), recordedAt)
  await finishAssessment(inside, id)
  return id
}
