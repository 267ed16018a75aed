/** The part versions that are furthest behind, with what they are behind. */

import type { PartBehind, VersionLag } from '#domain/assessment/agility.ts'
import { directnesses } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import type { UpdateHistory } from '#domain/update-history.ts'
import { usesOf } from '#value/uses.ts'
import { dateOfDay } from './days.ts'
import { partFigureId } from './freshness.ts'
import type { PartGroup } from './groups.ts'
import type { PartColumns } from './part-columns.ts'
import { presencesOf } from './presence.ts'

export const mostBehind = 50

/** @param groups the groups whose parts are listed: one for each way of coming in */
export function partsBehind(
  portfolio: Portfolio,
  groups: readonly PartGroup[],
  columns: PartColumns,
  histories: readonly UpdateHistory[],
): readonly PartBehind[] {
  const { parts, upstream } = portfolio
  const libyears = columns.values.libyear
  const listed = groups
    .flatMap(({ directness, parts: of }) => Array.from(of, (part) => ({ part, directness })))
    .filter(({ part }) => (libyears[part] ?? 0) > 0)
    .map(({ part, directness }) => ({ part, directness, years: libyears[part] ?? 0, purl: parts[part]?.purl ?? '' }))
    .sort(
      (a, b) =>
        b.years - a.years ||
        directnesses.indexOf(a.directness) - directnesses.indexOf(b.directness) ||
        (a.purl < b.purl ? -1 : 1),
    )
    .slice(0, mostBehind)
  const { products } = usesOf(
    portfolio,
    Int32Array.from(parts, (_, index) => index),
    parts.length,
  )
  const introduced = introductions(histories)
  return listed.flatMap(({ part, directness, years, purl }) => {
    const { package: name = null, name: short = '', version = null } = parts[part] ?? {}
    const latest = upstream.packages.get(name ?? '')?.releases[columns.latest[part] ?? -1]
    if (name === null || version === null || latest === undefined || latest.on === null) return []
    const since = introduced.get(`${name}@${version}`)
    return [
      {
        package: name,
        name: short,
        version,
        directness,
        products: products[part] ?? 0,
        latest: latest.version,
        usedOn: dateOfDay(columns.usedOn[part] ?? 0),
        latestOn: latest.on,
        libyears: years,
        lag: lagOf(columns, part),
        introducedOn: since === undefined ? null : dateOfDay(since),
        figure: partFigureId(purl),
      },
    ]
  })
}

/** The first moment at which any product is known to have brought a version that it still holds. */
function introductions(histories: readonly UpdateHistory[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const history of histories)
    for (const { package: name, version, from, to } of presencesOf(history)) {
      if (to !== null || Number.isNaN(from)) continue
      const key = `${name}@${version}`
      first.set(key, Math.min(first.get(key) ?? Number.POSITIVE_INFINITY, from))
    }
  return first
}

export function lagOf({ values }: PartColumns, part: number): VersionLag | null {
  const total = values['version-lag'][part] ?? Number.NaN
  if (Number.isNaN(total)) return null
  const of = (id: 'major-lag' | 'minor-lag' | 'patch-lag'): number => {
    const value = values[id][part] ?? Number.NaN
    return Number.isNaN(value) ? 0 : value
  }
  const [major, minor, patch] = [of('major-lag'), of('minor-lag'), of('patch-lag')]
  return { total, major, minor, patch, other: total - major - minor - patch }
}
