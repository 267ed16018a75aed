/** `headwater value agility`: how far behind the recorded portfolio is, and how fast it is renewed. */

import type { AgilityAssessment } from '#domain/assessment/agility.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import type { IsoDate, IsoTime, NamedFigure } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import type { UpdateHistory } from '#domain/update-history.ts'
import { assessAgility, type AgilityFocus } from '#value/agility/assess.ts'
import type { Store } from '#store/store.ts'
import { assessVulnerabilities } from '#vulnerabilities/assess.ts'
import { loadPacks } from './advisory-packs.ts'
import { affectedVersions } from './affected-versions.ts'
import { dayOf } from './clock.ts'
import { loadLockfileHistories } from './collect-lockfile-history.ts'
import { loadPortfolio } from './load-portfolio.ts'
import type { Progress } from './progress.ts'

export type AgilityAnswer = {
  readonly asOf: IsoDate
  readonly organization: string
  /** The name of the product or unit that was asked for; null for the whole organization. */
  readonly subject: string | null
  readonly agility: AgilityAssessment
  readonly areAdvisoriesLoaded: boolean
}

/** Throws `nothing-found` when nothing was recorded, `usage` for a product or unit that is not declared. */
export async function askAgility(
  store: Store,
  home: string,
  focus: AgilityFocus,
  now: IsoTime,
  progress: Progress,
): Promise<AgilityAnswer> {
  const times = { asOf: dayOf(now), knownAt: now }
  const portfolio = (await loadPortfolio(store, times)) ?? fail({ code: 'nothing-found', paths: [] })
  const subject = nameOf(portfolio, focus)
  const histories = await loadLockfileHistories(store, times)
  const { packs, sets } = await loadPacks(store, home, ecosystemsOf(portfolio, histories), now, progress)
  const vulnerabilities = assessVulnerabilities(portfolio, packs, sets)
  const affected = affectedVersions(portfolio, vulnerabilities, histories, packs, sets)
  return {
    asOf: portfolio.asOf,
    organization: portfolio.organization.name,
    subject,
    agility: assessAgility(portfolio, histories, affected, focus),
    areAdvisoriesLoaded: affected !== null,
  }
}

function nameOf({ organization }: Portfolio, { product, unit }: AgilityFocus): string | null {
  if (product !== undefined) {
    const found = organization.products.find(({ id }) => id === product)
    return found?.name ?? fail({ code: 'usage', what: `--product ${product}: no such product was recorded` })
  }
  if (unit === undefined) return null
  const found = organization.units.find(({ id }) => id === unit)
  return found?.name ?? fail({ code: 'usage', what: `--unit ${unit}: no such unit is declared` })
}

/** Null, all of them, where histories may hold ecosystems that are no longer in use. */
function ecosystemsOf({ parts }: Portfolio, histories: readonly UpdateHistory[]): ReadonlySet<string> | null {
  if (histories.length > 0) return null
  return new Set(parts.flatMap(({ ecosystem }) => (ecosystem === null ? [] : [ecosystem.split(':')[0] ?? ecosystem])))
}

/** The JSON of the command: every number as a figure with its coverage. */
export function agilityJson({
  asOf,
  organization,
  subject,
  agility,
}: AgilityAnswer): Readonly<Record<string, unknown>> {
  return {
    schemaVersion: 1,
    asOf,
    organization,
    subject,
    freshness: agility.freshness.map(({ measures, drift, ...group }) => ({
      ...group,
      measures: Object.fromEntries(
        measures.map(({ measure, unit, value }) => [measure, { ...aggregateJson(value), unit }]),
      ),
      drift: aggregateJson(drift),
    })),
    behind: agility.behind,
    overTime: agility.overTime.map(({ product, measures }) => ({
      product,
      measures: Object.fromEntries(
        measures.map(({ measure, unit, value, before }) => [
          measure,
          { ...aggregateJson(value), unit, yearBefore: before === null ? null : aggregateJson(before) },
        ]),
      ),
    })),
    exposures: agility.exposures,
    backlog: {
      updates: aggregateJson(agility.backlog.updates),
      hours: figureJson(agility.backlog.hours),
      money: figureJson(agility.backlog.money),
    },
    coverage: { releaseDates: agility.withReleaseDates, histories: agility.withHistory },
    missing: agility.missing,
    assumptions: agility.assumptions,
  }
}

function figureJson({ id, figure }: NamedFigure): Readonly<Record<string, unknown>> {
  return figure.known
    ? { figure: id, known: true, value: figure.value }
    : { figure: id, known: false, value: null, why: figure.why }
}

function aggregateJson(aggregate: NamedAggregate<unknown>): Readonly<Record<string, unknown>> {
  return { ...figureJson(aggregate), coverage: aggregate.coverage }
}
