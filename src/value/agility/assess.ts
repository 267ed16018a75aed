/** How far behind what is used is, and how fast it is renewed: portfolio and histories in, agility assessment and its figures out. */

import type { AgilityAssessment, GroupKind } from '#domain/assessment/agility.ts'
import type { NamedFigure } from '#domain/figure.ts'
import type { ProductId, UnitId } from '#domain/organization.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { AffectedVersion, UpdateHistory } from '#domain/update-history.ts'
import { advisoryFigures, historyFigure, partFigures, releaseFigures } from './basis-figures.ts'
import { backlogOf, type Backlog } from './backlog.ts'
import { partsBehind } from './behind.ts'
import { wholeDay } from './days.ts'
import { exposuresTold } from './exposed-days.ts'
import { exposuresIn, exposuresOf } from './exposures.ts'
import { freshnessOf } from './freshness.ts'
import { ecosystemOf, partGroups, unitsWithin, type PartGroup } from './groups.ts'
import type { UpdateRecord } from './measure.ts'
import { measuresOverTime } from './over-time.ts'
import { partColumns, type PartColumns } from './part-columns.ts'
import { releaseSeries, updateRecords } from './update-records.ts'

/** What is looked at; everything without. */
export type AgilityFocus = { readonly product?: ProductId | undefined; readonly unit?: UnitId | undefined }

/**
 * @param histories of the products' own repositories; empty: nothing about time is known
 * @param affected versions, in use now or once, that advisories speak about; null: no advisories were looked up
 * @param focus a product or unit whose parts and histories are told in full instead of the organization's
 */
export function assessAgility(
  portfolio: Portfolio,
  histories: readonly UpdateHistory[],
  affected: readonly AffectedVersion[] | null,
  focus: AgilityFocus = {},
): AgilityAssessment {
  return work(portfolio, histories, affected, focus).assessment
}

/** The organization's agility, and every figure behind it: totals, parts, releases, histories, assumptions. */
export function agilityWithFigures(
  portfolio: Portfolio,
  histories: readonly UpdateHistory[],
  affected: readonly AffectedVersion[] | null,
): { readonly assessment: AgilityAssessment; readonly figures: readonly NamedFigure[] } {
  const worked = work(portfolio, histories, affected, {})
  return { assessment: worked.assessment, figures: figuresOf(portfolio, affected, worked) }
}

function figuresOf(
  portfolio: Portfolio,
  affected: readonly AffectedVersion[] | null,
  { assessment, columns, backlog, chosen, records }: Worked,
): readonly NamedFigure[] {
  return [
    ...assessment.freshness.flatMap(({ measures, drift }) => [...measures.map(({ value }) => value), drift]),
    ...assessment.overTime.flatMap(({ measures }) =>
      measures.flatMap(({ value, before }) => (before === null ? [value] : [value, before])),
    ),
    ...backlog.figures,
    ...partFigures(portfolio, columns),
    ...releaseFigures(portfolio, records, affected),
    ...advisoryFigures(affected ?? []),
    ...chosen.map(historyFigure),
  ].map(({ id, figure }) => ({ id, figure }))
}

type Worked = {
  readonly assessment: AgilityAssessment
  readonly columns: PartColumns
  readonly backlog: Backlog
  readonly chosen: readonly UpdateHistory[]
  readonly records: readonly UpdateRecord[]
}

function work(
  portfolio: Portfolio,
  histories: readonly UpdateHistory[],
  affected: readonly AffectedVersion[] | null,
  focus: AgilityFocus,
): Worked {
  const asOf = wholeDay(portfolio.asOf)
  const columns = partColumns(portfolio)
  const products = productsIn(portfolio, focus)
  const groups = partGroups(portfolio).filter((group) => isInFocus(group, focus, products))
  const whole = groups.filter(isWhole(focus))
  const freshness = freshnessOf(
    portfolio,
    groups,
    columns,
    (group) => isWhole(focus)(group) || group.kind === 'scope' || group.kind === 'ecosystem',
  )
  const chosen = histories.filter(({ product }) => products.has(product))
  const exposures =
    affected === null ? null : exposuresIn(exposuresOf(portfolio, chosen, affected), (product) => products.has(product))
  const records = updateRecords(portfolio, chosen)
  const backlog = backlogOf(portfolio, freshness)
  const made = portfolio.organization.products.filter(({ id, origin }) => origin === 'made' && products.has(id))
  const assessment: AgilityAssessment = {
    freshness,
    behind: partsBehind(portfolio, whole, columns, chosen),
    overTime: measuresOverTime({
      histories: chosen,
      records,
      series: releaseSeries(chosen),
      exposures,
      asOf,
    }),
    exposures: exposuresTold(exposures ?? [], asOf),
    backlog: { updates: backlog.updates, hours: backlog.hours, money: backlog.money },
    ...coverageOf(portfolio, whole, columns),
    withHistory: {
      known: made.filter(({ id }) => records.some(({ product }) => product === id)).length,
      of: made.length,
      unit: 'products',
    },
    assumptions: backlog.assumptions,
  }
  return { assessment, columns, backlog, chosen, records }
}

function productsIn(portfolio: Portfolio, { product, unit }: AgilityFocus): ReadonlySet<ProductId> {
  const units = unit === undefined ? null : unitsWithin(portfolio, unit)
  return new Set(
    portfolio.organization.products.flatMap((one) =>
      (product === undefined || one.id === product) && (units === null || (one.unit !== null && units.has(one.unit)))
        ? [one.id]
        : [],
    ),
  )
}

/** The group that the focus is on: it is told in full. */
function isWhole({ product, unit }: AgilityFocus): (group: PartGroup) => boolean {
  const [kind, id]: readonly [GroupKind, string] =
    product !== undefined ? ['product', product] : unit !== undefined ? ['unit', unit] : ['organization', '']
  return (group) => group.kind === kind && group.id === id
}

function isInFocus({ kind, id }: PartGroup, focus: AgilityFocus, products: ReadonlySet<ProductId>): boolean {
  if (focus.product === undefined && focus.unit === undefined) return true
  return kind === 'product' ? products.has(id) : kind === 'unit' && id === focus.unit
}

function coverageOf(
  { parts }: Portfolio,
  whole: readonly PartGroup[],
  { values: { libyear } }: PartColumns,
): Pick<AgilityAssessment, 'withReleaseDates' | 'missing'> {
  const missing = new Map<string, number>()
  let of = 0
  let known = 0
  for (const group of whole)
    for (const part of group.parts) {
      of += 1
      if (!Number.isNaN(libyear[part] ?? Number.NaN)) known += 1
      else missing.set(ecosystemOf(parts[part]), (missing.get(ecosystemOf(parts[part])) ?? 0) + 1)
    }
  return {
    withReleaseDates: { known, of, unit: 'versions' },
    missing: [...missing]
      .map(([ecosystem, count]) => ({ ecosystem, parts: count }))
      .sort((a, b) => b.parts - a.parts || (a.ecosystem < b.ecosystem ? -1 : 1)),
  }
}
