/**
 * The whole flow: from folders to an assessed organization. Reading top to bottom is reading the pipeline:
 * survey → record → portfolio → assess (`assess-portfolio.ts`) → keep.
 */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { PersonId } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import type { Store } from '#store/store.ts'
import { assumptionProblem } from '#value/settings.ts'
import { assessPortfolio } from './assess-portfolio.ts'
import { dayOf, type Clock } from './clock.ts'
import { importAdvisories } from './import-advisories.ts'
import { keepAssessment } from './keep-assessment.ts'
import { loadPortfolio, type Times } from './load-portfolio.ts'
import { measureSizes, type SizeOptions } from './measure-sizes.ts'
import type { Progress } from './progress.ts'
import { recordBrought } from './record-brought.ts'
import { recordSurvey } from './record-survey.ts'
import { survey, type Survey } from './survey.ts'

export type AssessOptions = SizeOptions & {
  readonly paths: readonly string[]
  /** The day that is assessed; today when undefined. */
  readonly asOf: IsoDate | undefined
  /** Clones of projects in use, or folders that hold them, besides those that the organization names. */
  readonly clones: readonly string[]
}

export type Assessed = {
  readonly assessment: Assessment
  readonly portfolio: Portfolio
  readonly figures: ReadonlyMap<FigureId, NamedFigure>
  readonly issues: readonly { readonly path: string; readonly issue: Issue }[]
  /** People of the organization's list who were erased and are left out. */
  readonly refusedPeople: readonly PersonId[]
}

export async function assess(
  store: Store,
  options: AssessOptions,
  clock: Clock,
  progress: Progress,
): Promise<Assessed> {
  const now = clock()
  const times = { asOf: options.asOf ?? dayOf(now), knownAt: now }

  const found = survey(options.paths, progress, dayOf(now))
  const mistake = assumptionProblem(found.organization)
  if (mistake !== undefined) fail(mistake)
  const recorded = await recordSurvey(store, found, { asOf: times.asOf, now }, progress)
  for (const folder of found.advisoryFolders) await importAdvisories(store, options.home, folder, now, progress)
  if (recorded.documents === 0) fail({ code: 'nothing-found', paths: options.paths })
  const brought = await recordBrought(store, found, options, { asOf: times.asOf, now }, progress)

  const portfolio = await portfolioWithSizes(store, found, options, times, progress)
  if (portfolio === undefined) return fail({ code: 'nothing-found', paths: options.paths })
  const { assessment, figures } = await assessPortfolio(store, portfolio, options, progress)

  progress.report({ step: 'saving' })
  await keepAssessment(store, { assessment, figures, portfolio }, now)
  return {
    assessment,
    portfolio,
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    issues: [...recorded.issues, ...brought.issues],
    refusedPeople: brought.refusedPeople,
  }
}

async function portfolioWithSizes(
  store: Store,
  found: Survey,
  options: AssessOptions,
  times: Times,
  progress: Progress,
): Promise<Portfolio | undefined> {
  const portfolio = await loadPortfolio(store, times)
  if (portfolio === undefined) return undefined
  const folders = found.roots.filter(({ isFile }) => !isFile).map(({ root }) => root)
  const hasNews = await measureSizes(store, portfolio, folders, options, times.knownAt, progress)
  return hasNews ? loadPortfolio(store, times) : portfolio
}
