/** Measures of histories: for all products together, and for each that has one. */

import type { MeasuredOverTime, Measured, ProductMeasures } from '#domain/assessment/agility.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import { lift, unknown, type FigureId } from '#domain/figure.ts'
import type { UpdateHistory } from '#domain/update-history.ts'
import { yearBack } from './days.ts'
import {
  methodOf,
  type AgilityMeasure,
  type Exposure,
  type ReleaseSeries,
  type Sample,
  type UpdateRecord,
} from './measure.ts'
import { exposuresIn } from './exposures.ts'
import { releasesFigureId } from './freshness.ts'
import { exposureMeasures, releaseMeasures, updateMeasures } from './measures-by-kind.ts'

export type Recorded = {
  readonly histories: readonly UpdateHistory[]
  readonly records: readonly UpdateRecord[]
  readonly series: readonly ReleaseSeries[]
  /** Null: no advisories were looked up. */
  readonly exposures: readonly Exposure[] | null
  readonly asOf: number
}

export function historyFigureId(product: string): FigureId {
  return `agility/history/${product}`
}

export function advisoryFigureId(advisory: string): FigureId {
  return `agility/advisory/${advisory}`
}

/** What a measure was told of: histories, and the days of publication of versions and advisories. */
function inputsOf(
  { id }: AgilityMeasure,
  histories: readonly string[],
  { records, exposures }: Recorded,
): readonly FigureId[] {
  const own = histories.map(historyFigureId)
  const advisories = (): string[] => (exposures ?? []).map(({ advisory }) => advisoryFigureId(advisory))
  const unique = (ids: readonly FigureId[]): readonly FigureId[] => [...new Set(ids)].sort()
  if (id === 'update-latency') {
    const adopted = records.flatMap(({ updates }) => updates.filter(({ releasedOn }) => !Number.isNaN(releasedOn)))
    return [...own, ...unique(adopted.map((update) => releasesFigureId(update.package)))]
  }
  if (id === 'fix-availability-lag') {
    const fixed = (exposures ?? []).filter(({ fixReleased }) => !Number.isNaN(fixReleased))
    return [...unique(advisories()), ...unique(fixed.map((one) => releasesFigureId(one.package)))]
  }
  return exposureMeasures.some((one) => one.id === id) ? [...own, ...unique(advisories())] : own
}

export function measuresOverTime(recorded: Recorded): readonly ProductMeasures[] {
  const products = recorded.histories.map(({ product }) => product)
  return [
    { product: null, measures: measuresOf(recorded, '', products) },
    ...products.map((product) => ({ product, measures: measuresOf(onlyOf(recorded, product), product, [product]) })),
  ]
}

function onlyOf(recorded: Recorded, product: string): Recorded {
  const isOwn = (one: { readonly product: string }): boolean => one.product === product
  return {
    ...recorded,
    records: recorded.records.filter(isOwn),
    series: recorded.series.filter(isOwn),
    exposures: recorded.exposures === null ? null : exposuresIn(recorded.exposures, (one) => one === product),
  }
}

function measuresOf(recorded: Recorded, product: string, histories: readonly string[]): readonly MeasuredOverTime[] {
  const { records, series, exposures, asOf } = recorded
  const thisYear = yearBack(asOf)
  const lastYear = yearBack(asOf, 1)
  const named = (measure: AgilityMeasure, sample: Sample | null, year?: string): NamedAggregate<Measured> => {
    const subject = [product === '' ? [] : [`product:${product}`], year ?? []].flat()
    return {
      id: ['agility', measure.id, ...subject].join('/'),
      ...figureOf(measure, sample, inputsOf(measure, histories, recorded)),
    }
  }
  const yearly = <Facts>(
    measure: AgilityMeasure & { readonly id: MeasuredOverTime['measure'] },
    tell: (facts: Facts, window: typeof thisYear) => Sample,
    facts: Facts,
  ): MeasuredOverTime => ({
    measure: measure.id,
    unit: measure.unit,
    value: named(measure, tell(facts, thisYear)),
    before: named(measure, tell(facts, lastYear), 'year-before'),
  })
  return [
    ...updateMeasures.map((one) => yearly(one, one.measure, records)),
    ...exposureMeasures.map((one) => ({
      measure: one.id,
      unit: one.unit,
      value: named(one, exposures === null ? null : one.measure(exposures, asOf)),
      before: null,
    })),
    ...releaseMeasures.map((one) => yearly(one, one.measure, series)),
  ]
}

function figureOf(
  measure: AgilityMeasure,
  sample: Sample | null,
  inputs: readonly FigureId[],
): Omit<NamedAggregate<Measured>, 'id'> {
  if (sample === null) return { figure: unknown('not-collected'), coverage: { known: 0, of: 0, unit: 'exposures' } }
  const { value, p90, known, of, unit } = sample
  const coverage = { known, of, unit }
  if (value !== undefined && inputs.length > 0)
    return { figure: lift({ value, p90: p90 ?? null }, methodOf(measure), inputs), coverage }
  // Nothing happened, or less than half has ended: there is nothing to tell. Otherwise what would tell it is missing.
  const isToldOfAll = inputs.length > 0 && known === of
  const why = isToldOfAll ? 'not-applicable' : 'not-collected'
  return { figure: unknown(why, lift(null, methodOf(measure), inputs).from), coverage }
}
