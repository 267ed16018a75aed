/**
 * The whole flow: from folders to an assessed organization. Reading top to bottom is reading the pipeline:
 * survey → record → portfolio → inventory → vulnerabilities → value → what is missing → keep.
 */

import type { Assessment } from '#domain/assessment/assessment.ts'
import type { FigureId, IsoDate, NamedFigure } from '#domain/figure.ts'
import type { Issue } from '#domain/issue.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { assessInventory, inventoryFigures } from '#inventory/assess.ts'
import { saveAssessment } from '#store/assessments.ts'
import type { Store } from '#store/store.ts'
import { assessValue, valueFigures } from '#value/assess.ts'
import { assessVulnerabilities, vulnerabilityFigures } from '#vulnerabilities/assess.ts'
import { loadPacks } from './advisory-packs.ts'
import { dayOf, type Clock } from './clock.ts'
import { gapsOf } from './gaps.ts'
import { importAdvisories } from './import-advisories.ts'
import { loadPortfolio } from './load-portfolio.ts'
import { measureSizes } from './measure-sizes.ts'
import type { Progress } from './progress.ts'
import { recordSurvey } from './record-survey.ts'
import { survey } from './survey.ts'

export type AssessOptions = {
  readonly paths: readonly string[]
  readonly home: string
  readonly isOffline: boolean
  /** Download archives and count their lines, instead of estimating from published sizes. */
  readonly isMeasuring: boolean
  /** The day that is assessed; today when undefined. */
  readonly asOf: IsoDate | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
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
  await measureSizes(store, found, options, times, progress)

  const portfolio = await loadPortfolio(store, times)
  if (portfolio === undefined) return fail({ code: 'nothing-found', paths: options.paths })

  const advisories = await loadPacks(store, options.home, ecosystemsOf(portfolio), times.knownAt, progress)
  progress.report({ step: 'assessing', done: 0, total: 3 })
  const inventory = assessInventory(portfolio)
  progress.report({ step: 'assessing', done: 1, total: 3 })
  const vulnerabilities = assessVulnerabilities(portfolio, advisories.packs, advisories.sets)
  progress.report({ step: 'assessing', done: 2, total: 3 })
  const value = assessValue(portfolio)
  progress.report({ step: 'assessing', done: 3, total: 3 })

  const assessment: Assessment = {
    ...times,
    inventory,
    vulnerabilities,
    value,
    gaps: gapsOf({ inventory, vulnerabilities, value }, portfolio, options.isOffline),
  }
  const figures = [
    ...inventoryFigures(portfolio),
    ...vulnerabilityFigures(portfolio, vulnerabilities),
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

/** Base names, so that `Debian:12` asks for the advisories of `Debian`. */
function ecosystemsOf(portfolio: Portfolio): ReadonlySet<string> {
  return new Set(
    portfolio.parts.flatMap(({ ecosystem }) => (ecosystem === null ? [] : [ecosystem.split(':')[0] ?? ecosystem])),
  )
}
