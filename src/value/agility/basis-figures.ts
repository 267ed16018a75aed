/** What the figures of agility rest on: measures of parts, releases, advisories, histories. */

import { lift, observed, unknown, type NamedFigure } from '#domain/figure.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { AffectedVersion, UpdateHistory } from '#domain/update-history.ts'
import { partFigureId, releasesFigureId } from './freshness.ts'
import type { UpdateRecord } from './measure.ts'
import { partMeasures } from './measures-by-kind.ts'
import { advisoryFigureId, historyFigureId } from './over-time.ts'
import type { PartColumns } from './part-columns.ts'

const partMethod = { id: 'agility-part', version: 1 }

/** All measures of a part version that are known. */
export function partFigures({ parts, upstream }: Portfolio, { values }: PartColumns): readonly NamedFigure[] {
  return parts.flatMap(({ purl, package: name }, part): NamedFigure[] => {
    const known = partMeasures.flatMap(({ id }) => {
      const value = values[id][part] ?? Number.NaN
      return Number.isNaN(value) ? [] : [[id, value] as const]
    })
    if (purl === null || name === null || known.length === 0 || !upstream.packages.has(name)) return []
    return [{ id: partFigureId(purl), figure: lift(Object.fromEntries(known), partMethod, [releasesFigureId(name)]) }]
  })
}

/** What is known of the packages in use, and of those that a product once used. */
export function releaseFigures(
  { parts, upstream }: Portfolio,
  records: readonly UpdateRecord[],
  affected: readonly AffectedVersion[] | null,
): readonly NamedFigure[] {
  const names = new Set([
    ...parts.flatMap((part) => part.package ?? []),
    ...records.flatMap(({ updates }) => updates.map((update) => update.package)),
    ...(affected ?? []).map((one) => one.package),
  ])
  return [...names].sort().flatMap((name): NamedFigure[] => {
    const facts = upstream.packages.get(name)
    if (facts === undefined) return []
    const figure = observed(facts.releases.length, facts.evidence, facts.at || undefined)
    return [{ id: releasesFigureId(name), figure }]
  })
}

/** The day of disclosure: the earliest that the advisory or one of its aliases states. */
export function advisoryFigures(affected: readonly AffectedVersion[]): readonly NamedFigure[] {
  const once = new Map(affected.map((one) => [one.advisory, one]))
  return [...once.values()].map(({ advisory, published, evidence }) => {
    const [first, ...others] = evidence.flatMap((original) => observed(published, original, '/published').from)
    const isTold = published !== null && first !== undefined
    return {
      id: advisoryFigureId(advisory),
      figure: isTold ? { known: true, value: published, from: [first, ...others] } : unknown('not-collected'),
    }
  })
}

export function historyFigure({ product, evidence, counts }: UpdateHistory): NamedFigure<UpdateHistory['counts']> {
  return { id: historyFigureId(product), figure: observed(counts, evidence, '/counts') }
}
