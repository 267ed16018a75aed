/** How far behind the parts of each group are, out of the columns. */

import type { Distribution, Freshness } from '#domain/assessment/agility.ts'
import type { NamedAggregate } from '#domain/assessment/aggregate.ts'
import { compute, lift, unknown, type FigureId, type Method } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { PartGroup } from './groups.ts'
import { methodOf, type PartMeasure } from './measure.ts'
import { partMeasures } from './measures-by-kind.ts'
import type { PartColumns } from './part-columns.ts'
import { distributionOf } from './statistics.ts'

export const driftMethod: Method = { id: 'agility-drift', version: 1 }

export function freshnessOf(
  portfolio: Portfolio,
  groups: readonly PartGroup[],
  columns: PartColumns,
  isDetailed: (group: PartGroup) => boolean,
): readonly Freshness[] {
  const ids = portfolio.parts.map(({ purl, name }) => partFigureId(purl ?? name))
  return groups.map((group) => {
    const { kind, id, directness, parts } = group
    const subject = [...(kind === 'organization' ? [] : [`${kind}:${id}`]), directness].join('/')
    const chosen = partMeasures.filter(({ groups: of }) => of === 'all' || isDetailed(group))
    const measures = chosen.map((measure) => ({
      measure: measure.id,
      unit: measure.unit,
      value: total(measure, subject, parts, columns, ids),
    }))
    return { kind, id, directness, parts: parts.length, measures, drift: drift(subject, measures, parts.length) }
  })
}

export function partFigureId(purl: string): FigureId {
  return `agility/part/${purl}`
}

export function releasesFigureId(packageUrl: string): FigureId {
  return `agility/releases/${packageUrl}`
}

function total(
  measure: PartMeasure,
  subject: string,
  parts: Int32Array,
  columns: PartColumns,
  ids: readonly FigureId[],
): NamedAggregate<Distribution> {
  const column = columns.values[measure.id]
  const known = parts.filter((part) => !Number.isNaN(column[part] ?? Number.NaN))
  const distribution = distributionOf(Float64Array.from(known, (part) => column[part] ?? 0))
  const method = methodOf(measure)
  return {
    id: `agility/${measure.id}/${subject}`,
    figure:
      distribution === undefined
        ? unknown('not-collected')
        : lift(
            distribution,
            method,
            Array.from(known, (part) => ids[part] ?? ''),
          ),
    coverage: { known: known.length, of: parts.length, unit: 'versions' },
  }
}

function drift(subject: string, measures: Freshness['measures'], of: number): NamedAggregate<number> {
  const id = `agility/drift/${subject}`
  const lag = measures.find(({ measure }) => measure === 'version-lag')?.value
  if (lag === undefined) return { id, figure: unknown('failed'), coverage: { known: 0, of, unit: 'versions' } }
  const { known } = lag.coverage
  return {
    id,
    figure: compute(driftMethod, [{ id: lag.id, figure: lag.figure }], ({ above }) => above / known),
    coverage: lag.coverage,
  }
}
