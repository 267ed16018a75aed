/**
 * The whole flow: from folders to an assessed organization. Reading top to bottom is reading the pipeline:
 * survey → record → portfolio → inventory → vulnerabilities → licenses → value → what is missing → keep.
 */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { assessInventory, inventoryFigures } from '#inventory/assess.ts'
import { assessLicenses, termsOfParts } from '#licensing/assess.ts'
import { licenseFigures } from '#licensing/figures.ts'
import { loadLicenseTables } from '#sources/license-content.ts'
import { saveAssessment } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { assessValue, valueFigures } from '#value/assess.ts'
import { assessVulnerabilities, vulnerabilityFigures } from '#vulnerabilities/assess.ts'
import { loadPacks } from './advisory-packs.ts'
import { dayOf, type Clock } from './clock.ts'
import { gapsOf } from './gaps.ts'
import { importAdvisories } from './import-advisories.ts'
import { loadPortfolio, type Times } from './load-portfolio.ts'
import { measureSizes, type SizeOptions } from './measure-sizes.ts'
import type { Progress } from './progress.ts'
import { recordSurvey } from './record-survey.ts'
import { survey, type Survey } from './survey.ts'

export type AssessOptions = SizeOptions & {
  readonly paths: readonly string[]
  /** The day that is assessed; today when undefined. */
  readonly asOf: IsoDate | undefined
}

export type Assessed = {
  readonly assessment: Assessment
  readonly portfolio: Portfolio
  readonly figures: ReadonlyMap<FigureId, NamedFigure>
  readonly issues: readonly { readonly path: string; readonly issue: Issue }[]
}

export async function assess(
  store: Store,
  options: AssessOptions,
  clock: Clock,
  progress: Progress,
): Promise<Assessed> {
  const now = clock()
  const times = { asOf: options.asOf ?? dayOf(now), knownAt: now }

  const found = survey(options.paths, progress)
  const recorded = await recordSurvey(store, found, { asOf: times.asOf, now }, progress)
  for (const folder of found.advisoryFolders) await importAdvisories(store, options.home, folder, now, progress)
  if (recorded.documents === 0) fail({ code: 'nothing-found', paths: options.paths })

  const portfolio = await portfolioWithSizes(store, found, options, times, progress)
  if (portfolio === undefined) return fail({ code: 'nothing-found', paths: options.paths })

  const advisories = await loadPacks(store, options.home, ecosystemsOf(portfolio), times.knownAt, progress)
  progress.report({ step: 'assessing', done: 0, total: 4 })
  const inventory = assessInventory(portfolio)
  progress.report({ step: 'assessing', done: 1, total: 4 })
  const vulnerabilities = assessVulnerabilities(portfolio, advisories.packs, advisories.sets)
  progress.report({ step: 'assessing', done: 2, total: 4 })
  const tables = loadLicenseTables()
  const licenses = assessLicenses(portfolio, tables)
  progress.report({ step: 'assessing', done: 3, total: 4 })
  const value = assessValue(portfolio)
  progress.report({ step: 'assessing', done: 4, total: 4 })

  const assessment: Assessment = {
    ...times,
    inventory,
    vulnerabilities,
    licenses,
    value,
    gaps: gapsOf({ inventory, vulnerabilities, licenses, value }, portfolio, options.isOffline),
  }
  const figures = [
    ...inventoryFigures(portfolio, inventory),
    ...vulnerabilityFigures(portfolio, vulnerabilities),
    ...licenseFigures(portfolio, licenses, termsOfParts(portfolio, tables)),
    ...valueFigures(portfolio, value),
  ]
  progress.report({ step: 'saving' })
  await saveAssessment(store, { ...times, recordedAt: now, assessment, figures })
  return {
    assessment,
    portfolio,
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    issues: recorded.issues,
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

/** Base names, so that `Debian:12` asks for the advisories of `Debian`. */
function ecosystemsOf(portfolio: Portfolio): ReadonlySet<string> {
  return new Set(
    portfolio.parts.flatMap(({ ecosystem }) => (ecosystem === null ? [] : [ecosystem.split(':')[0] ?? ecosystem])),
  )
}
