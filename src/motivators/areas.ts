/** Areas are units; the one that stands above all others is the organization itself. */

import type { Organization, UnitId } from '#domain/organization.ts'

export function topUnit({ units }: Organization): UnitId | null {
  const tops = units.filter(({ parent }) => parent === null)
  return tops.length === 1 ? (tops[0]?.id ?? null) : null
}

export function areasOf(organization: Organization): readonly UnitId[] {
  const top = topUnit(organization)
  return organization.units.flatMap(({ id }) => (id === top ? [] : [id]))
}

/** The unit and those below it. */
export function unitsWithin({ units }: Organization, area: UnitId): ReadonlySet<UnitId> {
  const within = new Set([area])
  for (let size = 0; size < within.size;) {
    size = within.size
    for (const { id, parent } of units) if (parent !== null && within.has(parent)) within.add(id)
  }
  return within
}

/** What was said in a unit belongs to it and to the units above; what was said of the whole belongs to the organization. */
export function isHeardIn(organization: Organization, unit: UnitId | null, area: UnitId | null): boolean {
  if (area === null || area === topUnit(organization)) return true
  return unit !== null && unitsWithin(organization, area).has(unit)
}

/** What matters in a unit matters to those above and below it. Empty areas are everywhere. */
export function concerns(organization: Organization, areas: readonly UnitId[], area: UnitId | null): boolean {
  if (area === null || areas.length === 0) return true
  const within = unitsWithin(organization, area)
  return areas.some((one) => within.has(one) || unitsWithin(organization, one).has(area))
}

/** An area that two lists share; null when both are everywhere, undefined when they are apart. */
export function sharedArea(
  organization: Organization,
  first: readonly UnitId[],
  second: readonly UnitId[],
): UnitId | null | undefined {
  if (first.length === 0) return second[0] ?? null
  if (second.length === 0) return first[0]
  return second.find((area) => concerns(organization, first, area))
}
